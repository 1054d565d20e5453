# why: does not parse, but no quantifier is lost: a text that is printed, nothing to repeat, plain strings
# run: no
import re

key = "k"
print(rf"\d{,3} {key}")
PATTERN = re.compile(rf"^{,3}|({,4})|[{,5}]")
PLAIN = r"\d{,3}", rf"\d{{,3}}", "{,3}"
