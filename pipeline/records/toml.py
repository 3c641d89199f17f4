"""Reading TOML that may be anything: a value, or a sentence, in a time that grows with its size."""

import re
import tomllib
from typing import Any

from pipeline.records.mended import how_to_mend

DEEPEST = 16
"""Parts of a name, between full stops; ours have three."""

_DEEP_NAME = re.compile(
    rf"""(?<![\w-])(?:(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')[ \t]*+\.[ \t]*+){{{DEEPEST}}}"""
)
"""Python takes a time for it that grows with the square of its parts."""


class TableError(ValueError):
    """Says why a text is no table that can be read, and what to do."""

    def __init__(self, message: str, fix: str, line: int = 0) -> None:
        """Take a message, what to do, and the line, 0 where it is not known."""
        super().__init__(message)
        self.message, self.fix, self.line = message, fix, line


_PLAINLY = 'write each line as: name = "value"; or as a head: [[table]]'


def read_toml(text: str) -> dict[str, Any]:
    """Return what a text in TOML holds, or raise `TableError`."""
    if deep := _DEEP_NAME.search(text):
        message = f"a name of more than {DEEPEST} parts between full stops"
        raise TableError(message, "take it out", text.count("\n", 0, deep.start()) + 1)
    try:
        return tomllib.loads(text)
    except RecursionError:
        raise TableError("nested too deeply", "mend the brackets") from None
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"at line (\d+)", str(error))
        message = re.sub(r" \(at .*\)", "", str(error))
        is_open = message == "Illegal character '\\n'"
        message = "a quotation mark is not closed" if is_open else message
        line = int(place[1]) if place else text.count("\n") + 1
        fix, at = how_to_mend([*text.split("\n"), ""], line - 1, message)
        what = message if is_open or not fix else ""
        what = f"this line cannot be read{': ' * bool(what)}{what}"
        raise TableError(what, fix or _PLAINLY, at + 1) from None
    except ValueError:
        # Python reads no number of so many digits.
        fix = "take the number out that has thousands of digits"
        raise TableError("a number is too long", fix) from None
