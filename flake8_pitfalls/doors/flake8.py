"""The flake8 plugin. Imports nothing that a file without findings, or one that was judged before, does not need."""

from __future__ import annotations

import ast
from argparse import Namespace
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, ClassVar

from flake8_pitfalls import __version__
from flake8_pitfalls.running.cache import Cache, Said, user_folder

if TYPE_CHECKING:
    from flake8.options.manager import OptionManager

    from flake8_pitfalls.model import Finding, Rule, Settings

OPTIONS = ("select", "ignore", "extend_select", "extend_ignore", "extended_default_select", "extended_default_ignore", "enable_extensions")


class Plugin:
    """Called by flake8 once a file, with the tree and the lines that it has read already.

    All state comes from the options, since each process of flake8 may parse them anew.
    """

    name = "flake8-pitfalls"
    version = __version__
    options: ClassVar[Namespace | None] = None
    decided: ClassVar[tuple[Settings, list[Rule]] | None] = None
    cache: ClassVar[Cache | None] = None

    def __init__(self, tree: ast.Module, lines: list[str], filename: str) -> None:
        self.tree = tree
        self.text = "".join(lines)
        self.filename = filename

    def run(self) -> Iterator[tuple[int, int, str, type[Any]]]:
        """The findings: line from 1, column in characters from 0, text, and the class."""
        said = Plugin.cache.get(self.filename, self.text) if Plugin.cache is not None else None
        if said is None:
            said = self.judged()
        for line, column, text in said:
            yield line, column, text, type(self)

    def judged(self) -> list[Said]:
        """The findings of a file that is not known, kept for the next time."""
        from flake8_pitfalls import engine
        from flake8_pitfalls.facts import Module
        from flake8_pitfalls.running.resting import everything, watched
        from flake8_pitfalls.text.source import Source

        if Plugin.decided is None:
            Plugin.decided = decide(Plugin.options)
        settings, chosen = Plugin.decided
        module = Module(Source(self.text), self.tree, self.filename, settings)
        try:
            if Plugin.cache is None:
                return [said_of(one) for one in engine.run(module, chosen)]
            found, rests = watched(lambda: engine.run(module, chosen))
            said = [said_of(one) for one in found]
            if rests is not None and not any(one.code == engine.DEFECT for one in found):
                Plugin.cache.put(self.filename, self.text, said, everything(rests))
            return said
        finally:
            module.release()

    @classmethod
    def add_options(cls, manager: OptionManager) -> None:
        """Declares our options; a code that is off by default joins those that flake8 leaves out by default."""
        manager.extend_default_ignore(off_by_default())
        manager.add_option(
            "--pitfalls-all",
            action="store_true",
            default=False,
            parse_from_config=True,
            help="Report the codes that are off by default too",
        )
        manager.add_option(
            "--pitfalls-src",
            default="",
            comma_separated_list=True,
            normalize_paths=True,
            parse_from_config=True,
            help="Folders that first-party modules are imported from, such as ./src",
        )
        manager.add_option(
            "--pitfalls-blocking-calls",
            default="",
            comma_separated_list=True,
            parse_from_config=True,
            help="More calls that block an event loop, as qualified names; * stands for any name (PIT301, PIT302, PIT303)",
        )
        manager.add_option(
            "--pitfalls-offloading-decorators",
            default="",
            comma_separated_list=True,
            parse_from_config=True,
            help="More decorators that run a function in a thread, as qualified names; * stands for any name (PIT301, PIT302)",
        )
        manager.add_option(
            "--pitfalls-pandas-version",
            default="both",
            parse_from_config=True,
            help='The pandas that the code runs with, such as 2.2 or 3.0; default "both" (PIT401, PIT402)',
        )
        manager.add_option(
            "--pitfalls-green-runner",
            default="",
            parse_from_config=True,
            help="gevent or eventlet, where what runs the program patches everything first (PIT303, PIT304)",
        )

        manager.add_option(
            "--pitfalls-no-cache",
            action="store_true",
            default=False,
            parse_from_config=True,
            help="Judge every file anew, and keep nothing for the next run",
        )

    @classmethod
    def parse_options(cls, options: Namespace) -> None:
        """Keeps the options; flake8 tries this with three arguments first, so it must have just one."""
        from flake8_pitfalls.running.config import ConfigError, for_flake8

        if options.pitfalls_all:
            ours = set(off_by_default())
            options.extended_default_ignore = [code for code in options.extended_default_ignore if code not in ours]
        Plugin.options = options
        Plugin.decided = None
        try:
            for_flake8(options, (), lambda code: True)
        except ConfigError as error:
            from flake8.exceptions import ExecutionError

            raise ExecutionError(str(error)) from None
        decisive = [(name, value) for name, value in sorted(vars(options).items()) if name in OPTIONS or name.startswith("pitfalls_")]
        folder = user_folder()
        cls.cache = Cache(folder, *decisive) if folder and not options.pitfalls_no_cache else None


def said_of(finding: Finding) -> Said:
    """A finding as flake8 shows it."""
    return Said(finding.line, finding.column - 1, f"{finding.code} {finding.message}")


def off_by_default() -> list[str]:
    """The codes that are reported only where they are named; kept, since no rule need be loaded for a file that is known."""
    folder = user_folder()
    cache = Cache(folder) if folder else None
    kept = cache.get("", "") if cache is not None else None
    if kept is not None:
        return [one.text for one in kept]
    from flake8_pitfalls import rules

    codes = [rule.code for rule in rules.load().values() if not rule.default]
    if cache is not None:
        cache.put("", "", [Said(0, 0, code) for code in codes], {})
    return codes


def decide(options: Namespace | None) -> tuple[Settings, list[Rule]]:
    """The settings, and the rules whose findings flake8 would show."""
    from flake8_pitfalls import rules
    from flake8_pitfalls.model import Settings
    from flake8_pitfalls.running.config import for_flake8

    every = rules.load().values()
    if options is None:
        return Settings(), [rule for rule in every if rule.default]
    return for_flake8(options, every, shown_by(options))


def shown_by(options: Namespace) -> Callable[[str], bool]:
    """Whether flake8 would show a code, by its own decision engine; all count as shown where that cannot be asked."""
    try:
        from flake8.style_guide import Decision, DecisionEngine

        decider = DecisionEngine(options)
        return lambda code: decider.decision_for(code) is Decision.Selected
    except (ImportError, AttributeError, TypeError):  # not a promised part of flake8
        return lambda code: True
