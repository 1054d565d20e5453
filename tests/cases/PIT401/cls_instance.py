# why: the seed is an attribute that __init__ sets; add is called on an object of the class.
import pandas as pd


class Ledger:
    def __init__(self):
        self.rows = pd.DataFrame(columns=["day", "amount"])

    def add(self, day, amount):
        row = pd.DataFrame([{"day": day, "amount": amount}])
        self.rows = pd.concat([self.rows, row], ignore_index=True)  # expect: PIT401


ledger = Ledger()
ledger.add("mon", 12.5)
ledger.add("tue", 3.25)
print(ledger.rows)
