# why: whoever is not the main program fails the assert or raises, and the else of the guard leaves; what stands below runs in the main program alone
import multiprocessing


def work():
    print("work")


try:
    if __name__ != "__main__":
        raise ImportError("not for others")
    process = multiprocessing.Process(target=work)
    process.start()
    process.join()
except ImportError:
    pass
if __name__ == "__main__":
    print("main")
else:
    raise SystemExit("run me")
assert __name__ == "__main__"
process = multiprocessing.Process(target=work)
process.start()
process.join()
