# why: methods that give iterators, on objects whose class is known
import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

WORD = re.compile(r"\w+")
here = Path(".")
print("files: " + str(here.glob("*.none")))  # expect: PIT504
print(f"words: {WORD.finditer('a b')}")  # expect: PIT504
print(f"words: {WORD.findall('a b')} in {here}")
with ThreadPoolExecutor() as pool:
    print("lengths: %s" % pool.map(len, ["a", "b"]))  # expect: PIT504
