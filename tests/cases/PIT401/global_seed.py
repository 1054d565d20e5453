# why: the accumulator is a module's name, declared global where it grows.
import pandas as pd

log = pd.DataFrame(columns=["event", "secs"])


def record(event, secs):
    global log
    log = pd.concat([log, pd.DataFrame([{"event": event, "secs": secs}])], ignore_index=True)  # expect: PIT401


record("start", 0.25)
record("stop", 1.75)
