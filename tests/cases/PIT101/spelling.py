# why: blanks and underscores are no part of a quantifier: `re` would take `\d{{ 6 }}` for text
import re

k = "k"
PATTERNS = [
    re.compile(rf"{k}\d{ 6 }"),  # expect: PIT101
    re.compile(rf"{k}\d{ 2 , 3 }"),  # expect: PIT101
    re.compile(rf"{k}\d{2 ,}"),  # expect: PIT101
    re.compile(rf"{k}\d{1_0}"),  # expect: PIT101
]
