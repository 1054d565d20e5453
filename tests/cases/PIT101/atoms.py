# why: all that can be repeated: groups, classes, escapes, back references, sets with a bracket in them, a lookahead
import re

k = "k"
PATTERNS = [
    re.compile(rf"(?:{k}|b){2}"),  # expect: PIT101
    re.compile(rf"(?=a){2}{k}"),  # expect: PIT101
    re.compile(rf"(a)\1{2}{k}"),  # expect: PIT101
    re.compile(rf"(?P<n>a)(?P=n){2}{k}"),  # expect: PIT101
    re.compile(rf"\.{3}{k}"),  # expect: PIT101
    re.compile(rf"\({3}{k}"),  # expect: PIT101
    re.compile(rf"[\]x]{3}{k}"),  # expect: PIT101
    re.compile(rf"[]x]{3}{k}"),  # expect: PIT101
    re.compile(rf"[^]]{3}{k}"),  # expect: PIT101
    re.compile(rf"\x41{2}{k}"),  # expect: PIT101
    re.compile(rf"(?i:{k}a{2})"),  # expect: PIT101
    re.compile(rf"^ {2}{k}"),  # expect: PIT101
    re.compile(rf"{k}\d{2}?x"),  # expect: PIT101
    re.compile(rf"{k}\d{2,}?x"),  # expect: PIT101
]
