"""Every rule: the programs of its page, its cases in all disguises, its fixes, and the soundness of its gates."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

import cases as case_files
import pytest
from cases import DISGUISES, OUTER, Case, Place, bare
from flake8_runs import findings

from flake8_pitfalls import engine, fixer, rules
from flake8_pitfalls.facts import Module
from flake8_pitfalls.fixer import Policy
from flake8_pitfalls.model import Rule, Safety, Settings
from flake8_pitfalls.text.parse import parses
from flake8_pitfalls.text.source import Source

RULES = rules.load()
CASES = case_files.cases()
WAITING = case_files.waiting()
BLOCK = re.compile(r"^```python (bad|good|ok)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
ALL_FIXES = Policy(unsafe=True)


def page(rule: Rule) -> str:
    """A rule's docstring."""
    return sys.modules[rule.check.__module__].__doc__ or ""


def blocks(rule: Rule) -> list[tuple[str, str]]:
    return [(found[1], found[2]) for found in BLOCK.finditer(page(rule))]


def each_case(only: list[Case] = CASES) -> list[Any]:
    return [pytest.param(case, id=case.id) for case in only]


def strict(case: Case, passed: bool, what: str) -> None:
    """Fails unless passed; of a case on the waiting list, fails where it passed, for then it must leave the list."""
    if case.id in WAITING:
        if passed:
            pytest.fail(f"{case.id} passes now: take it off tests/waiting.txt", pytrace=False)
        pytest.xfail(WAITING[case.id])
    if not passed:
        pytest.fail(what, pytrace=False)


@pytest.mark.parametrize("code", RULES)
def test_page(code: str) -> None:
    """The page's `bad` gives its code once, its fix gives the `good` below it, and `good` and `ok` are silent."""
    rule, found = RULES[code], blocks(RULES[code])
    if code == engine.DEFECT:
        return
    kinds = [kind for kind, _ in found]
    chosen = list(RULES.values()) if engine.is_last(rule) else [rule]
    assert "bad" in kinds and "ok" in kinds, "a page shows a bad program and a look-alike that is right"
    for (kind, text), (after, wanted) in zip(found, [*found[1:], ("", "")], strict=True):
        given = fixer.check(text, "page.py", chosen, Settings(), Policy())
        codes = [verdict.finding.code for verdict in given.verdicts]
        assert codes == ([code] if kind == "bad" else []), f"{kind}:\n{text}"
        if kind == "bad" and after == "good" and rule.fixes is not None and rule.fixes is not Safety.DISPLAY:
            repaired = fixer.repair(text, "page.py", chosen, Settings(), ALL_FIXES)
            assert not repaired.errors
            assert repaired.after == wanted


@pytest.mark.parametrize("code", RULES)
def test_rule_is_declared_as_its_file_says(code: str) -> None:
    rule = RULES[code]
    stem = rule.check.__module__.rpartition(".")[2]
    assert stem == f"{code.lower()}_{rule.name.replace('-', '_')}"
    assert page(rule).split("\n")[0].endswith((".", "?")), "the first line is a sentence"


@pytest.mark.parametrize("case", each_case())
def test_case(case: Case, tmp_path: Path) -> None:
    """Through flake8, in each disguise: the marked lines and no others."""
    want = {place for place in case.expected if place[2] in RULES}
    wrong = []
    for disguise in DISGUISES:
        got = found_in(case, tmp_path / disguise, disguise)
        if got != want:
            wrong.append(f"{disguise}:\n{difference(got, want)}")
    strict(case, not wrong, "\n".join(wrong))


def found_in(case: Case, folder: Path, disguise: str) -> set[Place]:
    """The findings of a case's codes, by the line they stand on. What does not parse is asked of the fixer, since flake8 stops there."""
    chosen = case.rules()
    select = ",".join([engine.DEFECT, *(rule.code for rule in chosen)])
    got: set[Place] = set()
    for name, path in case_files.put(case, folder, disguise).items():
        text = DISGUISES[disguise](case.files[name])
        if parses(text):
            got |= {(name, line, code) for line, _, code, _ in findings(path, f"--select={select}") if code.startswith("PIT")}
        else:
            outcome = fixer.check(text, str(path), chosen, Settings(), Policy(noqa=False))
            got |= {(name, verdict.finding.line, verdict.finding.code) for verdict in outcome.verdicts}
    return {place for place in got if case.family(place[2]) or place[2] == engine.DEFECT}


def difference(got: set[Place], want: set[Place]) -> str:
    return "\n".join([*(f"missed {place}" for place in sorted(want - got)), *(f"alarm {place}" for place in sorted(got - want))])


@pytest.mark.parametrize("case", each_case([case for case in CASES if case.everything]))
def test_case_with_every_code(case: Case, tmp_path: Path) -> None:
    """`# expect-all:` lines, with the codes that are off by default."""
    written = case_files.put(case, tmp_path, "plain")
    got: set[Place] = set()
    for name, path in written.items():
        got |= {(name, line, code) for line, _, code, _ in findings(path, "--select=PIT", "--pitfalls-all")}
    got = {place for place in got if case.family(place[2]) or place[2] == engine.DEFECT}
    want = {place for place in case.expected | case.everything if place[2] in RULES}
    strict(case, got == want, difference(got, want))


@pytest.mark.parametrize("case", each_case())
def test_gates_are_sound(case: Case, tmp_path: Path) -> None:
    """Words and text patterns rule nothing out that the rule would have found, and no disguise hides a finding from them."""
    for name, path in case_files.put(case, tmp_path, "plain").items():
        marked = {code for file, _, code in case.expected | case.everything if file == name}
        for rule in (rule for rule in RULES.values() if case.family(rule.code) and (rule.words or rule.text)):
            if not passes(rule, case.files[name]):
                assert run(case.files[name], path, rule._replace(words=(), text=None)) == []
            elif rule.code in marked and case.id not in WAITING:
                for disguise in DISGUISES.values():
                    assert passes(rule, disguise(case.files[name]))


def passes(rule: Rule, text: str) -> bool:
    """Whether a rule's gates let a text through that nobody has parsed."""
    return engine.may_hold(rule, Module(Source(text)), {})


def run(text: str, path: Path, rule: Rule) -> list[str]:
    """What a rule finds in a text."""
    try:
        return [one.message for one in engine.run(Module(Source(text), None, str(path)), [rule])]
    except SyntaxError:
        return []


FIXABLE = [case for case in CASES if any(RULES[code].fixes is not None for code in case.marked() if code in RULES)]


@pytest.mark.parametrize("case", each_case(FIXABLE))
def test_fixes(case: Case, tmp_path: Path) -> None:
    """All fixes of a case's codes prove right and give the one right text; a second run changes nothing, and no disguise changes that."""
    straight = repaired(case, tmp_path / "plain", "plain")
    for disguise in DISGUISES:
        after = straight if disguise == "plain" else repaired(case, tmp_path / disguise, disguise)
        if disguise in OUTER:  # a line that is put on top may stand before the form feed or behind it
            expected = {name: DISGUISES[disguise](text).replace("\f", "") for name, text in straight.items()}
            assert {name: text.replace("\f", "") for name, text in after.items()} == expected, disguise
    wanted = {name.replace(".fixed.py", ".py"): text for name, text in case.fixed.items()}
    same = all(bare(straight[name]) == bare(text) for name, text in wanted.items() if name in straight)
    strict_fix(case, same, "\n".join(bare(straight[name]) for name in wanted if name in straight))


def repaired(case: Case, folder: Path, disguise: str) -> dict[str, str]:
    """The texts of a case with all fixes made, each proved and settled."""
    chosen = [RULES[code] for code in sorted(case.marked()) if code in RULES]
    texts = {}
    for name, path in case_files.put(case, folder, disguise).items():
        text = DISGUISES[disguise](case.files[name])
        outcome = fixer.repair(text, str(path), chosen, Settings(), ALL_FIXES)
        assert not outcome.errors, disguise
        assert not outcome.defects, disguise
        assert parses(outcome.after) or not parses(text)
        path.write_bytes(outcome.after.encode())
        if outcome.after != text:
            again = fixer.repair(outcome.after, str(path), chosen, Settings(), ALL_FIXES)
            assert again.after == outcome.after, disguise
        texts[name] = outcome.after
    return texts


def strict_fix(case: Case, passed: bool, got: str) -> None:
    if not passed and case.id in WAITING:
        pytest.xfail(WAITING[case.id])
    assert passed, f"not the one right text, but:\n{got}"


EXAMPLES = sorted((Path(__file__).parents[1] / "docs" / "examples").glob("*.py"))


@pytest.mark.parametrize("every", [False, True], ids=["by default", "every code"])
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_examples(path: Path, every: bool) -> None:
    """The programs that the README shows: each marked line and no other, by default and with every code."""
    case = case_files.read("examples", path)
    assert case is not None
    got = {(path.name, line, code) for line, _, code, _ in findings(path, "--select=PIT", *["--pitfalls-all"] * every)}
    want = {place for place in (case.expected | case.everything if every else case.expected) if place[2] in RULES}
    strict(case, got == want, difference(got, want))


@pytest.mark.parametrize("code", [code for code, rule in RULES.items() if code != engine.DEFECT and not engine.is_last(rule)])
def test_code_has_cases(code: str) -> None:
    """Every code has a case that fires and one that is silent."""
    own = [case for case in CASES if case.code == code]
    assert any(code in {mark for _, _, mark in case.expected | case.everything} for case in CASES), f"no case is marked with {code}"
    assert any(not case.expected and not case.everything for case in own), f"no silent case in tests/cases/{code}"
