# why: a function that returns an int or None, and a default of None
def place(text, part):
    if part in text:
        return text.index(part)
    return None


def check(text, part, start: int = None):
    return place(text, part) is start


CHECKS = [(lambda: check("abc", "x"), True), (lambda: check("abc", "b"), False)]
