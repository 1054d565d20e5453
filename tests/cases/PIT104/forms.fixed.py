# why: braces doubled, without blanks and leading zeros

import re

key = "k"


def hit(rx, text):
    return re.match(rx, text)


hit(rf"{key}x{{,3}}", "")
DIGITS = rf"^\d{{,3}}$"
ANY = rf"{key}[0-9]{{,}}"
GROUP = re.compile(rf"{ANY}(?:ab){{,4}}")
ZEROS = re.compile(rf"\d{{6}}-\d{{2,5}}")
PARTS = re.compile("\\d" f"{{,3}}")
VERBOSE = re.compile(f"""
    \\d{{,3}}   # digits
    """, re.X)
