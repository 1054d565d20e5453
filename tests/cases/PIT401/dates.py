# why: None against dates of every kind; a date is an object.
import datetime
from datetime import date

import pandas as pd

none = pd.DataFrame({"v": [None]})
print(pd.concat([none, pd.DataFrame({"v": [datetime.datetime(2024, 1, 1)]})]))  # expect: PIT401
print(pd.concat([none, pd.DataFrame({"v": [date(2024, 1, 1)]})]))
print(pd.concat([none, pd.DataFrame({"v": pd.date_range("2024-01-01", periods=2)})]))  # expect: PIT401
print(pd.concat([none, pd.DataFrame({"v": [pd.Timestamp("2024-01-01")]})]))  # expect: PIT401
print(pd.concat([none, pd.DataFrame({"v": pd.to_datetime(pd.Series(["2024-01-01"]))})]))  # expect: PIT401
print(pd.concat([none, pd.DataFrame({"v": [datetime.timedelta(1)]})]))  # expect: PIT401
print(pd.concat([none, pd.DataFrame({"v": pd.to_datetime(["2024-01-01"], utc=True)})]))  # expect: PIT401
