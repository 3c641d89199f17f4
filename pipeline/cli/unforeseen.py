"""What nobody foresaw: written down whole in a file, so that one line is enough on the terminal."""

import platform
import shlex
import sys
import tempfile
import traceback
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path

from pipeline import __version__
from pipeline.project.disk import write_files
from pipeline.values.errors import PolyleafError

NAME = "polyleaf-error.log"
"""``polyleaf clean`` knows it too."""

_LIBRARIES = ("weasyprint", "babel", "markdown-it-py", "jinja2", "pypdfium2", "pikepdf")
"""Those whose version most often explains a fault; what else is installed comes after them."""


def write_down(error: BaseException, words: Sequence[str], project: Path) -> Path:
    """Write what is known of a fault into the project's ``build/``; return where it lies.

    Where there is no project or its ``build/`` takes no file, it lies in the temporary folder.
    """
    text = report(error, words)
    if (project / "source").is_dir():
        with suppress(PolyleafError):
            file = project / "build" / NAME
            write_files(project, {file: text.encode(errors="backslashreplace")})
            return file
    with tempfile.NamedTemporaryFile(
        "w",
        prefix="polyleaf-error-",
        suffix=".log",
        delete=False,
        encoding="utf-8",
        errors="backslashreplace",
    ) as log:
        log.write(text)
    return Path(log.name)


def report(error: BaseException, words: Sequence[str]) -> str:
    """Return the command, the versions and the way to a fault, those of a worker included."""
    lines = [
        f"command:  {shlex.join(['polyleaf', *words])}",
        f"time:     {datetime.now(UTC):%Y-%m-%d %H:%M:%S} UTC",
        f"polyleaf: {__version__}",
        f"python:   {sys.version}",
        f"system:   {platform.platform()}",
        "",
        *_versions(),
        "",
        *(line.rstrip("\n") for line in traceback.format_exception(error)),
    ]
    return "\n".join(lines) + "\n"


def _versions() -> Iterator[str]:
    found = {
        str(one.metadata["Name"]).lower(): one.version
        for one in metadata.distributions()
        if one.metadata["Name"]
    }
    first = [name for name in _LIBRARIES if name in found]
    for name in [*first, *sorted(set(found) - {*first, "polyleaf"})]:
        yield f"{name} {found[name]}"
