# why: the instance has data of that name, or the class makes it a property further up
class Shape:
    @property
    def area(self):
        return 4

    def name(self):
        return "shape"


class Square(Shape):
    def __init__(self):
        self.name = "square"


class Lazy:
    def __getattr__(self, key):
        return key


s = Square()
print(s.area, s.name, f"{s.name}: {s.area}")
print(Lazy().run)
if s.area:
    print("has one")
s.area
