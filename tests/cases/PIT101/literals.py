# why: implicit concatenation with other quotes and prefixes, triple quotes in the middle, a field that is a string with a brace
import re

k = {"a": "k"}
MIXED = re.compile(
    rf'{k["a"]}\d{2}'  # expect: PIT101
    rf"""\w{3}"""  # expect: PIT101
    f'[a-z]{4}'  # expect: PIT101
    "x{5}" r'\d{6}' f"}}{{{k['a']}}}"
    F"\\s{7}"  # expect: PIT101
)
SPEC = re.compile(f"{k['a']:>{10}}[a-z]{2}{'{'}")  # expect: PIT101
