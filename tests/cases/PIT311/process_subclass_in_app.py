# why: the manager calls run() of each of its processes, in its own process
import multiprocessing


class Converter(multiprocessing.Process):
    def __init__(self, path):
        super().__init__()
        self.path = path

    def run(self):
        print("convert", self.path)


class Manager:
    def __init__(self, paths):
        self.converters = [Converter(path) for path in paths]  # expect: PIT308

    def convert_all(self):
        for converter in self.converters:
            converter.run()  # expect: PIT311


if __name__ == "__main__":
    Manager(["a", "b"]).convert_all()
