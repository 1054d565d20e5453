"""Threads, processes, executors, futures and locks of the standard library: their names, their parameters, what reads or starts them.

From the library reference of Python 3.10 to 3.13: `threading`, `multiprocessing`, `concurrent.futures`, `_thread`, `asyncio`.
"""

from __future__ import annotations

# One name for what the library offers under several; a context's attributes (`get_context("spawn").Process`) come as its maker's.
_CONTEXTS = tuple(
    f"multiprocessing.{name}."
    for name in (
        "get_context",
        "context.BaseContext",
        "context.DefaultContext",
        "context.SpawnContext",
        "context.ForkContext",
        "context.ForkServerContext",
    )
)
_PARTS = (
    ("concurrent.futures.thread.", "concurrent.futures."),
    ("concurrent.futures.process.", "concurrent.futures."),
    ("concurrent.futures._base.", "concurrent.futures."),
    ("multiprocessing.context.Process", "multiprocessing.Process"),
    ("multiprocessing.process.BaseProcess", "multiprocessing.Process"),
    ("multiprocessing.pool.Pool", "multiprocessing.Pool"),
    ("multiprocessing.dummy.DummyProcess", "multiprocessing.dummy.Process"),
    ("multiprocessing.dummy.Pool", "multiprocessing.pool.ThreadPool"),
    ("multiprocessing.pool.AsyncResult", "multiprocessing.pool.ApplyResult"),
    ("multiprocessing.managers.SyncManager", "multiprocessing.Manager"),
)


def canonical(name: str) -> str:
    """The one dotted name for a thing that has several."""
    for context in _CONTEXTS:
        if name.startswith(context):
            return f"multiprocessing.{name[len(context) :]}"
    for part, whole in _PARTS:
        if name.startswith(part):
            return whole + name[len(part) :]
    return name


THREADS = frozenset(("threading.Thread", "threading.Timer", "multiprocessing.dummy.Process"))
SPAWNED = frozenset(("multiprocessing.context.SpawnProcess", "multiprocessing.context.ForkServerProcess"))
PROCESSES = frozenset(("multiprocessing.Process", "multiprocessing.context.ForkProcess")) | SPAWNED
WORKERS = THREADS | PROCESSES
THREAD_POOLS = frozenset(("concurrent.futures.ThreadPoolExecutor", "multiprocessing.pool.ThreadPool"))
PROCESS_POOLS = frozenset(("concurrent.futures.ProcessPoolExecutor", "multiprocessing.Pool"))
EXECUTORS = frozenset(("concurrent.futures.ThreadPoolExecutor", "concurrent.futures.ProcessPoolExecutor", "concurrent.futures.Executor"))
POOLS = frozenset(("multiprocessing.Pool", "multiprocessing.pool.ThreadPool"))
LOCKS = frozenset(
    f"{place}.{name}"
    for place in ("threading", "multiprocessing")
    for name in ("Lock", "RLock", "Semaphore", "BoundedSemaphore", "Condition")
) | frozenset(f"asyncio.{name}" for name in ("Lock", "Semaphore", "BoundedSemaphore", "Condition"))

# Bases that start nothing by themselves.
PLAIN_BASES = WORKERS | frozenset(("builtins.object", "abc.ABC", "typing.Generic", "typing.Protocol"))

# What a worker (not a subclass of the user's) has; none of it starts it.
WORKER_METHODS = frozenset(
    [
        "join",
        "is_alive",
        "getName",
        "setName",
        "isDaemon",
        "setDaemon",
        "terminate",
        "kill",
        "close",
        "cancel",
        "run",
        "name",
        "daemon",
        "ident",
        "native_id",
        "pid",
        "exitcode",
        "sentinel",
        "authkey",
        "interval",
        "function",
        "args",
        "kwargs",
        "finished",
        "_target",
        "_args",
        "_kwargs",
        "_started",
    ]
)

# Where a callable that will be called later stands: name of the callee -> (place among the positional arguments, keyword names).
TARGETS: dict[str, tuple[int, tuple[str, ...]]] = {
    "threading.Thread": (1, ("target",)),
    "multiprocessing.dummy.Process": (1, ("target",)),
    "multiprocessing.Process": (1, ("target",)),
    "multiprocessing.context.SpawnProcess": (1, ("target",)),
    "multiprocessing.context.ForkProcess": (1, ("target",)),
    "multiprocessing.context.ForkServerProcess": (1, ("target",)),
    "threading.Timer": (1, ("function",)),
    "_thread.start_new_thread": (0, ("function",)),
    "asyncio.to_thread": (0, ("func",)),
    "concurrent.futures.Future.add_done_callback": (0, ("fn",)),
}
TARGETS |= {f"{name}.{method}": (0, ("fn",)) for name in EXECUTORS for method in ("submit", "map")}
POOL_METHODS = ("apply", "apply_async", "map", "map_async", "imap", "imap_unordered", "starmap", "starmap_async")
TARGETS |= {f"{name}.{method}": (0, ("func",)) for name in POOLS for method in POOL_METHODS}
LOOPS = ("asyncio.AbstractEventLoop", "asyncio.BaseEventLoop")
TARGETS |= {f"{loop}.run_in_executor": (1, ("func",)) for loop in LOOPS}
TARGETS |= {f"{loop}.{name}": (0, ("callback",)) for loop in LOOPS for name in ("call_soon", "call_soon_threadsafe")}
TARGETS |= {f"{loop}.{name}": (1, ("callback",)) for loop in LOOPS for name in ("call_later", "call_at")}
# Where the arguments of the task stand, as a tuple and as a dict; absent: they follow the callable.
ARGUMENTS: dict[str, tuple[str, str]] = dict.fromkeys(WORKERS, ("args", "kwargs"))
ARGUMENTS |= {f"{name}.{method}": ("args", "kwds") for name in POOLS for method in ("apply", "apply_async")}
INITIALIZED = THREAD_POOLS | PROCESS_POOLS  # take `initializer=` and `initargs=`

# Calls that give None, whatever they are given.
GIVES_NONE = frozenset(
    (
        "builtins.print",
        "time.sleep",
        "os.remove",
        "os.unlink",
        "os.mkdir",
        "os.makedirs",
        "shutil.copyfileobj",
        "gc.enable",
        "gc.disable",
        "random.seed",
        *(f"builtins.list.{name}" for name in ["append", "extend", "insert", "remove", "reverse", "sort", "clear"]),
        *(f"builtins.set.{name}" for name in ["add", "clear", "discard", "remove", "update"]),
        *(f"builtins.dict.{name}" for name in ["clear", "update"]),
        *(f"{place}.Event.{name}" for place in ("threading", "multiprocessing") for name in ("set", "clear")),
        *(f"{name}.{method}" for name in ("queue.Queue", "multiprocessing.Queue") for method in ("put", "put_nowait")),
        *(f"{name}.{method}" for name in WORKERS for method in ("start", "join", "run")),
        *(f"logging.{place}{name}" for place in ("", "Logger.") for name in ["debug", "info", "warning", "error", "critical", "exception"]),
    )
)

# What hands work over and gives back something that holds its exception.
SUBMITS: dict[str, str] = {f"{name}.submit": "result" for name in EXECUTORS}
SUBMITS |= {f"{name}.{method}": "get" for name in POOLS for method in ("apply_async", "map_async", "starmap_async")}
MAPS = frozenset(f"{name}.map" for name in EXECUTORS) | frozenset(
    f"{name}.{method}" for name in POOLS for method in ("imap", "imap_unordered")
)
# Attributes of a future or AsyncResult that read neither its result nor its exception.
UNREADING = frozenset(("done", "running", "cancel", "cancelled", "wait", "ready"))
WAITS = frozenset(("concurrent.futures.wait", "concurrent.futures.as_completed"))

# Calls that only look at what they are given.
LOOKERS = frozenset(
    f"builtins.{name}"
    for name in [
        "print",
        "len",
        "repr",
        "str",
        "isinstance",
        "issubclass",
        "id",
        "type",
        "hash",
        "bool",
        "any",
        "all",
        "callable",
        "hasattr",
        "format",
        "min",
        "max",
        "sum",
        "ascii",
    ]
) | frozenset(
    f"logging.{place}{name}"
    for place in ("", "Logger.", "LoggerAdapter.")
    for name in ["debug", "info", "warning", "warn", "error", "critical", "exception", "log"]
)
# Calls whose result is, or holds, the same items as the container that they are given.
PASSING = frozenset(
    f"builtins.{name}" for name in ["list", "tuple", "set", "frozenset", "sorted", "reversed", "iter", "filter"]
) | frozenset(
    (
        "collections.deque",
        "copy.copy",
        "itertools.chain",
        "itertools.islice",
        "itertools.cycle",
        "random.sample",
        "concurrent.futures.as_completed",
        "tqdm.tqdm",
        "tqdm.auto.tqdm",
        "tqdm.std.tqdm",
        "tqdm.rich.tqdm",
        "rich.progress.track",
        "builtins.enumerate",
        "builtins.zip",
        "builtins.next",
        "concurrent.futures.wait",
    )
)

# What is called where a thread is only asked whether it runs: it starts nothing.
SHOWS_OR_WAITS = frozenset(
    "print str len repr format sleep join wait set append write terminate kill is_alive debug info warning error exception critical log"
    " assertTrue assertFalse assertEqual".split()
)
