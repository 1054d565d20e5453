# why: the task does nothing but make a value, which is lost with its future
from concurrent.futures import ThreadPoolExecutor


def build(day):
    name = day
    return {"day": name, "revenue": 0}


with ThreadPoolExecutor() as pool:
    for day in ("mon", "tue"):
        pool.submit(build, day)  # expect: PIT306
