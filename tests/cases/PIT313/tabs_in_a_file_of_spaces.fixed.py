# why: spawn imports this module again in each process, and the start inside the block runs there too
# options: --select PIT313
from multiprocessing import Process


def work():
    print("work")


class Service:
    def __init__(self):
        self.process = Process(target=work)

    def open(self):
        self.process.start()


for item in range(1):
	import time
	service = Service()
	if __name__ == "__main__":
		service.open()  # expect: PIT313
