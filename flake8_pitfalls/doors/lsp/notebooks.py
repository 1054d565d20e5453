"""Open notebooks: their cells as one module, what is said of it said of the cells, and its fixes as edits of cells."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import NamedTuple

from lsprotocol import types

from flake8_pitfalls import fixer
from flake8_pitfalls.doors.lsp import judging
from flake8_pitfalls.doors.lsp.actions import fix_of, touches
from flake8_pitfalls.doors.lsp.documents import Change, Document, difference
from flake8_pitfalls.doors.lsp.judging import Plan
from flake8_pitfalls.fixer import Candidate, Judgement
from flake8_pitfalls.fixing.apply import apply
from flake8_pitfalls.model import Edit, Files, Finding, Fix, Safety
from flake8_pitfalls.text.notebook import Notebook, place, spoken
from flake8_pitfalls.text.source import Source, Span

SYNC = types.NotebookDocumentSyncOptions(
    [types.NotebookDocumentFilterWithCells(cells=[types.NotebookCellLanguage("python")], notebook="jupyter-notebook")]
)


class Offer(NamedTuple):
    """A fix in a notebook: what it edits, by cell."""

    title: str
    finding: Finding
    is_safe: bool
    edits: list[tuple[Document, Edit]]


class Book:
    """One notebook. `cells`: each with whether it is code; `shown` of a cell holds what is said of it, in its own places."""

    def __init__(self, uri: str, path: str, encoding: str) -> None:
        self.uri = uri
        self.path = path
        self.encoding = encoding
        self.cells: list[tuple[bool, Document]] = []
        self.generation = 0
        self.judged: tuple[int, Notebook, Judgement] | None = None

    def open(self, cells: Iterable[types.NotebookCell], texts: Iterable[types.TextDocumentItem], at: int = 0, gone: int = 0) -> None:
        """Cells that are put in the place of others."""
        items = {item.uri: item for item in texts}
        made = []
        for cell in cells:
            item = items.get(cell.document)
            text, version = (item.text, item.version) if item is not None else ("", 0)
            is_code = cell.kind == types.NotebookCellKind.Code and (item is None or item.language_id == "python")
            known = next((one for _, one in self.cells if one.uri == cell.document), None)
            made.append((is_code, known or Document(cell.document, "", text, version, self.encoding)))
        self.cells[at : at + gone] = made
        self.generation += 1

    def change(self, uri: str, version: int, changes: list[Change]) -> None:
        """Edits of one cell."""
        document = self.cell(uri)
        if document is not None:
            document.change(changes, version)
            self.generation += 1

    def cell(self, uri: str) -> Document | None:
        return next((document for _, document in self.cells if document.uri == uri), None)

    def notebook(self) -> Notebook:
        """The cells as the file that they would be."""
        cells: list[dict[str, object]] = [
            {"cell_type": "code" if is_code else "markdown", "metadata": {}, "source": document.text} for is_code, document in self.cells
        ]
        return Notebook(json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}))

    def settle(self, notebook: Notebook, judged: Judgement, plan: Plan) -> None:
        """Says of each cell what stands in it. While the cells do not parse, what was said before stays."""
        self.judged = (self.generation, notebook, judged)
        if judged.error:
            return
        for _, document in self.cells:
            document.shown = []
        for finding, _ in fixer.Job(self.path, plan.rules, plan.settings, plan.policy).visible(judged):
            number, found = self.placed(finding, notebook.text)
            if number:
                self.cells[number - 1][1].shown.append(found)

    def placed(self, finding: Finding, text: str) -> tuple[int, Finding]:
        """A finding as one of its cell: the cell's number from 1, and the finding in its places."""
        number, line = place(text, finding.line)
        last_number, last = place(text, finding.end_line)
        if not number or number > len(self.cells):
            return 0, finding
        source = self.cells[number - 1][1].places.source
        start = offset(source, line, finding.column - 1)
        end = offset(source, last, finding.end_column - 1) if last_number == number else start + 1
        return number, finding._replace(span=Span(start, end), message=spoken(finding.message, text, number), related=())

    def offers(self, document: Document, span: Span, plan: Plan, files: Files) -> list[Offer]:
        """The fixes of what a range of a cell touches, each proved, and such as the cells can take."""
        if self.judged is None or self.judged[0] != self.generation or self.judged[2].module is None:
            return []
        _, notebook, judged = self.judged
        job = judging.job(self.path, plan, files)
        made = []
        for finding, make in job.visible(judged):
            number, found = self.placed(finding, notebook.text)
            if not number or self.cells[number - 1][1] is not document or not touches(span, found):
                continue
            fix = fix_of(job, judged, finding, make)
            edits = self.edits(job, judged, notebook, finding, fix) if fix is not None else []
            if fix is not None and edits:
                title = f"{finding.code}: {fix.title}{'' if fix.safety is Safety.SAFE else ' (unsafe)'}"
                made.append(Offer(title, found, fix.safety is Safety.SAFE, edits))
        return made

    def edits(self, job: fixer.Job, judged: Judgement, notebook: Notebook, finding: Finding, fix: Fix) -> list[tuple[Document, Edit]]:
        """A fix as edits of cells; none where it does not prove right, or touches what is no Python."""
        sources = notebook.sources(apply(notebook.text, fix.edits))
        if sources is None or fixer.prove(job, judged, [Candidate(finding, fix)])[1]:
            return []
        found = []
        for number, source in sources.items():
            document = self.cells[number - 1][1]
            if source != document.text:
                found.append((document, difference(document.text, source)))
        return found


def offset(source: Source, line: int, column: int) -> int:
    """The offset of a line from 1 and a column in characters from 0, within the text."""
    starts = source.line_starts
    return min(len(source.text), starts[min(line, len(starts)) - 1] + column)
