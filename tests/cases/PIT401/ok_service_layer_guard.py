# why: the repository concatenates only where a table is there.
import pandas as pd


class Repository:
    def __init__(self):
        self._tables = {}

    def append(self, name, row):
        if name in self._tables:
            row = pd.concat([self._tables[name], row], ignore_index=True)
        self._tables[name] = row


repo = Repository()
repo.append("cpu", pd.DataFrame([{"at": "10:00", "value": 0.5}]))
repo.append("cpu", pd.DataFrame([{"at": "10:01", "value": 0.75}]))
