# why: methods that clean and merge: the column that is all NA everywhere is gone.
import pandas as pd


class Cleaner:
    def clean(self, frames):
        return [f.dropna(axis=1, how="all") for f in frames]

    def merge(self, frames):
        return pd.concat(self.clean(frames), ignore_index=True)  # expect: PIT402


frames = [pd.DataFrame({"a": [1], "n": [None]}), pd.DataFrame({"a": [2], "n": [None]})]
print(Cleaner().merge(frames))
