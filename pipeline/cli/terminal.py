r"""What reaches the terminal: letters, and of what steers terminals only what this program writes.

The name of a file, or a text in one, may come from a stranger and hold the codes by which a
terminal renames its window, hides lines or fills the clipboard. They are shown as ``\\x1b``.
"""

import os
import re
import sys
from io import TextIOWrapper

_STEERS = re.compile(
    r"(\r\n|\r?\x1b\[K|\x1b\[(?:0|1|3[123])m)"  # our own: ends of lines, progress, colours
    r"|[\x00-\x08\x0b-\x1f\x7f-\x9f]"
)


class Shown(TextIOWrapper):
    """A stream that shows the codes of others, and fails on no letter."""

    instead_of: TextIOWrapper
    """What it stands for: that closes the file for both once nobody holds it."""

    def write(self, text: str, /) -> int:
        """Write a text; return its length."""
        super().write(shown(text))
        return len(text)


def shown(text: str) -> str:
    r"""Return a text with each code that steers terminals, and is not ours, as ``\\x1b``."""
    return _STEERS.sub(lambda found: found[1] or f"\\x{ord(found[0]):02x}", text)


def settle_streams() -> None:
    """Let a terminal that cannot show a letter show its number, and let no text steer it.

    Where a stream was closed before we began, what is said is lost, and nothing else.
    """
    for number, name in enumerate(("stdout", "stderr"), 1):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, _nowhere(number))
        elif type(stream) is TextIOWrapper:
            stream.flush()
            settled = Shown(
                stream.buffer,
                encoding=stream.encoding,
                errors="backslashreplace",
                line_buffering=stream.line_buffering,
                write_through=stream.write_through,
            )
            settled.instead_of = stream
            setattr(sys, name, settled)
        elif isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _nowhere(number: int) -> TextIOWrapper:
    """Return a stream whose text is lost, under the number that no file of ours may get."""
    away = os.open(os.devnull, os.O_WRONLY)
    if away != number:
        try:
            os.fstat(number)
        except OSError:
            os.dup2(away, number)
            os.close(away)
            away = number
    return open(away, "w", encoding="utf-8", closefd=False)
