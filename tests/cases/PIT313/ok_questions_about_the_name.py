# why: every test asks for the main program in a way of its own, and a child that imports this module comes by none of them
import multiprocessing


def work():
    print("work")


class Office:
    def open(self):
        self.process = multiprocessing.Process(target=work)
        self.process.start()
        self.process.join()


def once():
    Office().open()
    return True


def run(name):
    if name == "__main__":
        once()


__name__ == "__main__" and once()
if __name__ in ("__main__", "main"):
    once()
if __name__ not in {"__main__"}:
    pass
else:
    once()
match __name__:
    case "__main__":
        once()
if __name__ != "__mp_main__":
    once()
if not __name__ == "__mp_main__":
    once()
if __name__.startswith("__main__"):
    once()
while __name__ == "__main__":
    once()
    break
for _ in [1] if __name__ == "__main__" else []:
    once()
if (name := __name__) == "__main__":
    once()
if name == "__main__":
    once()
if "__main__" in __name__:
    once()
if bool(__name__ == "__main__"):
    once()
if multiprocessing.current_process().name in ("MainProcess",):
    once()
run(__name__)
