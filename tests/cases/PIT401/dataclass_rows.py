# why: values from a dataclass, and by asdict.
from dataclasses import asdict, dataclass

import pandas as pd


@dataclass
class Point:
    name: str
    x: float


table = pd.DataFrame(columns=["name", "x"])
for point in (Point("a", 0.5), Point("b", 1.5)):
    table = pd.concat([table, pd.DataFrame([asdict(point)])])  # expect: PIT401
other = pd.concat([pd.DataFrame(columns=["name", "x"]), pd.DataFrame([{"name": p.name, "x": p.x} for p in [Point("a", 0.5)]])])  # expect: PIT401
