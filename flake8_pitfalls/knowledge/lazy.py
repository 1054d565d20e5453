"""Calls whose result makes its items only when it is gone through, and shows none of them as text.

Source: run on CPython 3.10 to 3.13; each gives an iterator whose `str` is `object`'s own (`<map object at 0x…>`), but for `range` and
`itertools.count`, `repeat` and the like, which show how they were made. `itertools.tee` and `dict.items` are not of them.
"""

from __future__ import annotations

BUILTIN = frozenset(("range", "map", "filter", "zip", "reversed", "enumerate", "iter"))
ITERTOOLS = frozenset(
    [
        "accumulate",
        "batched",
        "chain",
        "combinations",
        "combinations_with_replacement",
        "compress",
        "count",
        "cycle",
        "dropwhile",
        "filterfalse",
        "groupby",
        "islice",
        "pairwise",
        "permutations",
        "product",
        "repeat",
        "starmap",
        "takewhile",
        "zip_longest",
    ]
)
OTHERS = frozenset(("re.finditer", "glob.iglob", "os.walk", "os.scandir", "csv.reader", "itertools.chain.from_iterable"))
LAZY = frozenset(f"builtins.{name}" for name in BUILTIN) | frozenset(f"itertools.{name}" for name in ITERTOOLS) | OTHERS
# Methods of known objects, by the object's class.
METHODS = frozenset(
    (
        "pathlib.Path.glob",
        "pathlib.Path.rglob",
        "pathlib.Path.iterdir",
        "re.Pattern.finditer",
        *(f"concurrent.futures.{pool}PoolExecutor.map" for pool in ("Thread", "Process")),
        *(f"multiprocessing.{pool}.{name}" for pool in ("Pool", "pool.Pool", "pool.ThreadPool") for name in ("imap", "imap_unordered")),
    )
)
# The last words of all of them, for a first look at a call.
LAST_WORDS = frozenset(name.rpartition(".")[2] for name in LAZY | METHODS)
SHOWS_ITSELF = frozenset(("builtins.range", "itertools.count", "itertools.repeat"))
# Methods of a logger, which put their arguments into a text.
LOGS = frozenset(("debug", "info", "warning", "warn", "error", "exception", "critical", "log"))
