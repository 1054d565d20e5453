# why: the classes
class CartError(Exception):
    pass


class Cart:
    def __init__(self):
        self.n = 0
        self.items = []

    def __enter__(self):
        return self

    def __exit__(self, *a):
        pass

    @classmethod
    def make(cls):
        return cls()

    @property
    def size(self):
        return len(self.items)

    def total(self):
        return sum(self.items)

    def is_empty(self):
        return not self.items

    def clear(self):
        self.items = []


def make_cart() -> Cart:
    return Cart()


cart = Cart()
carts = [Cart(), Cart()]
