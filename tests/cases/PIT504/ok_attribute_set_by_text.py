# why: the attributes are lists by the time they are shown: set by their names as texts
class Report:
    def __init__(self, words):
        self.lengths = map(len, words)
        self.names = map(str.upper, words)

    def fill(self, **given):
        self.__dict__["lengths"] = list(self.lengths)
        for name, value in given.items():
            setattr(self, name, value)
        return self

    def __str__(self):
        return f"{self.lengths} {self.names}"


print(Report(["a"]).fill(names=["A"]))
