"""Reading a TOML or JSON table field by field, with the path of every wrong one."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from difflib import get_close_matches
from typing import Any, TypeVar

from pipeline.values.finding import Finding, Severity

T = TypeVar("T")

_MISSING = object()

MOST_LETTERS = 4_000
"""Of a text of a record; an abstract has half as many."""

MOST_LINES = 40
"""Of such a text."""

MOST_TEXTS = 500
"""In a list of texts."""

MOST_TABLES = 20_000
"""In a list of tables, where there is no narrower bound."""

MOST_FAULTS = 100
"""Of a file that are told; who has more mends these first."""

LAST_DAY = date(2100, 1, 1)
"""A day later than this is a slip of the pen."""


def toml_value(value: object) -> str:
    """Write a value in TOML: a day, or a text, number or truth, whose forms JSON shares."""
    return str(value) if isinstance(value, date) else json.dumps(value, ensure_ascii=False)


def _too_much(text: str) -> str:
    """Say that a text is larger than anybody reads, empty where it is not."""
    lines = text.count("\n") + 1
    if len(text) > MOST_LETTERS:
        return f"has {len(text):,} letters; at most {MOST_LETTERS:,} are read"
    return f"has {lines:,} lines; at most {MOST_LINES} are read" if lines > MOST_LINES else ""


_BY_LANGUAGE = "texts by language"


def _plain(name: str) -> str:
    return name.casefold().replace("-", "_")


def _lines_in(text: str, *, apart: bool) -> list[str]:
    """Part one text into a list: at each comma, or, as an address, only behind its first line.

    A number of a house may stand before or behind a comma: *12, rue Haute*, *Calle Mayor, 12*.
    """
    if apart:
        return re.split(r"[\s,;]+", text)
    if "\n" in text or ";" in text:
        return [line.strip() for line in re.split("[\n;]", text)]
    parts = [one.strip() for one in text.split(",")]
    numbers = [bool(re.fullmatch(r"\d+\w?", one)) for one in parts]
    ends = (at for at in range(1, len(parts)) if not numbers[at] and not (numbers[0] and at == 1))
    end = next(ends, len(parts))
    return [", ".join(parts[:end]), ", ".join(parts[end:])]


def line_of(text: str, place: str) -> int:
    """Return the line of a TOML file on which a field stands, or its table; 0 where none does.

    ``place`` is a path such as ``safety[1].pattern``.
    """
    *tables, name = place.split(".")
    key = re.escape(re.sub(r"\[\d+\]$", "", name))
    counts: dict[str, int] = {}
    inside, nearest, own = not tables, 0, 0
    for line, written in enumerate(text.split("\n"), 1):
        if head := re.match(r"\s*(\[\[?)\s*([^\]#]+?)\s*\]", written):
            at = _numbered(
                [one.strip().strip("\"'") for one in head[2].split(".")], head[1], counts
            )
            inside = at == tables
            nearest = nearest or (line if inside else 0)
            own = own or (line if at == [*tables, name] else 0)
        elif inside and re.match(rf"\s*[\"']?{key}[\"']?\s*[=.]", written):
            return line
    return own or nearest or (line_of(text, ".".join(tables)) if tables else 0)


def _numbered(path: list[str], bracket: str, counts: dict[str, int]) -> list[str]:
    """Return a header's path with the number of each table of a list, as findings name it."""
    dotted = [".".join(path[: depth + 1]) for depth in range(len(path))]
    if bracket == "[[":
        for inner in [one for one in counts if one.startswith(f"{dotted[-1]}.")]:
            del counts[inner]
        counts[dotted[-1]] = counts.get(dotted[-1], -1) + 1
    return [
        f"{one}[{counts[whole]}]" if whole in counts else one
        for one, whole in zip(path, dotted, strict=True)
    ]


@dataclass(slots=True)
class Table:
    """One table of a file: hands out its fields, and reports those that are wrong or unknown."""

    data: dict[str, Any]
    path: str
    findings: list[Finding]
    code: str = "SVC001"
    where: str = ""
    """The path of this table in its file, such as ``services[1].ways[0]``."""
    is_trusted: bool = False
    """Whether it is one of the program's own, whose expressions may be long and texts empty."""
    _asked: set[str] = field(default_factory=set)

    def wrong(self, name: str, message: str, fix: str) -> None:
        """Report a field, unless there are more faults than anybody mends at a time."""
        place = f"{self.where}.{name}".strip(".")
        if len(self.findings) >= MOST_FAULTS:
            if len(self.findings) > MOST_FAULTS:
                return
            place, message = "", f"there are more than {MOST_FAULTS} faults"
            fix = "mend those above first"
        finding = Finding(
            code=self.code,
            severity=Severity.ERROR,
            path=self.path,
            message=f"{place}: {message}" if place else message,
            fix=fix,
        )
        # A field that is asked for twice is wrong once.
        if finding not in self.findings:
            self.findings.append(finding)

    @property
    def _is_toml(self) -> bool:
        return self.path.endswith(".toml")

    def allow(self, name: str) -> None:
        """Take a field as it is."""
        self._asked.add(name)

    def has(self, name: str) -> bool:
        """Say whether a field is there."""
        return name in self.data

    def _get(self, name: str, kind: type[T], word: str, default: object) -> T | None:
        self._asked.add(name)
        value = self.data.get(name, _MISSING)
        if value is _MISSING:
            if default is _MISSING and not self._is_elsewhere(name):
                self.wrong(name, "is missing", f"add '{name}', {word}")
            return None
        if not isinstance(value, kind) or (kind is not bool and isinstance(value, bool)):
            self.wrong(name, f"is not {word}", self._how(name, value, kind, word))
            return None
        return value

    def _how(self, name: str, value: object, kind: type, word: str) -> str:
        """Say how to write a field of another kind than it has to be, in its own words."""
        bare = f"{name} =" if self._is_toml else f'"{name}":'
        own = json.dumps(value, ensure_ascii=False, default=str)
        texts = [one for one in value if isinstance(one, str)] if isinstance(value, list) else []
        if kind is str and isinstance(value, int | float) and value is not True:
            return f'put it in quotation marks: {bare} "{value}"'
        if kind is str and texts:
            return f"write one text alone: {bare} {json.dumps(texts[0], ensure_ascii=False)}"
        if kind is list and isinstance(value, dict) and self._is_toml:
            return f"write its head with two brackets: [[{name}]]"
        if kind is dict and isinstance(value, str) and word.startswith(_BY_LANGUAGE):
            return f"say by its code in which language it is: {bare} {{ es = {own} }}"
        return f"write {word}"

    def _is_elsewhere(self, name: str) -> bool:
        """Say whether a field is there in capitals, or below a head: it is told as that."""
        heads = (one for one in self.data.values() if isinstance(one, dict))
        return name in map(_plain, self.data) or any(name in map(_plain, one) for one in heads)

    def text(
        self,
        name: str,
        *,
        required: bool = False,
        form: str = "",
        example: str = "",
        what: str = "a text",
    ) -> str:
        """Return a text, empty where it is optional and not there.

        ``form`` is a regular expression that all of the text must match. ``what`` says in words
        what belongs there, where any example would be refused as one.
        """
        word = f"{what} such as {example}" if example else what
        value = self._get(name, str, word, _MISSING if required else "") or ""
        value = value.strip()
        if fault := _too_much(value):
            self.wrong(name, fault, "shorten it")
            return ""
        may_be_empty = self.is_trusted and not required
        if isinstance(self.data.get(name), str) and not value and not may_be_empty:
            self.wrong(
                name, "is empty", f"write {word}" + ("" if required else ", or leave it out")
            )
        if value and form and not re.fullmatch(form, value):
            self.wrong(name, f"'{value}' is malformed", f"write {word}")
            return ""
        return value

    def phrase(
        self, name: str, *, required: bool = False, example: str = "", may_be_empty: bool = False
    ) -> str:
        """Return a text with the spaces around it, which belong to it."""
        word = f"a text such as {example}" if example else "a text"
        value = self._get(name, str, word, _MISSING if required else "") or ""
        if fault := _too_much(value):
            self.wrong(name, fault, "shorten it")
            return ""
        is_empty = isinstance(self.data.get(name), str) and not value.strip()
        if is_empty and not may_be_empty:
            self.wrong(
                name, "is empty", f"write {word}" + ("" if required else ", or leave it out")
            )
        return value

    def choice(self, name: str, choices: tuple[str, ...], default: str | None = None) -> str:
        """Return one of some words; without a default the field must be there."""
        word = "one of " + ", ".join(choices)
        otherwise = choices[0] if default is None else default
        value = self._get(name, str, word, _MISSING if default is None else default)
        if value is None:
            return otherwise
        if value not in choices:
            self.wrong(name, f"'{value}' is unknown", f"use {word}")
            return otherwise
        return value

    def number(self, name: str) -> int:
        """Return a whole number, 0 where it is not there or none."""
        return self._get(name, int, "a whole number", 0) or 0

    def measure(self, name: str, least: float, most: float) -> float | None:
        """Return a number within bounds, ``None`` where it is not there."""
        word = f"a number from {least} to {most}"
        value = self._get(name, int | float, word, None)  # type: ignore[arg-type]
        if value is not None and not least <= value <= most:
            self.wrong(name, f"{value} is not {word}", f"write {word}")
            return None
        return value

    def flag(self, name: str) -> bool | None:
        """Return a truth value, or ``None`` where it is not there."""
        return self._get(name, bool, "true or false", None)

    def day(self, name: str) -> date:
        """Return a day."""
        word = "a day such as 2026-06-02 (no quotes)"
        value = self._get(name, date, word, _MISSING)
        if isinstance(value, datetime) or (value and not date(1990, 1, 1) <= value <= LAST_DAY):
            self.wrong(name, f"is not {word}", f"write {word}")
            return date.min
        return value or date.min

    def texts(
        self, name: str, *, required: bool = False, form: str = "", example: str = ""
    ) -> tuple[str, ...]:
        """Return a list of texts."""
        word = f"a list of texts such as [{example}]" if example else "a list of texts"
        if isinstance(one := self.data.get(name), str) and one.strip() and self._is_toml:
            self._asked.add(name)
            own = [line for line in _lines_in(one, apart=bool(form)) if line]
            fix = f"write {name} = {json.dumps(own, ensure_ascii=False)}"
            self.wrong(name, "is not a list of texts, but one text", fix)
            return ()
        values = self._get(name, list, word, _MISSING if required else ()) or []
        if required and name in self.data and not values:
            self.wrong(name, "is empty", f"write {word}")
        if len(values) > MOST_TEXTS:
            self.wrong(
                name, f"has {len(values):,} texts; at most {MOST_TEXTS} are read", "shorten it"
            )
            return ()
        for value in values:
            if isinstance(value, str) and (fault := _too_much(value)):
                self.wrong(name, f"has a text that {fault}", "shorten it")
                return ()
            if isinstance(value, int) and value is not True:
                quoted = json.dumps([str(one) for one in values], ensure_ascii=False)
                fix = f"put each in quotation marks: {name} = {quoted}"
                self.wrong(name, f"{value} is a number, not a text", fix)
                return ()
            if not isinstance(value, str) or not value or (form and not re.fullmatch(form, value)):
                self.wrong(name, f"'{value}' is malformed", f"write {word}")
                return ()
        return tuple(values)

    def lists(self, name: str, size: int = 0) -> list[list[str]]:
        """Return a list of lists of texts, each of a size where one is given."""
        word = "a list of pairs" if size == 2 else "a list of lists"
        word += ' such as [["…", "…"]]'
        values = self._get(name, list, word, ()) or []
        for value in values:
            whole = (
                isinstance(value, list) and value and len(value) in (size, len(value) * (not size))
            )
            if not whole or not all(isinstance(one, str) and one.strip() for one in value):
                self.wrong(name, f"'{value}' is malformed", f"write {word}")
                return []
        return [*values][:MOST_TEXTS]

    def by_language(self, name: str, *, required: bool = False) -> dict[str, str]:
        """Return texts by language, in the order of the file."""
        word = f'{_BY_LANGUAGE} such as {{ es = "…", en = "…" }}'
        values = self._get(name, dict, word, _MISSING if required else {}) or {}
        if required and name in self.data and not values:
            self.wrong(name, "is empty", f"write {word}")
        for language, value in values.items():
            if not re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]+)*", language):
                self.wrong(f"{name}.{language}", "is not a language tag", f"write {word}")
            elif not isinstance(value, str) or not value.strip():
                self.wrong(f"{name}.{language}", "is not a text", f"write {word}")
            elif fault := _too_much(value):
                self.wrong(f"{name}.{language}", fault, "shorten it")
        return {key: value for key, value in values.items() if isinstance(value, str)}

    def tables(self, name: str, most: int = MOST_TABLES) -> Iterator["Table"]:
        """Yield the tables of a list of tables, so many at most."""
        values = self._get(name, list, "a list of tables", ()) or ()
        if len(values) > most:
            self.wrong(name, f"has {len(values):,} tables; at most {most:,} are read", "shorten it")
        for index, value in enumerate(values[:most]):
            where = f"{self.where}.{name}[{index}]".strip(".")
            if isinstance(value, dict):
                yield self._inner(value, where)
            else:
                form = f"[[{name}]]" if self._is_toml else "{ … }"
                self.wrong(f"{name}[{index}]", "is not a table", f"write {form}")

    def table(self, name: str) -> "Table | None":
        """Return one table, or ``None`` where it is not there."""
        value = self._get(name, dict, "a table", None)
        where = f"{self.where}.{name}".strip(".")
        return None if value is None else self._inner(value, where)

    def _inner(self, value: dict[str, Any], where: str) -> "Table":
        return Table(value, self.path, self.findings, self.code, where, self.is_trusted)

    def done(self, also: Mapping[str, str] | None = None) -> None:
        """Report the fields that nobody asked for; ``also`` has other words for those there are."""
        for name in self.data:
            if len(self.findings) > MOST_FAULTS:
                return
            if name not in self._asked:
                plain, below = _plain(name), self.data[name]
                if isinstance(below, dict) and below and self._asked.issuperset(below):
                    fix = f"take the line [{name}] out: what is below stands without a head"
                    self.wrong(name, "is no part of the file", fix)
                    continue
                near = (also or {}).get(plain) or next(
                    iter(get_close_matches(plain, self._asked, 1, 0.75)), ""
                )
                spelled = near == plain != name and name.isidentifier()
                meant = f"did you mean '{near}'? " if near else ""
                meant = f"write it in small letters: {near}; " if spelled else meant
                self.wrong(
                    name, "is unknown", f"{meant}known here: {', '.join(sorted(self._asked))}"
                )
