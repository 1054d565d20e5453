# why: what is set by a text is another name, or is of another class; a dict that is only read sets nothing
class Bag:
    def __init__(self, **given):
        self.__dict__.update(given)


class Cart:
    def __init__(self, prices):
        setattr(self, "prices", prices)

    def total(self):
        return sum(self.prices)

    def shown(self):
        return sorted(self.__dict__.items())


cart = Cart([1, 2])
cart.__dict__["limit"] = 3
print(Bag(total=3).total, cart.shown())
print(cart.total)  # expect: PIT307
