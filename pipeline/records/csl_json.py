"""The text of ``source/references.json``: CSL-JSON, or what was put in its place by mistake."""

import json
import re
from math import isfinite
from typing import Any

from pipeline.records.merged import FIX, LEFT, MESSAGE


class UnreadableWorksError(ValueError):
    """A text that is no CSL-JSON: what it is, on which line, and what to do."""

    def __init__(self, fault: str, fix: str, line: int = 0) -> None:
        super().__init__(fault)
        self.fault, self.fix, self.line = fault, fix, line


_OTHERS = (
    ("BibTeX", re.compile(r"@\w+\s*[{(]")),
    ("RIS", re.compile(r"TY  - ")),
    ("PubMed’s own format", re.compile(r"PMID- ")),
    ("EndNote’s own format", re.compile(r"%0 ")),
    ("XML or a web page", re.compile(r"<[?!\w]")),
    ("YAML", re.compile(r"---\s*$|references:\s*$|- \w+:")),
    ("a table of a spreadsheet", re.compile(r'"?[\w ]+"?(?:[,;\t]"?[\w /-]+"?){2,}\s*$')),
)
"""Other forms in which reference managers write works, and how a line of each begins."""

_EXPORT = (
    "choose CSL JSON where your reference manager exports, or convert the file with "
    "'pandoc --to csljson'"
)
_MEND = "mend the JSON: a comma, bracket or quotation mark is missing or one too many"
_ONE_LIST = "make it one list: '[' first, a comma between two works, ']' last"


def works_of(text: str) -> Any:
    """Return what a text of CSL-JSON holds.

    :raises UnreadableWorksError: where it is no JSON, or says one thing twice.
    """
    try:
        data = json.loads(
            text, object_pairs_hook=_once, parse_constant=_no_number, parse_float=_finite
        )
        _refuse_halves(data, text)
        return data
    except RecursionError:
        raise UnreadableWorksError("nested too deeply", "mend the brackets") from None
    except json.JSONDecodeError as error:
        raise _otherwise(text, error) from None
    except UnreadableWorksError:
        raise
    except ValueError:  # Python reads no number of so many digits
        fix = "take the number out that has thousands of digits"
        raise UnreadableWorksError("a number is too long", fix) from None


_HALF = re.compile("[\ud800-\udfff]")
"""One of the two codes of a letter without the other: no file and no page can hold it."""


def _refuse_halves(data: Any, text: str) -> None:
    if "\\ud" in text.lower() and (half := _HALF.search(json.dumps(data, ensure_ascii=False))):
        code = f"\\u{ord(half[0]):04x}"
        line = text[: text.lower().find(code)].count("\n") + 1
        raise UnreadableWorksError(f"{code} is half a letter", "write the letter itself", line)


def _otherwise(text: str, error: json.JSONDecodeError) -> UnreadableWorksError:
    if not text.strip():
        return UnreadableWorksError("the file is empty", "write '[]', or delete the file", 1)
    for number, line in enumerate(text.splitlines(), 1):
        if LEFT.match(line):
            return UnreadableWorksError(MESSAGE, FIX, number)
    if not text.lstrip().startswith(("[", "{")):
        for number, line in enumerate(text.splitlines(), 1):
            for name, beginning in _OTHERS:
                if beginning.match(line.lstrip()):
                    fault = f"this is {name}, not CSL-JSON"
                    return UnreadableWorksError(fault, _EXPORT, number)
    fix = _ONE_LIST if error.msg == "Extra data" else _MEND
    return UnreadableWorksError(f"this is not JSON: {error.msg}", fix, error.lineno)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return a record; one field of two would be lost without a word."""
    record = dict(pairs)
    if len(record) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        of = f" of '{record['id']}'" if isinstance(record.get("id"), str) else ""
        fault = f"the field '{twice}'{of} stands twice in one record"
        raise UnreadableWorksError(fault, "delete one of them; a comma may part two records")
    return record


def _no_number(word: str) -> Any:
    raise UnreadableWorksError(f"{word} is not a number", "write a number or a text")


def _finite(digits: str) -> float:
    """Return a number with a point or an exponent; one too large for any volume is no number."""
    number = float(digits)
    return number if isfinite(number) else _no_number(digits)
