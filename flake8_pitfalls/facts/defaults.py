"""What making an object calls without saying so: the `default_factory` of a dataclass's fields."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from flake8_pitfalls.facts.values import Cls, Func, Partial, Site, Thing
from flake8_pitfalls.knowledge.returns import FIELDS

MAKERS = ("default_factory", "factory")

if TYPE_CHECKING:
    from flake8_pitfalls.facts.project import Project


def default_makers(order: tuple[Any, ...], site: Any, project: Project) -> Iterator[Any]:
    """The functions that a call of a dataclass runs for the fields that it leaves out. `order`: the class and its bases."""
    if not isinstance(site, Site) or getattr(site, "term", None) is None:
        return
    given = {name for name, _ in site.term[3]}
    if None in given or any(item is not None and item[0] == "star" for item in site.term[2]):
        return
    for base in order:
        view = project.view(base.module) if isinstance(base, Cls) else None
        facts = view.klass(base.qualname) if view is not None else None
        if facts is None or view is None or not facts["decorated"]:
            continue
        for place, name in enumerate(facts["declared"]):
            numbers = facts["body"].get(name) if name not in given and place >= len(site.term[2]) else None
            term = view.binding(numbers[-1]) if numbers else None
            if term is None or term[0] != "call" or not any(keyword in MAKERS for keyword, _ in term[3]):
                continue
            if any(isinstance(value, Thing) and value.name in FIELDS for value in project.evaluator.of(term[1], view, {})):
                yield from _makers(term, view, project)


def _makers(term: Any, view: Any, project: Project) -> Iterator[Any]:
    for keyword, maker in term[3]:
        if keyword in MAKERS:
            found = project.evaluator.of(maker, view, {})
            yield from (value for value in found if len(found) == 1 and isinstance(value, (Func, Partial)))
