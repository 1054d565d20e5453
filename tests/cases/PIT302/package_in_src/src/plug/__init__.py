from ._core import *
from ._core import Loader as Loader
from ._wait import nap, sleep

__all__ = ["Loader", "nap", "sleep", "spin_up"]
