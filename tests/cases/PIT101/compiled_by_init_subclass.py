# why: a base validator compiles the subclass's pattern in __init_subclass__
import re


class Validator:
    pattern = ""

    def __init_subclass__(cls):
        cls.compiled = re.compile(f"^(?:{cls.pattern})$")

    def accepts(self, text):
        return self.compiled.match(text) is not None


AREA = "02"


class Phone(Validator):
    pattern = rf"{AREA}-\d{3,4}-\d{4}"  # expect: PIT101


class Zip(Validator):
    pattern = r"\d{5}"


accepts = Phone().accepts
SHOULD_MATCH = ["02-123-4567"]
SHOULD_NOT_MATCH = ["02-d(3, 4)-d4"]
