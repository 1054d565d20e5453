# why: a counter that grows in a loop, and ord of a character
def place(text, limit: int):
    n = 0
    for _ in text:
        n += 1
        if n is limit:  # expect: PIT202
            return "limit"
    return ord(text[-1]) is limit  # expect: PIT202


CHECKS = [(lambda: place("x" * 400, int("300")), "limit")]
