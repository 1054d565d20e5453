# why: nothing is seen to use these, and they can be nothing but patterns
import unknown
from elsewhere import Regex, _lazy_re_compile, compile_regex

value = input()
YEAR = rf"\d{4}"  # expect: PIT101
FULL = rf"^{value}\d{4}$"  # expect: PIT101
TWO = rf"{value}_(\d{6})_\d{{6}}"  # expect: PIT101
DATE_RE = rf"{value}\d{4}"  # expect: PIT101
CODE = f"^{value}[0-9]{4}$"  # expect: PIT101
TOKENS = [(rf"\d{3}\.{value}", 1)]  # expect: PIT101
SCHEMA = {"type": "string", "pattern": f"^{value}[0-9]{4}$"}  # expect: PIT101


def number():
    return rf"(\d{3})\s+{value}"  # expect: PIT101


unknown.check(rf"^{value}[0-9]{4}$")  # expect: PIT101
unknown.check(regex=f"{value}x{3}")  # expect: PIT101
unknown.check(pattern=rf"{value}\d{3}")  # expect: PIT101
IS_DAY = value in rf"^\d{4}-{value}"  # expect: PIT101
STATUS = rf"[0-9]{3}"  # expect: PIT101
GLOB_LIKE = f"[0-9]{3}"
MADE = [
    _lazy_re_compile(f"{value}x{3}"),  # expect: PIT101
    Regex(f"{value}x{3}"),  # expect: PIT101
    compile_regex(f"{value}x{3}"),  # expect: PIT101
]
