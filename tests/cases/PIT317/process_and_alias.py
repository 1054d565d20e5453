# why: Process under another name, a method by place
from multiprocessing import Process as P


class Job:
    def run(self):
        print("run")


if __name__ == "__main__":
    job = Job()
    try:
        p = P(job.run)  # expect: PIT317
        p.start()
    except AssertionError as e:
        print(e)
