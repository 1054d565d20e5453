"""Who runs a function that it is handed, and where: right here, later in the event loop, or elsewhere (then nothing is said).

Anything that is not listed is taken to run nothing here: `asyncio.to_thread`, `run_in_executor`, `submit`, `Thread(target=…)`.
"""

from __future__ import annotations

# Calls that call a function here and now: the name -> where the function stands, by place or by keyword.
CALLERS: dict[str, tuple[int | str, ...]] = {
    "builtins.sorted": ("key",),
    "builtins.max": ("key",),
    "builtins.min": ("key",),
    "builtins.list.sort": ("key",),
    "functools.reduce": (0,),
    "heapq.nlargest": ("key", 2),
    "heapq.nsmallest": ("key", 2),
    "bisect.bisect": ("key",),
    "bisect.insort": ("key",),
    "re.sub": (1, "repl"),
    "re.subn": (1, "repl"),
    "re.Pattern.sub": (0, "repl"),
    "re.Pattern.subn": (0, "repl"),
    "contextvars.Context.run": (0,),
    "contextvars.copy_context.run": (0,),
    "contextlib.ExitStack.callback": (0,),
    "contextlib.AsyncExitStack.callback": (0,),
    "timeit.timeit": (0, "stmt"),
    "timeit.repeat": (0, "stmt"),
}
# Calls whose result calls a function when it is iterated over.
LAZY_CALLERS: dict[str, tuple[int | str, ...]] = {
    "builtins.map": (0,),
    "builtins.filter": (0,),
    "itertools.starmap": (0,),
    "itertools.takewhile": (0,),
    "itertools.dropwhile": (0,),
    "itertools.filterfalse": (0,),
    "itertools.accumulate": (1, "func"),
    "itertools.groupby": (1, "key"),
}
# Methods by which a loop, task or future is told to call a function in the loop; the place of the function. Not `add_reader` and
# `add_writer`: what they call finds its file ready, so reading it does not wait.
_LOOPS = (
    "asyncio.AbstractEventLoop",
    "asyncio.BaseEventLoop",
    "asyncio.get_running_loop",
    "asyncio.get_event_loop",
    "asyncio.new_event_loop",
)
_TASKS = [
    f"asyncio.{made}"
    for made in ("Task", "Future", "create_task", "ensure_future", "gather", "shield", "wrap_future", "TaskGroup.create_task")
]
_TASKS += [f"{loop}.{made}" for loop in _LOOPS for made in ("create_task", "create_future", "run_in_executor")]
SCHEDULERS: dict[str, int] = {
    f"{loop}.{method}": place
    for loop in _LOOPS
    for method, place in {
        "call_soon": 0,
        "call_soon_threadsafe": 0,
        "call_later": 1,
        "call_at": 1,
        "add_signal_handler": 1,
    }.items()
}
SCHEDULERS |= {f"{task}.add_done_callback": 0 for task in _TASKS}
SCHEDULERS |= {
    "tornado.ioloop.IOLoop.add_callback": 0,
    "tornado.ioloop.IOLoop.call_later": 1,
    "tornado.ioloop.IOLoop.spawn_callback": 0,
}

# Methods that run the target of a thread or process here and now.
RUNNERS = frozenset(("threading.Thread.run", "multiprocessing.Process.run"))

# What takes items from an iterator when it is called, and what only wraps it.
DRIVERS = frozenset(
    f"builtins.{name}"
    for name in ["list", "tuple", "set", "frozenset", "dict", "sorted", "sum", "min", "max", "any", "all", "next", "bytes", "bytearray"]
) | frozenset(
    (
        "functools.reduce",
        "collections.deque",
        "collections.Counter",
        "collections.OrderedDict",
        "math.prod",
        "math.fsum",
        "statistics.mean",
        "statistics.fmean",
        "heapq.nlargest",
        "heapq.nsmallest",
    )
)
LAZY = (
    frozenset(f"builtins.{name}" for name in ["map", "filter", "enumerate", "zip", "iter"])
    | frozenset(
        f"itertools.{name}"
        for name in [
            "chain",
            "islice",
            "starmap",
            "takewhile",
            "dropwhile",
            "filterfalse",
            "accumulate",
            "groupby",
            "zip_longest",
            "pairwise",
            "tee",
        ]
    )
    | {"itertools.chain.from_iterable"}
)
DRIVING_METHODS = frozenset(["join", "extend", "extendleft", "writelines"])
# Builtins that call no code of the program, but for `__len__` and the like, which nobody writes to block.
INERT = frozenset(
    [
        "len",
        "isinstance",
        "issubclass",
        "type",
        "id",
        "hash",
        "callable",
        "hasattr",
        "repr",
        "str",
        "int",
        "float",
        "bool",
        "ord",
        "chr",
        "abs",
        "round",
        "print",
        "super",
        "range",
        "zip",
        "enumerate",
        "format",
        "bytes",
        "bytearray",
        "object",
        "vars",
        "dir",
        "globals",
        "locals",
        "setattr",
        "delattr",
        "slice",
        "memoryview",
        "complex",
        "hex",
        "bin",
        "oct",
        "ascii",
        "property",
        "staticmethod",
        "classmethod",
        "ValueError",
        "TypeError",
        "RuntimeError",
        "KeyError",
        "IndexError",
        "AttributeError",
        "NotImplementedError",
        "Exception",
        "StopIteration",
        "OSError",
        "AssertionError",
        "LookupError",
        "ImportError",
    ]
)

# The last part of the names of questions whether a loop runs in this thread, or which thread this is.
ASKS_FOR_LOOP = frozenset(
    ["get_running_loop", "_get_running_loop", "current_async_library", "in_trio_run", "in_trio_task", "is_running", "current_task"]
)
ASKS_FOR_THREAD = frozenset(["get_ident", "get_native_id", "current_thread", "main_thread", "currentThread"])

# Decorators of other libraries that make a sync function run in a thread, or an async one in a loop of its own.
OFFLOADING_DECORATORS = frozenset(
    ("asgiref.sync.sync_to_async", "asyncer.asyncify", "anyio.to_thread.run_sync", "starlette.concurrency.run_in_threadpool")
)

# How each library of coroutines sleeps and runs a function in a thread; `keywords`: whether it hands them on to the function.
LIBRARIES: dict[str, dict[str, str]] = {
    "asyncio": {"sleep": "sleep", "thread": "to_thread", "keywords": "yes"},
    "anyio": {"sleep": "sleep", "thread": "to_thread.run_sync", "keywords": ""},
    "trio": {"sleep": "sleep", "thread": "to_thread.run_sync", "keywords": ""},
    "curio": {"sleep": "sleep", "thread": "run_in_thread", "keywords": ""},
}
# Libraries with a loop of their own, in which none of those works.
OTHER_LOOPS = frozenset(("gevent", "eventlet", "twisted"))
