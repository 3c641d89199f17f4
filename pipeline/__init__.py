"""Print one article in every language that a clinic needs, and prove what the paper says.

The folders are the stages, in the order in which an article passes through them:
``records`` (what people keep in ``source/``), ``parse``, ``catalog``, ``translate``, ``check``,
``compose``, ``typeset``, ``verify``, and ``build``, which walks them all; ``accessibility``
validates what was built, ``bench`` measures how long it took. ``values`` are the plain
records that pass between stages. Imports point from the command line down to the values.
"""

__version__ = "0.1.0"

STAGES = (
    "values",
    "records",
    "parse",
    "catalog",
    "translate",
    "check",
    "compose",
    "typeset",
    "verify",
    "project",
    "build",
    "accessibility",
    "bench",
    "cli",
)
"""Each may import itself and what stands before it; ``tests/test_architecture.py`` holds it."""
