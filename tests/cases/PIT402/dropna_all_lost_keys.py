# why: with keys; None in one frame, NaN in the other.
import pandas as pd

frames = {"p": pd.DataFrame({"id": [1], "note": [None]}), "q": pd.DataFrame({"id": [2], "note": [float("nan")]})}
merged = pd.concat([f.dropna(axis=1, how="all") for f in frames.values()], keys=list(frames))  # expect: PIT402
