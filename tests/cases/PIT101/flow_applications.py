# why: as applications hold patterns: tables of a class, fields with defaults, merged dicts, lexers, executors
import asyncio
import concurrent.futures
import functools
import re
from dataclasses import dataclass, field
key = "k"
class R:
    RULES = {"zip": f"{key}z{5}", "x": f"b{2}"}  # expect: PIT101
    patterns = [f"{key}z{5}"]  # expect: PIT101
    rx: str = f"{key}z{5}"  # expect: PIT101
    def __init__(self):
        self._p = [f"{key}z{6}"]  # expect: PIT101
        self._c = [re.compile(p) for p in self._p]
    def ok(self, v):
        for name, rx in self.RULES.items():
            if re.fullmatch(rx, v): return name
        return [re.match(p, v) for p in self.patterns] + [re.match(self.rx, v)]
@dataclass
class D:
    pattern: str = f"{key}z{5}"  # expect: PIT101
    other: str = field(default=f"{key}z{5}")  # expect: PIT101
    many: list = field(default_factory=lambda: [f"{key}z{5}"])  # expect: PIT101
    def ok(self, v):
        return re.match(self.pattern, v) or re.match(self.other, v) or [re.match(m, v) for m in self.many]
@functools.lru_cache
def comp(p): return re.compile(p)
comp(f"{key}z{5}")  # expect: PIT101
BASE = {"a": f"{key}z{5}"}  # expect: PIT101
ALL = {**BASE, "b": f"{key}z{5}"}  # expect: PIT101
UNION = BASE | {"c": f"{key}z{5}"}  # expect: PIT101
upd = {}
upd.update(d=f"{key}z{5}")  # expect: PIT101
upd.update({"e": f"{key}z{5}"})  # expect: PIT101
for d in (ALL, UNION, upd):
    pass
for v in ALL.values(): re.match(v, "")
for v in UNION.values(): re.match(v, "")
for v in upd.values(): re.match(v, "")
TOK = [("NUM", f"[0-9]{3}"), ("ID", f"x{4}")]  # expect: PIT101
LEX = re.compile("|".join(f"(?P<{n}>{p})" for n, p in TOK))
LEX2 = re.compile("|".join("(?P<%s>%s)" % pair for pair in [("NUM", f"[0-9]{3}")]))  # expect: PIT101
REPL = [(f"{key}z{5}", f"z{5}")]  # expect: PIT101
for pat, repl in REPL: re.sub(pat, repl, "")
def spec(): return f"{key}z{5}", re.I  # expect: PIT101
p, fl = spec()
re.match(p, "", fl)
with concurrent.futures.ThreadPoolExecutor() as ex:
    ex.submit(re.match, f"{key}z{5}", "")  # expect: PIT101
    list(ex.map(re.compile, [f"{key}z{5}"]))  # expect: PIT101
async def a():
    await asyncio.to_thread(re.match, f"{key}z{5}", "")  # expect: PIT101
    loop = asyncio.get_running_loop()
    await loop.run_in_executor(None, re.match, f"{key}z{5}", "")  # expect: PIT101
