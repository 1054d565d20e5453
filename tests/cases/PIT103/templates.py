# why: quantifiers in templates: an index that is not there, a keyword that nobody gives, numbers beside `{}`
import re

key = "k"
TEMPLATE = r"^{}_\d{6}$"  # expect: PIT103


class Rules:
    DAY = r"^{}_\d{6}$"  # expect: PIT103

    def rx(self, k):
        return re.compile(self.DAY.format(k))


def build(k):
    return r"^{0}-[0-9a-f]{8}$".format(k)  # expect: PIT103


def hit(text, rx):
    return re.match(rx, text)


hit("", r"^{0}-[0-9a-f]{8}$".format(key))  # expect: PIT103
PATTERNS = [
    re.compile(build("a")),
    re.compile(TEMPLATE.format(key)),
    re.search(TEMPLATE.format("b"), ""),
    re.compile(r"^{0}_\d{6}$".format(key)),  # expect: PIT103
    re.compile(r"^{name}_\d{2,}$".format(name=key)),  # expect: PIT103
    re.compile(r"^{}_\d{,3}$".format(key)),  # expect: PIT103
    re.compile(r"^{}_x{3}$".format(key)),  # expect: PIT103
    re.compile(r"^{}_(?:ab){3}$".format(key)),  # expect: PIT103
    re.compile("^{0}-\\d{8}$".format(key)),  # expect: PIT103
    re.compile((r"^{0}-" + r"[0-9a-f]{8}$").format(key)),  # expect: PIT103
    re.compile(
        (
            r"^{0}-"
            r"[0-9a-f]{8}$"  # expect: PIT103
        ).format(key)
    ),
    re.compile("|".join(r"\d{2}_{}".format(k) for k in "ab")),  # expect: PIT103
    re.compile(r"^{k}\d{2}".format_map({"k": "a"})),  # expect: PIT103
]
