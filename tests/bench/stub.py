"""Run a command with a typesetter that sets nothing: ``python -m tests.bench.stub pdf es``.

Where reading, deciding and writing are to be measured, and not the printing. All is done in this
process; every sheet passes, and is as large as a real one.
"""

import sys
from unittest.mock import patch

from pipeline.cli import main, pdf
from pipeline.publish import printing
from pipeline.publish.executors.serial import Serial
from pipeline.typeset.engine import Typeset
from pipeline.values.finding import Finding
from pipeline.values.sheet import Layout

SIZE = 250_000
"""Bytes of a PDF: a handout's."""


def typeset(html: str, *_: object, **_how: object) -> Typeset:
    """Return a file as large as a sheet, with the page's text in it."""
    content = b"%PDF" + html.encode()
    pdf = content + bytes(max(0, SIZE - len(content)))
    return Typeset(pdf=pdf, pages_pdf=b"", pages=4, html=html, layout=Layout(), findings=())


def no_findings(*_: object, **_how: object) -> tuple[Finding, ...]:
    """Find nothing wrong with a sheet that was not set."""
    return ()


def run(words: list[str]) -> int:
    """Run a command; return its exit status."""
    with (
        patch.object(printing, "typeset", typeset),
        patch.object(printing, "verify", no_findings),
        patch.object(printing, "verify_codes", no_findings),
        patch.object(pdf, "executor", lambda _: Serial()),
    ):
        return main(words)


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
