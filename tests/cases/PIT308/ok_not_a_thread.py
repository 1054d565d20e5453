# why: classes of this program that happen to have such names
class Thread:
    """Of a forum."""

    def __init__(self, target=None):
        self.posts = []


class Process:
    def __init__(self, name):
        self.name = name


t = Thread()
p = Process("baking")
print(t.posts, p.name)
