# why: a t-string is no str but a Template: `re.compile` raises TypeError of it, and its `{6}` is an interpolation that nobody joins
# python: >=3.14
import re


def reports(key: str) -> None:
    pattern = t"{key}_\\d{6}\\.xlsx"
    print(pattern.interpolations[1].value)
    re.compile(rf"{key}_\d{6}\.xlsx")  # expect: PIT101
    re.compile(r"\d{6}")
