"""A terminal of a test's own, on which a command runs in the test's process."""

import os
import sys
from io import BytesIO, TextIOWrapper
from unittest.mock import patch

from pipeline.cli import main


def on_terminal(
    *words: str | os.PathLike[str] | bytes, encoding: str = "utf-8"
) -> tuple[int, str, str]:
    """Run a command; return its exit status, and what a terminal of an encoding shows.

    Words may be bytes that are no text, as they come from a shell.
    """
    out, err = BytesIO(), BytesIO()
    with (
        patch.object(sys, "stdout", TextIOWrapper(out, encoding)),
        patch.object(sys, "stderr", TextIOWrapper(err, encoding)),
    ):
        status = main([*map(os.fsdecode, words)])
        sys.stdout.flush()
        sys.stderr.flush()
        return status, out.getvalue().decode(encoding), err.getvalue().decode(encoding)
