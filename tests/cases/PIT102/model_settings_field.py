# why: an int field of a settings model, read from an object that a cached function makes, and from a parameter
import re
from functools import lru_cache

from pydantic import BaseModel


class Settings(BaseModel):
    prefix: str = "ORD"
    digits: int = 8


@lru_cache
def get_settings() -> Settings:
    return Settings()


settings = get_settings()
PATTERN = re.compile(rf"^{settings.prefix}\d{settings.digits}$")  # expect: PIT102


def build(given: Settings):
    return re.compile(rf"^{given.prefix}[0-9]{given.digits}$")  # expect: PIT102


SHOULD_MATCH = ["ORD12345678"]
SHOULD_NOT_MATCH = ["ORD18"]
