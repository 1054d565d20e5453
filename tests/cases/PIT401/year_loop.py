# why: a range of thirty years; each rate is a quotient.
import pandas as pd

result = pd.DataFrame(columns=["year", "rate"])
for year in range(2000, 2030):
    rate = (year - 1999) / 30
    result = pd.concat([result, pd.DataFrame({"year": [year], "rate": [rate]})], ignore_index=True)  # expect: PIT401
