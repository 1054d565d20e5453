# why: a repository gives an empty table for a name that it does not know yet.
import pandas as pd


class Repository:
    def __init__(self):
        self._tables = {}

    def get(self, name):
        return self._tables.get(name, pd.DataFrame(columns=["at", "value"]))

    def save(self, name, table):
        self._tables[name] = table


class Service:
    def __init__(self, repository):
        self.repository = repository

    def record(self, name, at, value):
        table = self.repository.get(name)
        row = pd.DataFrame([{"at": at, "value": value}])
        self.repository.save(name, pd.concat([table, row], ignore_index=True))  # expect: PIT401


service = Service(Repository())
service.record("cpu", "10:00", 0.5)
service.record("cpu", "10:01", 0.75)
