# why: which methods of .str and of frames take patterns, and when `regex=` decides
# run: no
import pandas as pd

key = "k"
s = pd.Series(["a"])
s.str.replace(f"{key}a{2}", f"b{2}", regex=True)  # expect: PIT101
s.str.replace(f"{key}a{2}", f"b{2}")
s.str.replace(f"{key}a{2}", f"b{2}", regex=False)
s.str.contains(f"{key}a{2}", regex=False)
s.str.startswith(f"{key}a{2}")
s.str.split(f"{key}a{2}")  # expect: PIT101
s.str.match(f"{key}a{2}")  # expect: PIT101
s.str.fullmatch(f"{key}a{2}")  # expect: PIT101
s.str.count(f"{key}a{2}")  # expect: PIT101
s.str.findall(f"{key}a{2}")  # expect: PIT101
s.str.extractall(f"{key}(a{2})")  # expect: PIT101
s.replace(f"{key}a{2}", f"b{2}", regex=True)  # expect: PIT101
s.replace(f"{key}a{2}", "")
s.replace({f"{key}a{2}": ""}, regex=True)  # expect: PIT101
s.to_frame().replace(regex=f"{key}a{2}", value="")  # expect: PIT101
