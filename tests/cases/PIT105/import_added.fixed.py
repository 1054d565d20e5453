# why: imported in its place
# options: --select PIT105
import re
from re import compile as rx


def only(name: str):
    return rx(rf"^{re.escape(name)}$")
