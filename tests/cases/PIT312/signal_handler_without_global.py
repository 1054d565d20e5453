# why: the handler of the signal sets a local of its own, so the loop of the main thread never ends
# run: no
import signal
import time
from signal import SIGINT, SIGTERM

stopped = False
paused = False


def on_signal(number, frame):
    stopped = True  # expect: PIT312
    print("stopping", number)


def on_pause(number, frame):
    global paused
    paused = not paused


def main():
    signal.signal(SIGTERM, on_signal)
    signal.signal(SIGINT, on_signal)
    signal.signal(signal.SIGHUP, on_pause)
    while not stopped:
        time.sleep(1)


if __name__ == "__main__":
    main()
