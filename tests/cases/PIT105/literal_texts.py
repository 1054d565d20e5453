# why: texts with special characters that can only be meant as they stand, one by one or joined; parts of patterns and plain words settle it
# options: --select PIT105
import re


def only(name):
    return re.compile(rf"^{name}$")  # expect: PIT105


def any_of(names: list[str]):
    return re.compile(rf"^(?:{'|'.join(names)})$")  # expect: PIT105


def lowered(names: list[str], end: str):
    return re.compile(rf"^(?:{'|'.join(one.lower() for one in names)})\.{re.escape(end)}$")  # expect: PIT105


def escaped(names: list[str]):
    return re.compile(rf"^(?:{'|'.join(re.escape(one) for one in names)})$")


def parts(names: list[str]):
    return re.compile(rf"^(?:{'|'.join(names)})$")


def plain(names: list[str]):
    return re.compile(rf"^(?:{'|'.join(names)})$")


C = only("c++")
ANY = any_of(["c++", "1.2"])
LOW = lowered(["A.B"], "txt")
ESCAPED = escaped(["c++", "1.2"])
PARTS = parts([r"\d+", "[a-f]"])
PLAIN = plain(["one", "two"])


def accepts(text):
    kind, value = text.split("=")
    return bool({"one": C, "any": ANY, "low": LOW, "escaped": ESCAPED, "parts": PARTS, "plain": PLAIN}[kind].match(value))


SHOULD_MATCH = ["one=c++", "any=c++", "any=1.2", "low=a.b.txt", "escaped=c++", "parts=12", "plain=two"]
SHOULD_NOT_MATCH = ["any=1x2", "low=axb.txt"]
