# why: a low bound left out, both left out, blanks, leading zeros; in a call's argument, a constant, a group, VERBOSE
# expect-at: 19 PIT104
import re

key = "k"


def hit(rx, text):
    return re.match(rx, text)


hit(rf"{key}x{,3}", "")  # expect: PIT104
DIGITS = rf"^\d{,3}$"  # expect: PIT104
ANY = rf"{key}[0-9]{,}"  # expect: PIT104
GROUP = re.compile(rf"{ANY}(?:ab){ , 4 }")  # expect: PIT104
ZEROS = re.compile(rf"\d{06}-\d{2,05}")  # expect: PIT104
PARTS = re.compile("\\d" f"{,3}")  # expect: PIT104
VERBOSE = re.compile(f"""
    \\d{,3}   # digits
    """, re.X)
