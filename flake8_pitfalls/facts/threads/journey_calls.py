"""What becomes of a value that is handed to a call: a helper of this module, a builtin that looks or passes it on, anything else."""

from __future__ import annotations

import ast
from typing import Any

from flake8_pitfalls.facts.index import FUNCTIONS
from flake8_pitfalls.facts.threads.journeys import Shape, Traveller, item
from flake8_pitfalls.facts.values import UNKNOWN, Cls, Const, Func, Inst, Thing
from flake8_pitfalls.knowledge.threads import LOOKERS, PASSING, WORKERS, canonical

FUTURES = ("concurrent.futures.Future", "multiprocessing.pool.ApplyResult")
CONTAINERS = ("builtins.list", "builtins.set", "builtins.dict", "collections.deque")
PUTS = {"append": 0, "appendleft": 0, "add": 0, "insert": 1, "setdefault": 1}
EXTENDS = ("extend", "extendleft", "update")


def handed_over(traveller: Traveller, call: ast.Call, place: int | None, keyword: str | None, shape: Shape) -> None:
    """The value is an argument of a call, at a place or under a name."""
    for value in traveller.values.of(call.func) or {UNKNOWN}:
        if isinstance(value, Func):
            into_function(traveller, value, call, place, keyword, shape)
        elif isinstance(value, Cls):
            into_class(traveller, value, call, place, keyword, shape)
        elif isinstance(value, Thing):
            into_thing(traveller, value, call, place, keyword, shape)
        elif isinstance(value, Inst) and isinstance(value.of, Thing) and not shape:
            into_caller(traveller, value, call)
        else:
            traveller.escape(call)


def into_function(traveller: Traveller, value: Func, call: ast.Call, place: int | None, keyword: str | None, shape: Shape) -> None:
    """The value becomes a parameter."""
    function = traveller.values.node_of(value)
    if any(isinstance(given, ast.Starred) for given in call.args[:place]):
        traveller.escape(call)
        return
    if not isinstance(function, FUNCTIONS):
        bound = 1 if is_bound(traveller, value) else 0
        traveller.into_other_module(value, place + bound if place is not None else None, keyword, shape, call)
        return
    arguments = function.args
    plain = [*arguments.posonlyargs, *arguments.args]
    if place is not None:
        place += 1 if is_bound(traveller, value) else 0
        if place < len(plain):
            traveller.to_binding(plain[place], shape)
        elif arguments.vararg is not None:
            traveller.to_binding(arguments.vararg, ("*", *shape))
        return
    named = next((arg for arg in (*plain, *arguments.kwonlyargs) if arg.arg == keyword), None)
    if named is not None:
        traveller.to_binding(named, shape)
    elif arguments.kwarg is not None:
        traveller.to_binding(arguments.kwarg, ("value", *shape))


def is_bound(traveller: Traveller, value: Func) -> bool:
    """Whether a call of the function fills its first parameter by itself."""
    facts = traveller.module.project.function(value)
    return value.receiver is not None and facts is not None and facts["method"] in ("self", "class")


def into_class(traveller: Traveller, cls: Cls, call: ast.Call, place: int | None, keyword: str | None, shape: Shape) -> None:
    """The value becomes a parameter of `__init__`."""
    classes = traveller.module.project.classes
    found, owner = classes.lookup(classes.order(cls), "__init__")
    functions = [value for value in found if isinstance(value, Func)]
    if not isinstance(owner, Cls) or not functions:
        traveller.escape(call)
    for function in functions:
        into_function(traveller, function._replace(receiver=Inst(cls)), call, place, keyword, shape)


def into_caller(traveller: Traveller, value: Inst, call: ast.AST) -> None:
    """The value is handed to what `operator.methodcaller("start")` gave."""
    given = traveller.module.project.evaluator.argument(value.site, 0) if value.of.name == "operator.methodcaller" else None
    one = next(iter(given)) if given is not None and len(given) == 1 else None
    if isinstance(one, Const) and one.type == "str":
        traveller.use("attribute", call, str(one.value))
    else:
        traveller.escape(call)


def into_thing(traveller: Traveller, value: Thing, call: ast.Call, place: int | None, keyword: str | None, shape: Shape) -> None:
    """The value is handed to something that is not this project's."""
    name = canonical(value.name)
    owner, _, method = name.rpartition(".")
    if owner in CONTAINERS and value.receiver is not None and isinstance(call.func, ast.Attribute):
        into_container(traveller, call, method, place, shape)
    elif name in LOOKERS:
        looked_at(traveller, call, method, name, place, shape)
    elif name in PASSING:
        passed_on(traveller, call, name, place, shape)
    elif name == "builtins.map" and place:
        if not shape:
            traveller.use("iterated", call)
        applied(traveller, call.args[0], item(shape), place - 1)
    elif name == "builtins.getattr" and place == 0:
        by_text(traveller, call)
    elif (owner in WORKERS or owner in FUTURES) and value.receiver is None and place == 0 and not shape:
        traveller.use("attribute", call, method)
    elif name != "builtins.setattr" or place != 0:
        traveller.escape(call)


def looked_at(traveller: Traveller, call: ast.Call, word: str, name: str, place: int | None, shape: Shape) -> None:
    """A call that only looks; but `min` and `max` give one of the items (or arguments), and `sum` of lists all of theirs."""
    traveller.use("argument", call, name)
    inside = item(shape)
    if word in ("min", "max") and place is not None:
        given = inside if len(call.args) == 1 else shape
        if given is not None:
            by_key(traveller, call, given)
            traveller.push(call, given)
    elif word == "sum" and inside:
        traveller.push(call, inside)


def by_key(traveller: Traveller, call: ast.Call, shape: Shape) -> None:
    """The function that says by what to sort or compare is called with each item."""
    for keyword in call.keywords:
        if keyword.arg == "key":
            applied(traveller, keyword.value, shape)


def into_container(traveller: Traveller, call: ast.Call, method: str, place: int | None, shape: Shape) -> None:
    """`items.append(value)` and its kin."""
    assert isinstance(call.func, ast.Attribute)
    if PUTS.get(method) == place:
        traveller.hold(call.func.value, ("value" if method == "setdefault" else "*", *shape))
        if method == "setdefault":
            traveller.push(call, shape)
    elif method in EXTENDS and shape:
        selector = shape[0] if shape[0] in ("key", "value") else "*"
        traveller.hold(call.func.value, (selector, *shape[1:]))
    elif method not in ("remove", "discard", "index", "count", "get", "pop", "insert"):
        traveller.escape(call)


def passed_on(traveller: Traveller, call: ast.Call, name: str, place: int | None, shape: Shape) -> None:
    """A call whose result is, or holds, the items that it is given."""
    inside = item(shape)
    word = name.rpartition(".")[2]
    if not shape:
        traveller.use("argument", call, name)
    elif inside is None or place is None:
        if place is None:
            traveller.escape(call)
    elif word == "next":
        traveller.push(call, inside if place == 0 else shape)
    elif word in ("enumerate", "zip"):
        traveller.push(call, ("*", place if word == "zip" else 1, *inside))
    elif word == "wait":
        traveller.use("argument", call, name)
        traveller.push(call, ("*", "*", *inside))
    elif word == "filter":
        if place == 1:
            applied(traveller, call.args[0], inside)
            traveller.push(call, ("*", *inside))
    else:
        traveller.use("argument", call, name)
        if word == "sorted":
            by_key(traveller, call, inside)
        traveller.push(call, ("*", *inside))


def applied(traveller: Traveller, function: ast.expr, shape: Shape | None, place: int = 0) -> None:
    """A function is called with the value, at a place from 0: `map(Thread.start, threads)`."""
    if shape is None or (isinstance(function, ast.Constant) and function.value is None):
        return
    for value in traveller.values.of(function):
        body = traveller.values.node_of(value) if isinstance(value, Func) else None
        name = canonical(value.name) if isinstance(value, Thing) else ""
        owner, _, method = name.rpartition(".")
        if isinstance(body, FUNCTIONS) and isinstance(value, Func):
            plain = [*body.args.posonlyargs, *body.args.args][1 if is_bound(traveller, value) else 0 :]
            if place >= len(plain):
                traveller.escape(function)
            else:
                traveller.to_binding(plain[place], shape)
        elif not shape and not place and (owner in WORKERS or owner in FUTURES):
            traveller.use("attribute", function, method)
        elif isinstance(value, Inst) and isinstance(value.of, Thing) and not shape:
            into_caller(traveller, value, function)
        elif name not in LOOKERS:
            traveller.escape(function)


def by_text(traveller: Traveller, call: ast.Call) -> None:
    """`getattr(value, "name")`."""
    known: Any = traveller.values.one(call.args[1]) if len(call.args) > 1 else None
    if isinstance(known, Const) and known.type == "str":
        traveller.use("attribute", call, str(known.value))
    else:
        traveller.escape(call)


def spread(traveller: Traveller, call: ast.Call, starred: ast.Starred, shape: Shape | None) -> None:
    """`f(*values)`: each item may become any parameter from that place on."""
    if shape is None:
        return
    first = next(number for number, given in enumerate(call.args) if given is starred)
    for value in traveller.values.of(call.func) or {UNKNOWN}:
        function = traveller.values.node_of(value) if isinstance(value, Func) else None
        if isinstance(value, Func) and isinstance(function, FUNCTIONS):
            shift = 1 if is_bound(traveller, value) else 0
            for arg in [*function.args.posonlyargs, *function.args.args][first + shift :]:
                traveller.to_binding(arg, shape)
            if function.args.vararg is not None:
                traveller.to_binding(function.args.vararg, ("*", *shape))
        elif isinstance(value, Thing) and value.name in LOOKERS:
            traveller.use("argument", call, value.name)
        elif isinstance(value, Thing) and value.name == "itertools.chain":
            inside = item(shape)
            if inside is not None:
                traveller.push(call, ("*", *inside))
        else:
            traveller.escape(call)
