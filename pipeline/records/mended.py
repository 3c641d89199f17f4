"""What to do about a line that TOML cannot read: the line itself as it was meant, where that shows.

Whoever writes a clinic's profile knows no TOML: they copy a block out of a page, type in a word
processor, or write fields as another program has them. A line is offered only if TOML reads it.
"""

import re
import tomllib
from collections.abc import Sequence

from pipeline.records import merged
from pipeline.values.lazy_regex import lazy_regex

_LONGEST = 200
"""Letters of a line of which it is guessed what it was meant to say."""

_CURLY = "“”„‟«»″＂"
"""What word processors and other keyboards put in place of straight quotation marks."""

_DOUBLE, _SINGLE = f'"`{_CURLY}', "'‘’‚′"
_QUOTES = f"{_DOUBLE}{_SINGLE}"

_UNSEEN = lazy_regex("[\u00a0\u202f\u200b-\u200f\u2060\ufeff]")
"""Spaces that are none to TOML, and what no eye sees."""

_PLAIN = str.maketrans("＝：，、،；［］（）｛｝", "=:,,,;[](){}")
"""Signs of other keyboards, as TOML has them."""

_FIELD = lazy_regex(
    r"[-*•·>\s]*(?P<name>[A-Za-z][\w-]*(?: [\w-]+){0,2})\s*"
    rf"(?:[=:]+>?|->|(?=[{_DOUBLE}]))\s*(?P<value>.*)"
)
"""A field and what is behind it, however the two are parted, and whatever stands before."""

_TEXT = rf"[{_DOUBLE}]([^{_DOUBLE}]+)[{_DOUBLE}]|[{_SINGLE}]([^{_SINGLE}]+)[{_SINGLE}]"

_PAIR = lazy_regex(rf"[{_QUOTES}]?(?P<name>[A-Za-z][\w-]*)[{_QUOTES}]?\s*[=:]\s*(?:{_TEXT})")

_TRUTHS = {
    **dict.fromkeys(("yes", "on", "true"), "true"),
    **dict.fromkeys(("no", "off", "false"), "false"),
}
"""What other formats call true and false."""

_TAKE_OUT = "take this line out: it is no part of the file"

_OF_OTHERS = (
    (lazy_regex(r"\s*(```|~~~|\*\*[^=:]*$|---+\s*$|===+\s*$)"), _TAKE_OUT),
    (lazy_regex(r"\s*(//|/\*|<!--|--|;|%)"), "begin a note of your own with #"),
    (
        lazy_regex(r"\s*\{\\rtf"),
        "save the file as plain text: what is in it now is a word processor's",
    ),
    (lazy_regex(r"\s*[\w-]+\s*=\s*$"), "write a text behind =, or take the line out"),
    (lazy_regex(r"\s*[{}]\s*$"), 'take the braces out, and write each line as: name = "value"'),
    (
        lazy_regex(r"\s*\[[^]\[=\"]+\]?\s*$"),
        "take this line out; a note of your own begins with #",
    ),
)
"""Lines of other kinds of files, and what to do with each."""


_BRACKETS = {
    "Unclosed array": 'put a comma between two texts, and ] behind the last: ["…", "…"]',
    "Unclosed inline table": "write all within { } on one line, with commas: "
    '{ es = "…", vi = "…" }',
}
"""What to do about a bracket where the line does not show what was meant."""

_OPENS = lazy_regex(r"=\s*\[[^]]*$")
_OPENS_TABLE = lazy_regex(r"=\s*\{[^}]*$")
_FAR = 40
"""Lines between a list's first and the one where TOML gives up, at most."""


def how_to_mend(lines: Sequence[str], at: int, fault: str) -> tuple[str, int]:
    """Return what to do about a line that cannot be read, and on which line, counted from 0.

    Empty where neither TOML nor a guess at what was meant helps.
    """
    line = lines[at]
    if "overwrite" in fault or "twice" in fault:
        return "it stands there twice: take one of the two out", at
    if "\\" in line and re.search("hex value|Unescaped", fault):
        return "write / in place of \\, which means something else in TOML", at
    if merged.LEFT.match(line):
        return merged.FIX, at
    if re.match(r"\s*\w*[^\W\x00-\x7f]\w*\s*[=:：＝]", line):
        return "the names of fields are English, in plain letters: phone = …, not teléfono = …", at
    whole = line
    if "Unclosed array" in fault:
        at = _opening(lines, at)
        line = lines[at]
        whole = _list_from(lines, at)
    elif _OPENS_TABLE.search(line[:_LONGEST]):
        whole = _table_from(lines, at)
    elif "quotation mark" in fault and re.fullmatch(r"[^=:]*[\"”]\s*", (*lines, "")[at + 1]):
        whole = f"{line} {lines[at + 1]}"  # the text goes on, where TOML ends it
    for pattern, what in _OF_OTHERS:
        if pattern.match(line):
            return what, at
    mended = _mended(whole)
    if mended:
        return f"{_verb(line)}: {mended}", at
    return next((how for what, how in _BRACKETS.items() if what in fault), ""), at


def _verb(line: str) -> str:
    if any(one in line for one in _CURLY):
        return "replace the curly quotation marks in this line by straight ones"
    if _UNSEEN.search(line):
        return "type this line anew, for it holds a space or sign that no eye sees"
    return "write this line as"


def _opening(lines: Sequence[str], at: int) -> int:
    """Return the line on which a list begins that is not closed; it may be told much later."""
    near = range(at, max(at - _FAR, -1), -1)
    return next((one for one in near if _OPENS.search(lines[one][-_LONGEST:])), at)


def _list_from(lines: Sequence[str], at: int) -> str:
    """Return the lines of a list that is not closed, up to its end or the next field."""
    found = [lines[at]]
    for line in lines[at + 1 : at + _FAR]:
        if "]" in found[-1] or re.match(r"\s*[A-Za-z][\w-]*\s*=", line):
            break
        found.append(line)
    return " ".join(found)


def _table_from(lines: Sequence[str], at: int) -> str:
    """Return the lines of a table that goes on behind its first, which TOML does not let it."""
    ends = (end for end in range(at + 1, min(at + _FAR, len(lines))) if "}" in lines[end])
    return " ".join(lines[at : next(ends, at) + 1])


def _mended(line: str) -> str:
    """Return a line as TOML reads it; empty where it does not show what was meant."""
    if len(line) > _LONGEST:
        return ""
    line = _with_plain_signs(_UNSEEN.sub(" ", line)).strip()
    whole = re.fullmatch(rf"[{_QUOTES}]([^{_QUOTES}]+[=:][^{_QUOTES}]+)[{_QUOTES}]", line)
    match = _FIELD.fullmatch(whole[1] if whole else line)
    if not match:
        return ""
    name, value = match["name"], _value(match["value"].strip().rstrip(",;").rstrip())
    # Names of fields have small letters and no spaces.
    name = re.sub("[ -]", "_", name.casefold() if name[0].isupper() else name)
    mended = f"{name} = {value}"
    return mended if value and _is_read(mended) else ""


def _with_plain_signs(line: str) -> str:
    """Return a line with the signs of other keyboards replaced, but for those within a text."""
    parts = re.finditer(rf"{_TEXT}|.", line)
    return "".join(one[0] if len(one[0]) > 1 else one[0].translate(_PLAIN) for one in parts)


def _value(said: str) -> str:
    """Return a value as TOML writes it: a text, a list of them, or texts by language."""
    if said in ("true", "false") or re.fullmatch(r"\d{4}-\d\d-\d\d", said):
        return said
    if said.casefold() in _TRUTHS:
        return _TRUTHS[said.casefold()]
    if day := re.fullmatch(r"(\d\d?)\.(\d\d?)\.(\d{4})", said):
        return f"{day[3]}-{int(day[2]):02}-{int(day[1]):02}"
    if numbers := re.fullmatch(r"\[\s*(\+?\d[\d ,+-]*?)[\s,]*\]", said):
        return f"[{', '.join(_text(one) for one in numbers[1].split(','))}]"
    pairs = list(_PAIR.finditer(said)) if said.startswith("{") else []
    if pairs:
        texts = [f"{one['name']} = {_text(one[2] or one[3])}" for one in pairs]
        return f"{{ {', '.join(texts)} }}"
    texts = [_text(one[1] or one[2]) for one in re.finditer(_TEXT, said)]
    rest = re.sub(_TEXT, "", said)
    if texts and (said[0] in "[({" or (len(texts) > 1 and not re.search(r"[^\W_]", rest))):
        return "" if re.search(r"\w", rest) else f"[{', '.join(texts)}]"
    bare = said.strip(_QUOTES)
    is_one = bare.strip() and not re.search(r"[\[\]{}\\#]", bare)
    return _text(bare) if is_one and not (len(texts) > 1 and "=" in rest) else ""


def _text(said: str) -> str:
    """Return a text between quotation marks that do not stand in it."""
    said = said.strip()
    if '"' not in said:
        return f'"{said}"'
    return f"'{said}'" if "'" not in said else f'"{said.replace(chr(34), chr(39))}"'


def _is_read(line: str) -> bool:
    try:
        tomllib.loads(line)
    except ValueError:
        return False
    return True
