"""`python -m flake8_pitfalls` is `pitfalls-fix`."""

from __future__ import annotations

import sys

from flake8_pitfalls.doors.start import main

if __name__ == "__main__":
    sys.exit(main())
