# why: a new key begins with the part itself, with no seed, or with one that has the parts' dtypes.
import pandas as pd


class Prices:
    def __init__(self):
        self._tables = {}
        self._typed = {}
        self._bare = {}

    def add(self, symbol, price: float):
        part = pd.DataFrame({"symbol": [symbol], "price": [price]})
        if symbol not in self._tables:
            self._tables[symbol] = part
        else:
            self._tables[symbol] = pd.concat([self._tables[symbol], part])

    def add_typed(self, symbol, price: float):
        seed = pd.DataFrame({"symbol": pd.Series(dtype=object), "price": pd.Series(dtype=float)})
        part = pd.DataFrame({"symbol": [symbol], "price": [price]})
        self._typed[symbol] = pd.concat([self._typed.setdefault(symbol, seed), part])

    def add_bare(self, symbol, price: float):
        part = pd.DataFrame({"symbol": [symbol], "price": [price]})
        self._bare[symbol] = pd.concat([self._bare.get(symbol, pd.DataFrame()), part])


prices = Prices()
for price in (1.5, 2.5):
    prices.add("A", price)
    prices.add_typed("A", price)
    prices.add_bare("A", price)
