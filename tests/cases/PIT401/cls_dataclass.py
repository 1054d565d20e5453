# why: the seed is a dataclass field's default_factory.
from dataclasses import dataclass, field

import pandas as pd


@dataclass
class Store:
    name: str
    table: pd.DataFrame = field(default_factory=lambda: pd.DataFrame(columns=["t", "v"]))

    def push(self, t: str, v: float) -> None:
        self.table = pd.concat([self.table, pd.DataFrame({"t": [t], "v": [v]})])  # expect: PIT401


s = Store("x")
s.push("a", 1.5)
