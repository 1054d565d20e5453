# why: what the standard library answers with True or False; a question that may be answered with something else is left alone
import math
import os.path
import re
from pathlib import Path


def there(path: Path, name: str):
    return path.exists() in {1, 2}, os.path.isfile(name) in [0, 3]  # expect: PIT204


def odd(value: float, seen: set):
    return math.isnan(value) in (1, 2), seen.issubset([1]) in (1, 2), name_of(value) in (1, 2)  # expect: PIT204


def name_of(value):
    return re.search("a", str(value))


CHECKS = [(lambda: there(Path("/"), "/"), (False, False)), (lambda: odd(float("nan"), {1}), (False, False, False))]
