# why: lists of lists put together by chain, a nested comprehension and sum.
import itertools

import pandas as pd

groups = [[pd.DataFrame(columns=["id", "x"])], [pd.DataFrame({"id": ["p"], "x": [0.5]})]]
print(pd.concat(itertools.chain(*groups)))  # expect: PIT401
print(pd.concat(itertools.chain.from_iterable(groups)))  # expect: PIT401
print(pd.concat([frame for group in groups for frame in group]))  # expect: PIT401
print(pd.concat(sum(groups, [])))  # expect: PIT401
