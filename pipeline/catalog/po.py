"""The only module that knows PO files: a reader and writer that keeps every byte it did not change.

Each entry carries its own text, comments and blank lines included, so that joining the entries
gives back the file. See docs/decisions/0002-own-po-reader.md.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from pipeline.records import merged
from pipeline.values.lazy_regex import lazy_regex
from pipeline.values.message import Catalog, Message, Translation

WIDTH = 79
"""Columns at which gettext's tools wrap."""

_STRING = lazy_regex(r'"((?:[^"\\\n]|\\.)*)"\s*$')
_UNCLOSED = lazy_regex(r'"(?:[^"\\\n]|\\.)*$')
_KEYWORD = lazy_regex(r"(msgctxt|msgid_plural|msgid|msgstr(?:\[\d+\])?)\s*(?=\")")
_CONFLICT = lazy_regex(r"(<{7}|={7}|>{7}|\|{7})( |$)")
_CREDIT = lazy_regex(
    r"#\s*(?P<name>[^\W\d][^<>,;:()]*?)\s*(?:<[^<>]*>)?(?:,\s*\d{4}(?:[-–]\d{4})?)+\.?\s*$"
)
_TRANSLATORS_COMMENT = lazy_regex(r"#([^.:,|~]|$)")
_ESCAPE = lazy_regex(r"\\(x[0-9A-Fa-f]{2}|[0-7]{1,3}|.)")
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v"}
_TO_ESCAPE = lazy_regex(r'[\\"\n\t\r\a\b\f\v]')
_MISLEADING_FLAGS = ("python-format", "python-brace-format")
"""Prose with a percent sign or braces gets these from tools; their checks then reject it."""


class CatalogSyntaxError(Exception):
    """A PO file that cannot be read, with the line and what to do."""

    def __init__(self, line: int, message: str, fix: str) -> None:
        super().__init__(message)
        self.line = line
        self.fix = fix


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry of a PO file with the exact lines it was read from."""

    raw: str
    context: str = ""
    text: str = ""
    translation: str = ""
    fuzzy: bool = False
    obsolete: bool = False
    previous: tuple[str, str] | None = None
    """Context and text that the translation was made for, where that is another (``#|``)."""
    line: int = 0
    translation_line: int = 0

    @property
    def key(self) -> tuple[str, str]:
        """Context and text."""
        return self.context, self.text


@dataclass(slots=True)
class _Draft:
    """An entry while its lines are read."""

    first_line: int
    lines: list[str] = field(default_factory=list)
    fields: dict[str, list[str]] = field(default_factory=dict)
    """What stands in the lines after each keyword; joined in the end, as they may be many."""
    places: dict[str, int] = field(default_factory=dict)
    flags: set[str] = field(default_factory=set)
    previous: dict[str, list[str]] = field(default_factory=dict)
    previous_keyword: str = ""
    obsolete: bool = False
    keyword: str = ""

    @property
    def complete(self) -> bool:
        return "msgid" in self.fields and any(name.startswith("msgstr") for name in self.fields)

    def close(self) -> Entry:
        if self.fields and not self.complete:
            raise CatalogSyntaxError(
                self.first_line + len(self.lines) - 1,
                "the entry ends without msgstr: the file looks cut off",
                "get the whole file again from the translator or from the version control",
            )
        last = "msgstr" if "msgstr" in self.fields else "msgstr[0]"
        return Entry(
            raw="".join(self.lines),
            context="".join(self.fields.get("msgctxt", ())),
            text="".join(self.fields.get("msgid", ())),
            translation="".join(self.fields.get(last, ())),
            fuzzy="fuzzy" in self.flags,
            obsolete=self.obsolete or not self.fields,
            previous=("".join(self.previous.get("msgctxt", ())), "".join(self.previous["msgid"]))
            if "msgid" in self.previous
            else None,
            line=self.places.get("msgid", self.first_line),
            translation_line=self.places.get(last, self.first_line),
        )


def read(text: str) -> list[Entry]:
    """Read the entries of a PO file; the first with an empty text is the header.

    Joining the entries' ``raw`` gives ``text`` back. Raise `CatalogSyntaxError` where a line is
    not PO, the file is cut off, or an entry stands twice.
    """
    entries: list[Entry] = []
    draft = _Draft(1)
    for number, line in enumerate(_lines(text), 1):
        content = line.strip()
        if _begins_entry(content) and draft.complete:
            entries.append(draft.close())
            draft = _Draft(number)
        draft.lines.append(line)
        _read_line(draft, content, number)
    if draft.lines:
        entries.append(draft.close())
    _refuse_doubles(entries)
    return entries


def _lines(text: str) -> list[str]:
    """Split at line feeds alone, and keep them: other separators are letters of the text."""
    *lines, last = text.split("\n")
    return [f"{line}\n" for line in lines] + ([last] if last else [])


def _begins_entry(content: str) -> bool:
    if content.startswith("#~|"):
        return True
    content = re.sub(r"^#~\s*", "", content) if content.startswith("#~") else content
    return content.startswith(("#", "msgctxt")) or (
        content.startswith("msgid") and not content.startswith("msgid_plural")
    )


def _read_line(draft: _Draft, content: str, number: int) -> None:
    if not content or (content[0] == "#" and content[1:2] not in ("~", "|", ",")):
        return
    begins = content[0]
    if begins in "<=>|" and _CONFLICT.match(content):
        raise CatalogSyntaxError(number, merged.MESSAGE, merged.FIX)
    if begins == "#" and content.startswith("#~"):
        draft.obsolete = True
        content = content[2:].strip()
        if content.startswith("|"):
            _read_previous(draft, content[1:].strip())
            return
    if content.startswith("#|"):
        _read_previous(draft, content[2:].strip())
        return
    if content.startswith("#,"):
        draft.flags.update(flag.strip() for flag in content[2:].split(","))
        return
    keyword = _KEYWORD.match(content) if content[:1] == "m" else None
    if keyword:
        draft.keyword = keyword[1]
        if draft.keyword in draft.fields:
            raise CatalogSyntaxError(
                number, f"{draft.keyword} stands twice in one entry", "keep one of the two"
            )
        draft.fields[draft.keyword] = []
        draft.places[draft.keyword] = number
        content = content[keyword.end() :]
    string = _STRING.match(content)
    if not string and draft.keyword and _UNCLOSED.match(content):
        raise CatalogSyntaxError(
            number,
            'the closing double quote (") of this line is missing',
            'write a straight " at the end of the line; if the file ends here, it is cut off: get '
            "the whole file again",
        )
    if not string or not draft.keyword:
        raise CatalogSyntaxError(
            number,
            "this line is not part of a PO file",
            "each line is empty, a comment that begins with #, or a text in straight double "
            'quotes after msgid or msgstr; write a double quote inside a text as \\"',
        )
    draft.fields[draft.keyword].append(_unescape(string[1]))


def _read_previous(draft: _Draft, content: str) -> None:
    """Read a line of the text that an entry had before; what cannot be read is left alone."""
    keyword = _KEYWORD.match(content)
    if keyword:
        draft.previous_keyword = keyword[1]
        content = content[keyword.end() :]
    string = _STRING.match(content)
    if string and draft.previous_keyword:
        draft.previous.setdefault(draft.previous_keyword, []).append(_unescape(string[1]))


def _refuse_doubles(entries: list[Entry]) -> None:
    seen: dict[tuple[str, str], Entry] = {}
    for entry in entries:
        if entry.obsolete:
            continue
        if entry.key in seen:
            raise CatalogSyntaxError(
                entry.line,
                f"the entry stands twice; the first time on line {seen[entry.key].line}",
                "delete the one that is wrong",
            )
        seen[entry.key] = entry


def _unescape(text: str) -> str:
    """Undo escapes; numbered ones are bytes of UTF-8, as gettext's tools read them."""
    if "\\" not in text:
        return text
    parts: list[bytes] = []
    place = 0
    for match in _ESCAPE.finditer(text):
        parts.append(text[place : match.start()].encode())
        place = match.end()
        code = match[1]
        if code[0] == "x" and len(code) == 3:
            parts.append(bytes([int(code[1:], 16)]))
        elif code[0] in "01234567":
            parts.append(bytes([int(code, 8) & 0xFF]))
        else:
            parts.append(_ESCAPES.get(code, code).encode())
    parts.append(text[place:].encode())
    return b"".join(parts).decode("utf-8", "replace")


def _escape(text: str) -> str:
    if not _TO_ESCAPE.search(text):
        return text
    text = text.replace("\\", "\\\\").replace('"', '\\"')
    for letter, character in _ESCAPES.items():
        text = text.replace(character, f"\\{letter}")
    return text


def _field(keyword: str, text: str, prefix: str = "") -> str:
    """Write one keyword and its text, wrapped at spaces as gettext's tools do."""
    whole = f'{prefix}{keyword} "{_escape(text)}"'
    if len(whole) <= WIDTH and "\n" not in text[:-1]:
        return whole + "\n"
    room = WIDTH - len(prefix) - 2
    lines = [f'{prefix}{keyword} ""']
    for part in _lines(text):
        line = ""
        for word in map(_escape, re.findall(r"\S*\s*", part)):
            if line and len(line) + len(word) > room:
                lines.append(f'{prefix}"{line}"')
                line = ""
            line += word
        if line:
            lines.append(f'{prefix}"{line}"')
    return "\n".join(lines) + "\n"


def _fields(context: str, text: str, prefix: str = "") -> str:
    return (_field("msgctxt", context, prefix) if context else "") + _field("msgid", text, prefix)


def new_entry(
    message: Message,
    translation: str = "",
    *,
    previous: Entry | None = None,
    fuzzy: bool | None = None,
) -> Entry:
    """Write an entry; with ``previous`` it is fuzzy, unless ``fuzzy`` says otherwise.

    It then names the text that its translation was made for, and keeps the translators' notes.
    """
    raw = "".join(notes(previous)) if previous else ""
    before = (previous.previous or previous.key) if previous else None
    is_fuzzy = previous is not None if fuzzy is None else fuzzy
    raw += "".join(f"#. {line}".rstrip() + "\n" for line in _comments(message))
    raw += "".join(f"#: {path}\n" for path in message.paths)
    raw += "#, fuzzy\n" if is_fuzzy else ""
    raw += _fields(*before, "#| ") if before else ""
    raw += _fields(message.context, message.text) + _field("msgstr", translation) + "\n"
    return Entry(
        raw=raw,
        context=message.context,
        text=message.text,
        translation=translation,
        fuzzy=is_fuzzy,
        previous=before,
    )


def without_previous(entry: Entry) -> Entry:
    """Return an entry that no longer names the text that it was translated from."""
    kept = (line for line in _lines(entry.raw) if not line.startswith("#|"))
    return replace(entry, raw="".join(kept), previous=None)


def notes(entry: Entry) -> list[str]:
    """Return the lines that translators wrote for each other."""
    return [line for line in _lines(entry.raw) if _TRANSLATORS_COMMENT.match(line)]


def with_translators(header: Entry, before: Entry | None) -> Entry:
    """Return a file's header that keeps who translated before, each in a line as gettext has it.

    ``# Ana Pérez <ana@example.org>, 2026.``: a header has room for the last translator alone, and
    whoever was it once may not vouch for the texts either.
    """
    if before is None:
        return header
    known = {*_translators(header)}
    lines = {name: note for note in notes(before) if (name := _credited(note))}
    last = header_fields([before])
    name, revised = last_translator(last), _revised([before])
    if name and revised:
        lines.setdefault(name, f"# {last['Last-Translator']}, {revised.year}.\n")
    kept = [line for name, line in lines.items() if name not in known]
    return replace(header, raw="".join([*kept, header.raw.lstrip("\n")])) if kept else header


def with_language(header: Entry, before: Entry | None) -> Entry:
    """Return a file's header that names its language as the file here does: *Spanish* is ``es``."""
    own = header_fields([before]).get("Language", "") if before else ""
    said = header_fields([header]).get("Language", "")
    if not own or not said or said == own:
        return header
    raw = header.raw.replace(f"Language: {said}\\n", f"Language: {own}\\n", 1)
    (named,) = read(raw)
    return replace(named, line=header.line, translation_line=header.translation_line)


def _credited(note: str) -> str:
    """Return the name in a line that says who translated, and in which years; else nothing."""
    match = _CREDIT.match(note)
    return match["name"] if match else ""


def last_translator(fields: Mapping[str, str]) -> str:
    """Return the name in ``Last-Translator: Ana Pérez <ana@example.org>``, if there is one."""
    name = fields.get("Last-Translator", "").partition("<")[0].strip()
    return "" if name == "FULL NAME" else name


def _translators(header: Entry) -> Iterator[str]:
    """Yield who translated, the last one first, as a file's header has it."""
    names = [last_translator(header_fields([header])), *map(_credited, notes(header))]
    yield from dict.fromkeys(name for name in names if name)


def with_note(entry: Entry, note: str) -> Entry:
    """Return an entry with one more line that people write for each other, behind theirs."""
    lines = _lines(entry.raw)
    place = 0
    while place < len(lines) and (
        _TRANSLATORS_COMMENT.match(lines[place]) or not lines[place].strip()
    ):
        place += 1
    lines.insert(place, f"# {note}\n")
    return replace(entry, raw="".join(lines))


def _comments(message: Message) -> list[str]:
    """Return a message's comments, each on one line whatever it quotes."""
    return [" ".join(comment.split()) for comment in message.comments]


def with_message(entry: Entry, message: Message) -> Entry:
    """Return an entry whose ``#.`` and ``#:`` lines are a message's; nothing else changes."""
    kept: list[str] = []
    place: int | None = None
    for line in _lines(entry.raw):
        if line.startswith(("#.", "#:")):
            place = len(kept) if place is None else place
            continue
        if place is None and not _TRANSLATORS_COMMENT.match(line) and line.strip():
            place = len(kept)
        flags = _without_misleading_flags(line)
        if flags:
            kept.append(flags)
    comments = [f"#. {line}".rstrip() + "\n" for line in _comments(message)]
    comments += [f"#: {path}\n" for path in message.paths]
    kept[place or 0 : place or 0] = comments
    return replace(entry, raw="".join(kept))


def _without_misleading_flags(line: str) -> str:
    if not line.startswith("#,"):
        return line
    flags = [flag.strip() for flag in line[2:].split(",")]
    kept = [flag for flag in flags if flag not in _MISLEADING_FLAGS]
    if kept == flags:
        return line
    return f"#, {', '.join(kept)}\n" if kept else ""


def with_translation(entry: Entry, translation: str) -> Entry:
    """Return an entry that says something else; nothing else of it changes."""
    place = entry.raw.rindex("msgstr")
    raw = entry.raw[:place] + _field("msgstr", translation) + "\n"
    return replace(entry, raw=raw, translation=translation)


def as_obsolete(entry: Entry) -> Entry:
    """Return an entry that is kept for the translators though its text is gone."""
    lines = []
    if not entry.fuzzy:
        # An old text beside an obsolete entry says that it was fuzzy.
        entry = without_previous(entry)
    for line in _lines(entry.raw):
        if line.startswith(("#.", "#:")):
            continue
        if line.startswith("#|"):
            lines.append("#~" + line[1:])
        elif line.startswith("#") or not line.strip():
            lines.append(line)
        else:
            lines.append(f"#~ {line}")
    return replace(entry, raw="".join(lines), obsolete=True)


def revived(entry: Entry) -> Entry:
    """Return an obsolete entry as a living one, for a text that has come back."""
    lines = [
        "#" + line[2:] if line.startswith("#~|") else re.sub(r"^#~ ?", "", line)
        for line in _lines(entry.raw)
    ]
    fuzzy = entry.fuzzy or entry.previous is not None
    if fuzzy and not entry.fuzzy:
        # Some tools drop the mark of obsolete entries; the text before tells that it was there.
        place = next(number for number, line in enumerate(lines) if line.startswith("#|"))
        lines.insert(place, "#, fuzzy\n")
    return replace(entry, raw="".join(lines), fuzzy=fuzzy, obsolete=False)


def write(entries: Iterable[Entry]) -> str:
    """Join entries to the text of a file, with one blank line between them where one is missing."""
    parts: list[str] = []
    for entry in entries:
        if parts and not parts[-1].endswith("\n\n"):
            parts.append("\n" if parts[-1].endswith("\n") else "\n\n")
        parts.append(entry.raw)
    return "".join(parts).rstrip("\n") + "\n"


def header(fields: dict[str, str], comment: str = "") -> Entry:
    """Write the entry with a file's header fields."""
    value = "".join(f"{name}: {text}\n" for name, text in fields.items())
    raw = "".join(f"# {line}".rstrip() + "\n" for line in comment.splitlines())
    raw += 'msgid ""\nmsgstr ""\n'
    raw += "".join(f'"{_escape(line)}"\n' for line in _lines(value)) + "\n"
    return Entry(raw=raw, translation=value)


def _is_header(entry: Entry) -> bool:
    return entry.key == ("", "") and not entry.obsolete


def header_fields(entries: list[Entry]) -> dict[str, str]:
    """Return a file's header fields by name, empty where it has no header."""
    for entry in entries:
        if _is_header(entry):
            pairs = (line.partition(":") for line in entry.translation.splitlines() if ":" in line)
            return {name.strip(): value.strip() for name, _, value in pairs}
    return {}


def as_catalog(entries: list[Entry], locale: str, path: str) -> Catalog:
    """Return the living entries as the translations that other stages see."""
    return Catalog(
        locale=locale,
        path=path,
        translations={
            entry.key: as_translation(entry)
            for entry in entries
            if not entry.obsolete and entry.text
        },
        translators=tuple(name for one in entries if _is_header(one) for name in _translators(one)),
        revised=_revised(entries),
    )


def as_translation(entry: Entry) -> Translation:
    """Return an entry as a reader of translations sees it."""
    return Translation(
        text=entry.translation,
        fuzzy=entry.fuzzy,
        line=entry.translation_line,
        notes=tuple(notes(entry)) if "polyleaf" in entry.raw.lower() else (),
        previous=entry.previous,
    )


def _revised(entries: list[Entry]) -> date | None:
    """Return the day of ``PO-Revision-Date: 2026-11-23 14:05+0100``, if there is one."""
    try:
        return date.fromisoformat(header_fields(entries).get("PO-Revision-Date", "")[:10])
    except ValueError:
        return None
