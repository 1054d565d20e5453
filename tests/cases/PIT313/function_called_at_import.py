# why: main() is called at module level and starts a process
import multiprocessing


def work():
    print("work")


def main():
    p = multiprocessing.Process(target=work)
    p.start()
    p.join()


main()  # expect: PIT313
