"""What calls of the standard library give, where it is not an instance of what was called; and decorators that change nothing."""

from __future__ import annotations

_MATCHERS = ("match", "search", "fullmatch")
_INT = ["len", "id", "hash", "ord", "int", "round"]
RETURNS: dict[str, str] = {f"builtins.{name}": "builtins.int" for name in _INT}
RETURNS |= {f"builtins.{kind}.{name}": "builtins.int" for kind in ("str", "bytes", "list", "tuple", "range") for name in ("index", "count")}
RETURNS |= {f"builtins.{kind}.{name}": "builtins.int" for kind in ("str", "bytes") for name in ("find", "rfind", "rindex")}
RETURNS |= {f"builtins.{name}": "builtins.str" for name in ["str", "repr", "chr", "hex", "bin", "oct", "ascii", "format", "input"]}
RETURNS |= {
    f"builtins.str.{name}": "builtins.str"
    for name in [
        "strip",
        "lstrip",
        "rstrip",
        "lower",
        "upper",
        "title",
        "replace",
        "join",
        "format",
        "zfill",
        "ljust",
        "rjust",
        "center",
        "capitalize",
        "swapcase",
        "removeprefix",
        "removesuffix",
    ]
}
RETURNS |= {f"builtins.{name}": "builtins.bool" for name in ["bool", "isinstance", "issubclass", "callable", "hasattr", "all", "any"]}
RETURNS |= {
    f"{module}.{name}": "builtins.bool"
    for module, names in {
        "builtins.str": "startswith endswith isdigit isalpha isalnum isspace isupper islower isidentifier isdecimal isascii istitle",
        "builtins.bytes": "startswith endswith isdigit isalpha isalnum isspace isupper islower isascii istitle",
        "builtins.set": "issubset issuperset isdisjoint",
        "builtins.frozenset": "issubset issuperset isdisjoint",
        "builtins.float": "is_integer",
        "os.path": "exists lexists isfile isdir isabs islink ismount samefile",
        "os": "access",
        "math": "isnan isinf isfinite isclose",
        "pathlib.Path": "exists is_file is_dir is_symlink is_absolute",
        "threading.Event": "is_set",
    }.items()
    for name in names.split()
}
RETURNS |= {
    f"{module}.{name}": "builtins.int"
    for module, names in {
        "os": ("getuid", "geteuid", "getgid", "system", "waitstatus_to_exitcode", "umask"),
        "os.path": ("getsize",),
        "subprocess": ("call", "check_call"),
        "sys": ("getrefcount", "getrecursionlimit"),
        "threading": ("get_ident", "get_native_id", "active_count"),
        "math": ("trunc", "lcm", "perm"),
        "random": ("getrandbits",),
        "operator": ("index",),
        "zlib": ("crc32", "adler32"),
        "binascii": ("crc32",),
        "queue.Queue": ("qsize",),
        "builtins.int": ("from_bytes",),
        **{f"re.{maker}": ("start", "end") for maker in ("Match", *_MATCHERS, *(f"Pattern.{name}" for name in _MATCHERS))},
    }.items()
    for name in names
}
RETURNS |= {
    "builtins.int.bit_length": "builtins.int",
    "builtins.int.bit_count": "builtins.int",
    "math.floor": "builtins.int",
    "math.ceil": "builtins.int",
    "math.isqrt": "builtins.int",
    "math.gcd": "builtins.int",
    "math.comb": "builtins.int",
    "math.factorial": "builtins.int",
    "os.getpid": "builtins.int",
    "os.getppid": "builtins.int",
    "sys.getsizeof": "builtins.int",
    "time.time_ns": "builtins.int",
    "time.perf_counter_ns": "builtins.int",
    "time.monotonic_ns": "builtins.int",
    "random.randint": "builtins.int",
    "random.randrange": "builtins.int",
    "time.time": "builtins.float",
    "time.perf_counter": "builtins.float",
    "time.monotonic": "builtins.float",
    "math.sqrt": "builtins.float",
    "builtins.float": "builtins.float",
    "threading.Thread.is_alive": "builtins.bool",
    "concurrent.futures.Executor.submit": "concurrent.futures.Future",
    "concurrent.futures.ThreadPoolExecutor.submit": "concurrent.futures.Future",
    "concurrent.futures.ProcessPoolExecutor.submit": "concurrent.futures.Future",
    "asyncio.run_coroutine_threadsafe": "concurrent.futures.Future",
    "concurrent.futures.thread.ThreadPoolExecutor": "concurrent.futures.ThreadPoolExecutor",
    "concurrent.futures.process.ProcessPoolExecutor": "concurrent.futures.ProcessPoolExecutor",
    "socket.create_connection": "socket.socket",
    "socket.create_server": "socket.socket",
    "builtins.open": "io.TextIOWrapper",
    "io.open": "io.TextIOWrapper",
    "logging.getLogger": "logging.Logger",
    "re.compile": "re.Pattern",
    "multiprocessing.Manager": "multiprocessing.managers.SyncManager",
    "requests.session": "requests.Session",
    "pymongo.MongoClient.get_database": "pymongo.database.Database",
    "pymongo.MongoClient.get_default_database": "pymongo.database.Database",
    "pymongo.database.Database.get_collection": "pymongo.collection.Collection",
    "requests.sessions.Session": "requests.Session",
    "asyncio.get_event_loop": "asyncio.AbstractEventLoop",
    "asyncio.get_running_loop": "asyncio.AbstractEventLoop",
    "asyncio.new_event_loop": "asyncio.AbstractEventLoop",
}

# What the items of a tuple are that these give, by place; "" where that is not known.
ITEMS: dict[str, tuple[str, ...]] = {
    "socket.socketpair": ("socket.socket", "socket.socket"),
    "socket.socket.accept": ("socket.socket", ""),
    "multiprocessing.Pipe": ("multiprocessing.connection.Connection", "multiprocessing.connection.Connection"),
}
# Attributes of instances that are objects themselves.
OBJECTS = frozenset(("subprocess.Popen.stdin", "subprocess.Popen.stdout", "subprocess.Popen.stderr"))

# Attributes of instances that are ints: of what the classes make, and of what their usual makers give.
_DATES = [f"datetime.{kind}{maker}" for kind in ("date", "datetime") for maker in ("", ".today", ".fromisoformat", ".fromtimestamp")]
_TIMES = ["datetime.time", "datetime.datetime.now", "datetime.datetime.utcnow", *_DATES[4:]]
INT_ATTRIBUTES = frozenset(
    [
        *(f"{kind}.{name}" for kind in (*_DATES, *_TIMES[1:3]) for name in ("year", "month", "day")),
        *(f"{kind}.{name}" for kind in _TIMES for name in ("hour", "minute", "second", "microsecond")),
        *(f"datetime.timedelta.{name}" for name in ("days", "seconds", "microseconds")),
        *(f"os.stat.{name}" for name in ("st_size", "st_mode", "st_ino", "st_nlink", "st_uid", "st_gid")),
        "subprocess.Popen.pid",
        "subprocess.run.returncode",
        "subprocess.CompletedProcess.returncode",
    ]
)
# The last words of all of them, for a first look.
INT_ATTRIBUTE_NAMES = frozenset(name.rpartition(".")[2] for name in INT_ATTRIBUTES)

# Annotations that say what a container holds: the container's kind.
HELD = {f"builtins.{kind}": kind for kind in ("list", "set", "frozenset", "dict", "tuple")}
HELD |= {"typing.List": "list", "typing.Set": "set", "typing.FrozenSet": "frozenset", "typing.Dict": "dict", "typing.Tuple": "tuple"}
_ITERABLES = ("Iterable", "Iterator", "Collection", "Sequence", "MutableSequence", "AbstractSet", "MutableSet", "Set", "Reversible")
HELD |= {f"collections.abc.{name}": "iterable" for name in _ITERABLES}
HELD |= {f"typing.{name}": "iterable" for name in _ITERABLES if name != "Set"}
# What says of a field in a class body how its value is made.
FIELDS = frozenset(("dataclasses.field", "attrs.field", "attr.ib", "attr.field"))

# What enters a context manager and gives what `with … as` would bind.
ENTERING = frozenset(("contextlib.ExitStack.enter_context", "contextlib.AsyncExitStack.enter_context", "unittest.TestCase.enterContext"))
# Classes whose `__enter__` gives the instance itself, for the classes of a program that derive from them.
ENTERED_AS_ITSELF = frozenset(
    [
        "concurrent.futures.Executor",
        "concurrent.futures.ThreadPoolExecutor",
        "concurrent.futures.ProcessPoolExecutor",
        "contextlib.AbstractContextManager",
        "contextlib.ExitStack",
        "multiprocessing.pool.Pool",
        "multiprocessing.pool.ThreadPool",
        "socket.socket",
        "subprocess.Popen",
    ]
)

# A function under one of these is called as it was written.
KEEPING_DECORATORS = frozenset(
    [
        "functools.wraps",
        "functools.lru_cache",
        "functools.cache",
        "functools.singledispatch",
        "functools.total_ordering",
        "abc.abstractmethod",
        "typing.overload",
        "typing.final",
        "typing.override",
        "typing.no_type_check",
        "typing_extensions.override",
        "typing_extensions.final",
        "typing_extensions.deprecated",
        "warnings.deprecated",
        "atexit.register",
    ]
)
# A function under one of these is called in another way; the value is how `values.Wrapped` names it.
WRAPPING_DECORATORS = {
    "builtins.property": "property",
    "functools.cached_property": "property",
    "abc.abstractproperty": "property",
    "builtins.staticmethod": "staticmethod",
    "builtins.classmethod": "classmethod",
    "contextlib.contextmanager": "contextmanager",
    "contextlib.asynccontextmanager": "asynccontextmanager",
}
# An annotation of one of these promises nothing.
NO_PROMISE = frozenset(
    [
        "typing.Any",
        "builtins.object",
        "typing.Callable",
        "collections.abc.Callable",
        "typing.TypeVar",
        "typing.Union",
        "typing.Self",
        "builtins.type",
        "typing.Type",
        "typing.Literal",
        "typing.Protocol",
    ]
)
