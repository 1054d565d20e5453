# why: a helper of another module makes the empty frames; the concat in it is fed from here, and warns there.
import pandas as pd

import frames as fr
from frames import Basket, blank, stack

one = pd.DataFrame({"sku": ["a"], "price": [0.5]})
print(pd.concat([blank(), one]))  # expect: PIT401
print(pd.concat([fr.blank(), one]))  # expect: PIT401
print(stack([blank(), one]))
basket = Basket()
basket.items = pd.concat([basket.items, one])  # expect: PIT401


class Big(Basket):
    def add(self, sku, price: float):
        self.items = pd.concat([self.items, pd.DataFrame([{"sku": sku, "price": price}])])  # expect: PIT401
