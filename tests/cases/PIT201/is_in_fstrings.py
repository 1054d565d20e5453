# why: identity of an int in a field of an f-string, behind Korean text, after a conversion, in a nested f-string and over lines
# expect-at: 6 PIT201
def show(n, m):
    one = f"한글 {n is 300!r:>5}"  # expect: PIT201
    two = f"""{1}
    한글 {m is not -100}"""
    three = f"{f'{n is 257}'}"  # expect: PIT201
    return one.strip(), two.strip()[-5:], three


CHECKS = [(lambda: show(int("300"), int("-100")), ("한글  True", "False", "False"))]
