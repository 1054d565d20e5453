# why: infer_objects after the concat comes too late.
import pandas as pd

df = pd.DataFrame(columns=["k", "v"])
df = pd.concat([df, pd.DataFrame({"k": ["a"], "v": [0.5]})]).infer_objects()  # expect: PIT401
