# why: the map and the generator live on the object, and its text shows no item of them
class Report:
    def __init__(self, words):
        self.lengths = map(len, words)
        self._squares = (n * n for n in range(3))

    def show(self):
        print(f"lengths: {self.lengths}")  # expect: PIT504
        return "squares: " + str(self._squares)  # expect: PIT504


report = Report(["a"])
print(report.show(), "%s" % report.lengths)  # expect: PIT504
