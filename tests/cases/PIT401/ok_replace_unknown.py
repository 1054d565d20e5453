# why: replace gives values.
import numpy as np
import pandas as pd

u = pd.DataFrame({"k": ["a"], "v": [None]}).replace({None: 0.5})
u = pd.concat([u, pd.DataFrame({"k": ["b"], "v": [0.5]})])
