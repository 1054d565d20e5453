# why: what a function or a method gives back is as lazy as what its `return` makes
import itertools


class Team:
    def __init__(self, names):
        self.names = names

    def titled(self):
        return (name.title() for name in self.names)

    def __str__(self):
        return f"team of {self.titled()}"  # expect: PIT504


def numbered(names):
    return zip(itertools.count(1), names)


def lengths(names):
    return map(len, names)


team = Team(["kim", "lee"])
print(str(team))
print(f"numbered: {numbered(team.names)}")  # expect: PIT504
found = lengths(team.names)
print("lengths: " + str(found))  # expect: PIT504
print("all: %s" % itertools.chain(found, found))  # expect: PIT504
