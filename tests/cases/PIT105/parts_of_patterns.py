# why: made for patterns by name, by default, by what is passed, by how it is built; numbers; text that is only printed
# options: --select PIT105
import re
import sys

WORD, CLASS = "abc", r"[a-z]"
ANY = "|".join(sys.argv)


def pattern_name(pattern: str, date_re: str, sep: str):
    return re.compile(rf"^{pattern}{sep}{date_re}$")


def given_patterns(part_of: str):
    return re.compile(rf"^{part_of}$")


given_patterns(r"\d+")


def plain_words(word: str):
    return re.compile(rf"^{word}$")


plain_words("abc")


def with_default(name: str = r"\w+"):
    return re.compile(rf"{name}")


def escaped(name: str, words: list[str]):
    name = re.escape(name)
    alternatives = "|".join(map(re.escape, words))
    return re.compile(rf"^{name}({alternatives}){re.escape(name)}$")


def replacement(name: str):
    print(rf"{name}$")
    return re.sub(r"x", rf"{name}", f"{name}")


def in_class(characters: str, n: int):
    return re.compile(rf"^[{characters}]+{n}{WORD}{CLASS}({ANY})$")
