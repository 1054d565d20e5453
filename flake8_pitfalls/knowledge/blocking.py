"""Calls that make their thread wait, by the dotted name under which the library documents them.

Sources: *measured*, each run in an event loop that stood still for as long; *documented*, the library's reference says that it waits;
both without what only touches files. `flake8-async`, ruff's ASYNC2xx, blockbuster and aiocop list many of the same.
"""

from __future__ import annotations

from typing import NamedTuple

from flake8_pitfalls.knowledge import services


class Blocking(NamedTuple):
    """One blocking call.

    `waits`: what it waits for, in words that follow "until". `unless`: conditions under which it does not, each (kind, place, keyword):
    `zero` and `false` say that this argument is 0 or False, `has` that it holds the constant named last, `local` that it is this very
    machine, `own url` that it names no server, `given` that there is one. `needs`: what must be known before it is certain: `held`,
    `full`, `works`, `stream`.
    `fix`: `sleep`, `future`, `thread`, or "" where no thread may do it.
    """

    waits: str
    unless: tuple[tuple[str, int, str], ...] = ()
    needs: str = ""
    fix: str = "thread"
    source: str = "documented"


BLOCKING: dict[str, Blocking] = {}


def _add(
    names: str,
    waits: str,
    *,
    prefix: str = "",
    unless: tuple[tuple[str, int, str], ...] = (),
    needs: str = "",
    fix: str = "thread",
    source: str = "documented",
) -> None:
    for name in names.split():
        BLOCKING[f"{prefix}{name}"] = Blocking(waits, unless, needs, fix, source)


_TIMEOUT = (("zero", 0, "timeout"),)

_add("time.sleep", "the time is over", unless=(("zero", 0, "secs"),), fix="sleep", source="measured")

# Processes
_add("run call check_call check_output getoutput getstatusoutput", "the child process ends", prefix="subprocess.", source="measured")
_add(
    "wait communicate",
    "the child process ends",
    prefix="subprocess.Popen.",
    unless=(("zero", 0, "timeout"), ("zero", 1, "timeout")),
    source="measured",
)
_add("read readline readlines", "the child process writes", prefix="subprocess.Popen.stdout.")
_add("read readline readlines", "the child process writes", prefix="subprocess.Popen.stderr.")
_add("os.system", "the command ends", source="measured")
_add("read readline readlines close", "the command ends", prefix="os.popen.", source="measured")
_add("os.wait", "a child process ends")
_add("os.waitpid", "the child process ends", unless=(("has", 1, "options"),), source="measured")
_add("os.wait3", "a child process ends", unless=(("has", 0, "options"),))
_add("os.wait4", "the child process ends", unless=(("has", 1, "options"),))
_add("os.waitid", "the child process ends", unless=(("has", 2, "options"),))
_add("spawnl spawnle spawnlp spawnlpe spawnv spawnve spawnvp spawnvpe", "the child process ends", prefix="os.", needs="waits")

# HTTP
_VERBS = "get post put patch delete head options request"
_add(_VERBS, "the server answers", prefix="requests.", source="measured")
_add(f"{_VERBS} send", "the server answers", prefix="requests.Session.", source="measured")
_add(_VERBS, "the server answers", prefix="httpx.", source="measured")
_add(f"{_VERBS} send", "the server answers", prefix="httpx.Client.", source="measured")
_add("urllib.request.urlopen", "the server answers", unless=(("own url", 0, "url"),), source="measured")
_add("urllib.request.urlretrieve urllib.request.OpenerDirector.open urllib.request.build_opener.open", "the server answers")
_add("request urlopen request_encode_url request_encode_body", "the server answers", prefix="urllib3.PoolManager.")
_add("request urlopen request_encode_url request_encode_body", "the server answers", prefix="urllib3.ProxyManager.")
_add("request urlopen", "the server answers", prefix="urllib3.HTTPConnectionPool.")
_add("request urlopen", "the server answers", prefix="urllib3.HTTPSConnectionPool.")
_add("urllib3.request", "the server answers")
for _kind in ("HTTPConnection", "HTTPSConnection"):  # `request` only sends
    _add("getresponse connect", "the server answers", prefix=f"http.client.{_kind}.")

# Sockets
_add(
    "recv recv_into recvfrom recvfrom_into recvmsg recvmsg_into",
    "data arrives",
    prefix="socket.socket.",
    needs="blocking socket",
    source="measured",
)
_add("accept", "a client connects", prefix="socket.socket.", needs="blocking socket", source="measured")
_add("connect", "the other side answers", prefix="socket.socket.", needs="stream socket")
_add("sendall sendfile", "the other side reads", prefix="socket.socket.", needs="stream socket")
_add("recv recv_into read", "data arrives", prefix="ssl.SSLSocket.", needs="blocking socket")
_add("accept", "a client connects", prefix="ssl.SSLSocket.", needs="blocking socket")
_add("connect do_handshake", "the other side answers", prefix="ssl.SSLSocket.", needs="blocking socket")
_add("sendall", "the other side reads", prefix="ssl.SSLSocket.", needs="blocking socket")
_add("socket.create_connection", "the other side answers")
_add("socket.getaddrinfo", "the name is resolved", unless=(("local", 0, "host"), ("has", 5, "flags")))  # a flag may be AI_NUMERICHOST
_add("socket.gethostbyname socket.gethostbyname_ex", "the name is resolved", unless=(("local", 0, "hostname"),))
_add("socket.gethostbyaddr socket.getfqdn", "the name is resolved", needs="argument", unless=(("local", 0, "name"),))
_add("read readline readlines", "data arrives", prefix="socket.socket.makefile.")
_add("select.select", "a file is ready", unless=(("zero", 3, ""),), source="measured")
_add("select.poll.poll select.epoll.poll select.devpoll.poll", "a file is ready", unless=_TIMEOUT)
_add("select.kqueue.control", "an event comes", unless=(("zero", 2, "timeout"), ("zero", 1, "max_events")))
for _kind in ("DefaultSelector", "SelectSelector", "PollSelector", "EpollSelector", "KqueueSelector", "DevpollSelector"):
    _add(f"selectors.{_kind}.select", "a file is ready", unless=_TIMEOUT)

for _kind in ("socketserver.TCPServer", "socketserver.UDPServer", "http.server.HTTPServer", "xmlrpc.server.SimpleXMLRPCServer"):
    for _threading in ("", "Threading"):
        _module, _, _class = _kind.rpartition(".")
        _add("serve_forever", "another thread shuts it down", prefix=f"{_module}.{_threading}{_class}.")
        _add("handle_request", "a client connects", prefix=f"{_module}.{_threading}{_class}.", source="measured")

# Threads
_add("wait", "another thread sets it", prefix="threading.Event.", unless=_TIMEOUT, source="measured")
_add("wait", "another thread notifies it", prefix="threading.Condition.", unless=_TIMEOUT, fix="", source="measured")
_add("wait_for", "another thread notifies it", prefix="threading.Condition.", unless=(("zero", 1, "timeout"),), fix="")
_add("wait", "the other threads arrive", prefix="threading.Barrier.", unless=_TIMEOUT)
_ACQUIRE = (("false", 0, "blocking"), ("zero", 1, "timeout"))
_add("acquire", "another thread releases it", prefix="threading.Lock.", unless=_ACQUIRE, needs="held", source="measured")
_add("acquire", "another thread releases it", prefix="threading.RLock.", unless=_ACQUIRE, needs="never", fix="", source="measured")
_add("acquire", "another thread releases it", prefix="threading.Semaphore.", unless=_ACQUIRE, needs="held", source="measured")
_add("acquire", "another thread releases it", prefix="threading.BoundedSemaphore.", unless=_ACQUIRE, needs="held", source="measured")
_add("join", "the thread ends", prefix="threading.Thread.", unless=_TIMEOUT, source="measured")
_add("join", "the thread ends", prefix="threading.Timer.", unless=_TIMEOUT, source="measured")
_GET = (("false", 0, "block"), ("zero", 1, "timeout"))
_PUT = (("false", 1, "block"), ("zero", 2, "timeout"))
for _kind in (
    "queue.Queue",
    "queue.LifoQueue",
    "queue.PriorityQueue",
    "queue.SimpleQueue",
    "multiprocessing.Queue",
    "multiprocessing.JoinableQueue",
):
    _add(
        f"{_kind}.get",
        "another thread puts an item in" if _kind[0] == "q" else "another process puts an item in",
        unless=_GET,
        source="measured",
    )
    if _kind != "queue.SimpleQueue":
        _add(
            f"{_kind}.put",
            "another thread takes an item out" if _kind[0] == "q" else "another process takes an item out",
            unless=_PUT,
            needs="full",
        )
_add("multiprocessing.SimpleQueue.get", "another process puts an item in")
for _kind in ("queue.Queue", "queue.LifoQueue", "queue.PriorityQueue", "multiprocessing.JoinableQueue"):
    _add(f"{_kind}.join", "all items are done")

_add("recv recv_bytes", "the other process sends", prefix="multiprocessing.connection.Connection.")
_add("sched.scheduler.run", "the last event's time has come", unless=(("false", 0, "blocking"),))

# Futures and pools
_add("result exception", "the future is done", prefix="concurrent.futures.Future.", unless=_TIMEOUT, fix="future", source="measured")
_add("concurrent.futures.wait", "the futures are done", unless=(("zero", 1, "timeout"),), source="measured")
for _kind in ("ThreadPoolExecutor", "ProcessPoolExecutor", "InterpreterPoolExecutor"):
    _add("shutdown", "its work is done", prefix=f"concurrent.futures.{_kind}.", unless=(("false", 0, "wait"),), needs="works")
for _kind in ("multiprocessing.Pool", "multiprocessing.pool.ThreadPool"):
    _add("map starmap apply", "its work is done", prefix=f"{_kind}.")
    _add("join", "its workers end", prefix=f"{_kind}.")
for _kind in ("apply_async", "map_async", "starmap_async"):
    for _pool in ("multiprocessing.Pool", "multiprocessing.pool.ThreadPool"):
        _add("get wait", "its work is done", prefix=f"{_pool}.{_kind}.", unless=_TIMEOUT)
_add("join", "the process ends", prefix="multiprocessing.Process.", unless=_TIMEOUT, source="measured")
_add("wait", "another process sets it", prefix="multiprocessing.Event.", unless=_TIMEOUT)
_add("multiprocessing.connection.wait", "a connection or process is ready", unless=(("zero", 1, "timeout"),))

# Keyboard and signals
_add("builtins.input", "a line is typed", source="measured")
_add("getpass.getpass", "a line is typed")
_add("read readline readlines", "a line is typed", prefix="sys.stdin.")
_add("signal.pause signal.sigwait signal.sigwaitinfo", "a signal comes")
_add("signal.sigtimedwait", "a signal comes", unless=(("zero", 1, "timeout"),), source="measured")

# Databases
_SQL = "execute executemany executescript"
_add(f"{_SQL} commit rollback", "the database answers", prefix="sqlite3.connect.", needs="on disk", fix="")
_add(f"{_SQL} fetchone fetchmany fetchall", "the database answers", prefix="sqlite3.connect.cursor.", needs="on disk", fix="")
_add("fetchone fetchmany fetchall", "the database answers", prefix="sqlite3.connect.execute.", needs="on disk", fix="")

for _kind in ("psycopg2", "psycopg", "pymysql", "MySQLdb", "mysql.connector"):
    _add(f"{_kind}.connect", "the database answers", fix="")
    _add("commit rollback execute", "the database answers", prefix=f"{_kind}.connect.", fix="")
    _add("execute executemany callproc", "the database answers", prefix=f"{_kind}.connect.cursor.", fix="")
for _kind in ("Redis", "StrictRedis", "from_url", "Redis.from_url"):
    _add(
        "get set setex delete exists incr decr expire keys ping publish hget hset hgetall lpush rpush lpop rpop blpop brpop sadd smembers",
        "the server answers",
        prefix=f"redis.{_kind}.",
    )

# Mail and files of other machines
for _kind in ("smtplib.SMTP", "smtplib.SMTP_SSL", "ftplib.FTP", "ftplib.FTP_TLS", "imaplib.IMAP4", "imaplib.IMAP4_SSL", "poplib.POP3"):
    _add(_kind, "the server answers", needs="argument")
    _add("login quit", "the server answers", prefix=f"{_kind}.")
for _kind in ("smtplib.SMTP", "smtplib.SMTP_SSL"):
    _add("connect sendmail send_message starttls ehlo helo noop", "the server answers", prefix=f"{_kind}.")
for _kind in ("ftplib.FTP", "ftplib.FTP_TLS"):
    _add("connect cwd dir nlst retrbinary retrlines storbinary storlines delete mkd rename size", "the server answers", prefix=f"{_kind}.")
for _kind in ("imaplib.IMAP4", "imaplib.IMAP4_SSL"):
    _add("select search fetch store append copy list", "the server answers", prefix=f"{_kind}.")

_add(services.COLLECTION, "the database answers", prefix="pymongo.collection.Collection.")
_add(services.DATABASE, "the database answers", prefix="pymongo.database.Database.")
_add(services.MONGO_CLIENT, "the database answers", prefix="pymongo.MongoClient.")
_add("connect exec_command open_sftp", "the other machine answers", prefix="paramiko.SSHClient.")
_OF_SERVICE = Blocking("the service answers")


def blocking(name: str) -> Blocking | None:
    """What is known of a call that makes its thread wait, by its canonical name."""
    return BLOCKING.get(name) or (_OF_SERVICE if name.startswith("boto3.") and services.waits(name) else None)


# Managers whose `with` waits: at its end for the work that its block handed over, or at its beginning.
BLOCKING_WITH: dict[str, Blocking] = {
    "concurrent.futures.ThreadPoolExecutor": Blocking("the submitted work is done", (), "works", "", "measured"),
    "concurrent.futures.ProcessPoolExecutor": Blocking("the submitted work is done", (), "works", "", "documented"),
    "concurrent.futures.InterpreterPoolExecutor": Blocking("the submitted work is done", (), "works", "", "documented"),
    "subprocess.Popen": Blocking("the child process ends", (), "no wait", "", "documented"),
    "os.popen": Blocking("the command ends", (), "no wait", "", "documented"),
    "httpx.stream": Blocking("the server answers", (), "", "", "documented"),
    "httpx.Client.stream": Blocking("the server answers", (), "", "", "documented"),
}
# What waits for each of its items when it is iterated over.
BLOCKING_ITERATION: dict[str, Blocking] = {
    "concurrent.futures.as_completed": Blocking("the next future is done", (), "", "", "documented"),
    "concurrent.futures.ThreadPoolExecutor.map": Blocking("the next result is there", (), "", "thread", "measured"),
    "concurrent.futures.ProcessPoolExecutor.map": Blocking("the next result is there", (), "", "thread", "documented"),
    "multiprocessing.Pool.imap": Blocking("the next result is there", (), "", "thread", "documented"),
    "multiprocessing.Pool.imap_unordered": Blocking("the next result is there", (), "", "thread", "documented"),
    "multiprocessing.pool.ThreadPool.imap": Blocking("the next result is there", (), "", "thread", "documented"),
    "multiprocessing.pool.ThreadPool.imap_unordered": Blocking("the next result is there", (), "", "thread", "documented"),
    "pymongo.collection.Collection.find": Blocking("the database answers", (), "", "", "documented"),
    "subprocess.Popen.stdout": Blocking("the child process writes", (), "", "", "documented"),
    "os.popen": Blocking("the command writes", (), "", "", "documented"),
    "socket.socket.makefile": Blocking("data arrives", (), "", "", "documented"),
    "sys.stdin": Blocking("a line is typed", (), "", "", "documented"),
}

# Other names of the same things: the library's own module of a class, an alias, what a factory gives.
ALIASES: dict[str, str] = {
    "requests.api.": "requests.",
    "requests.sessions.Session": "requests.Session",
    "requests.session.": "requests.Session.",
    "httpx._client.Client": "httpx.Client",
    "httpx._api.": "httpx.",
    "urllib3.poolmanager.PoolManager": "urllib3.PoolManager",
    "urllib3.connectionpool.HTTPConnectionPool": "urllib3.HTTPConnectionPool",
    "urllib3.connectionpool.HTTPSConnectionPool": "urllib3.HTTPSConnectionPool",
    "concurrent.futures.thread.ThreadPoolExecutor": "concurrent.futures.ThreadPoolExecutor",
    "concurrent.futures.process.ProcessPoolExecutor": "concurrent.futures.ProcessPoolExecutor",
    "concurrent.futures._base.Future": "concurrent.futures.Future",
    "concurrent.futures._base.": "concurrent.futures.",
    "multiprocessing.get_context.": "multiprocessing.",
    "multiprocessing.context.SpawnContext.": "multiprocessing.",
    "multiprocessing.context.ForkContext.": "multiprocessing.",
    "multiprocessing.context.Process": "multiprocessing.Process",
    "multiprocessing.process.BaseProcess": "multiprocessing.Process",
    "multiprocessing.queues.Queue": "multiprocessing.Queue",
    "multiprocessing.queues.JoinableQueue": "multiprocessing.JoinableQueue",
    "multiprocessing.queues.SimpleQueue": "multiprocessing.SimpleQueue",
    "multiprocessing.synchronize.Event": "multiprocessing.Event",
    "multiprocessing.pool.Pool": "multiprocessing.Pool",
    "multiprocessing.dummy.Pool": "multiprocessing.pool.ThreadPool",
    "multiprocessing.Manager.Queue": "multiprocessing.Queue",
    "multiprocessing.managers.SyncManager.Queue": "multiprocessing.Queue",
    "multiprocessing.Manager.Event": "multiprocessing.Event",
    "multiprocessing.managers.SyncManager.Event": "multiprocessing.Event",
    "_queue.SimpleQueue": "queue.SimpleQueue",
    "_thread.allocate_lock": "threading.Lock",
    "socket.SocketType": "socket.socket",
    "socket.create_server.": "socket.socket.",
    "socket.create_connection.": "socket.socket.",
    "socket.fromfd.": "socket.socket.",
    "ssl.SSLContext.wrap_socket.": "ssl.SSLSocket.",
    "ssl.create_default_context.wrap_socket.": "ssl.SSLSocket.",
    "pymongo.mongo_client.MongoClient": "pymongo.MongoClient",
    "sqlite3.Connection.": "sqlite3.connect.",
    "sqlite3.Cursor.": "sqlite3.connect.cursor.",
    "sqlite3.dbapi2.connect.": "sqlite3.connect.",
    "sqlite3.connect.cursor.execute.": "sqlite3.connect.execute.",
    "sqlite3.connect.executemany.": "sqlite3.connect.execute.",
    "io.TextIOWrapper.": "io.TextIOWrapper.",
}
# How the library's own reference names what the tables name by the calls that give it.
SHOWN: dict[str, str] = {
    "builtins.": "",
    "sqlite3.connect.cursor.": "sqlite3.Cursor.",
    "sqlite3.connect.execute.": "sqlite3.Cursor.",
    "sqlite3.connect.": "sqlite3.Connection.",
    "os.popen.": "os.popen(…).",
    **{
        f"multiprocessing.{pool}.{method}.": "multiprocessing.pool.AsyncResult."
        for pool in ("Pool", "pool.ThreadPool")
        for method in ("apply_async", "map_async", "starmap_async")
    },
}
_STARTS = sorted(ALIASES, key=len, reverse=True)
_FIRST = frozenset(name.partition(".")[0] for name in (*BLOCKING, *BLOCKING_WITH, *BLOCKING_ITERATION, *ALIASES))
_KNOWN: dict[str, str] = {}


def shown(name: str) -> str:
    """A name of the tables as a reader knows it."""
    return next((text + name[len(start) :] for start, text in SHOWN.items() if name.startswith(start)), name)


def canonical(name: str) -> str:
    """The name under which the tables know a thing."""
    if name.partition(".")[0] not in _FIRST:
        return name
    found = _KNOWN.get(name)
    if found is None:
        found = name
        for start in _STARTS:
            if name == start or name.startswith(start if start.endswith(".") else f"{start}."):
                found = ALIASES[start] + name[len(start) :]
                break
        _KNOWN[name] = found if found == name else canonical(found)
        found = _KNOWN[name]
    return found
