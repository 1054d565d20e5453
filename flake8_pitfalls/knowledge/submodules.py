"""Submodules of the standard library that importing their package does not import, and what imports them by the way.

Measured in fresh interpreters (`-E -S`) of CPython 3.10 to 3.13: `import package` and then `package.submodule` raises AttributeError on
all that have it. Each with the modules whose import brings it on one of them at least. `collections.abc` is left out: nearly every
module of the library brings it.
"""

from __future__ import annotations

_MASKS: dict[str, str] = {
    "concurrent.futures": "asyncio unittest.async_case unittest.mock",
    "concurrent.futures.process": "",
    "concurrent.futures.thread": "",
    "ctypes.util": "",
    "curses.ascii": "curses.textpad",
    "curses.panel": "",
    "curses.textpad": "",
    "dbm.dumb": "",
    "dbm.gnu": "",
    "email.charset": (
        "cgi email.contentmanager email.feedparser email.generator email.header email.headerregistry email.message "
        "email.mime.application email.mime.audio email.mime.base email.mime.image email.mime.message email.mime.multipart "
        "email.mime.nonmultipart email.mime.text email.parser email.policy email.utils http.client http.cookiejar http.server "
        "importlib.metadata mailbox nntplib smtpd smtplib urllib.request urllib.robotparser wsgiref.simple_server "
        "xml.sax.expatreader xml.sax.saxutils xmlrpc.client xmlrpc.server"
    ),
    "email.contentmanager": (
        "email.mime.application email.mime.audio email.mime.base email.mime.image email.mime.message email.mime.multipart "
        "email.mime.nonmultipart email.mime.text email.policy"
    ),
    "email.encoders": (
        "cgi email.charset email.contentmanager email.feedparser email.generator email.header email.headerregistry "
        "email.message email.mime.application email.mime.audio email.mime.base email.mime.image email.mime.message "
        "email.mime.multipart email.mime.nonmultipart email.mime.text email.parser email.policy email.utils http.client "
        "http.cookiejar http.server importlib.metadata mailbox nntplib smtpd smtplib urllib.request urllib.robotparser "
        "wsgiref.simple_server xml.sax.expatreader xml.sax.saxutils xmlrpc.client xmlrpc.server"
    ),
    "email.errors": (
        "cgi email.charset email.contentmanager email.feedparser email.generator email.header email.headerregistry "
        "email.message email.mime.application email.mime.audio email.mime.base email.mime.image email.mime.message "
        "email.mime.multipart email.mime.nonmultipart email.mime.text email.parser email.policy email.utils http.client "
        "http.cookiejar http.server importlib.metadata mailbox nntplib smtpd smtplib urllib.request urllib.robotparser "
        "wsgiref.simple_server xml.sax.expatreader xml.sax.saxutils xmlrpc.client xmlrpc.server"
    ),
    "email.feedparser": (
        "cgi email.parser http.client http.cookiejar http.server urllib.request urllib.robotparser wsgiref.simple_server "
        "xml.sax.expatreader xml.sax.saxutils xmlrpc.client xmlrpc.server"
    ),
    "email.generator": "mailbox smtplib",
    "email.header": (
        "cgi email.contentmanager email.feedparser email.message email.mime.application email.mime.audio email.mime.base "
        "email.mime.image email.mime.message email.mime.multipart email.mime.nonmultipart email.mime.text email.parser "
        "email.policy http.client http.cookiejar http.server importlib.metadata mailbox nntplib smtplib urllib.request "
        "urllib.robotparser wsgiref.simple_server xml.sax.expatreader xml.sax.saxutils xmlrpc.client xmlrpc.server"
    ),
    "email.headerregistry": (
        "email.mime.application email.mime.audio email.mime.base email.mime.image email.mime.message email.mime.multipart "
        "email.mime.nonmultipart email.mime.text email.policy"
    ),
    "email.iterators": (
        "cgi email.contentmanager email.message email.mime.application email.mime.audio email.mime.base email.mime.image "
        "email.mime.message email.mime.multipart email.mime.nonmultipart email.mime.text email.policy http.client "
        "http.cookiejar http.server importlib.metadata mailbox smtplib urllib.request urllib.robotparser wsgiref.simple_server "
        "xml.sax.expatreader xml.sax.saxutils xmlrpc.client xmlrpc.server"
    ),
    "email.message": (
        "cgi email.contentmanager email.mime.application email.mime.audio email.mime.base email.mime.image email.mime.message "
        "email.mime.multipart email.mime.nonmultipart email.mime.text email.policy http.client http.cookiejar http.server "
        "importlib.metadata mailbox smtplib urllib.request urllib.robotparser wsgiref.simple_server xml.sax.expatreader "
        "xml.sax.saxutils xmlrpc.client xmlrpc.server"
    ),
    "email.mime": "",
    "email.mime.application": "",
    "email.mime.audio": "",
    "email.mime.base": (
        "email.mime.application email.mime.audio email.mime.image email.mime.message email.mime.multipart "
        "email.mime.nonmultipart email.mime.text"
    ),
    "email.mime.image": "",
    "email.mime.message": "",
    "email.mime.multipart": "",
    "email.mime.text": "",
    "email.parser": (
        "cgi http.client http.cookiejar http.server urllib.request urllib.robotparser wsgiref.simple_server xml.sax.expatreader "
        "xml.sax.saxutils xmlrpc.client xmlrpc.server"
    ),
    "email.policy": (
        "email.mime.application email.mime.audio email.mime.base email.mime.image email.mime.message email.mime.multipart "
        "email.mime.nonmultipart email.mime.text"
    ),
    "email.utils": (
        "cgi email.contentmanager email.feedparser email.generator email.headerregistry email.message email.mime.application "
        "email.mime.audio email.mime.base email.mime.image email.mime.message email.mime.multipart email.mime.nonmultipart "
        "email.mime.text email.parser email.policy http.client http.cookiejar http.server importlib.metadata mailbox smtpd "
        "smtplib urllib.request urllib.robotparser wsgiref.simple_server xml.sax.expatreader xml.sax.saxutils xmlrpc.client "
        "xmlrpc.server"
    ),
    "encodings.idna": "",
    "html.parser": "",
    "http.client": (
        "http.cookiejar http.server urllib.request urllib.robotparser wsgiref.simple_server xml.sax.expatreader "
        "xml.sax.saxutils xmlrpc.client xmlrpc.server"
    ),
    "http.cookiejar": "",
    "http.cookies": "",
    "http.server": "wsgiref.simple_server xmlrpc.server",
    "importlib.abc": "importlib.metadata importlib.readers importlib.resources",
    "importlib.machinery": (
        "asyncio bdb cProfile cgitb cmd compileall dataclasses doctest imp importlib.abc importlib.metadata importlib.readers "
        "importlib.resources importlib.simple inspect modulefinder multiprocessing.forkserver multiprocessing.managers "
        "multiprocessing.popen_forkserver multiprocessing.popen_spawn_posix multiprocessing.resource_tracker "
        "multiprocessing.shared_memory multiprocessing.spawn pdb pkgutil pprint profile pstats py_compile pydoc rlcompleter "
        "runpy trace turtle unittest xmlrpc.server"
    ),
    "importlib.metadata": "",
    "importlib.resources": "importlib.abc importlib.metadata importlib.readers importlib.simple",
    "importlib.util": (
        "cgitb compileall imp importlib.metadata importlib.readers importlib.resources.readers multiprocessing.forkserver "
        "multiprocessing.managers multiprocessing.popen_forkserver multiprocessing.popen_spawn_posix "
        "multiprocessing.resource_tracker multiprocessing.shared_memory multiprocessing.spawn pkgutil py_compile pyclbr pydoc "
        "runpy unittest.mock xmlrpc.server zipapp zipfile"
    ),
    "json.tool": "",
    "logging.config": "",
    "logging.handlers": "logging.config",
    "multiprocessing.connection": (
        "concurrent.futures.process multiprocessing.forkserver multiprocessing.managers multiprocessing.pool "
        "multiprocessing.popen_forkserver multiprocessing.queues"
    ),
    "multiprocessing.dummy": "",
    "multiprocessing.managers": "",
    "multiprocessing.pool": "multiprocessing.managers",
    "multiprocessing.queues": "concurrent.futures.process",
    "multiprocessing.shared_memory": "multiprocessing.managers",
    "multiprocessing.sharedctypes": "",
    "multiprocessing.synchronize": "",
    "tkinter.colorchooser": "",
    "tkinter.filedialog": "",
    "tkinter.font": "",
    "tkinter.messagebox": "tkinter.filedialog tkinter.simpledialog turtle",
    "tkinter.scrolledtext": "",
    "tkinter.simpledialog": "tkinter.filedialog turtle",
    "tkinter.ttk": "",
    "unittest.mock": "",
    "urllib.error": "http.cookiejar urllib.request urllib.robotparser xml.sax.expatreader xml.sax.saxutils",
    "urllib.parse": (
        "cgi cgitb compileall email.contentmanager email.feedparser email.generator email.headerregistry email.message "
        "email.mime.application email.mime.audio email.mime.base email.mime.image email.mime.message email.mime.multipart "
        "email.mime.nonmultipart email.mime.text email.parser email.policy email.utils http.client http.cookiejar http.server "
        "importlib.abc importlib.metadata importlib.readers importlib.resources importlib.simple json.tool mailbox mimetypes "
        "pathlib pydoc smtpd smtplib urllib.request urllib.robotparser wsgiref.simple_server xml.etree.ElementInclude "
        "xml.sax.expatreader xml.sax.saxutils xmlrpc.client xmlrpc.server zipapp zipfile"
    ),
    "urllib.request": "http.cookiejar urllib.robotparser xml.sax.expatreader xml.sax.saxutils",
    "urllib.response": "http.cookiejar urllib.error urllib.request urllib.robotparser xml.sax.expatreader xml.sax.saxutils",
    "urllib.robotparser": "",
    "wsgiref.handlers": "wsgiref.simple_server",
    "wsgiref.headers": "wsgiref.handlers wsgiref.simple_server",
    "wsgiref.simple_server": "",
    "wsgiref.util": "wsgiref.handlers wsgiref.simple_server",
    "wsgiref.validate": "",
    "xml.dom": "",
    "xml.dom.minidom": "xml.dom.expatbuilder",
    "xml.dom.pulldom": "",
    "xml.etree": "",
    "xml.etree.ElementInclude": "",
    "xml.etree.ElementTree": "xml.etree.ElementInclude xml.etree.cElementTree",
    "xml.parsers": "plistlib xml.dom.expatbuilder xml.sax.expatreader xmlrpc.client xmlrpc.server",
    "xml.parsers.expat": "plistlib xml.dom.expatbuilder xml.sax.expatreader xmlrpc.client xmlrpc.server",
    "xml.sax": "xml.dom.pulldom",
    "xml.sax.saxutils": "xml.sax.expatreader",
    "xmlrpc.client": "xmlrpc.server",
    "xmlrpc.server": "",
}
MISSING: dict[str, frozenset[str]] = {name: frozenset(text.split()) for name, text in _MASKS.items()}
LAST_WORDS = frozenset(name.rpartition(".")[2] for name in MISSING)

# Attributes whose use imports submodules as well.
_PARTS = ["Process", "Pool", "Queue", "SimpleQueue", "JoinableQueue", "Manager", "Pipe"]
_LOCKS = ["Lock", "RLock", "Semaphore", "BoundedSemaphore", "Condition", "Event", "Barrier"]
BROUGHT_BY: dict[str, frozenset[str]] = {
    "concurrent.futures.thread": frozenset(("concurrent.futures.ThreadPoolExecutor", "asyncio.to_thread")),
    "concurrent.futures.process": frozenset(("concurrent.futures.ProcessPoolExecutor",)),
    "multiprocessing.pool": frozenset(("multiprocessing.Pool", "multiprocessing.Manager")),
    "multiprocessing.managers": frozenset(("multiprocessing.Manager",)),
    "multiprocessing.queues": frozenset(f"multiprocessing.{name}" for name in _PARTS),
    "multiprocessing.connection": frozenset(f"multiprocessing.{name}" for name in _PARTS),
    "multiprocessing.shared_memory": frozenset(("multiprocessing.Manager",)),
    "multiprocessing.synchronize": frozenset(f"multiprocessing.{name}" for name in (*_LOCKS, *_PARTS)),
    "multiprocessing.sharedctypes": frozenset(f"multiprocessing.{name}" for name in ("Value", "Array", "RawValue", "RawArray")),
}
_MESSAGES = frozenset(f"email.message_from_{name}" for name in ("string", "bytes", "file", "binary_file"))
BROUGHT_BY |= {name: _MESSAGES for name in MISSING if name.startswith("email.") and not name.startswith("email.mime")}
