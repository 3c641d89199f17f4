"""Bringing templates and catalogs up to date: ``make messages``."""

import codecs
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from babel.messages.plurals import get_plural

from pipeline import __version__
from pipeline.catalog import po
from pipeline.catalog.change import difference
from pipeline.catalog.merge import change_told, merge
from pipeline.catalog.messages import SHEET, article_messages
from pipeline.compose.citation import citation_text, printed_citation
from pipeline.compose.works import cited_works
from pipeline.parse.inline import parse_inline
from pipeline.project import disk
from pipeline.project.sources import Sources
from pipeline.records.typography import citation_form, parents_of
from pipeline.values.article import walk_inlines
from pipeline.values.change import Change, Weight
from pipeline.values.citation import Reference
from pipeline.values.errors import PolyleafError
from pipeline.values.finding import Finding
from pipeline.values.message import Message


@dataclass(frozen=True, slots=True, kw_only=True)
class Update:
    """What an update of the catalogs did."""

    files: Sequence[Path]
    """Those that changed."""
    findings: Sequence[Finding]
    """What could not be read."""
    changes: Sequence[tuple[str, str, Change]]
    """By article and locale, the texts that have changed since they were translated."""


def update_catalogs(sources: Sources, locales: Sequence[str], now: datetime) -> Update:
    """Write templates and catalogs.

    A catalog with a fault is left as it is. A locale with a parent holds only what differs from it,
    so nothing new is added there.
    """
    files: dict[Path, bytes] = {}
    findings: list[Finding] = []
    changes: list[tuple[str, str, Change]] = []
    for name, messages, works, language in _parts(sources):
        template = _for_locale(messages, works, language)
        _put(files, sources.project.template_file(name), po.write(_template(template)))
        for locale in locales:
            own_article = name != SHEET and locale not in sources.project.locales()
            if locale == language or own_article:
                continue
            catalog, entries, found = sources.project.catalog(locale, name)
            findings += found
            if found or catalog is None:
                continue
            child = _has_parent(sources, locale) or _takes_words_over(sources, locale, name)
            if child and not entries:
                continue
            before = entries or [_header(locale, now)]
            after = merge(before, _for_locale(messages, works, locale), language)
            if child:
                held = {entry.key for entry in before}
                after = [entry for entry in after if entry.translation or entry.key in held]
            if [entry.raw for entry in after] != [entry.raw for entry in entries]:
                _put(files, sources.project.catalog_file(locale, name), po.write(after))
                told = {entry.key for entry in before if change_told(entry, language)}
                changes += [
                    (name, locale, change)
                    for entry in after
                    if not entry.obsolete
                    and entry.key not in told
                    and (change := change_told(entry, language))
                ]
    if files:
        disk.write_files(sources.project.root, files)
    return Update(files=list(files), findings=findings, changes=changes)


FEW = 6
"""How many locales are named one by one."""

_KINDS = {
    Weight.SIGNS: "signs only, translations stay",
    Weight.CODES: "citations, links or placeholders only, to be looked at",
    Weight.WORDING: "wording, to be brought up to date",
    Weight.SAFETY: "number, negation, dose, age or safety wording, to be translated anew",
}


def told(changes: Sequence[tuple[str, str, Change]]) -> Iterator[str]:
    """Yield each change of a text once, the heaviest first, with the locales that it is new to."""
    locales: dict[tuple[str, Change], list[str]] = {}
    for article, locale, change in changes:
        locales.setdefault((article, change), []).append(locale)
    for (article, change), names in sorted(locales.items(), key=lambda one: -one[0][1].weight):
        where = " ".join(names) if len(names) <= FEW else f"{len(names)} locales"
        yield f"{article} ({where}): {_KINDS[change.weight]}: {difference(change)}"


def _parts(
    sources: Sources,
) -> Iterator[tuple[str, Sequence[Message], Mapping[str, Reference], str]]:
    yield SHEET, sources.sheet_words, {}, "en"
    for article in sources.articles:
        works = cited_works(article, sources.references)
        yield article.id, article_messages(article), works, article.language


def _has_parent(sources: Sources, locale: str) -> bool:
    """Say whether a locale takes texts over from another, and so holds only what differs."""
    return any(parent in sources.project.locales() for parent in parents_of(locale))


def _takes_words_over(sources: Sources, locale: str, name: str) -> bool:
    """Say whether a catalog holds only what differs from the words that the program brings."""
    return name == SHEET and sources.project.inherited_words(locale)[0] is not None


def _for_locale(
    messages: Sequence[Message], references: Mapping[str, Reference], locale: str
) -> list[Message]:
    """Add to each message's comments what its citations print as in a locale."""
    try:
        form = citation_form(locale)
    except PolyleafError:
        return list(messages)
    told = []
    for message in messages:
        if "@" not in message.text:
            told.append(message)
            continue
        printed = [
            f"{inline.citation} prints as "
            f"{citation_text(printed_citation(inline.citation, references, form))}"
            for inline in walk_inlines(parse_inline(message.text))
            if inline.citation and all(cite.key in references for cite in inline.citation.cites)
        ]
        told.append(replace(message, comments=(*message.comments, *printed)))
    return told


def _put(files: dict[Path, bytes], path: Path, text: str) -> None:
    """Note a file to write where its text is new; its line ends and byte-order mark stay."""
    before = disk.read(path, str(path)) if disk.exists(path) else b""
    if b"\r\n" in before:
        text = text.replace("\n", "\r\n")
    content = (codecs.BOM_UTF8 if before.startswith(codecs.BOM_UTF8) else b"") + text.encode()
    if before != content:
        files[path] = content


def _template(messages: Sequence[Message]) -> list[po.Entry]:
    fields = {
        "Project-Id-Version": f"polyleaf {__version__}",
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
    }
    return [po.header(fields), *(po.new_entry(message) for message in messages)]


def _header(locale: str, now: datetime) -> po.Entry:
    plural = get_plural(locale)
    return po.header(
        {
            "Project-Id-Version": f"polyleaf {__version__}",
            "PO-Revision-Date": now.strftime("%Y-%m-%d %H:%M+0000"),
            "Last-Translator": "",
            "Language-Team": "",
            "Language": locale,
            "MIME-Version": "1.0",
            "Content-Type": "text/plain; charset=UTF-8",
            "Content-Transfer-Encoding": "8bit",
            "Plural-Forms": f"nplurals={plural.num_plurals}; plural={plural.plural_expr};",
        }
    )
