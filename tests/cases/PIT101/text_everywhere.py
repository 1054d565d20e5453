# why: texts with a number in a field: printed, logged, raised, a path, a glob, SQL, LaTeX, help, a format; none is a pattern
import argparse
import fnmatch
import glob
import logging
import re
import subprocess
import sys
from pathlib import Path

import unknown

key = "k"
print(rf"\d{6} ^\d{4}$")
logging.info(rf"{key}\d{4}x\d")
parser = argparse.ArgumentParser(description=rf"\d{4} \d{2} {key}")
parser.add_argument("--day", help=rf"like \d{4}-\d{2}")
PLACE = Path(rf"C:\d{4}\d{5}")
WINDOWS = rf"C:\data{1}\w{2}"
SHARE = rf"\\host\d{1}\w{2}"
OPENED = open(rf"{key}\d{1}\w{2}")
GLOB = f"{key}[0-9]{4}.csv"
FILES = [*glob.glob(GLOB), *Path(".").glob(f"{key}[0-9]{4}$")]
NAMES = fnmatch.filter([], f"^{key}[0-9]{4}$")
FRACTION = rf"$\frac{1}{2} \sqrt[3]{4} x_{1}^{2}$"
RULED = rf"\rule[0-2pt]{3}{4} \d{2}"
UNUSED_GLOB = f"{key}[0-9]{4}.csv"
URL = f"/api/v{2}/x[{key}]{3}"
SQL = f"select x{2} from t{3}"
subprocess.run(["grep", f"^[a-z]{3}$"])
"abc".replace(f"w{6}", "").split(f"^[a-z]{3}$")
unknown.give(f"x{3}")
unknown.give(pattern=f"x{3}")
unknown.give(f"[a-z]{3}")


def wrong():
    assert key, rf"^\d{4}$"
    raise ValueError(rf"want ^\d{4}-\d{2}$")


sys.exit(rf"no ^\d{4}$")
