# why: each command runs in a greenlet; one of them waits for a process
import subprocess
import sys

import gevent


def greet(name):
    gevent.sleep(0.05)
    return f"hello {name}"


def archive(name):
    subprocess.run(["sleep", "0.15"], check=True)
    return name


COMMANDS = {"greet": greet, "archive": archive}


def run(command, argument):
    return gevent.spawn(COMMANDS[command], argument).get()  # expect: PIT303


def main(arguments):
    for command in ("greet", "archive"):
        print(run(command, "x"))


if __name__ == "__main__":
    main(sys.argv[1:])
