"""Bools that are looked up among ints: what is known to be a bool, what is known to hold ints only, and what the answer can be."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, NamedTuple

from flake8_pitfalls.facts import Module
from flake8_pitfalls.facts.arrays import ARRAYS, COLUMNS, is_elementwise
from flake8_pitfalls.facts.folding import NOT_CONSTANT, folded

if TYPE_CHECKING:
    from flake8_pitfalls.facts.view import View

MADE_OF_ONE = ("set", "frozenset", "list", "tuple", "sorted")
ANNOTATED = ("list", "set", "frozenset", "tuple", "dict", "sequence", "collection", "container", "mapping", "iterable", "abstractset")
TEXT_QUESTIONS = frozenset(("startswith", "endswith", "isdigit", "isalpha", "isalnum", "isspace", "isupper", "islower", "isidentifier"))
LONGEST = 1000  # items of a range that are looked at
SPECIAL = {ast.Lt: "__lt__", ast.LtE: "__le__", ast.Gt: "__gt__", ast.GtE: "__ge__", ast.NotEq: "__ne__"}
DEPTH = 6  # names bound to names bound to …


class Lookup(NamedTuple):
    """`subject in container`; `answers`: what it gives of True and of False, None where the ints are not known."""

    subject: ast.expr
    container: ast.expr
    answers: tuple[bool, bool] | None


def bool_among_ints(node: ast.Compare, number: int, module: Module) -> Lookup | None:
    """The look-up by the `in` or `not in` of that number, if a bool is looked up among ints there."""
    operands = [node.left, *node.comparators]
    subject, container = operands[number], operands[number + 1]
    ints, hints = written_ints(container, module), module.hints
    if ints is None and not hints.could_hold_ints(container):
        return None
    if not hints.could_be_bool(subject) or not is_bool(subject, module):
        return None
    if ints is None:
        if not (holds_ints(container, module) or is_annotated_ints(container, module)):
            return None
        ints = known_ints(container, module)
    answers = None
    if ints is not None:
        wanted = isinstance(node.ops[number], ast.In)
        answers = ((1 in ints) is wanted, (0 in ints) is wanted)
    return Lookup(subject, container, answers)


# The subject


def is_bool(node: ast.expr, module: Module, depth: int = 0) -> bool:
    """Whether an expression is True or False in every run: a comparison counts, unless what it compares is known to answer item by item."""
    if depth > DEPTH:
        return False
    if isinstance(node, ast.UnaryOp):
        return isinstance(node.op, ast.Not)
    if isinstance(node, ast.Compare):
        return is_truth_value(node, module, depth + 1)
    if isinstance(node, ast.BoolOp):
        return all(is_bool(item, module, depth + 1) for item in node.values)
    if isinstance(node, ast.IfExp):
        return is_bool(node.body, module, depth + 1) and is_bool(node.orelse, module, depth + 1)
    if isinstance(node, ast.NamedExpr):
        return is_bool(node.value, module, depth + 1)
    if isinstance(node, ast.Constant):
        return isinstance(node.value, bool)
    if isinstance(node, ast.Name) and is_bound_to_bools(node, module, depth):
        return True
    if not isinstance(node, (ast.Name, ast.Attribute, ast.Call, ast.Subscript)):
        return False
    from flake8_pitfalls.facts.values import type_name

    if module.values.certain(node, lambda value: type_name(value) == "builtins.bool"):
        return True
    return returns_bool(node, module, depth) or asks_a_text(node, module)


def asks_a_text(node: ast.expr, module: Module) -> bool:
    """Whether a call asks something of nobody knows what that only texts answer: `.startswith(…)`; of a column, `.str` does it for each."""
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute) or node.func.attr not in TEXT_QUESTIONS:
        return False
    from flake8_pitfalls.facts.guards import last_word
    from flake8_pitfalls.facts.values import NOTHING_KNOWN, Param

    known = {value for value in module.values.of(node.func) if not isinstance(value, Param)}
    return known <= NOTHING_KNOWN and last_word(node.func.value) not in ("str", "char", "strings")


def is_truth_value(node: ast.Compare, module: Module, depth: int) -> bool:
    """Whether a comparison gives a bool: `is` and `in` always do, `==` and `<` unless an operand answers item by item."""
    if all(isinstance(op, (ast.Is, ast.IsNot, ast.In, ast.NotIn)) for op in node.ops):
        return True
    operands = (node.left, *node.comparators)
    return not any(is_elementwise(module, operand) or compares_itself(operand, node, module, depth) for operand in operands)


def compares_itself(operand: ast.expr, node: ast.Compare, module: Module, depth: int) -> bool:
    """Whether an operand is known to be of a class of the project whose `__eq__` (or `__lt__` …) may give something else than a bool."""
    if not isinstance(operand, (ast.Name, ast.Attribute, ast.Call, ast.Subscript)):
        return False
    from flake8_pitfalls.facts.values import Cls, Func, Inst

    kinds = {value for value in module.values.of(operand) if isinstance(value, Inst) and isinstance(value.of, Cls)}
    methods = [
        method
        for kind in kinds
        for op in node.ops
        for method in module.project.classes.attribute(kind, SPECIAL.get(type(op), "__eq__"), {})
        if isinstance(method, Func)
    ]
    return any(not answers_bool(module.values.node_of(method), module, depth) for method in methods)


def answers_bool(method: ast.AST | None, module: Module, depth: int) -> bool:
    """Whether a special method of this module gives bools only, or `NotImplemented`."""
    if not isinstance(method, ast.FunctionDef) or method.decorator_list:
        return False
    own = [item for item in module.index.of(ast.Return) if module.index.function(item) is method]
    given = [item.value for item in own if isinstance(item, ast.Return)]
    return bool(given) and all(
        value is not None and (module.names.qualified(value) == "builtins.NotImplemented" or is_bool(value, module, depth))
        for value in given
    )


def is_bound_to_bools(node: ast.Name, module: Module, depth: int) -> bool:
    """Whether everything that a name is bound to where it is read is a bool by its own text."""
    bindings = module.names.bindings(node)
    values = [binding.value if binding.kind in ("assign", "walrus") and not binding.path else None for binding in bindings]
    return bool(values) and all(value is not None and is_bool(value, module, depth + 1) for value in values)


def returns_bool(node: ast.expr, module: Module, depth: int) -> bool:
    """Whether a call runs a function of the project that ends in `return` and returns bools only."""
    from flake8_pitfalls.facts.values import Func

    if not isinstance(node, ast.Call):
        return False
    called = module.values.one(node.func)
    if isinstance(called, Func) and called.module != module.dotted:
        return returns_bool_there(called, module)
    function = module.values.node_of(called) if isinstance(called, Func) else None
    if not isinstance(function, ast.FunctionDef) or function.decorator_list or not isinstance(function.body[-1], ast.Return):
        return False
    own = [item for item in module.index.of(ast.Return, ast.Yield, ast.YieldFrom) if module.index.function(item) is function]
    return all(isinstance(item, ast.Return) and item.value is not None and is_bool(item.value, module, depth + 1) for item in own)


def returns_bool_there(called: Any, module: Module) -> bool:
    """The same of a function of another module."""
    facts, view = module.project.function(called), module.project.view(called.module)
    if facts is None or view is None or facts["kind"] != "sync" or facts["decorators"]:
        return False
    return bool(facts["returns"]) and all(gives_bool(term, view, module) for term in facts["returns"])


def gives_bool(term: Any, view: View, module: Module, depth: int = 0) -> bool:
    """Whether what another module returns is a bool: as `is_bool`, of a term."""
    from flake8_pitfalls.facts.values import Cls, Inst, type_name

    if term is None or depth > DEPTH:
        return False
    if term[0] == "unary":
        return bool(term[1] == "not")
    if term[0] == "any":
        return all(gives_bool(item, view, module, depth + 1) for item in term[1])
    found = module.project.evaluator.of
    if term[0] == "compare":
        if {"is", "is not", "in", "not in"}.issuperset(term[1]):
            return True
        compared = [value for item in term[2] for value in found(item, view, {})]
        return not any(type_name(one) in ARRAYS | COLUMNS or (isinstance(one, Inst) and isinstance(one.of, Cls)) for one in compared)
    return {type_name(value) for value in found(term, view, {})} == {"builtins.bool"}


# The container


def written_ints(node: ast.expr, module: Module) -> list[int] | None:
    """The ints of a display that holds nothing else, of a dict its keys, of a builtin container made of one, or of a short `range`."""
    if isinstance(node, ast.Call):
        return called_ints(node, module)
    if isinstance(node, (ast.List, ast.Tuple, ast.Set)):
        items: Iterable[Any] = node.elts
    elif isinstance(node, ast.Dict):
        items = node.keys
    else:
        return None
    found: list[Any] = [folded(item) if isinstance(item, ast.expr) else NOT_CONSTANT for item in items]
    return found if found and all(type(item) is int for item in found) else None


def called_ints(node: ast.Call, module: Module) -> list[int] | None:
    """The ints of `frozenset([1, 2])` or `range(3)`."""
    maker = node.func.id if isinstance(node.func, ast.Name) else ""
    if maker not in (*MADE_OF_ONE, "range") or node.keywords or module.names.qualified(node.func) != f"builtins.{maker}":
        return None
    if maker != "range":
        return written_ints(node.args[0], module) if len(node.args) == 1 else None
    limits = [folded(item) for item in node.args]
    if not 1 <= len(limits) <= 3 or not all(type(limit) is int for limit in limits) or 0 in limits[2:]:
        return None
    found = range(*limits)
    return list(found) if found and not found[LONGEST:] else None  # `len` cannot count those of a very long one


def is_annotated_ints(node: ast.expr, module: Module) -> bool:
    """Whether a parameter is annotated as a container of ints: `list[int]`, `dict[int, str]`, `tuple[int, ...]`."""
    bindings = module.names.bindings(node) if isinstance(node, ast.Name) else ()
    for binding in bindings:
        annotation = getattr(binding.node, "annotation", None)
        if binding.kind != "parameter" or not isinstance(annotation, ast.Subscript) or has_default(binding.node, module):
            return False
        first = annotation.slice.elts if isinstance(annotation.slice, ast.Tuple) else [annotation.slice]
        of_ints = bool(first) and module.names.qualified(first[0]) == "builtins.int"
        named = (module.names.qualified(annotation.value) or "").rpartition(".")[2].lower()
        more = [item for item in first[1:] if not (isinstance(item, ast.Constant) and item.value is ...)]
        if not of_ints or named not in ANNOTATED or (more and named not in ("dict", "mapping", "mutablemapping")):
            return False
    return bool(bindings)


def has_default(parameter: ast.AST, module: Module) -> bool:
    """Whether a parameter may be something else than its annotation says: it is `*args`, `**kwargs`, or has a default."""
    arguments = module.index.parents[parameter]
    assert isinstance(arguments, ast.arguments)
    positional = [*arguments.posonlyargs, *arguments.args]
    if parameter in positional:
        return len(positional) - positional.index(parameter) <= len(arguments.defaults)
    if parameter in arguments.kwonlyargs:
        return arguments.kw_defaults[arguments.kwonlyargs.index(parameter)] is not None
    return True


def holds_ints(node: ast.expr, module: Module) -> bool:
    """Whether all that a container can hold is known, and is ints."""
    from flake8_pitfalls.facts.values import type_name

    def holds(value: Any) -> bool:
        items = module.values.evaluator.element(value)
        return bool(items) and all(type_name(item) == "builtins.int" for item in items)

    return module.values.certain(node, holds)


def known_ints(node: ast.expr, module: Module) -> list[int] | None:
    """The ints in a container whose items are all known by value."""
    from flake8_pitfalls.facts.values import Const, Mapping, Seq

    value = module.values.one(node)
    if not isinstance(value, (Seq, Mapping)):
        return None
    items = module.values.evaluator.element(value)
    found: list[int] = [item.value for item in items if isinstance(item, Const)]
    return found if len(found) == len(items) else None
