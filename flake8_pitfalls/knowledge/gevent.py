"""gevent and eventlet: what hands a function to a greenlet, what patches what, and what stays as it was when the patch comes late.

Source: measured with gevent 26.9 and eventlet 0.41 on Python 3.11 (a greenlet that ticks beside one that waits); `gevent.monkey` and
`eventlet.patcher` for the arguments.
"""

from __future__ import annotations

from typing import NamedTuple

# What hands a function over: the dotted name -> (the place of the function among the arguments, its keyword).
SPAWNERS: dict[str, tuple[int, str]] = {}


def _spawns(prefix: str, names: str, place: int = 0, keyword: str = "") -> None:
    for name in names.split():
        SPAWNERS[f"{prefix}{name}"] = (place, keyword)


for _module in ("gevent.", "gevent.hub."):
    _spawns(_module, "spawn spawn_raw")
_spawns("gevent.", "spawn_later", 1)
_spawns("gevent.", "Greenlet", 0, "run")
_spawns("gevent.Greenlet.", "spawn")
_spawns("gevent.Greenlet.", "__init__", 0, "run")
_spawns("gevent.Greenlet.", "spawn_later", 1)
_spawns("gevent.Greenlet.", "link link_value link_exception", 0, "callback")
for _name in ("spawn", "spawn_later", "Greenlet.spawn", "Greenlet.spawn_later"):  # what they give is a Greenlet
    _spawns(f"gevent.{_name}.", "link link_value link_exception", 0, "callback")
_spawns("gevent.", "signal_handler", 1, "handler")
_spawns("gevent.thread.", "start_new_thread start_new", 0, "function")
for _pool in ("gevent.pool.Pool.", "gevent.pool.Group."):
    _spawns(_pool, "spawn")
    _spawns(_pool, "map map_async map_cb imap imap_unordered apply apply_async apply_cb", 0, "func")
for _server in ("gevent.server.StreamServer", "gevent.server.DatagramServer", "gevent.baseserver.BaseServer"):
    _spawns("", _server, 1, "handle")
_spawns("gevent.pywsgi.", "WSGIServer", 1, "application")
for _module in ("eventlet.", "eventlet.greenthread."):
    _spawns(_module, "spawn spawn_n", 0, "func")
    _spawns(_module, "spawn_after spawn_after_local", 1, "func")
_spawns("eventlet.greenpool.GreenPool.", "spawn spawn_n imap starmap", 0, "function")
_spawns("eventlet.greenpool.GreenPile.", "spawn", 0, "func")
_spawns("eventlet.", "serve", 1, "handle")
_spawns("eventlet.wsgi.", "server", 1, "site")
_spawns("eventlet.green.threading.", "Thread", 1, "target")
_spawns("eventlet.green.thread.", "start_new_thread", 0, "function")

# The method of a subclass that is the body of the greenlet.
BODIES = {
    "gevent.Greenlet": "_run",
    "gevent.server.StreamServer": "handle",
    "gevent.server.DatagramServer": "handle",
}
# Other names of the same things.
ALIASES = {
    "gevent.greenlet.": "gevent.",
    "gevent.pool.Group": "gevent.pool.Group",
    "gevent.server.BaseServer": "gevent.baseserver.BaseServer",
    "gevent.monkey.api.": "gevent.monkey.",
    "eventlet.GreenPool": "eventlet.greenpool.GreenPool",
    "eventlet.GreenPile": "eventlet.greenpool.GreenPile",
    "eventlet.patcher.monkey_patch": "eventlet.monkey_patch",
    "eventlet.patcher.import_patched": "eventlet.import_patched",
}
LIBRARIES = ("gevent", "eventlet")
# After one of these calls the greenlets that were spawned before have run, or are running.
YIELDS = frozenset(
    [
        "join",
        "joinall",
        "get",
        "wait",
        "waitall",
        "waitone",
        "wait_each",
        "iwait",
        "sleep",
        "idle",
        "serve_forever",
        "map",
        "apply",
        "starmap",
        "run",
        "server",
        "serve",
    ]
)


def canonical(name: str) -> str:
    """The name under which these tables know a thing."""
    if not name.startswith(LIBRARIES):
        return name
    for start, known in ALIASES.items():
        if name == start or name.startswith(start if start.endswith(".") else f"{start}."):
            return known + name[len(start) :]
    return name


def is_yield(name: str) -> bool:
    """Whether calling this lets other greenlets run."""
    return name.startswith(LIBRARIES) and name.rpartition(".")[2] in YIELDS


# Patching

ALL = "all"  # stands for every group: who patches is not known more closely
# Of each patching function: its parameters in order, each with the groups that it turns on and whether it is on by itself; then the
# groups that are always on.
Parameters = tuple[tuple[str, tuple[str, ...], bool], ...]


class Patcher(NamedTuple):
    """A function that patches.

    `always`: the groups that every call patches; `chosen`: whether naming one group true turns the others off.
    """

    parameters: Parameters = ()
    always: tuple[str, ...] = ()
    chosen: bool = False


_GEVENT_ALL: Parameters = (
    ("socket", ("socket",), True),
    ("dns", ("dns",), True),
    ("time", ("time",), True),
    ("select", ("select", "selectors"), True),
    ("thread", ("thread",), True),
    ("os", ("os",), True),
    ("ssl", ("ssl",), True),
    ("subprocess", ("subprocess",), True),
    ("sys", (), False),
    ("aggressive", (), True),
    ("Event", (), True),
    ("builtins", (), True),
    ("signal", (), True),
    ("queue", ("queue",), True),
    ("contextvars", (), True),
)
_EVENTLET: Parameters = (
    ("os", ("os", "os.wait"), True),
    ("select", ("select", "selectors"), True),
    ("socket", ("socket", "dns", "ssl"), True),
    ("thread", ("thread", "queue"), True),
    ("time", ("time",), True),
    ("subprocess", ("subprocess",), True),
)
PATCHERS: dict[str, Patcher] = {
    "gevent.monkey.patch_all": Patcher(_GEVENT_ALL),
    "gevent.monkey.patch_socket": Patcher((("dns", ("dns",), True), ("aggressive", (), True)), ("socket",)),
    "gevent.monkey.patch_dns": Patcher((), ("dns",)),
    "gevent.monkey.patch_ssl": Patcher((), ("ssl",)),
    "gevent.monkey.patch_time": Patcher((), ("time",)),
    "gevent.monkey.patch_select": Patcher((), ("select",)),
    "gevent.monkey.patch_selectors": Patcher((), ("selectors",)),
    "gevent.monkey.patch_thread": Patcher((), ("thread",)),
    "gevent.monkey.patch_os": Patcher((), ("os",)),
    "gevent.monkey.patch_queue": Patcher((), ("queue",)),
    "gevent.monkey.patch_subprocess": Patcher((), ("subprocess",)),
    "gevent.monkey.patch_signal": Patcher(),
    "gevent.monkey.patch_sys": Patcher(),
    "gevent.monkey.patch_builtins": Patcher(),
    "gevent.monkey.patch_contextvars": Patcher(),
    "gevent.monkey.patch_item": Patcher((), (ALL,)),
    "gevent.monkey.patch_module": Patcher((), (ALL,)),
    "eventlet.monkey_patch": Patcher(_EVENTLET, (), True),
}
# Modules of other libraries that patch when they are imported; the groups, or all. locust runs the file that imports it, so that one is
# patched before, whatever it imports first.
PATCHING_MODULES: dict[str, tuple[str, ...]] = {
    "locust": (ALL,),
    "grequests": ("socket", "dns", "time", "os", "ssl", "subprocess", "queue"),
}
PATCHING_RUNNERS = frozenset(("locust",))

# A name that begins so is covered by one of these groups; none: by no patch at all. The longest beginning counts.
COVERED: dict[str, tuple[str, ...]] = {
    "time.": ("time",),
    "select.": ("select",),
    "selectors.": ("selectors",),
    "socket.": ("socket",),
    "socket.getaddrinfo": ("dns",),
    "socket.gethostby": ("dns",),
    "socket.getfqdn": ("dns",),
    "ssl.": ("socket", "ssl"),
    "urllib.": ("socket",),
    "http.client.": ("socket",),
    "requests.": ("socket",),
    "urllib3.": ("socket",),
    "httpx.": ("socket",),
    "smtplib.": ("socket",),
    "ftplib.": ("socket",),
    "imaplib.": ("socket",),
    "poplib.": ("socket",),
    "threading.": ("thread",),
    "concurrent.futures.": ("thread",),
    "queue.": ("thread", "queue"),
    "queue.SimpleQueue.": ("queue",),
    "subprocess.": ("subprocess", "os.wait"),  # eventlet's os alone will do where no pipe is read
    "os.popen": ("subprocess",),
    "os.waitpid": ("os",),
    "os.spawn": ("os",),
    "os.wait": ("os.wait",),
    "os.wait3": (),
    "os.wait4": (),
    "os.waitid": (),
    "os.system": (),
    "multiprocessing.Process.": ("os",),
    "multiprocessing.Queue.": ("selectors",),
    "multiprocessing.pool.ThreadPool.": ("thread",),
    "multiprocessing.Event.": (),
    "builtins.input": (),
    "getpass.": (),
    "sys.stdin": (),
    "signal.": (),
}
_BEGINNINGS = sorted(COVERED, key=len, reverse=True)


def covering(name: str) -> tuple[str, ...] | None:
    """The groups of which one makes a blocking call give the hub back; () where none does, None where that was not measured."""
    return next((COVERED[start] for start in _BEGINNINGS if name.startswith(start)), None)


# Late patches


class Late(NamedTuple):
    """What stays as it was when the patch comes after it. `groups`: it matters to a patch of one of these; `then`: what happens, in words
    that follow the name; `before`: the first Python on which nothing happens, or None."""

    groups: tuple[str, ...]
    then: str
    libraries: tuple[str, ...] = LIBRARIES
    before: tuple[int, int] | None = None


BLOCKS = "goes on blocking every greenlet"
# `from m import name` before the patch keeps the old one; most other names look up what they do in the patched module.
BY_NAME: dict[str, Late] = {
    "time.sleep": Late(("time",), BLOCKS),
    "select.select": Late(("select",), BLOCKS),
    "select.poll": Late(("select",), BLOCKS),
    "select.epoll": Late(("select",), BLOCKS),
    "selectors.SelectSelector": Late(("selectors",), BLOCKS, ("eventlet",)),
    "socket.socket": Late(("socket",), BLOCKS),
    "os.waitpid": Late(("os",), BLOCKS),
    "os.wait": Late(("os.wait",), BLOCKS, ("eventlet",)),
    "threading.Lock": Late(("thread",), BLOCKS),
    "_thread.allocate_lock": Late(("thread",), BLOCKS),
    "threading.Thread": Late(("thread",), "waits forever in `join()`", ("gevent",), (3, 13)),
    "threading.Timer": Late(("thread",), "waits forever in `join()`", ("gevent",), (3, 13)),
    "queue.SimpleQueue": Late(("queue",), BLOCKS),
    "subprocess.Popen": Late(("subprocess",), "fails with TypeError: 'NoneType' object is not callable", ("gevent",)),
}
# Objects that keep the old parts: what makes them -> see above.
OBJECTS: dict[str, Late] = {
    "threading.Lock": Late(("thread",), BLOCKS),
    "_thread.allocate_lock": Late(("thread",), BLOCKS),
    "threading.RLock": Late(("thread",), "lets two greenlets in at once", ("gevent",)),
    "queue.SimpleQueue": Late(("queue",), BLOCKS),
    "socket.socket": Late(("socket",), BLOCKS),
    "socket.socketpair": Late(("socket",), BLOCKS),
    "socket.create_connection": Late(("socket",), BLOCKS),
    "socket.create_server": Late(("socket",), BLOCKS),
    "socket.fromfd": Late(("socket",), BLOCKS),
    "socketserver.TCPServer": Late(("socket",), BLOCKS),
    "socketserver.UDPServer": Late(("socket",), BLOCKS),
    "http.server.HTTPServer": Late(("socket",), BLOCKS),
    "subprocess.Popen": Late(("subprocess",), BLOCKS, ("gevent",)),
    "select.poll": Late(("select",), BLOCKS),
    "select.epoll": Late(("select",), BLOCKS),
    "ssl.create_default_context": Late(("ssl",), "fails with TypeError when it wraps a socket"),
    "ssl.SSLContext": Late(("ssl",), "fails with TypeError when it wraps a socket"),
    "sched.scheduler": Late(("time",), BLOCKS),
    "concurrent.futures.ThreadPoolExecutor": Late(("thread", "queue"), "never runs what it is given"),
}
# Importing one of these, or this name, before gevent patches ssl: gevent warns, since they hold the old SSLContext.
SSL_HOLDERS = frozenset(
    [
        "requests",
        "urllib3",
        "botocore.session",
        "botocore.httpsession",
        "boto3",
        "aiohttp",
        "redis",
        "elasticsearch",
        "sentry_sdk",
        "slack_sdk",
        "stripe",
        "grequests",
    ]
)
SSL_NAMES = frozenset(("ssl.SSLContext",))
