"""The fields that a project can say of a language, read and judged table by table.

A table is called as the program's own, and its fields are those of a row of that. Where the program
knows the language, what would make its checks see less is refused.
"""

import re
from collections.abc import Callable, Mapping
from typing import Any, Protocol

from pipeline.records.dialling import WITHOUT_SPACES
from pipeline.records.in_force import unjudged
from pipeline.records.patterns import bounded, pattern_fault, syntax_fault
from pipeline.records.table import Table, toml_value
from pipeline.records.typography import NUMBERINGS, script_of


class _Reads(Protocol):
    """Reads a project's row for a language, ``is_known`` where the program has one of its own."""

    def __call__(self, table: Table, *, is_known: bool) -> dict[str, Any]: ...


def _alike(read: Callable[[Table], dict[str, Any]]) -> _Reads:
    """Read a row in the same way whether the program knows its language or not."""

    def reads(table: Table, *, is_known: bool) -> dict[str, Any]:
        del is_known
        return read(table)

    return reads


def _said(**fields: Any) -> dict[str, Any]:
    """Return the fields that are there."""
    return {name: value for name, value in fields.items() if value not in (None, "", (), [], {})}


def _fault(table: Table, pattern: str) -> str:
    return syntax_fault(pattern) if table.is_trusted else pattern_fault(pattern)


def _patterns(table: Table, name: str, *, needs: str = "") -> list[str]:
    found = []
    for pattern in table.texts(name):
        fault = _fault(table, pattern)
        if needs and needs not in pattern:
            fault = f"does not say where {needs} stands"
        if fault:
            table.wrong(name, f"'{pattern}' {fault}", "write a regular expression of Python's re")
        else:
            found.append(bounded(pattern))
    return found


def _pattern(table: Table, name: str) -> str:
    pattern = table.text(name)
    if pattern and (fault := _fault(table, pattern)):
        table.wrong(name, f"'{pattern}' {fault}", "write a regular expression of Python's re")
        return ""
    return bounded(pattern)


def _refuse_floor(table: Table, fields: Mapping[str, object], may: tuple[str, ...]) -> None:
    """Report fields that would make checks see less of a language that the program knows."""
    for name in fields:
        if table.has(name) and name not in may:
            table.wrong(
                name,
                "polyleaf knows this language, and nobody may make its checks see less",
                f"take it out; a project can say {', '.join(may)}"
                if may
                else "take the table out; tell Polyleaf's authors what it lacks",
            )


def _citations(table: Table, *, is_known: bool) -> dict[str, Any]:
    row: dict[str, Any] = {
        name: table.phrase(name, required=not is_known, example=example)
        for name, example in _FORMS.items()
    }
    for name in ("open", "close", "no_date", "in_press", *_AROUND_YEARS):
        row[name] = table.phrase(name)
    for name in ("accept_and", "accept_et_al"):
        row[name] = [*table.texts(name)]
    _refuse_without_place(table, {name: row[name] for name in _AROUND_YEARS}, "the year")
    locators = table.table("locators")
    if locators:
        row["locators"] = {name: locators.phrase(name) for name in locators.data}
        _refuse_without_place(locators, row["locators"], "the number")
    # Ours alone: a word for two places would let one be taken for the other.
    accepted = table.table("accept_locators") if table.is_trusted else None
    if accepted:
        row["accept_locators"] = {name: [*accepted.texts(name)] for name in accepted.data}
    return _said(**row)


def _refuse_without_place(table: Table, forms: Mapping[str, str], what: str) -> None:
    """Report forms that do not say, once, where a number stands."""
    for name, written in forms.items():
        if written and written.count("{}") != 1:
            table.wrong(name, f"'{written}' has no {{}}", f"write {{}} for {what}")


_AROUND_YEARS = ("circa", "before_christ")

_FORMS = {
    "last_and": '" y " (with the spaces around it)',
    "et_al": '" et al." (with the space before it)',
    "before_year": '", "',
    "between_works": '"; "',
}


def judge_joiners(table: Table, locale: str) -> None:
    """Report what would print names, words and years of a citation run together.

    Where a script writes no spaces, a joiner needs none; Arabic and Hebrew write "and" and the name
    behind it as one word.
    """
    script = script_of(locale)
    if script in WITHOUT_SPACES:
        return
    for name, (begins, ends) in _TOUCHES.items():
        joiner = table.data.get(name)
        if not isinstance(joiner, str) or not joiner.strip():
            continue
        may_end = name == "last_and" and (script in ("Arab", "Hebr") or joiner[-1] in _DASHES)
        written = joiner
        if begins and not (joiner[0].isspace() or joiner[0] in _COMMAS):
            written = f" {written}"
        if ends and not (joiner[-1].isspace() or may_end):
            written = f"{written} "
        if written != joiner:
            shown = toml_value(written)
            table.wrong(name, "lacks a space: words would run together", f"write {name} = {shown}")


_TOUCHES = {
    "last_and": (True, True),
    "et_al": (True, False),
    "before_year": (False, True),
    "between_works": (False, True),
}
"""Whether each joiner touches a word where it begins, and where it ends."""

_COMMAS, _DASHES = ",;،؛፣፤、，；", "-‐־"


def _languages(table: Table, *, is_known: bool) -> dict[str, Any]:
    row: dict[str, Any] = {}
    for name in ("words", "shares", "alike", "capitals", "around_the_clock", "alternating"):
        row[name] = [*table.texts(name)]
    for name in ("letters", "shares_letters", "not_letters", "fleeting"):
        row[name] = table.text(name)
    row["misread"] = _patterns(table, "misread", needs="NAME")
    row["address"] = [list(way) for way in table.lists("address")]
    for way in row["address"]:
        for pattern in way:
            if fault := _fault(table, pattern):
                table.wrong("address", f"'{pattern}' {fault}", "write a regular expression")
    row["quotes"] = [*table.texts("quotes")]
    if len(row["quotes"]) not in (0, 2, 4):
        table.wrong("quotes", "are not pairs", "write [open, close, inner open, inner close]")
    row["also"] = [list(pair) for pair in table.lists("also", size=2)]
    row["brackets"] = table.choice("brackets", ("full", "plain"), "plain")
    row["brackets"] = row["brackets"] if table.has("brackets") else ""
    row["endings"] = table.number("endings") if table.has("endings") else None
    for name in ("decimal", "group"):
        row[name] = [*table.texts(name, form=r"\D", example='".", " "')]
    if is_known:
        _refuse_floor(table, row, _CONVENTIONS)
    return _said(**row)


_CONVENTIONS = (
    *("address", "also", "brackets", "decimal", "group", "misread", "not_letters", "quotes"),
)
"""What a project can say of how a language is written that the program knows."""


def read_wording(table: Table) -> dict[str, Any]:
    """Read one wording that is unsafe where suicide is spoken of."""
    row: dict[str, Any] = {"kind": table.choice("kind", _KINDS)}
    patterns = table.data.get("pattern")
    several = isinstance(patterns, list)
    row["pattern"] = _patterns(table, "pattern") if several else _pattern(table, "pattern")
    if not table.has("pattern"):
        table.text("pattern", required=True)
    for one in row["pattern"] if several else [row["pattern"]]:
        plain = re.sub(r"\\(?:u[0-9A-Fa-f]{4}|.)", "", one)
        if plain != plain.lower():
            table.wrong("pattern", f"'{one}' has capital letters", "write it in small letters")
    row["unless"] = _pattern(table, "unless")
    row["near"] = _pattern(table, "near")
    row["why"] = table.text("why", required=True)
    row["instead"] = table.text("instead", required=True)
    for name in ("bad", "good", "sources"):
        table.texts(name)
    table.done()
    return row


_KINDS = ("crime", "success", "sensational", "cause", "cliche", "method")


def _dialling(table: Table, *, is_known: bool) -> dict[str, Any]:
    row: dict[str, Any] = {name: _patterns(table, name) for name in STEMS_OF_DIALLING}
    for name in ("after", "serves", "contacted", "counted"):
        row[name] = _pattern(table, name)
    row["digits"] = table.text("digits", required=not is_known)
    if row["digits"] and len(row["digits"].split()) != 10:
        table.wrong("digits", "are not ten words", "write the names of 0 to 9, with | for others")
    if row["digits"] and (fault := _fault(table, row["digits"].replace(" ", "|"))):
        table.wrong("digits", fault, "write plain words")
    row["numerals"], row["hundreds"] = table.text("numerals"), [*table.texts("hundreds")]
    if row["numerals"] and len(row["numerals"].split()) != _TO_99:
        fix = "write the names of 0 to 99, with | for others and _ for a space"
        table.wrong("numerals", "are not a hundred words", fix)
    if is_known:
        _refuse_floor(table, row, (*STEMS_OF_DIALLING, "after", "serves", "contacted"))
    return _said(**row)


STEMS_OF_DIALLING = ("before", "number", "service", "place", "either", "danger", "contact", "help")
"""Lists of how words begin that stand beside a number to dial."""

_TO_99 = 100


def _surnames(table: Table) -> dict[str, Any]:
    return _said(**{name: [*table.texts(name, required=True)] for name in table.data})


def _scripts(table: Table) -> dict[str, Any]:
    row: dict[str, Any] = {}
    for name in ("text", "headings", "margins"):
        row[name] = [*table.texts(name, form=r"[\w .&-]{2,60}", example='"Noto Sans Telugu"')]
    for name, (least, most) in _BOUNDS.items():
        row[name] = table.measure(name, least, most)
    row["slanted"] = table.flag("slanted")
    for name, choices in _CHOICES.items():
        row[name] = table.choice(name, choices, "")
    for name in ("bullet", "after_number"):
        row[name] = table.phrase(name)
    row["features"] = table.text(
        "features", form=r'normal|"[A-Za-z0-9]{4}" [01](, "[A-Za-z0-9]{4}" [01])*', example="normal"
    )
    return _said(**row)


_BOUNDS = {
    "line_height": (1.2, 2.5),
    "tightest": (1.0, 2.5),
    "tightest_foot": (1.0, 2.5),
    "size_factor": (1.0, 1.5),
    "latin_factor": (0.8, 1.0),
    "latin_room": (0.0, 0.3),
    "lower": (0.0, 0.3),
    "letter_width": (0.2, 1.0),
}

_CHOICES = {
    "emphasis": ("bold", "600", "700", "800", "900"),
    "breaks": ("pango", "icu", "words"),
    "heads": ("as text", "phrases", "words"),
    "spaces": ("as written", "french"),
    "digits": NUMBERINGS,
}


def _words(table: Table) -> dict[str, Any]:
    row: dict[str, Any] = {"first_of_month": table.phrase("first_of_month")}
    for name in ("long_date", "short_date"):
        row[name] = table.phrase(name)
        bare = re.sub(r"'[^']*'", "", row[name])
        is_month = table.is_trusted or "MMM" in bare
        if row[name] and not (is_month and "d" in bare and "y" in bare):
            table.wrong(
                name,
                "is not a date with its month in letters",
                'write a pattern of CLDR such as "d MMMM y"',
            )
    row["small_in_sentences"] = table.flag("small_in_sentences")
    row["whole_at_hyphens"] = table.flag("whole_at_hyphens")
    for name, count in (("months", 12), ("days", 7)):
        row[name] = [*table.texts(name, form="[^']+", example='"janvye"')]
        if row[name] and len(row[name]) != count:
            table.wrong(name, f"are {len(row[name])}", f"write all {count}")
    row["unbroken"] = [*table.texts("unbroken")]
    row["held_in_heads"] = [*table.texts("held_in_heads")]
    row["unbroken_in_heads"] = [*table.texts("unbroken_in_heads")]
    for name in ("held", "held_in_notes"):
        if held := table.table(name):
            row[name] = {
                "words": [*held.texts("words")],
                "behind": [*held.texts("behind")],
                "dashes": held.text("dashes"),
            }
            held.done()
    for name in ("languages", "regions"):
        names = table.table(name)
        row[name] = {key: names.text(key) for key in names.data} if names else {}
    return _said(**row)


def _hours(table: Table) -> dict[str, Any]:
    forms = unjudged("hours").get("forms", {})
    clock = table.text("clock", required=True)
    if clock and clock not in forms and not re.fullmatch(r"HH?\Wmm", clock):
        table.wrong(
            "clock", f"'{clock}' is unknown", f'write "H:mm", "HH:mm" or one of {", ".join(forms)}'
        )
    return _said(clock=clock)


def _joiners(table: Table) -> dict[str, Any]:
    row = {}
    for name in ("all", "any", "numbers"):
        one = table.table(name)
        if one:
            before = []
            for exception in one.tables("before"):
                sound = _pattern(exception, "sound")
                places = {key: exception.phrase(key) for key in ("middle", "last")}
                exception.done()
                before.append(_said(sound=sound, **places))
            row[name] = {key: one.phrase(key, required=True) for key in ("middle", "last")}
            row[name] |= _said(before=before)
            one.done()
    return row


def _weighty(table: Table, *, is_known: bool) -> dict[str, Any]:
    row: dict[str, Any] = {name: [*table.texts(name)] for name in _WEIGHTY}
    for name in ("suffixes", "opposites"):
        row[name] = [list(pair) for pair in table.lists(name, size=2)]
    if is_known:
        _refuse_floor(table, row, ())
    return row


_WEIGHTY = ("negations", "numbers", "amounts", "ages", "safety", "prefixes")

OWN_TABLES: Mapping[str, _Reads] = {
    "citations": _citations,
    "languages": _languages,
    "dialling": _dialling,
    "surnames": _alike(_surnames),
    "scripts": _alike(_scripts),
    "words": _alike(_words),
    "hours": _alike(_hours),
    "joiners": _alike(_joiners),
    "weighty": _weighty,
}
"""What reads each table."""
