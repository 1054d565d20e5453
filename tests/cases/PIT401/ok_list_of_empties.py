# why: all parts are empty and of one dtype.
import pandas as pd

print(pd.concat([pd.DataFrame(columns=["a", "x"]) for _ in range(3)]))
