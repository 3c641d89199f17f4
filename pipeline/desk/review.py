"""Putting a translation together for those who approve it: ``polyleaf review``."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from pipeline.catalog import po
from pipeline.catalog.messages import SHEET, article_messages
from pipeline.project.sources import Released, Sources, locale_texts
from pipeline.records.typography import parents_of
from pipeline.values.approval import Approval, Bound
from pipeline.values.article import Article, plain_text
from pipeline.values.errors import PolyleafError
from pipeline.values.finding import Finding
from pipeline.values.message import Catalog, Message
from pipeline.values.review import Review, ReviewUnit
from pipeline.vouch.hold import text_most_like
from pipeline.vouch.standing import TextStanding, judge_text

Entries = Mapping[tuple[str, str], po.Entry]


def review_of(sources: Sources, article: Article, locale: str, today: date) -> Review:
    """Lay an article's translation out, with what has changed since it was last approved.

    A `PolyleafError` says that there is no translation, or that a catalog cannot be read.
    """
    if locale == article.language:
        raise PolyleafError(
            f"{article.id} is written in {locale}: whoever approves it reads the sheet itself"
        )
    texts = locale_texts(sources, article, locale)
    catalog, words = texts.catalog, texts.words
    if not catalog or not words or not catalog.exists:
        fault = next(one for one in texts.findings if one.is_error)
        raise PolyleafError(f"{fault.path}: {fault.message}; {fault.fix}")
    if not any(map(catalog.usable, (message.key for message in article_messages(article)))):
        raise PolyleafError(f"{catalog.path}: nothing of it is translated yet: nothing to read")
    standing = judge_text(sources, article, catalog, words, today)
    last = _last(standing)
    units = [*_article_units(article, catalog)]
    own = [*_own_words(sources, words, first=len(units) + 1)]
    told = _Told(sources, article, locale, texts.findings, standing, last)
    return Review(
        article=article.id,
        version=article.version,
        title=plain_text(article.title.content),
        locale=locale,
        mark=f"{locale}@{standing.wording.mark}",
        since=f"the {last.role} {last.by}, {last.on}" if last else "",
        needs=[" or ".join(group) for group in standing.needs],
        lacks=standing.lacks,
        units=[told.of(one, catalog, "unit") for one in units],
        words=[told.of(one, words, "words") for one in own],
    )


def _article_units(article: Article, catalog: Catalog) -> Iterator[ReviewUnit]:
    roles = {unit.key: unit.role for unit in reversed([*article.units()])}
    for number, message in enumerate(article_messages(article), 1):
        yield _unit(number, message, catalog, roles[message.key])


def _own_words(sources: Sources, words: Catalog, *, first: int) -> Iterator[ReviewUnit]:
    for number, message in enumerate(sources.sheet_words, first):
        one = _unit(number, message, words, message.context)
        yield replace(one, is_inline=False, comments=message.comments)


def _unit(number: int, message: Message, catalog: Catalog, role: str) -> ReviewUnit:
    return ReviewUnit(
        number=number,
        key=message.key,
        role=role,
        source=message.text,
        translation=catalog.usable(message.key) or "",
    )


def _last(standing: TextStanding) -> Approval | None:
    """Return the newest approval, whether it still holds or not."""
    given = [*standing.approvals, *(one for one, _ in standing.void)]
    return max(given, key=lambda one: one.on, default=None)


class _Told:
    """What there is to say of each text beside its translation."""

    def __init__(
        self,
        sources: Sources,
        article: Article,
        locale: str,
        findings: Sequence[Finding],
        standing: TextStanding,
        last: Approval | None,
    ) -> None:
        self._findings = findings
        self._last = last
        self._parts: dict[tuple[str, str], list[Bound]] = {}
        for part in standing.wording.parts:
            self._parts.setdefault((part.kind, part.shown), []).append(part)
        self._entries = {
            "unit": entries_of(sources, locale, article.id),
            "words": entries_of(sources, locale, SHEET),
        }
        self._before = _Before(sources, article, locale)

    def of(self, unit: ReviewUnit, catalog: Catalog, kind: str) -> ReviewUnit:
        """Return a unit with its state, its findings and its notes."""
        entry = self._entries[kind].get(unit.key)
        translation = catalog.translations.get(unit.key)
        line, path = (translation.line, translation.path) if translation else (0, "")
        found = [
            f"{one.code}: {one.message}"
            for one in self._findings
            if line and one.line == line and one.path == (path or catalog.path)
        ]
        state = self._state(unit, kind)
        told = replace(unit, state=state, findings=found, notes=_notes(entry))
        if state not in ("new", "changed") or kind != "unit":
            return told
        source, words = self._before.of(unit)
        source = source or (entry.previous[1] if entry and entry.previous else "")
        return replace(
            told,
            state="changed" if source or words else "new",
            source_before=source if source != unit.source else "",
            translation_before=words if words != unit.translation else "",
        )

    def _state(self, unit: ReviewUnit, kind: str) -> str:
        if not self._last:
            return ""
        then = self._last.parts.get(kind, {})
        for part in self._parts.get((kind, unit.source), ()):
            key, digest = self._last.name_of(part)
            if then.get(key) != digest:
                return "changed" if key in then else "new"
        return "approved"


class _Before:
    """What stood for a text in the newest release of its locale."""

    def __init__(self, sources: Sources, article: Article, locale: str) -> None:
        releases: Sequence[Released] = sources.releases(article.id)[0]
        found = next((one for one in releases if locale in one.release.locales), None)
        self._texts: dict[tuple[str, str], str] = {}
        if found:
            catalog = locale_texts(found.sources, found.article, locale).catalog
            keys = [unit.key for unit in found.article.units()]
            self._texts = {key: (catalog and catalog.usable(key)) or "" for key in keys}
        now = {unit.key for unit in article.units()}
        self._gone = [text for context, text in self._texts if (context, text) not in now]

    def of(self, unit: ReviewUnit) -> tuple[str, str]:
        """Return the source and the translation that stood for it, empty where there were none."""
        if unit.key in self._texts:
            return unit.source, self._texts[unit.key]
        source = text_most_like(unit.source, self._gone) or ""
        words = next((words for (_, text), words in self._texts.items() if text == source), "")
        return source, words if source else ""


def entries_of(sources: Sources, locale: str, name: str) -> Entries:
    """Return the entries of a catalog with those of its parents, the child's first."""
    found: dict[tuple[str, str], po.Entry] = {}
    for own in (locale, *parents_of(locale)):
        for entry in sources.project.catalog(own, name)[1]:
            if entry.text and not entry.obsolete and (entry.translation or own == locale):
                found.setdefault(entry.key, entry)
    return found


def _notes(entry: po.Entry | None) -> list[str]:
    """Return what people wrote over an entry, without what only tells the program something."""
    lines = [line.lstrip("# ").strip() for line in po.notes(entry)] if entry else []
    return [line for line in lines if line and not line.lower().startswith("polyleaf:")]
