"""Methods of the standard library's classes that people forget to call; from the library reference of Python 3.10 to 3.13.

The class is named as calling its maker names it (`sqlite3.connect`). Of builtin classes (`list`, `str`) the interpreter itself knows.
"""

from __future__ import annotations

_WORKER = "start run join is_alive getName isDaemon"
_LOCK = "acquire release locked"
_FILE = "close flush read readline readlines readable writable seekable isatty fileno detach tell truncate write writelines seek"
_QUEUE = "empty full qsize get get_nowait put put_nowait join task_done close join_thread cancel_join_thread"
_POOL = "close join terminate map map_async imap imap_unordered apply apply_async starmap starmap_async"
_TEXT: dict[str, str] = {
    "threading.Thread": _WORKER,
    "threading.Timer": f"{_WORKER} cancel",
    "multiprocessing.dummy.Process": _WORKER,
    "multiprocessing.Process": "start run join is_alive terminate kill close",
    "threading.Lock": _LOCK,
    "threading.RLock": "acquire release",
    "threading.Condition": "acquire release wait wait_for notify notify_all",
    "threading.Semaphore": "acquire release",
    "threading.BoundedSemaphore": "acquire release",
    "threading.Event": "set clear is_set wait",
    "threading.Barrier": "wait reset abort",
    "multiprocessing.Lock": "acquire release",
    "multiprocessing.RLock": "acquire release",
    "multiprocessing.Event": "set clear is_set wait",
    "multiprocessing.Queue": _QUEUE,
    "multiprocessing.JoinableQueue": _QUEUE,
    "multiprocessing.SimpleQueue": "empty get put close",
    "multiprocessing.Pool": _POOL,
    "multiprocessing.pool.ThreadPool": _POOL,
    "multiprocessing.pool.ApplyResult": "get wait ready successful",
    "multiprocessing.Manager": "shutdown start",
    "asyncio.Event": "set clear is_set wait",
    "asyncio.Lock": _LOCK,
    "asyncio.Queue": "empty full qsize get get_nowait put put_nowait join task_done",
    "concurrent.futures.ThreadPoolExecutor": "submit map shutdown",
    "concurrent.futures.ProcessPoolExecutor": "submit map shutdown",
    "concurrent.futures.Future": "result exception done running cancel cancelled add_done_callback",
    "queue.Queue": _QUEUE,
    "queue.LifoQueue": _QUEUE,
    "queue.PriorityQueue": _QUEUE,
    "queue.SimpleQueue": "empty qsize get get_nowait put put_nowait",
    "io.TextIOWrapper": _FILE,
    "io.StringIO": f"{_FILE} getvalue",
    "io.BytesIO": f"{_FILE} getvalue getbuffer",
    "tempfile.NamedTemporaryFile": "close flush read write seek",
    "tempfile.TemporaryFile": "close flush read write seek",
    "tempfile.TemporaryDirectory": "cleanup",
    "subprocess.Popen": "poll wait communicate terminate kill send_signal",
    "socket.socket": "accept close connect detach listen recv send sendall shutdown bind getpeername getsockname fileno",
    "sqlite3.connect": "commit rollback close cursor execute executemany executescript interrupt",
    "sqlite3.connect.cursor": "execute executemany fetchone fetchall fetchmany close",
    "collections.deque": "append appendleft clear copy count extend extendleft pop popleft remove reverse rotate",
    "pathlib.Path": "exists is_file is_dir mkdir unlink rmdir touch read_text read_bytes resolve absolute stat iterdir as_posix as_uri",
}
METHODS = {name: frozenset(text.split()) for name, text in _TEXT.items()}
BUILTINS = frozenset(["list", "dict", "set", "frozenset", "str", "bytes", "bytearray", "tuple"])
NAMES = frozenset(
    (
        *(method for methods in METHODS.values() for method in methods),
        *(name for kind in (list, dict, set, str, bytes, tuple) for name in dir(kind) if not name.startswith("_")),
    )
)
# Those that people test, as if they were attributes.
PREDICATES = frozenset(
    [
        "is_alive",
        "is_set",
        "locked",
        "empty",
        "full",
        "done",
        "running",
        "cancelled",
        "ready",
        "successful",
        "poll",
        "isatty",
        "readable",
        "writable",
        "seekable",
        "exists",
        "is_file",
        "is_dir",
        "start",
        "run",
        "join",
        "isdigit",
        "isalpha",
        "isalnum",
        "isspace",
        "isupper",
        "islower",
        "isidentifier",
        "isnumeric",
        "isdecimal",
        "istitle",
    ]
)


def is_method(owner: str, name: str) -> bool:
    """Whether instances of that class of the standard library have a method of that name."""
    kind = owner.removeprefix("builtins.")
    if owner.startswith("builtins.") and kind in BUILTINS:
        import builtins

        return not name.startswith("_") and callable(getattr(getattr(builtins, kind), name, None))
    return name in METHODS.get(owner, ())
