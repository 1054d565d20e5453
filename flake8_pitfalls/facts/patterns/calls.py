"""What a call does with a text: takes it as a pattern, takes it as plain text, hands it on to a function of the project, or keeps it."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from flake8_pitfalls.facts.index import FUNCTIONS
from flake8_pitfalls.facts.patterns.patterns import ANY, KEY, MODULES_AWAY, Path, Patterns
from flake8_pitfalls.facts.patterns.trace import Trace
from flake8_pitfalls.facts.values import Cls, Func, Partial, Thing, Wrapped
from flake8_pitfalls.knowledge import regex as table

if TYPE_CHECKING:
    from flake8_pitfalls.facts import Module
    from flake8_pitfalls.facts.names import Binding

PROPERTIES = frozenset({"builtins.property", "functools.cached_property", "django.utils.functional.cached_property"})
FIELD_CLASSES = frozenset(
    {"dataclasses.dataclass", "attr.s", "attrs.define", "attr.define", "attrs.frozen", "attr.frozen", "pydantic.dataclasses.dataclass"}
)
FIELD_BASES = frozenset({"typing.NamedTuple", "pydantic.BaseModel", "msgspec.Struct"})
# Builtins and kin that hand on what they are given: how the path changes is told by `_handed_on`.
CONTAINERS = frozenset(
    {
        *(f"builtins.{name}" for name in ("list", "tuple", "set", "frozenset", "sorted", "reversed", "iter", "dict")),
        *(f"builtins.{name}" for name in ("next", "str", "enumerate", "zip")),
        *(f"builtins.{name}" for name in ["map", "filter", "max", "min"]),
        "collections.deque", "collections.OrderedDict", "itertools.chain", "itertools.cycle", "typing.cast", "types.MappingProxyType",
        "copy.copy", "copy.deepcopy",
    }
)  # fmt: skip
FIELDS = frozenset({"dataclasses.field", "attr.ib", "attrs.field", "attr.field"})


def argument_of(trace: Trace, call: ast.Call, place: int | None, keyword: str | None, path: Path) -> None:
    """The text (or a container with it) is an argument of this call: by position, or by keyword."""
    if place is not None:
        star = next((n for n, item in enumerate(call.args[:place]) if isinstance(item, ast.Starred)), None)
        if isinstance(call.args[place], ast.Starred):
            if not path or not isinstance(path[0], int):
                return
            place, path = place + path[0], path[1:]
        elif star is not None:
            return
    if isinstance(trace.index.parent(call), ast.Raise):
        trace.use("text")
        return
    given(trace, call, call.func, place, keyword, path)


def given(trace: Trace, call: ast.Call, function: ast.expr, place: int | None, keyword: str | None, path: Path) -> None:
    """The same, where `function` is what is called in the end: of `partial(f, text)` it is `f`."""
    qualified = trace.names.qualified(function) or ""
    known = (
        frozenset() if qualified.startswith("builtins.") or _is_plain_method(trace, function, keyword) else trace.module.values.of(function)
    )
    if not qualified:
        things = {value.name for value in known if isinstance(value, Thing)}
        qualified = things.pop() if len(things) == 1 and len(known) == 1 else ""
    if qualified and _by_name(trace, call, qualified, place, keyword, path):
        return
    followed = False
    for value in known:
        followed = _into(trace, value, place, keyword, path, call) or followed
    if followed:
        return
    from flake8_pitfalls.facts.patterns.methods import by_keyword, by_method

    if not (isinstance(function, ast.Attribute) and by_method(trace, call, function, place, keyword, path)):
        by_keyword(trace, function, place, keyword, path)


def _is_plain_method(trace: Trace, function: ast.expr, keyword: str | None) -> bool:
    """Whether a method's name says that it takes plain text, and this module has no function of that name: then nothing else is asked."""
    if not isinstance(function, ast.Attribute) or function.attr not in table.LOGGERS or keyword is not None:
        return False
    return all(getattr(node, "name", "") != function.attr for node in trace.index.of(ast.FunctionDef, ast.AsyncFunctionDef))


# Functions of other libraries


def _by_name(trace: Trace, call: ast.Call, qualified: str, place: int | None, keyword: str | None, path: Path) -> bool:
    sink = table.FUNCTIONS.get(qualified)
    if sink is not None:
        if len(path) <= (1 if qualified.startswith("scrapy.") else 0):
            is_pattern = (place is not None and place == sink.position) or keyword in sink.keywords
            trace.use(*(("pattern", verbose(trace, call, sink.flags)) if is_pattern else ("text",)))
        return True
    if qualified in table.LEXICONS and len(path) == 2 and path[1] == 0:
        trace.use("pattern", verbose(trace, call, 1))
        return True
    if qualified in table.TEXT_FUNCTIONS or qualified.startswith(table.TEXT_MODULES):
        trace.use("text")
        return True
    if qualified in ("functools.partial", "functools.partialmethod") and call.args and place != 0:
        given(trace, call, call.args[0], None if place is None else place - 1, keyword, path)
        return True
    if qualified == "asyncio.to_thread" and call.args and place != 0:
        given(trace, call, call.args[0], None if place is None else place - 1, keyword, path)
        return True
    if qualified in FIELDS:
        _field(trace, call, keyword, path)
        return True
    if qualified in CONTAINERS:
        _handed_on(trace, call, qualified.rpartition(".")[2], place, keyword, path)
        return True
    return False


def _field(trace: Trace, call: ast.Call, keyword: str | None, path: Path) -> None:
    """The default of a field that a class body declares by a call."""
    if keyword == "default":
        trace.expression(call, path)


def _handed_on(trace: Trace, call: ast.Call, name: str, place: int | None, keyword: str | None, path: Path) -> None:
    if name in ("str", "cast", "copy", "deepcopy"):
        trace.expression(call, path)
    elif name == "dict" and keyword is not None:
        trace.expression(call, (("=", keyword), *path))
    elif not path:
        if name in ("max", "min"):
            trace.expression(call)
    elif name in ("dict", "OrderedDict", "MappingProxyType"):
        pairs = not isinstance(path[0], tuple) and len(path) > 1 and path[1] in (0, 1)
        trace.expression(call, ((ANY if path[1] == 1 else KEY, *path[2:]) if pairs else path))
    elif name == "enumerate":
        trace.expression(call, (ANY, 1, *path[1:]))
    elif name == "zip":
        trace.expression(call, (ANY, place, *path[1:]))
    elif name == "map" and place:
        given(trace, call, call.args[0], place - 1, None, path[1:])
    elif name in ("next", "max", "min"):
        trace.expression(call, path[1:])
    elif name in ("filter", "sorted", "reversed", "set", "frozenset", "chain", "cycle", "iter", "deque"):
        trace.expression(call, (ANY if path[0] != KEY else KEY, *path[1:]))
    else:
        trace.expression(call, path)


def verbose(trace: Trace, call: ast.Call, place: int) -> bool | None:
    """Whether a call's flags hold VERBOSE; None where that is not known."""
    flags = next((item.value for item in call.keywords if item.arg == "flags"), None)
    if flags is None and 0 <= place < len(call.args) and not any(isinstance(item, ast.Starred) for item in call.args):
        flags = call.args[place]
    if flags is None:
        return None if any(item.arg is None for item in call.keywords) else False
    sure = True
    stack = [flags]
    while stack:
        node = stack.pop()
        if isinstance(node, ast.BinOp) and isinstance(node.op, (ast.BitOr, ast.Add)):
            stack += [node.left, node.right]
        elif isinstance(node, ast.Constant) and isinstance(node.value, int):
            if node.value & table.VERBOSE_BIT:
                return True
        else:
            things = trace.module.values.things(node)
            if not things.isdisjoint(table.VERBOSE):
                return True
            binding = trace.names.only(node)
            if (
                not things
                and binding is not None
                and binding.kind == "assign"
                and binding.value is not None
                and not binding.path
                and len(stack) < 20
            ):
                stack.append(binding.value)
            elif not things or any(name.split(".")[0] not in table.ENGINES for name in things):
                sure = False
    return False if sure else None


# Functions and classes of the project


def _into(trace: Trace, value: object, place: int | None, keyword: str | None, path: Path, call: ast.Call) -> bool:
    """Follows the text into a function or class of the project; whether it was one."""
    if isinstance(value, Wrapped):
        return _into(trace, value.function, place, keyword, path, call)
    if isinstance(value, Partial):
        _, _, arguments, keywords, *_ = value.site.term
        shifted = None if place is None else place + len(arguments) - 1
        if isinstance(value.function, Thing) and not any(name == "flags" for name, _ in keywords):
            return _by_name(trace, call, value.function.name, shifted, keyword, path)
        return _into(trace, value.function, shifted, keyword, path, call)
    if isinstance(value, Thing):
        sink = table.FUNCTIONS.get(value.name)
        if sink is not None and not path and (keyword in sink.keywords or (place is not None and place == sink.position)):
            trace.use("pattern", None)  # its flags are given elsewhere
        return sink is not None
    if isinstance(value, Func):
        shifted = place + 1 if place is not None and value.receiver is not None else place
        if value.module == trace.module.dotted:
            node = trace.module.values.node_of(value)
            if node is not None:
                binding, rest = parameter(trace.patterns, node, shifted, keyword, path)
                trace.binding(binding, rest)
            return node is not None
        return _elsewhere(trace, call, (value.module, value.qualname), shifted, keyword, path)
    if isinstance(value, Cls):
        if value.module == trace.module.dotted:
            node = trace.module.project.own.local.class_nodes.get(value.qualname)
            if node is not None:
                _made(trace, node, place, keyword, path)
            return node is not None
        return _elsewhere(trace, call, (value.module, value.qualname), place, keyword, path)
    return False


def _elsewhere(trace: Trace, call: ast.Call, called: tuple[str, str], place: int | None, keyword: str | None, path: Path) -> bool:
    """Follows the text into a function or class of another module, and back out of it; `called`: the module and the qualname."""
    if trace.depth >= MODULES_AWAY:
        return False
    module, qualname = called
    found = trace.module.project.find(module)
    other = trace.patterns.other(found[0], module) if found is not None and found[1] != "namespace" else None
    if other is None:
        return False
    local = other.module.project.own.local
    node = local.function_nodes.get(qualname) or local.class_nodes.get(qualname)
    if node is not None:
        uses, returned = other.uses_of_parameter(node, place, keyword, path, trace.depth + 1)
        trace.found |= uses
        for inner in returned:
            trace.expression(call, inner)
    return node is not None


def _made(trace: Trace, node: ast.ClassDef, place: int | None, keyword: str | None, path: Path) -> None:
    """An instance is made with it: `__init__` takes it, or it becomes a field."""
    for klass in trace.ancestry(node):
        maker = next((item for item in klass.body if isinstance(item, ast.FunctionDef) and item.name in ("__init__", "__new__")), None)
        if maker is not None:
            binding, rest = parameter(trace.patterns, maker, None if place is None else place + 1, keyword, path)
            trace.binding(binding, rest)
            return
    fields = [
        item.target.id
        for klass in reversed(trace.ancestry(node))
        for item in klass.body
        if isinstance(item, ast.AnnAssign) and isinstance(item.target, ast.Name)
    ]
    name = keyword if keyword is not None else fields[place] if place is not None and place < len(fields) else None
    if name in fields and name is not None:
        trace.attribute(node, name, path)


def parameter(patterns: Patterns, function: ast.AST, place: int | None, keyword: str | None, path: Path) -> tuple[Binding | None, Path]:
    """The parameter that an argument lands in, and the path to it there."""
    if isinstance(function, ast.ClassDef):
        maker = next((item for item in function.body if isinstance(item, ast.FunctionDef) and item.name == "__init__"), None)
        if maker is None:
            return None, path
        function, place = maker, None if place is None else place + 1
    if not isinstance(function, FUNCTIONS):
        return None, path
    arguments = function.args
    plain = [*arguments.posonlyargs, *arguments.args]
    if place is not None:
        if place < len(plain):
            return patterns.bound(plain[place]), path
        return (patterns.bound(arguments.vararg), (place - len(plain), *path)) if arguments.vararg is not None else (None, path)
    for item in (*arguments.args, *arguments.kwonlyargs):
        if item.arg == keyword:
            return patterns.bound(item), path
    return (patterns.bound(arguments.kwarg), (("=", keyword), *path)) if arguments.kwarg is not None else (None, path)


def callers(trace: Trace, function: ast.AST) -> list[ast.Call]:
    """The calls of a function of this module; a lambda may be called by any name that is bound to it, `__init__` by its class's."""
    found = []
    owner = trace.index.parent(function)
    if getattr(function, "name", "") == "__init__" and isinstance(owner, ast.ClassDef):
        found += [call for call in trace.patterns.calls(owner.name) if trace.class_of(call.func) is owner]
    for call in trace.patterns.calls(getattr(function, "name", None)):
        if isinstance(function, ast.Lambda) and not isinstance(call.func, ast.Name):
            continue
        for value in trace.module.values.of(call.func):
            while isinstance(value, Wrapped):
                value = value.function
            if isinstance(value, Func) and value.module == trace.module.dotted and trace.module.values.node_of(value) is function:
                found.append(call)
    return found


def passed(argument: ast.arg, module: Module) -> list[ast.expr]:
    """What the calls in this file pass for a parameter."""
    function = module.index.parent(module.index.parents[argument])
    if function is None:
        return []
    patterns = module.patterns
    found: list[ast.expr] = []
    bound = isinstance(module.index.parent(function), ast.ClassDef)
    for call in callers(Trace(patterns), function):
        for place, item in enumerate(call.args):
            if not isinstance(item, ast.Starred) and parameter(patterns, function, place + bound, None, ())[0] is patterns.bound(argument):
                found.append(item)
        found += [item.value for item in call.keywords if item.arg == argument.arg]
    return found


def is_property(trace: Trace, function: ast.AST) -> bool:
    return any(trace.names.qualified(item) in PROPERTIES for item in getattr(function, "decorator_list", ()))
