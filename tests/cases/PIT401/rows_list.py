# why: dict rows collected in a list make the part.
import pandas as pd

rows = []
for n in range(3):
    rows.append({"n": str(n), "half": n / 2})
old = pd.DataFrame({"n": ["x"], "half": [None]})
print(pd.concat([old, pd.DataFrame(rows)]))  # expect: PIT401
print(pd.concat([pd.DataFrame(columns=["n", "half"]), pd.DataFrame(rows, columns=["n", "half"])]))  # expect: PIT401
print(pd.concat([pd.DataFrame(columns=["n", "half"]), pd.DataFrame.from_records(rows)]))  # expect: PIT401
