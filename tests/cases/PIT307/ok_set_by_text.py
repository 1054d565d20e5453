# why: the attribute of that name is set by a text, in the instance, the class or its dict, or is given by __getattribute__ or __new__
import types


class Options:
    def __init__(self, **given):
        self.__dict__.update(given)

    def total(self):
        return 1


class Record:
    def __init__(self, **given):
        for name, value in given.items():
            setattr(self, name, value)

    def total(self):
        return 1


class Frozen:
    def __init__(self):
        object.__setattr__(self, "total", 2)

    def total(self):
        return 1


class Plain:
    def total(self):
        return 1


class Shop:
    def total(self):
        return 1


class Asked:
    def total(self):
        return 1

    def __getattribute__(self, name):
        return 5 if name == "total" else object.__getattribute__(self, name)


class Made:
    def total(self):
        return 1

    def __new__(cls):
        return types.SimpleNamespace(total=3)


plain = Plain()
plain.__dict__["total"] = 4
setattr(Shop, "total", 6)
print(Options(total=3).total, Record(total=3).total, Frozen().total, plain.total, Shop().total, Asked().total, Made().total)
