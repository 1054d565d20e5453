# why: an own `startswith` gives what it likes; a column is asked item by item; the text is looked up, not the answer
import pandas as pd


class Score:
    def startswith(self, text):
        return len(text)


def level(score: Score):
    return score.startswith("ok") in (1, 2)


def named(frame):
    return [row in (1, 2) for row in frame["name"].str.len()]


def first(name):
    return name.startswith("ok") in (True, False), name in ("ok", "no")


CHECKS = [
    (lambda: level(Score()), True),
    (lambda: named(pd.DataFrame({"name": ["a"]})), [True]),
    (lambda: first("ok"), (True, True)),
]
