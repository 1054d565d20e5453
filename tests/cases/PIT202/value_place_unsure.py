# why: what is found may be an object; the name may stand for something else; a year of an own class is what it likes
class Shelf:
    def find(self, name):
        return self

    def year(self):
        return self


class Dated:
    def __init__(self, year):
        self.year = year


def look(shelf, name, other):
    found = shelf.find(name)
    if other:
        found = other
    return found is shelf.find(name)


def same_year(a: Dated, b: Dated):
    return a.year is b.year


shelf = Shelf()
CHECKS = [(lambda: look(shelf, "a", None), True), (lambda: same_year(Dated(shelf), Dated(shelf)), True)]
