# why: hands the constant on under its own name
from .constants import DATE
