# why: the row takes the empty table's place, so nothing empty is concatenated.
import pandas as pd


class Ledger:
    def __init__(self):
        self.rows = pd.DataFrame(columns=["day", "amount"])

    def add(self, day, amount):
        row = pd.DataFrame([{"day": day, "amount": amount}])
        self.rows = row if self.rows.empty else pd.concat([self.rows, row], ignore_index=True)


ledger = Ledger()
ledger.add("mon", 12.5)
ledger.add("tue", 3.25)
print(ledger.rows)
