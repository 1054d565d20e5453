"""What another module may ask of this one, as plain data that JSON can hold: names, functions, classes, what runs at import.

A summary is a dict:

    module, package     its dotted name; whether it is an `__init__`
    bindings            terms (see `terms.py`), by number
    exports             name -> numbers of the bindings that hold when the module's body has run
    stars               dotted names of modules that are star-imported, in order
    all                 the names of `__all__`, or None where it is not written out
    functions           qualname -> {line, column, kind, method, owner, parameters, decorators, returns, yields, handles, flags}
    classes             qualname -> {line, decorated, bases, body: {name: numbers}, attributes: {name: terms}, declared: {name: term}}
    patched             dotted names that it puts something else in the place of, such as `time.sleep` (see `replaced.py`)
    imports             [[line, dotted name, from-name or ""], …] that run at import time, in order
    startup             what is imported when, and what runs only in the main program (see `startup.py`)
    unblocked           terms of the sockets that `setblocking(False)` or `settimeout(0)` is called on
    in_memory           whether it has a database in memory
    handing             qualname -> what a function does with what it is handed (see `handing.py`)
    actions             qualname -> what runs when the function's body does (see `actions.py`); "" is the module's own body

A function handles its exceptions where none can leave it (see `handled.py`); its flags are those that its loops ask
(see `flag_tests.py`). Its kind is "sync", "async", "generator", "asyncgenerator" or "lambda"; `owner` the qualname of the class that it is
a method of, or "".
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

from flake8_pitfalls.facts.answers import Answers
from flake8_pitfalls.facts.bodies import Bodies, falls_off
from flake8_pitfalls.facts.flag_tests import asked_in
from flake8_pitfalls.facts.handled import handles_all
from flake8_pitfalls.facts.index import BODIES, FUNCTIONS
from flake8_pitfalls.facts.names import Scope
from flake8_pitfalls.facts.terms import Term, Terms
from flake8_pitfalls.knowledge.returns import HELD
from flake8_pitfalls.knowledge.symbols import SYMBOLS

if TYPE_CHECKING:
    from flake8_pitfalls.facts import Module
    from flake8_pitfalls.facts.actions import Action
    from flake8_pitfalls.facts.handing import Handing

Function = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda
VERSION = 7


def build(module: Module) -> dict[str, Any]:
    """The whole summary of a module."""
    local = LocalSummary(module)
    summary = {
        "version": VERSION,
        "module": local.module,
        "package": local.is_package,
        "exports": {
            name: local.export(name) for name in local.names.module_scope.bindings.keys() | local.names.module_scope.elsewhere.keys()
        },
        "stars": local.stars,
        "all": local.all_names,
        "functions": {qualname: found.whole() for qualname in list(local.function_nodes) if (found := local.function(qualname))},
        "classes": {qualname: found.whole() for qualname in list(local.class_nodes) if (found := local.klass(qualname))},
        "imports": local.imports,
        "patched": sorted(local.patched),
        "startup": local.startup,
        "unblocked": local.unblocked,
        "in_memory": local.in_memory,
        "handing": {qualname: handed for qualname in local.function_nodes if (handed := local.handing(qualname))},
        "actions": {qualname: local.actions(qualname) for qualname in ["", *local.function_nodes]},
    }
    bindings: list[Term] = []
    while len(bindings) < len(local.terms.numbered):  # making a term may number further bindings
        bindings.append(local.terms.binding(len(bindings)))
    summary["bindings"] = bindings
    return summary


class LocalSummary:
    """The same questions that a summary answers, of a module that is parsed here: each answer is made when asked."""

    def __init__(self, module: Module) -> None:
        self.source = module
        self.index = module.index
        self.names = module.names
        self.module = module.dotted
        self.is_package = module.is_package
        self.terms = Terms(self.index, self.names, self.module, self.is_package)
        self.function_nodes: dict[str, ast.AST] = {}
        self.class_nodes: dict[str, ast.ClassDef] = {}
        for node in self.index.of(*FUNCTIONS):
            self.function_nodes[self.terms.qualname(node)] = node
        for node in self.index.of(ast.ClassDef):
            assert isinstance(node, ast.ClassDef)
            self.class_nodes[self.terms.qualname(node)] = node
        self._handings: dict[str, Handing] = {}
        self._functions: dict[str, Answers] = {}
        self._classes: dict[str, Answers] = {}
        self._written = Bodies(self.index)
        self._bodies: dict[str, list[tuple[Action, ast.AST]]] = {}

    def binding(self, number: int) -> Term:
        return self.terms.binding(number)

    def export(self, name: str) -> list[int]:
        return [self.terms.number(binding) for binding in self.names.at_end(name)]

    @property
    def stars(self) -> list[str]:
        return [self.terms.absolute(star.qualified) for star in self.names.module_scope.stars]

    @property
    def all_names(self) -> list[str] | None:
        """`__all__`, if it is one list or tuple of texts."""
        found = self.names.module_scope.bindings.get("__all__", [])
        if len(found) != 1 or not isinstance(found[0].value, (ast.List, ast.Tuple)):
            return None
        texts = [item.value for item in found[0].value.elts if isinstance(item, ast.Constant) and isinstance(item.value, str)]
        return texts if len(texts) == len(found[0].value.elts) else None

    @property
    def imports(self) -> list[list[Any]]:
        found: list[list[Any]] = []
        for node in self.index.of(ast.Import, ast.ImportFrom):
            if not isinstance(self.index.function(node), ast.Module):
                continue
            if isinstance(node, ast.Import):
                found += [[node.lineno, alias.name, ""] for alias in node.names]
            elif isinstance(node, ast.ImportFrom):
                origin = self.terms.absolute("." * node.level + (node.module or ""))
                found += [[node.lineno, origin, alias.name] for alias in node.names]
        return sorted(found, key=lambda item: item[0])

    @cached_property
    def patched(self) -> frozenset[str]:
        """Dotted names that this module puts something else in the place of: `time.sleep = …`, `patch("time.sleep")`."""
        from flake8_pitfalls.facts.replaced import replaced

        found = (self.names.qualified(node) for node in self.index.of(ast.Attribute) if not isinstance(node.ctx, ast.Load))  # type: ignore[attr-defined]
        return frozenset([*(self.terms.absolute(name) for name in found if name is not None), *replaced(self)])

    @cached_property
    def startup(self) -> dict[str, list[list[Any]]]:
        """What is imported when, and what runs only in the main program."""
        from flake8_pitfalls.facts.startup import startup

        return startup(self)

    @cached_property
    def in_memory(self) -> bool:
        """Whether the text has a database in memory, which may be what an unknown name of one stands for."""
        return ":memory:" in self.source.source.text

    @cached_property
    def unblocked(self) -> list[Term]:
        """The terms of sockets that are told not to block."""
        if self.source.source.words.isdisjoint(("setblocking", "settimeout")):
            return []
        return [
            self.terms.of(node.func.value)
            for node in self.index.of(ast.Call)
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in ("setblocking", "settimeout")
            if len(node.args) == 1 and isinstance(node.args[0], ast.Constant) and node.args[0].value in (0, False)
        ]

    def function(self, qualname: str) -> Answers | None:
        found = self._functions.get(qualname)
        if found is None and qualname in self.function_nodes:
            found = self._functions[qualname] = self._function(self.function_nodes[qualname])
        return found

    def handing(self, qualname: str) -> Handing:
        """What a function does with what it is handed."""
        found = self._handings.get(qualname)
        if found is None:
            from flake8_pitfalls.facts.handing import handing

            node = self.function_nodes.get(qualname)
            self._handings[qualname] = {}  # while it is being found out: two modules that call each other
            found = self._handings[qualname] = handing(node, self.source) if node is not None else {}
        return found

    def actions(self, qualname: str) -> list[Action]:
        """What runs when a function's body does, in order; of "" the module's own body."""
        return [action for action, _ in self.body(qualname)]

    def body(self, qualname: str) -> list[tuple[Action, ast.AST]]:
        """The same, each action with its node."""
        found = self._bodies.get(qualname)
        if found is None:
            from flake8_pitfalls.facts.actions import Body

            node = self.index.tree if not qualname else self.function_nodes.get(qualname)
            found = self._bodies[qualname] = Body(self, node).made if node is not None else []
        return found

    def klass(self, qualname: str) -> Answers | None:
        found = self._classes.get(qualname)
        if found is None and qualname in self.class_nodes:
            found = self._classes[qualname] = self._class(self.class_nodes[qualname])
        return found

    def _function(self, node: ast.AST) -> Answers:
        assert isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda))
        terms = self.terms
        owner = next((around for around in self.index.ancestors(node) if around.__class__ in BODIES), None)
        is_method = isinstance(owner, ast.ClassDef) and not isinstance(node, ast.Lambda)
        decorators = [] if isinstance(node, ast.Lambda) else node.decorator_list
        results = [] if isinstance(node, ast.Lambda) else self._written.results.get(node, [])
        yields = [part for part in results if not isinstance(part, ast.Return)]
        return Answers(
            {
                "line": lambda: node.lineno,
                "column": lambda: node.col_offset,
                "kind": lambda: kind(node, bool(yields)),
                "method": lambda: self._method(node) if is_method else "",
                "owner": lambda: terms.qualname(owner) if is_method and owner is not None else "",
                "parameters": lambda: list(self._parameters(node)),
                "decorators": lambda: [terms.of(item) for item in decorators],
                "returns": lambda: self._returns(node),
                "yields": lambda: [self._yielded(part) for part in yields],
                "handles": lambda: isinstance(node, ast.FunctionDef) and handles_all(node.body),
                "flags": lambda: asked_in(self._written.loops.get(node, []), self.names) if isinstance(node, ast.FunctionDef) else [],
            }
        )

    def _method(self, node: ast.AST) -> str:
        """What a method's first parameter is: "self", "class", or "static" where it is none of them."""
        names = [self.names.qualified(item) or "" for item in node.decorator_list]  # type: ignore[attr-defined]
        special = getattr(node, "name", "") in ("__new__", "__init_subclass__", "__class_getitem__")
        return "static" if "builtins.staticmethod" in names else "class" if special or "builtins.classmethod" in names else "self"

    def _parameters(self, node: Function) -> Iterator[list[Any]]:
        """Each as [name, kind, annotation term, default term]; kind: "positional", "both", "keyword", "*" or "**"."""
        terms, arguments = self.terms, node.args
        plain = [*arguments.posonlyargs, *arguments.args]
        defaults = [None] * (len(plain) - len(arguments.defaults)) + list(arguments.defaults)
        for place, (item, default) in enumerate(zip(plain, defaults, strict=False)):
            how = "positional" if place < len(arguments.posonlyargs) else "both"
            yield [item.arg, how, self.annotation(item.annotation), terms.of(default)]
        if arguments.vararg is not None:
            yield [arguments.vararg.arg, "*", self.annotation(arguments.vararg.annotation), None]
        for item, keyword_default in zip(arguments.kwonlyargs, arguments.kw_defaults, strict=False):
            yield [item.arg, "keyword", self.annotation(item.annotation), terms.of(keyword_default)]
        if arguments.kwarg is not None:
            yield [arguments.kwarg.arg, "**", self.annotation(arguments.kwarg.annotation), None]

    def annotation(self, node: ast.expr | None) -> Term:
        """The term of what an annotation promises: `X`, `X | None`, `Optional[X]`, `Annotated[X, …]`, also as a text."""
        if node is None:
            return None
        if isinstance(node, ast.Constant):
            if node.value is None:
                return ["const", None]
            return self._of_text(node) if isinstance(node.value, str) else None
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr):
            return ["any", [self.annotation(node.left), self.annotation(node.right)]]
        if isinstance(node, ast.Subscript):
            return self._subscripted(node)
        if isinstance(node, (ast.Name, ast.Attribute)):
            return ["instance", self.terms.of(node)]
        return None

    def _of_text(self, node: ast.Constant) -> Term:
        from flake8_pitfalls.facts.quoted import Quoted

        return Quoted(self.names, self.terms).term(node)

    def _subscripted(self, node: ast.Subscript) -> Term:
        base = (self.names.qualified(node.value) or "").rpartition(".")[2]
        items = node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]
        if base == "Optional":
            return ["any", [self.annotation(items[0]), ["const", None]]]
        if base == "Union":
            return ["any", [self.annotation(item) for item in items]]
        if base in ("Annotated", "Final", "ClassVar"):
            return self.annotation(items[0])
        kind = HELD.get(self.names.qualified(node.value) or "")
        if kind == "tuple" and not (len(items) == 2 and isinstance(items[1], ast.Constant) and items[1].value is ...):
            return ["seq", "tuple", [self.annotation(item) for item in items]]
        if kind is not None:
            return ["comp", kind, self.annotation(items[-1] if kind == "dict" else items[0])]
        return ["instance", self.terms.of(node.value)]

    def _returns(self, node: Function) -> list[Term]:
        if isinstance(node, ast.Lambda):
            return [self.terms.of(node.body)]
        found = [part.value for part in self._written.results.get(node, ()) if isinstance(part, ast.Return)]
        terms = [self.terms.of(value) if value is not None else ["const", None] for value in found]
        return terms if terms and not falls_off(node.body) else [*terms, ["const", None]]

    def _yielded(self, node: ast.AST) -> Term:
        assert isinstance(node, (ast.Yield, ast.YieldFrom))
        if isinstance(node, ast.YieldFrom):
            return ["elem", self.terms.of(node.value)]
        return self.terms.of(node.value) if node.value is not None else ["const", None]

    def _class(self, node: ast.ClassDef) -> Answers:
        scope = self.names.scope_of_body(node)
        annotated = {
            part.target.id: part.annotation
            for part in node.body
            if isinstance(part, ast.AnnAssign) and part.value is None and isinstance(part.target, ast.Name)
        }
        at_end = partial(self._at_end, scope)
        return Answers(
            {
                "line": lambda: node.lineno,
                "decorated": lambda: bool(node.decorator_list),
                "bases": lambda: [self.terms.of(base) for base in node.bases],
                "declared": lambda: self._declared(node),
                "body": lambda: Answers({name: partial(at_end, name) for name in scope.bindings if name not in annotated}),
                "attributes": lambda: self._attributes(node, annotated),
            }
        )

    def _at_end(self, scope: Scope, name: str) -> list[int]:
        """The numbers of what a name of a class body is bound to when the body has run."""
        return [self.terms.number(binding) for binding in self.names.at_end(name, scope)]

    def _declared(self, node: ast.ClassDef) -> dict[str, Term]:
        """What the annotations of a class body promise of its instances."""
        own = [part for part in node.body if isinstance(part, ast.AnnAssign) and isinstance(part.target, ast.Name)]
        return {ast.unparse(part.target): self.annotation(part.annotation) for part in own if not self._is_of_class(part.annotation)}

    def _is_of_class(self, node: ast.expr) -> bool:
        base = node.value if isinstance(node, ast.Subscript) else node
        return (self.names.qualified(base) or "").endswith((".ClassVar", ".Final"))

    def _attributes(self, node: ast.ClassDef, annotated: dict[str, ast.expr]) -> Answers:
        """What the class body promises, and what methods store on their first parameter: `self.queue = Queue()`."""
        found: dict[str, list[Callable[[], Term]]] = {name: [partial(self.annotation, note)] for name, note in annotated.items()}
        for method in node.body:
            if not isinstance(method, (ast.FunctionDef, ast.AsyncFunctionDef)) or not (method.args.posonlyargs or method.args.args):
                continue
            first = (*method.args.posonlyargs, *method.args.args)[0].arg
            for statement in self._written.stores.get(method, ()):
                for target, term in self._stored(statement):
                    if isinstance(target.value, ast.Name) and target.value.id == first:
                        found.setdefault(target.attr, []).append(term)
        return Answers({name: partial(_made, terms) for name, terms in found.items()})

    def _stored(self, node: ast.AST) -> Iterator[tuple[ast.Attribute, Callable[[], Term]]]:
        """The attributes that a statement sets, each with how the term of what it is set to is made."""
        of = self.terms.of
        if isinstance(node, ast.Assign):
            for target in node.targets:
                if isinstance(target, ast.Attribute):
                    yield target, partial(self.terms.stored, target, node.value)
                elif isinstance(target, (ast.Tuple, ast.List)):
                    for place, item in enumerate(target.elts):
                        if isinstance(item, ast.Attribute):
                            yield item, partial(self._unpacked, node.value, place)
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Attribute):
            given, target = node.value, node.target
            yield target, partial(self.terms.stored, target, given) if given is not None else partial(self.annotation, node.annotation)
        elif isinstance(node, ast.AugAssign) and isinstance(node.target, ast.Attribute):
            yield node.target, partial(self._augmented, node)
        elif isinstance(node, (ast.For, ast.AsyncFor)) and isinstance(node.target, ast.Attribute):
            yield node.target, partial(of, None)
        elif isinstance(node, ast.withitem) and isinstance(node.optional_vars, ast.Attribute):
            yield node.optional_vars, partial(self._entered, node.context_expr)
        elif isinstance(node, ast.Delete):
            for target in node.targets:
                if isinstance(target, ast.Attribute):
                    yield target, partial(of, None)

    def _unpacked(self, value: ast.expr, place: int) -> Term:
        return ["unpack", self.terms.of(value), place]

    def _augmented(self, node: ast.AugAssign) -> Term:
        """The number that `self.done += 1` leaves; what else is added to, nobody knows."""
        return ["unary", "+", ["op", SYMBOLS[type(node.op)], self.terms.of(node.target), self.terms.of(node.value)]]

    def _entered(self, manager: ast.expr) -> Term:
        return ["enter", self.terms.of(manager)]


def _made(makers: list[Callable[[], Term]]) -> list[Term]:
    return [make() for make in makers]


def kind(node: ast.AST, yields: bool) -> str:
    if isinstance(node, ast.Lambda):
        return "lambda"
    if isinstance(node, ast.AsyncFunctionDef):
        return "asyncgenerator" if yields else "async"
    return "generator" if yields else "sync"
