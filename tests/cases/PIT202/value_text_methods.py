# why: what str.find and str.count give, over a name
def halves(text: str, part: str):
    at = text.find(part)
    return at is text.rfind(part), text.count(part) is len(text)  # expect: PIT202


CHECKS = [(lambda: halves("a" * 300 + "b", "b"), (True, False)), (lambda: halves("b" * 300, "b")[1], True)]
