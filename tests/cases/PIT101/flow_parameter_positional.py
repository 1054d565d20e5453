# why: handed to a function that searches with it, through another function that hands it on
import re


def finder(text, pattern):
    return re.findall(pattern, text)


def through(text, pattern):
    return finder(text, pattern)


def accepts(text, key="k"):
    direct = finder(text, rf"{key}\d{2}")  # expect: PIT101
    named = finder(pattern=f"{key}x{2}", text=text)  # expect: PIT101
    return bool(direct or named or through(text, f"{key}y{2}"))  # expect: PIT101


SHOULD_MATCH = ["k12", "kxx", "kyy"]
SHOULD_NOT_MATCH = ["kd2"]
