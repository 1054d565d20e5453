# why: the empty frame is what an except leaves.
import pandas as pd

try:
    df = pd.read_csv("/nonexistent.csv")
except FileNotFoundError:
    df = pd.DataFrame(columns=["a", "x"])
df = pd.concat([df, pd.DataFrame([{"a": "s", "x": 0.5}])])  # expect: PIT401
