# why: the field is the quantifier, braces and all; a text that holds one; the number itself after a word
import re

from pydantic import BaseModel


class Settings(BaseModel):
    prefix: str = "ORD"
    digits: int = 8
    repeat: str = "{2,4}"
    version: int = 2


settings = Settings()
PATTERN = re.compile(rf"^{settings.prefix}v{settings.version}-\d{{{settings.digits}}}-\w{settings.repeat}$")

SHOULD_MATCH = ["ORDv2-12345678-abc"]
SHOULD_NOT_MATCH = ["ORDv2-18-abc"]
