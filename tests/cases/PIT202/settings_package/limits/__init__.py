# why: re-exports
from .numbers import LARGE, SMALL
