# why: neither the Timer nor the Process is started
import multiprocessing
import threading


def work():
    print("work")


if __name__ == "__main__":
    late = threading.Timer(0.1, work)  # expect: PIT308
    late.name = "late"
    child = multiprocessing.get_context("fork").Process(target=work)  # expect: PIT308
    child.daemon = True
    print("ready")
