# why: the lost column is put back by reindex a statement later.
import pandas as pd

frames = [pd.DataFrame({"id": [1], "note": [None]}), pd.DataFrame({"id": [2], "note": [None]})]
merged = pd.concat([f.dropna(axis=1, how="all") for f in frames])
merged = merged.reindex(columns=["id", "note"])
