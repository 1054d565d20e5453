# why: run() of a Timer waits and works here; so does each run() of the list
import threading


def work():
    print(threading.current_thread().name)


def main():
    timer = threading.Timer(0.01, work)  # expect: PIT308
    timer.run()  # expect: PIT311
    threads = [threading.Thread(target=work) for _ in range(2)]  # expect: PIT308
    for thread in threads:
        thread.run()  # expect: PIT311


main()
