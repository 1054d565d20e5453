# why: two equal things, and more said of them; right as written
QUOTES = ("'", '"')
KINDS = frozenset(("f", "b"))


def quoted(text, fallback, last):
    return (
        text[0] == text[-1] in ("'", '"'),
        text[0] == text[-1] in "'\"",
        text[0] == text[-1] not in ("(", "["),
        text[0] == text[-1] in QUOTES,
        len(text) == len(fallback) in {3, 4},
        last == text is not None,
        last == fallback is None,
    )


CHECKS = [(lambda: quoted("'a'", "123", "x"), (True, True, True, True, True, False, False))]
