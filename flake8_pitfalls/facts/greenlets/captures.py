"""What a name holds that a later patch cannot reach: an old function bound by name, an object made of old parts.

`import time` and then `time.sleep` looks the function up when it is called, in a module that the patch changes in place; `from time
import sleep`, `pause = time.sleep` and a default argument hold what was there when they ran, and so does a lock that was made then.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from flake8_pitfalls.facts.values import Cls, Func, Inst, ModuleOf, Partial, Thing
from flake8_pitfalls.knowledge.blocking import canonical
from flake8_pitfalls.knowledge.gevent import BY_NAME, OBJECTS, Late

if TYPE_CHECKING:
    from flake8_pitfalls.facts.project import Project
    from flake8_pitfalls.facts.view import View

DEPTH = 6


class Capture(NamedTuple):
    """Something old that is kept.

    `line`: where it was bound or made, None where only the module is known; `shown`: how it is written there; `name`: the library's name;
    `is_object`: whether it was made, not bound; `is_held`: whether an object keeps it that was made, at any time, by what was bound before.
    """

    module: str
    line: int | None
    shown: str
    name: str
    late: Late
    is_object: bool
    is_held: bool = False


class Captures:
    """What the terms of modules keep, for one project."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self._memo: dict[tuple[str, int], Capture | None] = {}

    def of(self, term: Any, view: View, depth: int = 0) -> Capture | None:
        """What a term keeps from when its module was imported; None where it is looked up anew."""
        if term is None or depth > DEPTH:
            return None
        if term[0] == "use":
            for number in term[1]:
                found = self._binding(number, view, depth)
                if found is not None:
                    return found
        elif term[0] == "attr":
            return self._attribute(term, view, depth)
        elif term[0] == "item" and term[1] is not None and term[1][0] == "use":
            return self._item(term, view, depth)
        return None

    def _item(self, term: Any, view: View, depth: int) -> Capture | None:
        """`STEPS["wait"]`, of a container that the module's body makes."""
        for number in term[1][1]:
            name = next((one for one in view.exported_names if number in view.export(one)), None)
            if name is not None:
                return self._kept(self.project.evaluator.of(term, view, {}), ["kept"], view.line_of(number), view, name, depth)
        return None

    def object_of(self, term: Any, view: View) -> Capture | None:
        """What the object of a method call keeps: of `lock.acquire`, the lock."""
        if term is None or term[0] != "attr":
            return None
        found = self.of(term[1], view)
        return found if found is not None and (found.is_object or found.is_held) else None

    def _binding(self, number: int, view: View, depth: int) -> Capture | None:
        key = (view.module, number)
        if key not in self._memo:
            self._memo[key] = None
            self._memo[key] = self._bound(number, view, depth)
        return self._memo[key]

    def _bound(self, number: int, view: View, depth: int) -> Capture | None:
        term = view.binding(number)
        if term is None:
            return None
        if term[0] == "param":
            return self._default(term, view, depth)
        name = next((one for one in view.exported_names if number in view.export(one)), None)
        if name is None and term[0] == "name" and self._star_of(term[1], view):
            name = term[1].rpartition(".")[2]
        if name is None:
            return None  # bound in a function: when it runs
        if term[0] == "name":
            return self._imported(term[1], name, view, depth)
        values = self.project.evaluator.binding(number, view, {})
        return self._kept(values, term, view.line_of(number), view, name, depth)

    def _star_of(self, dotted: str, view: View) -> bool:
        """Whether a star import of the module's body brings a name."""
        origin = dotted.rpartition(".")[0]
        return any(source == origin and wanted == "*" and not function for _, _, source, wanted, function in view.startup["imports"])

    def _kept(self, values: frozenset[Any], term: Any, line: int | None, view: View, shown: str, depth: int) -> Capture | None:
        for value in values:
            if isinstance(value, Partial):
                value = value.function
            if isinstance(value, Thing) and value.receiver is None and canonical(value.name) in BY_NAME and term[0] != "name":
                older = self.of(term, view, depth + 1)  # `pause = sleep`, of what was bound before
                return older or Capture(view.module, line, shown, canonical(value.name), BY_NAME[canonical(value.name)], False)
            made = self._maker(value)
            if made in OBJECTS:
                maker = self.of(term[1], view, depth + 1) if term[0] == "call" else None
                if maker is not None and maker.name == made:  # made by what was bound before: `lock = Lock()`, wherever that stands
                    return maker._replace(is_held=True)
                return Capture(view.module, line, shown, made, OBJECTS[made], True)
        return None

    def _maker(self, value: Any) -> str:
        if not isinstance(value, Inst):
            return ""
        if isinstance(value.of, Thing):
            made = canonical(value.of.name)
            if made == "threading.Condition" and value.site is not None:  # it holds the lock that it was given
                given = self.project.evaluator.argument(value.site, 0, "lock") or ()
                return next((self._maker(one) for one in given), "")
            return made
        if isinstance(value.of, Cls):
            bases = [base for base in self.project.classes.order(value.of) if isinstance(base, Thing)]
            return next((canonical(base.name) for base in bases if canonical(base.name) in OBJECTS), "")
        return ""

    def _imported(self, dotted: str, name: str, view: View, depth: int) -> Capture | None:
        """`from m import name` at module level: of another library, kept; of the project, what that module keeps."""
        if canonical(dotted) in BY_NAME and self.project.find(dotted.partition(".")[0]) is None:
            origin, _, last = dotted.rpartition(".")
            lines = [
                line
                for line, _, source, wanted, function in view.startup["imports"]
                if not function and source == origin and wanted in (last, "*")
            ]
            return Capture(view.module, max(lines) if lines else None, name, canonical(dotted), BY_NAME[canonical(dotted)], False)
        module, _, wanted = dotted.rpartition(".")
        return self._exported(module, wanted, depth)

    def _exported(self, module: str, name: str, depth: int) -> Capture | None:
        if not module or self.project.find(module) is None:
            return None
        other = self.project.view(module)
        if other is None:
            return None
        found = (self._binding(number, other, depth + 1) for number in other.export(name))
        return next((one for one in found if one is not None), None)

    def _default(self, term: Any, view: View, depth: int) -> Capture | None:
        """`def work(pause=time.sleep)`: bound when the `def` ran."""
        facts = view.function(term[1])
        if facts is None or ".<locals>." in term[1]:
            return None
        default = next((one[3] for one in facts["parameters"] if one[0] == term[2]), None)
        if default is None:
            return None
        return self._kept(self.project.evaluator.of(default, view, {}), default, facts["line"], view, term[2], depth)

    def _attribute(self, term: Any, view: View, depth: int) -> Capture | None:
        for value in self.project.evaluator.of(term[1], view, {}):
            if isinstance(value, ModuleOf):
                return self._exported(value.name, term[2], depth)
            owner = value.of if isinstance(value, Inst) else value
            if isinstance(owner, Cls):
                return self._of_class(owner, term[2], depth)
        return None

    def _of_class(self, cls: Cls, name: str, depth: int) -> Capture | None:
        """`class Worker: pause = time.sleep`: bound when the class's body ran."""
        if ".<locals>." in cls.qualname:
            return None
        for base in self.project.classes.order(cls):
            if not isinstance(base, Cls):
                return None
            view = self.project.view(base.module)
            facts = view.klass(base.qualname) if view is not None else None
            if view is None or facts is None:
                return None
            for number in facts["body"].get(name, ()):
                term = view.binding(number)
                values = self.project.evaluator.binding(number, view, {})
                unwrapped = frozenset(
                    value.function if hasattr(value, "function") and not isinstance(value, (Partial, Func)) else value for value in values
                )
                return self._kept(unwrapped, term or ["name"], view.line_of(number) or facts["line"], view, name, depth)
            if name in facts["attributes"]:
                return self._of_instances(base, name, facts["attributes"][name], view, depth)
        return None

    def _of_instances(self, cls: Cls, name: str, terms: list[Any], view: View, depth: int) -> Capture | None:
        """`self.lock = Lock()` in a class of which the module, or the one at hand, makes an instance in its own body."""
        for where in (view, self.project.own):
            for one in where.exported_names:
                for number in where.export(one):
                    made = self.project.evaluator.binding(number, where, {})
                    if any(
                        isinstance(value, Inst) and isinstance(value.of, Cls) and cls in self.project.classes.order(value.of)
                        for value in made
                    ):
                        for term in terms:
                            values = self.project.evaluator.of(term, view, {})
                            found = self._kept(values, term or ["name"], where.line_of(number), where, f"{one}.{name}", depth)
                            if found is not None:
                                return found
        return None
