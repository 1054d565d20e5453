"""Calls: of this module's functions and classes, and what escapes to code that is not seen."""

from __future__ import annotations

import ast
import sys

from flake8_pitfalls.facts.frames.base import Arguments, Infeasible
from flake8_pitfalls.facts.frames.domain import (
    ANY_FRAME,
    FALSE,
    Array,
    Class,
    Dict,
    Env,
    External,
    Frame,
    Function,
    Instance,
    List,
    Method,
    Partial,
    Ref,
    Row,
    Scalar,
    Value,
    World,
)
from flake8_pitfalls.facts.frames.holders import Holders
from flake8_pitfalls.facts.frames.infer import kind_of_call, label
from flake8_pitfalls.facts.frames.methods import HARMLESS
from flake8_pitfalls.facts.frames.scalars import timed
from flake8_pitfalls.facts.frames.views import CHANGING, changed

DEEPEST_CALLS = 7
MOST_RECURSIONS = 4
# Methods of whatever object that look at what they are given, and change nothing in it.
LOOKING = frozenset(
    {"print", "debug", "info", "warning", "warn", "error", "exception", "critical", "log", "write", "writelines", "display", "show", "plot"}
    | {"add", "save", "dump", "dumps", "send", "put", "append", "emit", "join", "format", "assertEqual", "assertTrue", "assertFalse", "set"}
)
RECORDS = frozenset(("typing.NamedTuple", "pydantic.BaseModel"))
ENDS = frozenset(("sys.exit", "os._exit", "os.abort", "builtins.exit", "builtins.quit"))


class Calls(Holders):
    """What a call gives and changes."""

    def value_Call(self, node: ast.Call, world: World) -> Value:
        self.spend()
        if isinstance(node.func, ast.Name) and node.func.id == "super" and not node.args:
            return self._super(world)
        function = self.evaluate(node.func, world)
        return self.call(function, self.arguments(node, world), node, world)

    def arguments(self, node: ast.Call, world: World) -> Arguments:
        given: list[Value] = []
        sure = True
        for part in node.args:
            if not isinstance(part, ast.Starred):
                given.append(self.evaluate(part, world))
                continue
            value = self.evaluate(part.value, world)
            listing = world.listing(value)
            if listing is not None and listing.exact and not listing.strange:
                given += listing.items
            else:
                sure = False
        named: dict[str, Value] = {}
        for keyword in node.keywords:
            value = self.evaluate(keyword.value, world)
            if keyword.arg is not None:
                named[keyword.arg] = value
                continue
            thing = world.thing(value)
            if isinstance(thing, Dict) and not thing.strange and not thing.more:
                named.update((key, item) for key, item in thing.items if isinstance(key, str))
            else:
                sure = False
        return Arguments(tuple(given), named, sure)

    def call(self, function: Value, arguments: Arguments, node: ast.AST, world: World) -> Value:
        if isinstance(function, Function):
            return self._call_function(function, arguments, node, world)
        if isinstance(function, External):
            return self.call_external(function.name, arguments, node, world)
        if isinstance(function, Method):
            return self._call_method(function, arguments, node, world)
        if isinstance(function, Partial):
            more = Arguments((*function.arguments, *arguments.given), {**dict(function.keywords), **arguments.named}, arguments.sure)
            return self.call(function.function, more, node, world)
        thing = world.thing(function)
        if isinstance(thing, Class) and isinstance(function, Ref):
            return self.instantiate(function, thing, arguments, node, world)
        if isinstance(thing, Instance):
            return self.call(self.member(function, "__call__", node, world), arguments, node, world)
        self.escape_all(arguments, world)
        return None

    def _call_function(self, function: Function, arguments: Arguments, node: ast.AST, world: World) -> Value:
        if function.kind == "?" or len(self.calling) >= DEEPEST_CALLS or self.calling.count(function.node) >= MOST_RECURSIONS:
            self.escape_all(arguments, world)
            return None
        if function.bound is not None and function.kind != "staticmethod":
            arguments = arguments.after((function.bound,))
        return self.invoke(function, arguments, node, world)

    def is_callable(self, value: Value, world: World) -> bool:
        return isinstance(value, (Function, Partial, External, Method)) or isinstance(world.thing(value), Class)

    # What code that is not seen may change

    def escape_all(self, arguments: Arguments, world: World) -> None:
        for value in (*arguments.given, *arguments.named.values()):
            self.escape(value, world)

    def escape(self, value: Value, world: World, depth: int = 0) -> None:
        """What was handed to code that is not seen may be another thing afterwards."""
        if depth > 4:
            return
        if isinstance(value, List):
            for item in value.items:
                self.escape(item, world, depth + 1)
        thing = world.thing(value)
        if not isinstance(value, Ref) or thing is None:
            return
        if isinstance(thing, Frame):
            world.put(value, ANY_FRAME._replace(line=thing.line))
        elif isinstance(thing, List) and thing.form in ("list", "set"):
            world.put(value, thing._replace(strange=True, exact=False))
        elif isinstance(thing, (Dict, Instance)):
            world.put(value, thing._replace(strange=True))

    # Classes

    def make_class(self, node: ast.ClassDef, world: World) -> Value:
        raise NotImplementedError

    def _super(self, world: World) -> Value:
        env = world.heap[world.env.at]
        if not isinstance(env, Env):
            return None
        node = env.scope.node
        first = next(iter(env.names.values()), None)
        thing = world.thing(first)
        if isinstance(thing, (Instance, Class)) and isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            return Method(first, f"super {node.name}")
        return None

    def class_of(self, value: Value, world: World) -> Ref | None:
        thing = world.thing(value)
        if isinstance(thing, Instance):
            return thing.of
        return value if isinstance(thing, Class) and isinstance(value, Ref) else None

    def find(self, of: Value, name: str, world: World, depth: int = 0) -> tuple[Value, bool]:
        """An attribute of a class or of its bases; the second item: whether a base that is not known may have it."""
        thing = world.thing(of)
        if not isinstance(thing, Class) or depth > 8:
            return None, not (isinstance(of, External) and of.name in ("builtins.object", "abc.ABC", "typing.Generic", "unittest.TestCase"))
        if name in thing.attributes:
            return thing.attributes[name], False
        for base in thing.bases:
            found, strange = self.find(base, name, world, depth + 1)
            if found is not None or strange:
                return found, strange
        return None, False

    def member(self, value: Value, name: str, node: ast.AST, world: World) -> Value:
        thing = world.thing(value)
        assert isinstance(thing, (Instance, Class))
        if isinstance(thing, Instance):
            if name in thing.attributes:
                return thing.attributes[name] if not thing.strange else None
            if name == "__class__":
                return thing.of
        found, _ = self.find(self.class_of(value, world), name, world)
        return self.bound(found, value, node, world)

    def bound(self, found: Value, value: Value, node: ast.AST, world: World) -> Value:
        """What a class's attribute is when it is asked of an instance, or of the class."""
        if not isinstance(found, Function):
            return found
        is_instance = isinstance(world.thing(value), Instance)
        if found.kind == "classmethod":
            return found._replace(bound=self.class_of(value, world))
        if found.kind == "property" and is_instance:
            return self._call_function(found._replace(bound=value, kind=""), Arguments(), node, world)
        if found.kind == "staticmethod" or not is_instance:
            return found
        return found._replace(bound=value)

    def instantiate(self, of: Ref, thing: Class, arguments: Arguments, node: ast.AST, world: World) -> Ref:
        made = world.new(Instance(of, {}))
        makes, strange = self.find(of, "__init__", world)
        if isinstance(makes, Function):
            self._call_function(makes._replace(bound=made), arguments, node, world)
        elif strange:
            self.escape_all(arguments, world)
        self._fields(of, thing, arguments, made, node, world)
        return made

    def _fields(self, of: Ref, thing: Class, arguments: Arguments, made: Ref, node: ast.AST, world: World) -> None:
        """The fields of a dataclass: what is given, or the default that its factory makes."""
        fields = [part for part in thing.node.body if isinstance(part, ast.AnnAssign) and isinstance(part.target, ast.Name)]
        of_records = any(isinstance(base, External) and base.name in RECORDS for base in thing.bases)
        if "__init__" in thing.attributes or not (thing.node.decorator_list or of_records) or not fields:
            return
        attributes: dict[str, Value] = {}
        for n, field in enumerate(fields):
            assert isinstance(field.target, ast.Name)
            name = field.target.id
            value = thing.attributes.get(name)
            if arguments.has(name, n):
                attributes[name] = arguments.get(name, n)
            elif isinstance(value, Partial) and isinstance(value.function, External) and value.function.name == "dataclasses.field":
                factory = dict(value.keywords).get("default_factory")
                attributes[name] = (
                    self.call(factory, Arguments(), node, world) if factory is not None else dict(value.keywords).get("default")
                )
            elif field.value is not None:
                attributes[name] = value
        current = world.thing(made)
        if isinstance(current, Instance):
            world.put(made, current._replace(attributes={**current.attributes, **attributes}))
        after, _ = self.find(of, "__post_init__", world)
        if isinstance(after, Function):
            self._call_function(after._replace(bound=made), Arguments(), node, world)

    # Methods of values that are not of this module

    def _call_method(self, method: Method, arguments: Arguments, node: ast.AST, world: World) -> Value:
        value, name = method.of, method.name
        frame = world.frame(value)
        if frame is not None and isinstance(value, Ref):
            if name not in HARMLESS or name == "head":
                return self.frame_method(value, frame, name, arguments, node, world)
            return None
        if isinstance(value, Row):
            return self._row_method(value, name, arguments, world)
        if isinstance(value, Array):
            if name in CHANGING or label(arguments.named.get("inplace", FALSE)) is not False:
                changed(value, world)
            return self.array_method(value, name, arguments, node, world)
        if isinstance(value, Method) and name.startswith("__set"):  # `frame.loc.__setitem__(…)`
            self.escape(value.of, world)
            return None
        if isinstance(value, Method) and isinstance(value.of, Array) and value.name in ("str", "dt"):
            return self.accessor(value.of, name, arguments)
        listing = world.listing(value)
        if listing is not None:
            return self._list_method(value, listing, name, arguments, node, world)
        thing = world.thing(value)
        if isinstance(thing, Dict) and isinstance(value, Ref):
            return self._dict_method(value, thing, name, arguments, node, world)
        if isinstance(value, Scalar):
            return self._scalar_method(value, name, arguments, world)
        if value is None and name not in LOOKING:
            self.escape_all(arguments, world)
        return None

    # Functions of other modules

    def call_external(self, name: str, arguments: Arguments, node: ast.AST, world: World) -> Value:
        if name in ENDS:
            raise Infeasible
        if name.startswith("builtins."):
            return self._builtin(name[9:], arguments, node, world)
        if name in ("functools.partial", "dataclasses.field") and (arguments.given or name.endswith("field")):
            given = arguments.given if name.startswith("functools") else (External(name),)
            return Partial(given[0], tuple(given[1:]), tuple(arguments.named.items()))
        if name in ("copy.copy", "copy.deepcopy") and arguments.given:
            thing = world.thing(arguments.given[0])
            if isinstance(thing, Frame):
                return self.call(Method(arguments.given[0], "copy"), Arguments(), node, world)
            return world.new(thing) if isinstance(thing, (List, Dict)) else arguments.given[0]
        if name == "collections.defaultdict":
            return world.new(Dict(factory=arguments.given[0] if arguments.given else None))
        if name in ("collections.OrderedDict", "collections.deque"):
            return self._builtin("dict" if name.endswith("Dict") else "list", arguments, node, world)
        if name in ("itertools.chain", "itertools.chain.from_iterable"):
            return self._chained(name, arguments, world)
        if name in ("typing.cast",) and len(arguments.given) == 2:
            return arguments.given[1]
        if name == "math.isnan" and arguments.given:
            return self.call_external("pandas.isna", arguments, node, world)
        if (
            name == "dataclasses.asdict"
            and arguments.given
            and isinstance(thing := world.thing(arguments.given[0]), Instance)
            and not thing.strange
        ):
            return world.new(Dict(tuple(thing.attributes.items())))
        if name == "functools.reduce" and len(arguments.given) > 1:
            return self._reduced(arguments, node, world)
        if name == "asyncio.run" and arguments.given:
            return arguments.given[0]
        if name == "asyncio.gather":
            return world.new(List(arguments.given, arguments.sure))
        kind = kind_of_call(name)
        if kind is not None:
            return timed(name, kind, arguments)
        if not self.is_foreign(name):
            self.escape_all(arguments, world)
        return None

    def _reduced(self, arguments: Arguments, node: ast.AST, world: World) -> Value:
        items, exact = self.items(arguments.given[1], world)
        items = [*arguments.given[2:3], *items]
        if not items:
            return None
        value = items[0]
        for item in items[1:]:
            value = self.call(arguments.given[0], Arguments((value, item)), node, world)
        return value if exact or world.frame(value) is not None else None

    def is_foreign(self, name: str) -> bool:
        """Whether a dotted name belongs to a library: its functions are taken not to change the frames that they are given."""
        first = name.partition(".")[0]
        return bool(first) and (first in sys.stdlib_module_names or first in ("pandas", "numpy") or self.module.project.find(first) is None)

    def _chained(self, name: str, arguments: Arguments, world: World) -> Value:
        parts = list(arguments.given)
        if name.endswith("from_iterable") and parts:
            parts, _ = self.items(parts[0], world)
        made = List((), arguments.sure, "iter")
        for part in parts:
            made = self.extended(made, part, world)
        return made

    def _builtin(self, name: str, arguments: Arguments, node: ast.AST, world: World) -> Value:
        raise NotImplementedError
