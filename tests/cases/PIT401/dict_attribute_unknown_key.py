# why: tables kept in a dict of the object under keys that nobody knows: a new key begins with the empty seed.
import pandas as pd


class Prices:
    def __init__(self):
        self._tables = {}

    def add(self, symbol, price: float):
        table = self._tables.setdefault(symbol, pd.DataFrame(columns=["symbol", "price"]))
        part = pd.DataFrame({"symbol": [symbol], "price": [price]})
        self._tables[symbol] = pd.concat([table, part])  # expect: PIT401


class Loads:
    _tables: dict = {}

    def table(self, host):
        if host not in self._tables:
            self._tables[host] = pd.DataFrame(columns=["host", "load"])
        return self._tables[host]

    def add(self, host, load: float):
        part = pd.DataFrame({"host": [host], "load": [load]})
        self._tables[host] = pd.concat([self.table(host), part])  # expect: PIT401


prices = Prices()
prices.add("A", 1.5)
prices.add("A", 2.5)
loads = Loads()
loads.add("web", 0.5)
