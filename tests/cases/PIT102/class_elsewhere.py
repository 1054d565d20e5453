# why: the class ends another part, or is the value of a name or an attribute
import re

n = 3
CLASS = r"[a-z]"


class Rules:
    WORD = r"\w"

    def patterns(self):
        return [re.match(rf"^{self.WORD}{n}$", ""), re.match(rf"^{Rules.WORD}{n}$", "")]  # expect: PIT102


PATTERNS = [
    re.compile("\\d" + f"{n}"),  # expect: PIT102
    re.compile(r"\d" rf"{n}"),  # expect: PIT102
    re.compile(
        r"\d"  # a digit, n times
        rf"{n}"  # expect: PIT102
    ),
    re.compile(rf"^{CLASS}{n}$"),  # expect: PIT102
    re.compile(CLASS + f"{n}$"),  # expect: PIT102
]
