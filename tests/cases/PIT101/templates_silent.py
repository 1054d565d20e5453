# why: templates of json, css, html and shell with numbers in fields; none is a pattern
import json
import re
import string

SIZE = 2
JSON = f'[{{"id": {1}, "list": [{2}, {3}], "x{4}": "w{5}"}}]'
CSS = f".col-{SIZE} td{{width: {6}em}} .a{{margin:{0}}}"
HTML = f'<h{1} class="x">[{2}]</h{1}>'
SHELL = f"awk '{{print $1}}' file{1}.txt | head -n{5} | grep '[0-9]{2}'"
PATH = rf"C:\dir\w{1}\s{2}\d{3}.txt"
DOLLAR = string.Template("$name.{2}").substitute(name="x")
CHECK = re.compile(r"^[a-z]{2,4}$")


def accepts(text):
    return bool(CHECK.match(text)) and json.loads(JSON)[0]["x4"] == "w5" and PATH.endswith("d3.txt") and SHELL.endswith("2'")


SHOULD_MATCH = ["abc"]
SHOULD_NOT_MATCH = ["a3"]
