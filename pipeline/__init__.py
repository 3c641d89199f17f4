"""Print one article in every language that a clinic needs, and prove what the paper says.

The folders are rooms. First the way of one sheet, in the order in which it is walked: ``values``
are the plain records that pass between the others, ``records`` what people keep in ``source/``,
then ``parse``, ``catalog``, ``translate``, ``check``, ``compose``, ``typeset`` and ``verify``.
Then who walks it: ``project`` is the disk, ``vouch`` what people vouch for, ``publish`` makes files
from an order. Then who looks at it: ``desk``, ``doctor``, and ``cli``, the command line.
Imports point from the command line down to the values.
"""

__version__ = "0.2.0"

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
    "vouch",
    "publish",
    "desk",
    "doctor",
    "cli",
)
"""Each may import itself and what stands before it; ``tests/test_architecture.py`` holds it."""
