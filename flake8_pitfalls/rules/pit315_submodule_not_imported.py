"""`import concurrent` does not import `concurrent.futures`: the attribute is there only if somebody else happens to have imported it.

```python bad
import concurrent

def main() -> None:
    with concurrent.futures.ThreadPoolExecutor() as executor:
        print(list(executor.map(len, ["a"])))

main()
```

```python good
import concurrent.futures

def main() -> None:
    with concurrent.futures.ThreadPoolExecutor() as executor:
        print(list(executor.map(len, ["a"])))

main()
```

```python ok
import asyncio
import concurrent
import os

print(os.path.sep, concurrent.futures.ThreadPoolExecutor, asyncio.run)
```

It knows the standard library's submodules and what imports them by the way (`asyncio` does `concurrent.futures`), measured on Python 3.10
to 3.13, and asks the modules of the project that the file imports. The fix imports the submodule; it is safe.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from flake8_pitfalls.facts import Module
from flake8_pitfalls.model import Fix, Hit, Level, Safety, rule

if TYPE_CHECKING:
    from flake8_pitfalls.facts.submodules import Unimported

PACKAGES = frozenset(
    [
        "concurrent",
        "ctypes",
        "curses",
        "dbm",
        "email",
        "encodings",
        "html",
        "http",
        "importlib",
        "json",
        "logging",
        "multiprocessing",
        "tkinter",
        "unittest",
        "urllib",
        "wsgiref",
        "xml",
        "xmlrpc",
    ]
)
PARTS = frozenset(
    [
        "futures",
        "process",
        "thread",
        "util",
        "ascii",
        "panel",
        "textpad",
        "dumb",
        "gnu",
        "charset",
        "contentmanager",
        "encoders",
        "errors",
        "feedparser",
        "generator",
        "header",
        "headerregistry",
        "iterators",
        "message",
        "mime",
        "parser",
        "policy",
        "utils",
        "idna",
        "client",
        "cookiejar",
        "cookies",
        "server",
        "abc",
        "machinery",
        "metadata",
        "resources",
        "tool",
        "config",
        "handlers",
        "connection",
        "dummy",
        "managers",
        "pool",
        "queues",
        "shared_memory",
        "sharedctypes",
        "synchronize",
        "colorchooser",
        "filedialog",
        "font",
        "messagebox",
        "scrolledtext",
        "simpledialog",
        "ttk",
        "mock",
        "error",
        "parse",
        "request",
        "response",
        "robotparser",
        "headers",
        "simple_server",
        "validate",
        "dom",
        "minidom",
        "pulldom",
        "domreg",
        "etree",
        "ElementInclude",
        "ElementTree",
        "parsers",
        "expat",
        "sax",
        "saxutils",
        "handler",
        "xmlreader",
        "application",
        "audio",
        "base",
        "image",
        "multipart",
        "text",
    ]
)


@rule("PIT315", "submodule-not-imported", level=Level.ERROR, on=ast.Module, words=("import", PACKAGES, PARTS), fixes=Safety.SAFE)
def check(node: ast.Module, module: Module) -> Iterator[Hit]:
    from flake8_pitfalls.facts.guards import caught_by, wanted_to_fail
    from flake8_pitfalls.facts.submodules import unimported

    for found in unimported(module):
        if caught_by(found.node, module, "AttributeError", "Exception", "BaseException", "ImportError") or wanted_to_fail(
            found.node, module
        ):
            continue
        parent, _, last = found.name.rpartition(".")
        message = (
            f"nothing in this file imports `{found.name}`: `{parent}` has no attribute `{last}` unless another module happens to import it;"
            f" `import {found.name}`"
        )
        yield Hit(found.node, message, partial(fix, found, module))


def fix(found: Unimported, module: Module) -> Fix | None:
    from flake8_pitfalls.fixing.submodules import import_submodule

    edits = import_submodule(found, module)
    return Fix(f"Import {found.name}", edits, Safety.SAFE) if edits is not None else None
