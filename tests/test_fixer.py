"""Fixes in rounds and their proof, with rules made for the purpose."""

from __future__ import annotations

import ast
import time
from collections.abc import Callable, Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flake8_pitfalls import engine, fixer
from flake8_pitfalls.facts import Module
from flake8_pitfalls.fixer import Outcome, Policy
from flake8_pitfalls.fixing.apply import Compatible, Moved, apply
from flake8_pitfalls.model import Edit, Fix, Hit, Level, Rule, Safety, Settings, Span

Maker = Callable[[ast.AST, Module], Fix | None]


def a_rule(code: str, on: type, wants: Callable[[ast.AST, Module], bool], make: Maker | None = None, **more: object) -> Rule:
    """A rule that reports the nodes it wants, and fixes them as `make` says."""

    def check(node: ast.AST, module: Module) -> Iterator[Hit]:
        if wants(node, module):
            yield Hit(node, f"found {code}", None if make is None else lambda: make(node, module))

    return Rule(code, code.lower(), Level.ERROR, True, (on,), (), None, Safety.SAFE, check)._replace(**more)


def named(name: str) -> Callable[[ast.AST, Module], bool]:
    return lambda node, module: isinstance(node, ast.Name) and node.id == name


def becomes(text: str, safety: Safety = Safety.SAFE) -> Maker:
    """A fix that writes something in a node's place."""
    return lambda node, module: Fix(f"Write {text}", (Edit(module.source.span(node), text),), safety)


def renames(code: str, old: str, new: str, safety: Safety = Safety.SAFE) -> Rule:
    return a_rule(code, ast.Name, named(old), becomes(new, safety))


def repaired(text: str, *rules: Rule, **policy: object) -> Outcome:
    return fixer.repair(text, "sample.py", rules, Settings(), Policy(**policy))


def test_all_fixes_that_do_not_overlap_are_made_in_one_round() -> None:
    outcome = repaired("a = a + a\n", renames("PIT901", "a", "bb"))
    assert outcome.after == "bb = bb + bb\n"
    assert [(one.finding.line, one.finding.column, one.fixed) for one in outcome.verdicts] == [(1, 1, True), (1, 5, True), (1, 9, True)]
    assert not outcome.errors


def test_overlapping_fixes_wait_for_the_next_round() -> None:
    rule = a_rule(
        "PIT901", ast.Call, lambda node, module: True, lambda node, module: becomes(module.source.segment(node.args[0]))(node, module)
    )
    outcome = repaired("x = f(g(h(1)))\n", rule)
    assert outcome.after == "x = 1\n"
    assert len(outcome.verdicts) == 3


def test_the_trees_of_rounds_and_trials_are_let_go(monkeypatch: pytest.MonkeyPatch) -> None:
    """Proving the fixes of one file may take hundreds of them."""
    kept: list[int] = []

    def judge(job: fixer.Job, *given: object) -> fixer.Judgement:
        kept.append(len(job.modules))
        return original(job, *given)

    original = fixer.Job.judge
    monkeypatch.setattr(fixer.Job, "judge", judge)
    calls = a_rule(
        "PIT901", ast.Call, lambda node, module: True, lambda node, module: becomes(module.source.segment(node.args[0]))(node, module)
    )
    outcome = repaired(f"x = {'f(' * 9}1{')' * 9}\ny = [{'b, ' * 16}b]\n", calls, renames("PIT902", "b", "(c"))
    assert outcome.after.startswith("x = 1\n")
    assert len(kept) > 20
    assert max(kept) <= 3


def test_findings_of_later_rounds_stand_where_the_user_knows_the_text() -> None:
    rule = a_rule(
        "PIT901", ast.Call, lambda node, module: True, lambda node, module: becomes(module.source.segment(node.args[0]))(node, module)
    )
    outcome = repaired("x = (f(g(1)),\n     h(2))\n", rule)
    assert outcome.after == "x = (1,\n     2)\n"
    assert [(one.finding.line, one.finding.column) for one in outcome.verdicts] == [(1, 6), (2, 6), (1, 6)]


def test_a_shared_edit_counts_once() -> None:
    def make(node: ast.AST, module: Module) -> Fix:
        return Fix("Import and use", (Edit(Span(0, 0), "import b\n"), Edit(module.source.span(node), "b.c")), Safety.SAFE)

    outcome = repaired("x = a\ny = a\n", a_rule("PIT901", ast.Name, named("a"), make))
    assert outcome.after == "import b\nx = b.c\ny = b.c\n"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_inserted_lines_end_as_the_files_do(end: str) -> None:
    def make(node: ast.AST, module: Module) -> Fix:
        return Fix("Import", (Edit(Span(0, 0), "import b\nimport c\n"), Edit(module.source.span(node), "b")), Safety.SAFE)

    outcome = repaired(f"x = a{end}\x0c{end}y = '''\\{end}'''", a_rule("PIT901", ast.Name, named("a"), make))
    assert outcome.after == f"import b{end}import c{end}x = b{end}\x0c{end}y = '''\\{end}'''"


def test_unsafe_fixes_are_made_where_asked_and_shown_ones_never() -> None:
    rules = [renames("PIT901", "a", "A", Safety.UNSAFE), renames("PIT902", "b", "B", Safety.DISPLAY)]
    outcome = repaired("a, b\n", *rules)
    assert outcome.after == "a, b\n"
    assert [one.why for one in outcome.verdicts] == ["its fix is unsafe", "its fix is only shown"]
    assert repaired("a, b\n", *rules, unsafe=True).after == "A, b\n"
    assert repaired("a, b\n", *rules, safety=(("PIT901", Safety.SAFE), ("PIT902", Safety.SAFE))).after == "A, B\n"
    assert repaired("a, b\n", *rules, unsafe=True, unfixable=frozenset({"PIT901"})).after == "a, b\n"


@pytest.mark.parametrize(
    ("text", "why"),
    [("(", "would not parse"), ("(b)", "not make the finding go"), ("e", "bring PIT902"), ("1\nc = 1; 2", "")],
)
def test_a_fix_that_does_harm_is_left_out_and_the_others_are_made(text: str, why: str) -> None:
    """One bad fix among good ones: the good ones are made, the bad one is reported with the reason, its finding stays."""
    other = a_rule("PIT902", ast.Name, named("e"))
    outcome = repaired("x = a\ny = b\nz = a\n", renames("PIT903", "a", "A"), renames("PIT901", "b", text), other)
    if why:
        assert outcome.after == "x = A\ny = b\nz = A\n"
        assert [one.finding.code for one in outcome.verdicts if not one.fixed] == ["PIT901"]
        assert why in next(one.why for one in outcome.verdicts if not one.fixed)
        if why.startswith("bring"):  # it trades one finding for another: no defect, so no error
            assert not outcome.errors
        else:
            assert len(outcome.errors) == 1
            assert outcome.errors[0].startswith("2:5: the fix of PIT901 was left out:")
    else:
        assert not outcome.errors


def test_the_oldest_python_that_is_named_must_read_the_result() -> None:
    walrus = renames("PIT901", "a", "(b := 1)")
    assert repaired("x = a\n", walrus).after == "x = (b := 1)\n"
    old = fixer.repair("x = a\n", "x.py", [walrus], Settings(target_version=(3, 7)), Policy())
    assert old.after == old.before
    assert "Python 3.7 could not read" in old.errors[0]


def test_two_fixes_that_only_hurt_together_are_not_both_made() -> None:
    both = a_rule("PIT902", ast.Tuple, lambda node, module: module.source.segment(node) == "A, B")
    outcome = repaired("x = a, b\n", renames("PIT901", "a", "A"), renames("PIT903", "b", "B"), both)
    assert outcome.after == "x = A, b\n"
    assert [one.why for one in outcome.verdicts if not one.fixed] == ["it would bring PIT902 instead"]


def test_a_fix_that_reaches_beyond_its_place_is_left_out() -> None:
    """The new text parses, the finding is gone, and yet the lines below have become a string."""
    outcome = repaired("x = a\ny = 1\nz = '''b'''\n", renames("PIT901", "a", "'''"))
    assert outcome.after == outcome.before
    assert "would" in outcome.errors[0]


def test_fixes_that_undo_each_other_leave_the_text_alone() -> None:
    outcome = repaired("x = a\n", renames("PIT901", "a", "b"), renames("PIT902", "b", "a"))
    assert outcome.after == outcome.before
    assert outcome.verdicts[0].why == "it would bring PIT902 instead"


def test_fixes_without_end_leave_the_text_alone() -> None:
    grow = a_rule("PIT901", ast.Constant, lambda node, module: True, lambda node, module: becomes(f"f({node.value + 1})")(node, module))
    outcome = repaired("x = 1\n", grow)
    assert outcome.after == outcome.before
    assert outcome.errors


def test_edits_of_one_fix_that_overlap_are_not_made() -> None:
    def make(node: ast.AST, module: Module) -> Fix:
        span = module.source.span(node)
        return Fix("Twice", (Edit(span, "b"), Edit(span, "c")), Safety.SAFE)

    assert repaired("x = a\n", a_rule("PIT901", ast.Name, named("a"), make)).after == "x = a\n"


def test_hidden_findings_are_not_fixed() -> None:
    text = "x = a  # noqa: PIT901\ny = a  # noqa: PIT902\nz = a  # noqa\n"
    rule = renames("PIT901", "a", "A")
    assert repaired(text, rule).after == text.replace("y = a", "y = A")
    assert repaired(text, rule, noqa=False).after == text.replace("= a", "= A")


def test_a_rule_that_fails_is_named_and_the_others_go_on() -> None:
    def broken(node: ast.AST, module: Module) -> bool:
        raise KeyError("oops")

    outcome = repaired("x = a\n", a_rule("PIT901", ast.Name, broken), renames("PIT902", "a", "A"))
    assert outcome.after == "x = A\n"
    assert outcome.defects
    defect = next(one.finding for one in outcome.verdicts if one.finding.code == engine.DEFECT)
    assert "PIT901" in defect.message
    assert "KeyError" in defect.message


def test_a_fix_that_fails_is_named_too() -> None:
    def make(node: ast.AST, module: Module) -> Fix:
        raise ZeroDivisionError

    outcome = repaired("x = a\n", a_rule("PIT901", ast.Name, named("a"), make), renames("PIT902", "x", "X"))
    assert outcome.after == "X = a\n"
    assert outcome.defects


def test_a_syntax_error_inside_a_rule_is_the_rules() -> None:
    def broken(node: ast.AST, module: Module) -> bool:
        return bool(ast.parse("("))

    assert repaired("x = a\n", a_rule("PIT901", ast.Name, broken)).defects


def brace_rule() -> Rule:
    """A stand-in for PIT104: finds `{,` in a text that does not parse."""

    def check(error: SyntaxError, module: Module) -> Iterator[Hit]:
        at = module.source.text.find("{,")
        while at >= 0:
            span = Span(at, at + 2)
            yield Hit(span, "found PIT904", lambda span=span: Fix("Double", (Edit(span, "{{,"),), Safety.SAFE))
            at = module.source.text.find("{,", at + 1)

    return Rule("PIT904", "brace", Level.ERROR, True, (SyntaxError,), (), None, Safety.SAFE, check)


BROKEN = 'x = a\ny = f"{,3}}"\nz = a, f"{,4}}", a\n'


def test_a_text_that_does_not_parse_is_judged_as_it_would_be_repaired() -> None:
    rules = [brace_rule(), renames("PIT901", "a", "longer")]
    found = fixer.check(BROKEN, "x.py", rules, Settings(), Policy())
    places = [(one.finding.code, one.finding.line, one.finding.column) for one in found.verdicts]
    assert places == [("PIT901", 1, 5), ("PIT904", 2, 7), ("PIT901", 3, 5), ("PIT904", 3, 10), ("PIT901", 3, 18)]
    assert not found.errors
    assert [BROKEN[slice(*one.fixes[0].edits[0].span)] for one in found.verdicts] == ["a", "{,", "a", "{,", "a"]
    assert repaired(BROKEN, *rules).after == 'x = longer\ny = f"{{,3}}"\nz = longer, f"{{,4}}", longer\n'


def test_a_text_that_stays_broken_is_an_error() -> None:
    outcome = repaired(BROKEN + "(\n", brace_rule(), renames("PIT901", "a", "A"))
    assert outcome.broken
    assert outcome.after == outcome.before
    assert "does not parse" in outcome.errors[0]
    assert fixer.check("(\n", "x.py", [renames("PIT901", "a", "A")], Settings(), Policy()).broken


def test_100_000_findings_in_one_file_take_seconds() -> None:
    text = "x = a\n" * 100_000
    start = time.process_time()
    outcome = repaired(text, renames("PIT901", "a", "b"))
    assert outcome.after == text.replace("a", "b")
    assert time.process_time() - start < 30


def test_many_bad_fixes_are_given_up_in_time() -> None:
    text = "".join(f"x = a{n}\n" for n in range(3000))
    rule = a_rule("PIT901", ast.Name, lambda node, module: node.id != "x", becomes("("))
    start = time.process_time()
    outcome = repaired(text, rule)
    assert outcome.after == text
    assert len(outcome.errors) == 3000
    assert time.process_time() - start < 60


# Edits as such.


@st.composite
def texts_and_edits(draw: st.DrawFn) -> tuple[str, list[Edit]]:
    text = draw(st.text("ab한\n", max_size=30))
    chosen = Compatible()
    for _ in range(draw(st.integers(0, 6))):
        start = draw(st.integers(0, len(text)))
        end = draw(st.integers(start, min(len(text), start + 5)))
        chosen.join([Edit(Span(start, end), draw(st.text("XY\n", max_size=4)))])
    return text, chosen.edits


@settings(max_examples=500, deadline=None)
@given(texts_and_edits())
def test_what_no_edit_touches_is_found_again(case: tuple[str, list[Edit]]) -> None:
    text, edits = case
    after, moved = apply(text, edits), Moved(edits)
    assert len(after) == len(text) + sum(len(edit.text) - (edit.span.end - edit.span.start) for edit in edits)
    for span, edit in zip(moved.touched(), edits, strict=True):
        assert after[span.start : span.end] == edit.text
    for offset, character in enumerate(text):
        if not any(edit.span.start <= offset < edit.span.end for edit in edits):
            assert after[moved.offset(offset)] == character
            assert moved.back(moved.offset(offset)) == offset


def test_edits_join_all_or_none() -> None:
    chosen = Compatible()
    assert chosen.join([Edit(Span(0, 2), "x"), Edit(Span(5, 6), "y")])
    assert not chosen.join([Edit(Span(3, 4), "z"), Edit(Span(1, 3), "w")])
    assert chosen.edits == [Edit(Span(0, 2), "x"), Edit(Span(5, 6), "y")]
    assert chosen.join([Edit(Span(5, 6), "y"), Edit(Span(2, 3), "v")])
    assert not chosen.join([Edit(Span(2, 2), "before v?")])


def test_what_was_left_out_is_tried_again_when_others_have_written() -> None:
    """The first fix would bring PIT902 until the second has been made, and it could not be made in the same round."""
    other = a_rule("PIT902", ast.Tuple, lambda node, module: module.source.segment(node) == "A, b")

    def late(node: ast.AST, module: Module) -> bool:
        return isinstance(node, ast.Name) and node.id == "b" and "c" not in module.source.words

    rules = [renames("PIT901", "a", "A"), a_rule("PIT903", ast.Name, late, becomes("B")), renames("PIT904", "c", "d"), other]
    outcome = repaired("x = a, b\nc\n", *rules)
    assert outcome.after == "x = A, B\nd\n"
    assert not outcome.errors


def test_a_fix_that_changes_what_stands_around_it_is_left_out() -> None:
    """It parses, its finding is gone, its statement is one still; but what was a comparison, a product or a call is none any more."""
    for text, new in [
        ("y = a == b\n", "x or z"),
        ("y = 2 * a\n", "x + z"),
        ("y = -a\n", "x ** 2 + 1"),
        ("f(a, 1)\n", "x) + (1"),
        ("y = [a]\n", "1] + [2"),
        ("y = not a\n", "x and z"),
        ("y = f'{1}', -a\n", "1, 2"),
    ]:
        outcome = repaired(text, renames("PIT901", "a", new))
        assert outcome.after == text
        assert "what stands around it" in outcome.errors[0], outcome.errors
        if "] +" not in new and ") +" not in new:
            assert repaired(text, renames("PIT901", "a", f"({new})")).after == text.replace("a", f"({new})", 1)


def test_a_fix_that_reaches_into_another_statement_is_left_out() -> None:
    """The edits are within its own line, and yet another statement has gone, come, or is of another kind."""
    for text, new in [
        ("x = a\ny = 1\n", "1 if 2 else \\"),
        ("if a:\n    pass\nelse:\n    b()\n", "b: pass\nif c"),
        ("x = a; y = 1\n", "1 #"),
    ]:
        outcome = repaired(text, renames("PIT901", "a", new))
        assert outcome.after == text, outcome.after
        assert outcome.errors


def test_a_fix_that_would_not_compile_is_left_out() -> None:
    """What the grammar allows and the compiler does not."""
    for text, new in [
        ("x = a\n", "(yield)"),
        ("def f():\n    x = a\n", "await z"),
        ("y = [a for i in 'a']\n", "(i := 1)"),
        ("a\n", "return"),
    ]:
        outcome = repaired(text, renames("PIT901", "a", new))
        assert outcome.after == text, outcome.after
        assert outcome.errors[0].endswith(("would not compile", "would not parse")), outcome.errors


def test_a_text_that_never_compiled_is_fixed_all_the_same() -> None:
    assert repaired("return a\n", renames("PIT901", "a", "b")).after == "return b\n"


def test_a_rule_of_the_users_own_with_a_bad_fix_takes_nothing_down() -> None:
    """Edits that lie outside the text, or that are no edits at all."""
    for edits in [(Edit(Span(-5, -1), "x"),), (Edit(Span(100, 200), "x"),), (Edit(Span(3, 1), "x"),), (None,)]:

        def make(node: ast.AST, module: Module, edits: tuple[Edit, ...] = edits) -> Fix:
            return Fix("Nowhere", edits, Safety.SAFE)

        outcome = repaired("x = a\ny = b\n", a_rule("PIT901", ast.Name, named("a"), make), renames("PIT902", "b", "B"))
        assert outcome.after == "x = a\ny = B\n", outcome
        assert outcome.errors or outcome.defects
