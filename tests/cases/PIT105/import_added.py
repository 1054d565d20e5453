# why: `re` itself is not imported, so the fix brings it
# options: --select PIT105
from re import compile as rx


def only(name: str):
    return rx(rf"^{name}$")  # expect: PIT105
