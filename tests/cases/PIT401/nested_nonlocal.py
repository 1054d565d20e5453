# why: the accumulator belongs to the function around.
import pandas as pd


def outer():
    log = pd.DataFrame(columns=["event", "secs"])

    def record(event, secs):
        nonlocal log
        log = pd.concat([log, pd.DataFrame([{"event": event, "secs": secs}])], ignore_index=True)  # expect: PIT401

    record("start", 0.25)
    return log


outer()
