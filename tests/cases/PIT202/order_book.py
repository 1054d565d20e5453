# why: an order book: equality chains, sentinels, enums and dates are right; two are wrong
import datetime
import enum
from decimal import Decimal


class Side(enum.Enum):
    BUY = "b"
    SELL = "s"


class Order:
    _next = 0

    def __init__(self, side, price, amount, day=None):
        self.side, self.price, self.amount = side, Decimal(price), int(amount)
        self.day = day or datetime.date(2024, 1, 1)
        self.filled = 0

    @property
    def open(self) -> int:
        return self.amount - self.filled

    def done(self):
        return self.open == 0 != self.amount

    def is_buy(self):
        return self.side is Side.BUY

    def crosses(self, other):
        return self.side is not other.side and self.price >= other.price > 0

    def exact(self, other: "Order") -> bool:
        return self.open is other.open  # expect: PIT202

    def fresh(self, today):
        return self.day <= today < self.day + datetime.timedelta(days=3)


class Book:
    def __init__(self):
        self.orders = []
        self.by_side = {side: [] for side in Side}

    def add(self, order):
        if order in self.orders == True:  # expect: PIT203
            raise ValueError("twice")
        self.orders.append(order)
        self.by_side[order.side].append(order)

    def best(self, side):
        return max(self.by_side[side], key=lambda o: o.price, default=None)

    def spread(self):
        bid, ask = self.best(Side.BUY), self.best(Side.SELL)
        if bid is None or ask is None:
            return None
        return ask.price - bid.price if ask is not bid else Decimal(0)

    def sane(self):
        return all(o.side in (Side.BUY, Side.SELL) and 0 <= o.filled <= o.amount for o in self.orders)


def twice():
    book, order = Book(), Order(Side.BUY, "1", 2)
    book.add(order)
    try:
        book.add(order)
    except ValueError:
        return True
    return False


CHECKS = [
    (twice, True),
    (lambda: Order(Side.BUY, 1, 999).exact(Order(Side.SELL, 1, "999")), True),
    (lambda: Order(Side.BUY, 1, 9).is_buy(), True),
    (lambda: Order(Side.BUY, 2, 9).crosses(Order(Side.SELL, 1, 9)), True),
]
