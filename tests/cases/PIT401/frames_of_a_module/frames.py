# why: the frames come from a main module.
import pandas as pd

from columns import COLUMNS


def blank():
    return pd.DataFrame(columns=COLUMNS)


def stack(frames):
    return pd.concat(frames, ignore_index=True)  # expect: PIT401


class Basket:
    def __init__(self):
        self.items = blank()
