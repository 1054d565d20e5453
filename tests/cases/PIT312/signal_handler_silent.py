# why: the flag is global, the local is read, the loop asks another name, or no signal runs the function
import signal
import time

stopped = True
done = True
closed = True


def on_signal(number, frame):
    global stopped
    stopped = True


def on_child(number, frame):
    done = True
    if done:
        print("done", number)


def reset():
    closed = False
    print("reset")


def main():
    signal.signal(signal.SIGTERM, on_signal)
    signal.signal(signal.SIGINT, on_child)
    reset()
    while not stopped:
        time.sleep(1)
    while not done:
        time.sleep(1)
    while not closed:
        time.sleep(1)


main()
