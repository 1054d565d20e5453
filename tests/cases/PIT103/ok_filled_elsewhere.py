# why: fields that are filled, a path with a folder's number, a text for people, doubled braces
import re

FOLDER = r"C:\data\run{0}\d{1}"
ROW = "{0}: {1} of {2}"
LATEX = r"\frac{{{0}}}{{{1}}} \cdot \textbf{{{2}}}"
NUMBERED = r"{name}-\d{{3}}"


def folder(run, day):
    return FOLDER.format(run, day)


def texts(a, b, c):
    return ROW.format(a, b, c), LATEX.format(a, b, c)


PATTERN = re.compile(NUMBERED.format(name="job"))
SHOULD_MATCH = ["job-007"]
SHOULD_NOT_MATCH = ["job-7"]
