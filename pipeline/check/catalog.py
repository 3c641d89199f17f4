"""What a catalog must have before a sheet can be printed from it."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pipeline.check.numbers import added_numbers, digits, numbers
from pipeline.parse.inline import CONTROL, parse_inline
from pipeline.values.article import Article, Inline, Unit, plain_text, walk_inlines
from pipeline.values.finding import Finding, Severity
from pipeline.values.message import Catalog, Message

_ATOMS = {
    "citation": ("CIT001", "the citation"),
    "placeholder": ("SAF001", "the placeholder"),
    "footnote": ("TXT002", "the footnote mark"),
    "link": ("TXT003", "the link to"),
    "image": ("TXT003", "the image"),
}


_STATES = ("Proof", "Draft", "Approved")


def check_catalog(article: Article, catalog: Catalog) -> Iterator[Finding]:
    """Report what is missing or fuzzy, and where a translation lost or gained an atom."""
    first: dict[tuple[str, str], Unit] = {}
    for unit in article.units():
        first.setdefault(unit.key, unit)
    for unit in first.values():
        yield from _check_entry(
            _Place(article=article.id, path=article.path, line=unit.line),
            catalog,
            Message(context=unit.context, text=unit.text),
            article.definitions,
        )


def check_sheet(messages: Iterable[Message], catalog: Catalog) -> Iterator[Finding]:
    """Report the same of the sheet's own words."""
    for message in messages:
        yield from _check_entry(_Place(), catalog, message, {})
    states = {state: catalog.translations.get(("foot", state)) for state in _STATES}
    for state, entry in states.items():
        others = [other.text for name, other in states.items() if other and name != state]
        if entry and entry.text and entry.text in others:
            yield Finding(
                code="SAF005",
                severity=Severity.ERROR,
                path=entry.path or catalog.path,
                line=entry.line,
                message="a proof, a draft and an approved sheet would be called the same",
                fix="use three different words for Proof, Draft and Approved",
                locale=catalog.locale,
                article="sheet",
                source=state,
                target=entry.text,
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """Where a source text stands."""

    article: str = "sheet"
    path: str = ""
    line: int = 0


def _check_entry(
    place: _Place, catalog: Catalog, message: Message, definitions: Mapping[str, Any]
) -> Iterator[Finding]:
    entry = catalog.translations.get(message.key)

    def error(code: str, text: str, fix: str) -> Finding:
        return Finding(
            code=code,
            severity=Severity.ERROR,
            path=(entry and entry.path) or catalog.path,
            line=entry.line if entry else 0,
            message=text,
            fix=fix,
            locale=catalog.locale,
            article=place.article,
            source_path=place.path,
            source_line=place.line,
            source=message.text,
            target=entry.text if entry else "",
        )

    if not entry:
        yield error(
            "CAT010", "the catalog lacks this text", "run 'make messages', then translate it"
        )
        return
    if not entry.text.strip():
        yield error("CAT010", "not translated", "translate it in the catalog")
        return
    if entry.fuzzy:
        yield error(
            "CAT011",
            "marked as fuzzy: the English has changed, or somebody was not sure",
            "compare it with the English, correct it, and take the mark 'fuzzy' away",
        )
        return
    target = parse_inline(entry.text, definitions)
    source = parse_inline(message.text, definitions)
    yield from _check_atoms(source, target, error)
    for inline in walk_inlines(target):
        if inline.kind == "html":
            yield error("TXT001", f"raw HTML: {inline.text}", "write Markdown, or leave it out")
        elif inline.kind == "bad_citation":
            yield error(
                "CIT002", "a citation that cannot be read", "copy the code from the English"
            )
    yield from _check_numbers(message, entry.text, source, target, error, sheet=not place.path)
    control = CONTROL.search(entry.text)
    if control:
        yield error(
            "CAT012",
            f"an invisible control character (U+{ord(control[0]):04X})",
            "delete it: directions are set by the sheet",
        )


def _check_numbers(
    message: Message,
    text: str,
    source: tuple[Inline, ...],
    target: tuple[Inline, ...],
    error: Callable[[str, str, str], Finding],
    *,
    sheet: bool,
) -> Iterator[Finding]:
    """Report typed numbers: any in a crisis note or the sheet's words, dialable ones elsewhere."""
    if message.context == "crisis" or sheet:
        added = digits(text) - digits(message.text)
        if added:
            yield error(
                "SAF002",
                f"a number typed by hand: {', '.join(numbers(text)) or ' '.join(added)}",
                "take it out: numbers come from the region's record and are printed there",
            )
        return
    for number in added_numbers(plain_text(source), plain_text(target)):
        yield error(
            "SAF004",
            f"the number {number} is not in the English",
            "take it out, or write it as the English does; a crisis number never stands here",
        )


def _check_atoms(
    source: tuple[Inline, ...],
    target: tuple[Inline, ...],
    error: Callable[[str, str, str], Finding],
) -> Iterator[Finding]:
    wanted, found = _atoms(source), _atoms(target)
    for kind, name in sorted((wanted - found).elements()):
        code, word = _ATOMS[kind]
        yield error(
            code, f"{word} {name} is missing", f"copy {name} from the English to where it belongs"
        )
    for kind, name in sorted((found - wanted).elements()):
        code, word = _ATOMS[kind]
        yield error(
            code, f"{word} {name} is not in the English, or not so often", f"take {name} out"
        )


def _atoms(content: tuple[Inline, ...]) -> Counter[tuple[str, str]]:
    atoms: Counter[tuple[str, str]] = Counter()
    for inline in walk_inlines(content):
        match inline.kind:
            case "citation":
                atoms["citation", str(inline.citation)] += 1
            case "placeholder":
                atoms["placeholder", f"{{{inline.text}}}"] += 1
            case "footnote":
                atoms["footnote", f"[^{inline.text}]"] += 1
            case "link" | "image":
                atoms[inline.kind, inline.target] += 1
    return atoms
