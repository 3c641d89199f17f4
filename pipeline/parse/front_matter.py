"""The fields between the two ``---`` lines that open an article."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

import yaml

from pipeline.parse.inline import CONTROL
from pipeline.parse.problems import Problems
from pipeline.records.typography import is_known

REQUIRED = ("id", "title", "version", "language", "date", "review-by")
OPTIONAL = ("subtitle", "audience", "rights", "cover", "cover-alt", "citations", "links")

TEXTS = ("title", "subtitle", "audience", "rights", "cover-alt")
"""Fields whose words are printed, or heard."""

RESERVED = ("sheet",)
"""Ids that no article may have."""

MOST_LETTERS = 2_000
"""Of a field."""

MOST_BRACES = 1_000
"""Opening braces of a front matter: whether one is closed is looked for from each."""

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_SPACES = re.compile(r"[ \t\n]+")
"""White space that may be folded; a no-break space is the author's."""

_LOCALE = re.compile(r"[a-z]{2,3}(_[A-Z][a-z]{3})?(_([A-Z]{2}|\d{3}))?")

_LANGUAGE = re.compile(r"[a-z]{2,3}")

COMMON_LANGUAGE = "en"
"""What an article is read as whose language nobody knows, so that all else is told of it too."""


def language_in(fields: Mapping[str, "Field"]) -> str:
    """Return the language of an article."""
    text = fields["language"].text if "language" in fields else ""
    return text if _LANGUAGE.fullmatch(text) and is_known(text) else COMMON_LANGUAGE


@dataclass(frozen=True, slots=True)
class Field:
    """One field: its text and its line in the file."""

    text: str
    line: int
    table: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Of ``links``: by locale, the address to which each address leads there."""


def read_front_matter(text: str, problems: Problems) -> dict[str, Field]:
    """Read the fields of a front matter and report what is missing, unknown or malformed.

    Every value is text: YAML's guesses (``1.10`` as a number, ``no`` as a truth value) are off.
    """
    root = _root(text, problems)
    if root is None:
        return {}
    fields: dict[str, Field] = {}
    for key, value in root.value:
        line = key.start_mark.line + 2
        name = key.value if isinstance(key, yaml.ScalarNode) else ""
        if name == "links" and name not in fields:
            fields[name] = Field("", line, dict(_links(value, problems, line)))
        elif fault := _unfit(key, value, fields):
            code, message, fix = fault
            problems.error(code, line, message, fix)
        else:
            if name in TEXTS:
                _refuse_comment(value, text, problems, line)
            written = _seen(value.value, text, problems, line)
            fields[name] = Field(_SPACES.sub(" ", written).strip(" "), line)
    missing = [name for name in REQUIRED if not fields.get(name, Field("", 0)).text]
    if missing:
        problems.error("SRC001", 1, f"the front matter lacks {', '.join(missing)}", _needs(missing))
    _check_form(fields, problems)
    return fields


def _root(text: str, problems: Problems) -> yaml.MappingNode | None:
    """Return the fields as YAML has them, or report why there are none."""
    if text.count("{") > MOST_BRACES:
        message = f"more than {MOST_BRACES:,} braces '{{' between the two lines '---'"
        problems.error("SRC028", 1, message, "put quotes around each value, or take the braces out")
        return None
    try:
        root = yaml.compose(text, Loader=yaml.BaseLoader)
    except (yaml.YAMLError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        problems.error(
            "SRC001",
            (mark.line if mark else 0) + 2,
            f"the front matter is not YAML: {_problem(error)}",
            "write each field as 'name: value', with a space and no tab; put quotes around a value "
            "that has a colon in it",
        )
        return None
    if not isinstance(root, yaml.MappingNode):
        problems.error("SRC001", 1, "the front matter has no fields", _needs(REQUIRED))
        return None
    return root


def _unfit(
    key: yaml.Node, value: yaml.Node, fields: Collection[str]
) -> tuple[str, str, str] | None:
    """Return the code, what is wrong, and what to do, of a field that cannot be taken.

    ``fields`` are those that were taken already.
    """
    if not isinstance(key, yaml.ScalarNode):
        return "SRC001", "a field whose name is not text", "write 'name: text'"
    if key.value not in REQUIRED + OPTIONAL:
        known = ", ".join(REQUIRED + OPTIONAL)
        return "SRC001", f"unknown field '{key.value}'", f"take it out; known fields: {known}"
    if not isinstance(value, yaml.ScalarNode):
        return "SRC001", f"the field '{key.value}' is not a plain text", "give it one value"
    if key.value in fields:
        return "SRC001", f"the field '{key.value}' stands twice", "keep one of them"
    if (letters := len(value.value)) > MOST_LETTERS:
        message = f"the {key.value} has {letters:,} letters; at most {MOST_LETTERS:,} are read"
        return "SRC028", message, "shorten it"
    return None


def _problem(error: Exception) -> str:
    """Return in one line what a parser of YAML stumbled upon."""
    if isinstance(error, yaml.YAMLError):
        return str(getattr(error, "problem", None) or error).partition("\n")[0]
    return "it has the code of a letter that does not exist"  # chr() of \U00110000


def _seen(value: str, text: str, problems: Problems, line: int) -> str:
    """Return the letters of a field, and report those that no eye sees, written as codes."""
    for letter in sorted({*CONTROL.findall(value)} - {*text}):
        message = f"an invisible control character (U+{ord(letter):04X}), written as a code"
        problems.error("SRC015", line, message, "delete it: directions are set by the sheet")
    return CONTROL.sub("", value)


def _refuse_comment(value: yaml.ScalarNode, text: str, problems: Problems, line: int) -> None:
    """Report words behind a value that the author may have meant as a part of it."""
    rest = text[value.end_mark.index :].partition("\n")[0].strip()
    if value.style is None and rest.startswith("#"):
        problems.error(
            "SRC001",
            line,
            f"what follows the sign # is no part of the field: {rest}",
            "put quotes around the whole value, or take the comment out",
        )


_WEB = re.compile(r"https?://[^\s/]+\S*")


def _links(
    node: yaml.Node, problems: Problems, line: int
) -> Iterator[tuple[str, Mapping[str, str]]]:
    """Yield the locales of the table ``links`` with their addresses, and report what is none."""
    fix = "write under 'links:' a locale, and under it lines 'address: address', both in quotes"
    if not isinstance(node, yaml.MappingNode):
        problems.error("SRC001", line, "the field 'links' is not a table", fix)
        return
    for key, value in node.value:
        line = key.start_mark.line + 2
        name = key.value if isinstance(key, yaml.ScalarNode) else ""
        if not _LOCALE.fullmatch(str(name)) or not isinstance(value, yaml.MappingNode):
            problems.error("SRC001", line, f"links: '{name}' is not a locale with addresses", fix)
            continue
        addresses = {}
        for one, other in value.value:
            line = one.start_mark.line + 2
            if not (_is_address(one) and _is_address(other)):
                problems.error("SRC001", line, "links: a line that is not two web addresses", fix)
            elif one.value in addresses:
                problems.error("SRC001", line, f"links: {one.value} stands twice", "keep one")
            else:
                addresses[str(one.value)] = str(other.value)
        yield str(name), addresses


def _is_address(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and _WEB.fullmatch(node.value) is not None


def _needs(names: Iterable[str]) -> str:
    return "add " + ", ".join(f"'{name}: …'" for name in names)


def _check_form(fields: dict[str, Field], problems: Problems) -> None:
    for name, pattern, form in (
        ("id", _ID, "lower-case letters, digits and single hyphens"),
        ("language", _LANGUAGE, "a language code such as en"),
    ):
        field = fields.get(name)
        if field and field.text and not pattern.fullmatch(field.text):
            problems.error(
                "SRC001", field.line, f"the {name} '{field.text}' is malformed", f"use {form}"
            )
        elif field and name == "language" and field.text and not is_known(field.text):
            problems.error(
                "SRC001", field.line, f"no language has the code '{field.text}'", f"use {form}"
            )
    if "id" in fields and fields["id"].text in RESERVED:
        problems.error(
            "SRC001",
            fields["id"].line,
            f"the id '{fields['id'].text}' is taken by the catalog of the sheet's own words",
            "choose another id, and rename the file",
        )
    for name in ("date", "review-by"):
        field = fields.get(name)
        if field and field.text and not parse_date(field.text):
            problems.error(
                "SRC001",
                field.line,
                f"{name} '{field.text}' is not a date",
                "write year-month-day, such as 2026-11-23",
            )
    citations = fields.get("citations")
    if citations and citations.text not in ("codes", "literal"):
        problems.error(
            "SRC001",
            citations.line,
            f"citations '{citations.text}' is unknown",
            "use 'codes' for [@key] or 'literal' for citations written out",
        )


def parse_date(text: str) -> date | None:
    """Parse a day written year-month-day, or return ``None``."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
