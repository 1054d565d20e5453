"""`nox`: the tests on every Python that is supported and here, and against the oldest dependencies that are promised."""

from __future__ import annotations

import nox

nox.options.error_on_missing_interpreters = False


@nox.session(python=["3.10", "3.11", "3.12", "3.13"])
def tests(session: nox.Session) -> None:
    session.install("-e", ".[test]")
    session.run("pytest", "-q", *session.posargs)


@nox.session(python="3.10")
def floors(session: nox.Session) -> None:
    """The lowest versions that pyproject.toml allows."""
    session.install("-e", ".", "flake8==6.0.0", "libcst==1.1.0", "pathspec==0.12.1", "tomli==2.0.0", "pytest", "pytest-xdist", "hypothesis")
    session.run("pytest", "-q", "-m", "not house", *session.posargs)
