"""Programs that nobody wrote, and real files, through the plugin and the fixer: what must hold of every text is checked of each.

    python tests/fuzz.py programs 20000 [--seed N] [--out FOLDER]    made up: generated or real code with pitfalls spliced in, then spoilt
    python tests/fuzz.py files FOLDER 5000 [--seed N] [--out FOLDER]    a random choice of the Python files below a folder, as they are
    python tests/fuzz.py show SEED    prints the program of a seed

Of each: nothing raises, no rule fails (PIT000), no time runs out, the plugin says what the fixer says, the fixed text parses (and compiles
if the text did), fixing it again changes nothing, and no fix had to be left out, unless another rule has something to say of its result.
What fails is named by its seed or path.
`pip install pysource-codegen` adds generated hosts; without it, files of the standard library are the only ones. POSIX only.
"""

from __future__ import annotations

import argparse
import ast
import contextlib
import json
import os
import random
import re
import signal
import sys
import tempfile
import textwrap
import time
import warnings
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path
from types import FrameType
from typing import NamedTuple

import cases

from flake8_pitfalls import engine, rules
from flake8_pitfalls.doors.flake8 import Plugin
from flake8_pitfalls.fixer import Outcome, Policy
from flake8_pitfalls.model import Settings
from flake8_pitfalls.running.file import WRITE, Task, judge
from flake8_pitfalls.text.coding import Undecodable, decode
from flake8_pitfalls.text.parse import parse
from flake8_pitfalls.text.source import LINE_END

LIMIT = 120  # seconds of processor time for one text; what waits for something is given ten times as long
AT_ONCE = 250  # texts that one process judges before the next one takes over
AT_ONCE_REAL = 1000  # what was read of a project is kept for its next file


class Seen(NamedTuple):
    """What came of one text: what it held, and each thing that must not be."""

    parsed: bool
    found: int
    fixed: int
    left_out: int
    codes: tuple[str, ...]
    wrong: tuple[str, ...]


# What must hold of every text


def look(data: bytes, path: str, unsafe: bool = True) -> Seen:
    """Judges and fixes some bytes with every code, and says what went wrong."""
    task = Task(path, tuple(rules.load()), Settings(), Policy(unsafe=unsafe), WRITE)
    wrong: list[str] = []
    outcome, after = judge(task, data)
    verdicts = [one for one in outcome.verdicts if one.finding.code != engine.DEFECT]
    wrong += [f"defect: {one.finding.message}" for one in outcome.verdicts if one.finding.code == engine.DEFECT]
    wrong += [f"left out: {error}" for error in outcome.errors if ("was left out" in error or "settle" in error) and "bring" not in error]
    left_out = sum("was left out" in error for error in outcome.errors)
    tree = tree_of(outcome.before)
    if tree is not None and (verdicts or len(data) % 4 == 0):  # where there is nothing to say, now and then is enough
        wrong += differences(tree, outcome, path)
    if after is not None:
        wrong += flaws(outcome, after, task)
    fixed = [one for one in verdicts if one.fixed]
    if bool(fixed) != (after is not None):
        wrong.append("said to be fixed and not changed, or the other way round")
    return Seen(tree is not None, len(verdicts), len(fixed), left_out, tuple(one.finding.code for one in verdicts), tuple(wrong))


def flaws(outcome: Outcome, after: bytes, task: Task) -> list[str]:
    """What is wrong with a fixed text."""
    try:
        text = decode(after).text
    except Undecodable as error:
        return [f"the result cannot be read: {error}"]
    if text != outcome.after:
        return ["what is written is not what was made"]
    if tree_of(text) is None:
        return ["the result does not parse"]
    if compiles(outcome.before) and not compiles(text):
        return ["the result does not compile"]
    again, more = judge(task, after)
    if more is not None:
        changes = [f"{one.finding.code} in line {one.finding.line}" for one in again.verdicts if one.fixed]
        return [f"a second run changes it: {changes}"]
    return []


def differences(tree: ast.Module, outcome: Outcome, path: str) -> list[str]:
    """Where the plugin does not say what the fixer says of a text that parses; `# noqa` is flake8's business."""
    plugin = Plugin(tree, [outcome.before], path)
    said = Counter(text[:6] for _, _, text, _ in plugin.run())
    if said[engine.DEFECT]:
        return ["the plugin met a defect"]
    default = {code for code, rule in rules.load().items() if rule.default}
    found = Counter(one.finding.code for one in outcome.verdicts if one.finding.code in default)
    hidden = "noqa" in outcome.before.lower()
    one_round = not any(one.fixed for one in outcome.verdicts)
    return [f"the plugin says {dict(said)}, the fixer {dict(found)}"] if one_round and not hidden and said != found else []


def tree_of(text: str) -> ast.Module | None:
    with contextlib.suppress(SyntaxError):
        return parse(text)
    return None


def compiles(text: str) -> bool:
    """Whether the compiler takes a text; more than parsing: `return` outside a function, `await` outside a coroutine."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            compile(text, "sample", "exec", dont_inherit=True)
        except (SyntaxError, ValueError, RecursionError, MemoryError, OverflowError):
            return False
    return True


# Programs

MARKER = re.compile(r"[ \t]*# (why|expect|expect-at|expect-all|python|options):.*")


@cache
def pitfalls(marked: bool) -> list[str]:
    """The texts of the cases that hold findings, or of those that do not, without their markers."""
    texts = [text for case in cases.cases() for text in case.files.values() if bool(case.expected or case.everything) is marked]
    return [MARKER.sub("", text) for text in texts]


@cache
def real_files() -> list[Path]:
    """The standard library's own files, without its tests."""
    return sorted(path for path in Path(os.__file__).parent.rglob("*.py") if not {"test", "tests", "site-packages"} & set(path.parts))


def program(seed: int) -> bytes:
    """The program of a seed: the same each time, as long as cases, Python and the generator are the same."""
    draw = random.Random(seed)
    text = draw.choices((alone, generated, excerpt), (4, 4, 3))[0](draw)
    for _ in range(draw.choices((0, 1, 3, 6), (3, 3, 3, 1))[0]):
        changed = draw.choice(MUTATIONS)(text, draw)
        if tree_of(changed) is not None or draw.random() < 0.05:  # what no longer parses is seen by the parser alone
            text = changed
    return spoilt(text, draw)


def alone(draw: random.Random) -> str:
    """Pitfalls only, one to three."""
    return "\n".join(wrapped(pitfall(draw), draw) for _ in range(draw.randint(1, 3)))


def generated(draw: random.Random) -> str:
    """A program by pysource-codegen, which holds every kind of syntax and no sense, with pitfalls between its statements."""
    try:
        from pysource_codegen import generate
    except ImportError:
        return excerpt(draw)
    with contextlib.redirect_stdout(None):
        host = generate(draw.randrange(2**31), node_limit=draw.randint(20, 150), depth_limit=draw.randint(3, 7))
    return spliced(host, draw)


def excerpt(draw: random.Random) -> str:
    """Some statements of a real file, with pitfalls between them."""
    text = decode(draw.choice(real_files()).read_bytes()).text
    tree = tree_of(text)
    if tree is None or not tree.body:
        return alone(draw)
    parts = statements(text, tree)
    first = draw.randrange(len(parts))
    chosen, size = [], 0
    for part in parts[first:]:
        size += len(part)
        if size > 6000:
            break
        chosen.append(part)
    return spliced("\n".join(chosen), draw)


def spliced(host: str, draw: random.Random) -> str:
    """A host with pitfalls between its top statements."""
    tree = tree_of(host)
    parts = statements(host, tree) if tree is not None else [host]
    for _ in range(draw.randint(1, 2)):
        parts.insert(draw.randint(0, len(parts)), wrapped(pitfall(draw), draw))
    return "\n".join(parts)


def statements(text: str, tree: ast.Module) -> list[str]:
    """The top statements as texts, by whole lines."""
    lines = LINE_END.split(text)
    if not tree.body:
        return [text]
    starts = [min([node.lineno, *(one.lineno for one in getattr(node, "decorator_list", []))]) - 1 for node in tree.body]
    ends = [*starts[1:], len(lines)]
    return ["\n".join(lines[start:end]) for start, end in zip(starts, ends, strict=True) if end > start]


def pitfall(draw: random.Random) -> str:
    """A case, or some of its statements with its imports."""
    text = draw.choice(pitfalls(draw.random() < 0.8))
    tree = tree_of(text)
    if tree is None or draw.random() < 0.7:
        return text
    parts = statements(text, tree)
    kept = [part for part in parts if part.startswith(("import", "from")) or draw.random() < 0.7]
    return "\n".join(kept) or text


FUTURE = re.compile(r"^from __future__ .*$", re.MULTILINE)
AROUND = (
    "def wrapper(a, b=None, *c, **d):",
    "async def wrapper():",
    "class Wrapper(Base):",
    "if __name__ == '__main__':",
    "for item in range(3):",
    "while True:",
    "with open('x') as file, lock:",
    "try:\n    pass\nfinally:",
    "match command:\n  case [1, *_]:",
)


def wrapped(text: str, draw: random.Random) -> str:
    """A program inside one or two compound statements, or none."""
    text = FUTURE.sub("", text)
    for _ in range(draw.choices((0, 1, 2), (6, 2, 1))[0]):
        around = draw.choice(AROUND)
        text = f"{around}\n{textwrap.indent(text, draw.choice(('    ', '  ', chr(9))) + '  ' * around.count('  case'))}\n"
    return text


# Mutations: of lines, of words, of what stands between them


def lines_of(text: str) -> list[str]:
    return text.split("\n")


def shuffled(text: str, draw: random.Random) -> str:
    """A few neighbouring lines in another order."""
    lines = lines_of(text)
    start = draw.randrange(len(lines))
    part = lines[start : start + draw.randint(2, 6)]
    draw.shuffle(part)
    return "\n".join([*lines[:start], *part, *lines[start + len(part) :]])


def shortened(text: str, draw: random.Random) -> str:
    lines = lines_of(text)
    start = draw.randrange(len(lines))
    return "\n".join([*lines[:start], *lines[start + draw.randint(1, 3) :]])


def doubled(text: str, draw: random.Random) -> str:
    lines = lines_of(text)
    start = draw.randrange(len(lines))
    part = lines[start : start + draw.randint(1, 4)]
    return "\n".join([*lines[:start], *part, *part, *lines[start + len(part) :]])


def truncated(text: str, draw: random.Random) -> str:
    return text[: draw.randint(0, len(text))]


def swapped(text: str, draw: random.Random) -> str:
    """One word in another's place."""
    words = [match.span() for match in WORD.finditer(text)]
    if len(words) < 2:
        return text
    (start, end), (other, last) = draw.sample(words, 2)
    return text[:start] + text[other:last] + text[end:]


def renamed(text: str, draw: random.Random) -> str:
    """A word that is another, everywhere: Korean, or one that NFKC makes another."""
    words = sorted({match[0] for match in WORD.finditer(text)})
    if not words:
        return text
    return re.sub(rf"\b{draw.choice(words)}\b", draw.choice(("값", "ﬁeld", "𝐱", "_", "print", "asyncio", "self")), text)


def joined(text: str, draw: random.Random) -> str:
    """Two lines made one by a semicolon or a backslash."""
    at = [place for place, one in enumerate(text) if one == "\n"]
    if not at:
        return text
    place = draw.choice(at)
    return text[:place] + draw.choice(("; ", " \\\n", "  # comment\n", "\f\n", "\n\n")) + text[place + 1 :].lstrip(" ")


def commented(text: str, draw: random.Random) -> str:
    """Comments at the ends of lines; they may land in strings, which is as well."""
    lines = lines_of(text)
    for place in range(len(lines)):
        if lines[place].strip() and "noqa" not in lines[place] and draw.random() < 0.3:
            lines[place] += draw.choice(("  # 주석 😀", "  # noqa", "  # noqa: PIT201", "  # type: ignore", "  # x\f"))
    return "\n".join(lines)


def tight(text: str, draw: random.Random) -> str:
    """Spaces gone or more of them, where a run of them stands between words."""
    return re.sub(r"(?<=\S) (?=\S)", lambda match: draw.choice(("", " ", "  ", "\t", " \\\n ")) if draw.random() < 0.05 else match[0], text)


def tabbed(text: str, draw: random.Random) -> str:
    return text.replace("    ", "\t")


WORD = re.compile(r"\b[a-zA-Z_]\w*\b")
MUTATIONS: Sequence[Callable[[str, random.Random], str]] = (
    shuffled,
    shortened,
    doubled,
    truncated,
    swapped,
    swapped,
    renamed,
    joined,
    commented,
    tight,
    tabbed,
)


def spoilt(text: str, draw: random.Random) -> bytes:
    """The bytes of a text: in some encoding, with some line ends, seldom with some bytes flipped."""
    way = draw.random()
    if way < 0.15:
        text = LINE_END.sub("\r\n", text)
    elif way < 0.2:
        text = LINE_END.sub("\r", text)
    elif way < 0.25:
        text = LINE_END.sub(lambda match: draw.choice(("\n", "\r\n", "\r")), text)
    data = encoded(text, draw)
    if draw.random() < 0.08 and data:
        flipped = bytearray(data)
        for _ in range(draw.randint(1, 5)):
            flipped[draw.randrange(len(flipped))] ^= 1 << draw.randrange(8)
        data = bytes(flipped)
    return data


def encoded(text: str, draw: random.Random) -> bytes:
    cookie = draw.choices(("", "bom", "cp949", "euc-kr", "latin-1"), (20, 2, 1, 1, 1))[0]
    if cookie == "bom":
        return b"\xef\xbb\xbf" + text.encode("utf-8", "surrogatepass")
    if cookie:
        with contextlib.suppress(UnicodeEncodeError):
            return f"# -*- coding: {cookie} -*-\n{text}".encode(cookie)
    return text.encode("utf-8", "surrogatepass")


# The run


class TooLong(BaseException):
    """Time ran out; no Exception, since those of a rule are caught."""


def alarm(number: int, frame: FrameType | None) -> None:
    raise TooLong


def looked(data: bytes, path: str, unsafe: bool) -> Seen:
    """`look`, with whatever it raises as one more thing that is wrong."""
    for number, timer, seconds in ((signal.SIGPROF, signal.ITIMER_PROF, LIMIT), (signal.SIGALRM, signal.ITIMER_REAL, 10 * LIMIT)):
        signal.signal(number, alarm)
        signal.setitimer(timer, seconds)
    try:
        return look(data, path, unsafe)
    except TooLong:
        return Seen(True, 0, 0, 0, (), (f"not done in {LIMIT} seconds",))
    except Exception as error:  # that nothing raises is what is asked
        trace = error.__traceback__
        while trace is not None and trace.tb_next is not None:
            trace = trace.tb_next
        where = f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace is not None else ""
        return Seen(True, 0, 0, 0, (), (f"raised {type(error).__name__}: {error} ({where})",))
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.setitimer(signal.ITIMER_REAL, 0)


class Tally:
    """What a run has seen so far; kept on disk, since the process that judges may die."""

    def __init__(self, out: Path) -> None:
        self.out = out
        self.counts: Counter[str] = Counter()
        self.codes: Counter[str] = Counter()
        self.wrong: list[tuple[str, str]] = []

    def add(self, name: str, seen: Seen) -> None:
        self.counts.update(
            texts=1, parsed=seen.parsed, findings=seen.found, fixed=seen.fixed, left_out=seen.left_out, with_findings=bool(seen.found)
        )
        self.counts.update(with_fixes=bool(seen.fixed), wrong=bool(seen.wrong))
        self.codes.update(seen.codes)
        self.wrong += [(name, one) for one in seen.wrong]

    def report(self, seconds: float) -> str:
        lines = [f"{name}: {number}" for name, number in self.counts.items()]
        lines += [f"codes: {' '.join(f'{code}={number}' for code, number in sorted(self.codes.items()))}", f"seconds: {seconds:.0f}"]
        return "\n".join([*lines, *(f"WRONG {name}: {what}" for name, what in self.wrong)])


Item = tuple[str, Callable[[], bytes], str, bool]


def run(items: Sequence[Item], out: Path, at_once: int = AT_ONCE) -> Tally:
    """Judges all items, some at a time in a child process; one that kills its process is wrong, and the others are done."""
    tally, start = Tally(out), time.time()
    journal = out / "journal.jsonl"
    done = 0
    while done < len(items):
        journal.write_text("", encoding="utf-8")
        child = os.fork()
        if not child:
            with open(journal, "a", encoding="utf-8") as file:
                for name, make, path, unsafe in items[done : done + at_once]:
                    seen = looked(make(), path, unsafe)
                    file.write(json.dumps([name, seen]) + "\n")
                    file.flush()
            os._exit(0)
        _, status = os.waitpid(child, 0)
        rows = [json.loads(line) for line in journal.read_text(encoding="utf-8").split("\n") if line.endswith("]")]
        for name, seen in rows:
            tally.add(name, Seen(*seen))
        done += len(rows)
        if status:
            tally.add(items[done][0], Seen(True, 0, 0, 0, (), (f"its process died ({status})",)))
            done += 1
        elif not rows:
            break
        (out / "report.txt").write_text(tally.report(time.time() - start) + "\n", encoding="utf-8")
    return tally


def programs(count: int, seed: int, out: Path) -> list[Item]:
    path = str(out / "sample.py")
    return [(f"seed {one}", lambda one=one: program(one), path, one % 4 != 0) for one in range(seed, seed + count)]  # type: ignore[misc]


def files(folder: Path, count: int, seed: int) -> list[Item]:
    found = sorted(path for path in folder.rglob("*.py") if path.is_file())
    random.Random(seed).shuffle(found)
    return [(str(path.relative_to(folder)), path.read_bytes, str(path), True) for path in sorted(found[:count])]


def main() -> Iterator[str]:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["programs", "files", "show"])
    parser.add_argument("where", help="how many programs; the folder; the seed")
    parser.add_argument("count", nargs="?", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    if options.what == "show":
        sys.stdout.buffer.write(program(int(options.where)))
        return
    out = options.out or Path(tempfile.mkdtemp(prefix="pitfalls-fuzz-"))
    out.mkdir(parents=True, exist_ok=True)
    start = time.time()
    if options.what == "programs":
        items = programs(int(options.where), options.seed, out)
    else:
        items = files(Path(options.where), options.count, options.seed)
    tally = run(items, out, AT_ONCE if options.what == "programs" else AT_ONCE_REAL)
    yield tally.report(time.time() - start)
    if tally.wrong:
        sys.exit(1)


if __name__ == "__main__":
    for text in main():
        print(text)
