# why: dtype= for all columns.
import pandas as pd

part = pd.DataFrame({"v": ["x"]}, dtype="string")
print(pd.concat([pd.DataFrame({"v": [None]}), part]))  # expect: PIT401
print(pd.concat([pd.DataFrame({"v": [None]}, dtype="string"), part]))
print(pd.concat([pd.DataFrame({"v": [None]}, dtype=object), pd.DataFrame({"v": [1]}, dtype=float)]))  # expect: PIT401
