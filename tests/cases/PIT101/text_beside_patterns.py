# why: the replacement, the text that is searched, what is escaped, a method of a compiled pattern: no patterns
import re

key = "k"
compiled = re.compile("x")
RESULTS = [
    re.sub("a", rf"\g<1>{2}", "x"),
    re.sub("a", f"x{2}", f"y{2}"),
    re.match("a", f"x{2}"),
    re.escape(f"x{2}"),
    re.compile(re.escape(f"x{2}") + "y"),
    compiled.match(f"x{2}"),
    compiled.sub(f"x{2}", ""),
    "|".join(map(re.escape, [f"x{2}"])),
]
