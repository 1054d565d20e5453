# why: the event's method is always true, so the loop ends at once
import threading

stop = threading.Event()
turns = 0
while not stop.is_set:  # expect: PIT307
    turns += 1
    if turns > 3:
        stop.set()
print(turns)
if stop.is_set:  # expect: PIT307
    print("stopped?")
