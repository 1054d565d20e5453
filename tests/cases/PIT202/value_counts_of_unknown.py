# why: what `.index(x)` and `.count(x)` give is an int, whatever has them; `.find` of others than texts gives objects
def look(items, tree, n):
    return items.index(n) is items.count(n), tree.find("a") is tree.find("b")  # expect: PIT202


class Tree:
    def find(self, name):
        return self


CHECKS = [(lambda: look([1] * 300 + [2] + [2] * 299, Tree(), 2), (True, True))]
