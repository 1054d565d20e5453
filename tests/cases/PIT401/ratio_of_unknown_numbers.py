# why: a ratio of two numbers that nobody knows is a float, rounded or scaled or with a 0.0 where there is none
import pandas as pd


def daily(days):
    table = pd.DataFrame(columns=["day", "share"])
    for day, errors, total in days:
        share = errors / total if total else 0.0
        table = pd.concat([table, pd.DataFrame({"day": [day], "share": [share]})])  # expect: PIT401
    return table


def percent(days):
    table = pd.DataFrame(columns=["day", "share"])
    for day in days:
        row = {"day": day["name"], "share": round(day["errors"] / day["total"] * 100, 1)}
        table = pd.concat([table, pd.DataFrame([row])], ignore_index=True)  # expect: PIT401
    return table


class Meter:
    def __init__(self):
        self.log = pd.DataFrame(columns=["load"])

    def add(self, used, size):
        self.log = pd.concat([self.log, pd.DataFrame({"load": [used / size]})])  # expect: PIT401


print(daily([("mon", 1, 4), ("tue", 0, 0)]))
print(percent([{"name": "mon", "errors": 1, "total": 3}]))
meter = Meter()
meter.add(1, 3)
print(meter.log.dtypes)
