# why: a filter hides the warning, the dtype changes all the same.
import warnings

import pandas as pd

warnings.simplefilter("ignore", FutureWarning)
with warnings.catch_warnings():
    warnings.filterwarnings("ignore")
    print(pd.concat([pd.DataFrame(columns=["k", "v"]), pd.DataFrame({"k": ["b"], "v": [0.5]})]))  # expect: PIT401
