from .jobs import run
