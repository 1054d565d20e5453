# why: templates in lists and dicts, filled in a loop or picked by a key; `.format` by its class, or kept under a name; texts that are only shown
import re

SHAPES = [r"^{word}$", r"^{word}_\d{{2}}$"]
BY_NAME = {"day": r"^{0}/\d{{2,4}}$", "word": r"^{0}[a-z]{{2}}$"}
LABELS = ["row{0}", "w{0}.x{1}"]
PLAIN = {"pin": r"^\d{4}$", "tail": r"^{0}\w+$"}
fill = r"^{key}\w{{5}}$".format
show = "<{0}> \\d{1}".format

WORDS = [re.compile(shape.format(word="a")) for shape in SHAPES]
DAY = re.compile(BY_NAME["day"].format(7))
WORD = re.compile(BY_NAME["word"].format("x"))
PIN, TAIL = re.compile(PLAIN["pin"]), re.compile(PLAIN["tail"].format("t"))
KEY = re.compile(fill(key="k"))
MAIL = re.compile(str.format(r"^{}@[a-z]{{3,8}}$", "kim"))


def accepts(text):
    if text in [label.format(1, 2) for label in LABELS] or text == show("a", "b"):
        return True
    return any(p.match(text) for p in (*WORDS, DAY, WORD, PIN, TAIL, KEY, MAIL))


SHOULD_MATCH = ["a", "a_12", "7/2024", "xab", "1234", "tail", "kabcde", "kim@mail", "row1", "w1.x2", "<a> \\db"]
SHOULD_NOT_MATCH = ["a_2", "7/4"]
