# why: the parameter is annotated float, but all calls here bring ints.
import pandas as pd


class Board:
    def __init__(self):
        self.table = pd.DataFrame(columns=["who", "points"])

    def add(self, who: str, points: float) -> None:
        self.table = pd.concat([self.table, pd.DataFrame([{"who": who, "points": points}])])


board = Board()
board.add("kim", 3)
board.add("lee", 4)
