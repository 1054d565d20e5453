"""What all tests share: none of them reads or writes the user's own cache."""

from __future__ import annotations

import os
import tempfile

collect_ignore = ["cases"]  # programs that are judged, whatever their names end with

os.environ["PITFALLS_CACHE_DIR"] = tempfile.mkdtemp(prefix="pitfalls-cache-")
