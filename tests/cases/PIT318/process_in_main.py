# why: the child's handle is None
import multiprocessing as mp


def work():
    print("work")


def main():
    child = mp.get_context("fork").Process(target=work).start()  # expect: PIT318
    print(child)


if __name__ == "__main__":
    main()
