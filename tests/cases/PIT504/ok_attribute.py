# why: a range on an object says what it holds; the others are lists by now, or may be; a range with one item or none
class Report:
    def __init__(self, words):
        self.span = range(10)
        self.lengths = map(len, words)
        self.lengths = list(self.lengths)
        self.names = None
        self.counts = [1]

    def fill(self, words):
        self.names = sorted(words)
        self.counts = self.counts or map(len, words)

    def __repr__(self):
        return f"{self.span} {self.lengths} {self.names} {self.counts}"


report = Report(["a"])
report.fill(["b"])
print(report, f"{report.span}", str(range(1)), f"{range(5, 5)} {range(10, 0)}")
