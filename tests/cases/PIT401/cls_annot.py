# why: the values come from annotated parameters, the calls stand in main().
import pandas as pd


class Ledger:
    def __init__(self) -> None:
        self.rows = pd.DataFrame(columns=["day", "amount"])

    def add(self, day: str, amount: float) -> None:
        row = pd.DataFrame([{"day": day, "amount": amount}])
        self.rows = pd.concat([self.rows, row], ignore_index=True)  # expect: PIT401


def main():
    ledger = Ledger()
    for day, amount in (("mon", 1.5), ("tue", 2.5)):
        ledger.add(day, amount)
    return ledger


if __name__ == "__main__":
    print(main().rows)
