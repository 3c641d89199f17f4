"""Reading TOML that may be anything: a value, or a sentence, in a time that grows with its size."""

import re
import tomllib
from typing import Any

from pipeline.records import merged

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
        if message == "Illegal character '\\n'":
            message = "a quotation mark is not closed"
        line = int(place[1]) if place else text.count("\n") + 1
        fix = _how_to_write([*text.split("\n"), ""][line - 1], message)
        raise TableError(f"this is not TOML: {message}", fix, line) from None
    except ValueError:
        # Python reads no number of so many digits.
        fix = "take the number out that has thousands of digits"
        raise TableError("a number is too long", fix) from None


_LONGEST = 200
"""Letters of a line of which it is guessed what it was meant to say."""


_MERGED = re.compile(r"<{7}|={7}|>{7}")
"""What git leaves where it could not join two versions of a file."""

_CURLY = re.compile("[“”„‟«»]")
"""What word processors put in place of straight quotation marks."""


def _how_to_write(line: str, fault: str) -> str:
    """Say how a line that TOML cannot read is to be written."""
    if "overwrite" in fault or "twice" in fault:
        return "it stands there twice: take one of the two out"
    if "\\" in line and re.search("hex value|Unescaped", fault):
        return "write / in place of \\, which means something else in TOML"
    if _CURLY.search(line):
        return 'replace the curly quotation marks in this line by straight ones: "'
    if _MERGED.match(line):
        return merged.FIX
    if re.match(r"\s*\w*[^\W\x00-\x7f]\w*\s*[=:]", line):
        return "the names of fields are English, in plain letters: phone = …, not teléfono = …"
    if "Unclosed array" in fault:
        return 'put a comma between two texts, and ] behind the last: ["…", "…"]'
    if "Unclosed inline table" in fault or line.count("{") > line.count("}"):
        return 'write all within { } on one line, with commas: { es = "…", vi = "…" }'
    match = (
        re.fullmatch(r"\s*([A-Za-z_]\w*)\s*[=:]\s*(.*?)\s*", line)
        if len(line) <= _LONGEST
        else None
    )
    value = match[2].strip("\"'“”„‟‘’«»") if match else ""
    if match and value and not re.search(r"[\[\]{}\"\\#]", value):
        return f'write text between straight quotation marks: {match[1]} = "{value}"'
    return 'write each line as: name = "value"; or as a head: [[table]]'
