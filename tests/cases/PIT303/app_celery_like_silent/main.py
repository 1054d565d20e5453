# why: the pool is chosen at run time; the choice patches before the pool's module is imported
import sys


def maybe_patch(argv):
    if "gevent" in argv:
        from gevent import monkey

        monkey.patch_all()


def main():
    maybe_patch(["gevent"])
    from pool import TaskPool

    pool = TaskPool()
    pool.apply()
    pool.stop()


if __name__ == "__main__":
    sys.exit(main())
