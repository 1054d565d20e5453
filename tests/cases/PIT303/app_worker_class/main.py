# why: the workers' loop waits in a queue of the standard library
from app.worker import Worker


def main():
    workers = [Worker(n) for n in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()


if __name__ == "__main__":
    main()
