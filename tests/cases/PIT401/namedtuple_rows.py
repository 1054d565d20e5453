# why: values from a NamedTuple's fields.
from typing import NamedTuple

import pandas as pd


class Point(NamedTuple):
    name: str
    x: float


table = pd.DataFrame(columns=["name", "x"])
for point in (Point("a", 0.5), Point("b", 1.5)):
    table = pd.concat([table, pd.DataFrame([{"name": point.name, "x": point.x}])])  # expect: PIT401
