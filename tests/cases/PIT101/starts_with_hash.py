# why: a pattern that starts with a hash sign, which is no comment without VERBOSE
import re

TAIL = ";?"
COLOR = re.compile(rf"#[0-9a-fA-F]{6}{TAIL}$")  # expect: PIT101
WIDTH = 3
SHORT = re.compile(rf"#[0-9a-fA-F]{WIDTH}{TAIL}$")  # expect: PIT102


def accepts(text):
    return bool(COLOR.match(text)) and bool(SHORT.match("#fff"))


SHOULD_MATCH = ["#00ffaa;"]
SHOULD_NOT_MATCH = ["#a6"]
