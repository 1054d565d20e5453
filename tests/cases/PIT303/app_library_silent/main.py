# why: main patches everything first; the package's own modules say nothing of it
import bootstrap  # noqa

from lib.http import fetch_all

fetch_all([0.05, 0.1])
