# why: slices without rows of a frame of strings; head(1) holds a string, an empty slice of the same schema is silent.
import pandas as pd

words = pd.DataFrame({"id": ["a", "b"], "x": ["c", "d"]})
nums = pd.DataFrame({"id": ["q"], "x": [0.5]})
print(pd.concat([words.iloc[:0], nums]))  # expect: PIT401
print(pd.concat([words.iloc[0:0], nums]))  # expect: PIT401
print(pd.concat([words[:0], nums]))  # expect: PIT401
print(pd.concat([words.head(0), nums]))  # expect: PIT401
print(pd.concat([words.head(1), nums]))
print(pd.concat([words.iloc[2:], nums]))  # expect: PIT401
print(pd.concat([nums.iloc[:0], nums]))
print(pd.concat([words[words["id"] == "zzz"], nums]))  # expect: PIT401
