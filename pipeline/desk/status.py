"""How far each locale is: words, citations, crisis units, and what keeps it from being printed."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from pipeline.catalog.change import change_open
from pipeline.catalog.messages import article_messages
from pipeline.check.unjudged import not_judged, not_judged_in
from pipeline.parse.inline import parse_inline
from pipeline.project.sources import Sources, article_catalog, sheet_catalog
from pipeline.publish.chosen import is_withdrawn, newest_approved
from pipeline.publish.order import Order, make_order
from pipeline.records.glossary import terms_of
from pipeline.records.typography import what_printing_lacks
from pipeline.values.approval import Approval, Evidence
from pipeline.values.article import Article, walk_inlines
from pipeline.values.change import Change, Weight
from pipeline.values.finding import Finding, NotJudged
from pipeline.values.message import Catalog
from pipeline.vouch.hold import held_back
from pipeline.vouch.standing import TextStanding, judge_text


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """One article in one locale; each pair is what is done, and how much there is."""

    article: str
    locale: str
    words: tuple[int, int]
    """Words of the source whose translation is finished."""
    fuzzy: int
    """Words whose translation somebody must look at again."""
    missing: int
    """Words without a translation."""
    inherited: int
    """Words whose finished translation is a parent's."""
    citations: tuple[int, int]
    crisis: tuple[int, int]
    """Units of crisis notes."""
    approval: str
    """Who has approved the words, in short."""
    signatures: Sequence[tuple[str, str]]
    """Each role that the policy asks for, and how it stands: a day, ``void`` or ``open``."""
    void: Sequence[tuple[Approval, Sequence[str]]]
    """Approvals that do not hold any more, and what has changed since they were given."""
    findings: Sequence[Finding]
    """What is wrong with approvals and credits."""
    blocks: Sequence[str]
    """What keeps the sheet from being printed."""
    ignored: Sequence[Finding] = ()
    """What comments say is no fault, in the article's catalog and in the sheet's own words."""
    not_judged: Sequence[NotJudged] = ()
    """The rules that see nothing in its texts, because a list they rest on is not on record."""
    evidence: Sequence[Evidence] = ()
    """How the words were tried that there are now."""
    outlived: Sequence[Evidence] = ()
    """How others were tried, which they have taken the place of."""
    changes: Sequence[Change] = ()
    """Texts that have changed since they were translated, and what kind of change each is."""


def progress(sources: Sources, locales: Sequence[str], today: date) -> Iterator[Progress]:
    """Yield how far each locale is with each article, and what is approved on a day."""
    for locale in locales:
        words, sheet_findings = sheet_catalog(sources, locale)
        open_words = sum(finding.is_error for finding in sheet_findings) if words else 1
        for article in sources.articles:
            catalog, findings = article_catalog(sources, article, locale)
            errors = sum(finding.is_error for finding in findings)
            blocks = [what for what, _ in what_printing_lacks(locale)]
            blocks += [_count(errors, "error") + " in the catalog"] if errors else []
            blocks += [_count(open_words, "error") + " in sheet.po"] if open_words else []
            standing = (
                judge_text(sources, article, catalog, words, today)
                if catalog and words and not blocks
                else None
            )
            ignored = [one for one in (*findings, *sheet_findings) if one.is_ignored]
            row = _progress(article, catalog, locale, blocks, standing)
            yield replace(
                row,
                ignored=ignored,
                not_judged=tuple(_not_judged(sources, article, locale)),
                changes=tuple(_changed(article, catalog)),
            )


def _not_judged(sources: Sources, article: Article, locale: str) -> Iterator[NotJudged]:
    if locale == article.language:
        yield from not_judged_in(article)
    else:
        yield from not_judged(locale, terms_of(sources.terms, locale))


def _changed(article: Article, catalog: Catalog | None) -> Iterator[Change]:
    """Yield the changes of an article that its translators have still to be told of."""
    for message in article_messages(article) if catalog else ():
        entry = catalog.translations.get(message.key) if catalog else None
        if entry and (change := change_open(message.key, entry, article.language)):
            yield change


def _approval(standing: TextStanding | None) -> str:
    if standing and standing.is_approved and standing.newest:
        return f"{standing.newest.role} {standing.newest.on}"
    return "void" if standing and standing.void else "no"


def _signatures(standing: TextStanding) -> Iterator[tuple[str, str]]:
    """Yield each role that the policy asks for, and on which day it was filled, if it is."""
    void = {one.role for one, _ in standing.void}
    for group in standing.needs:
        role = " or ".join(group)
        given = [one for one in standing.approvals if one.role in group]
        if given and role not in standing.lacks:
            newest = max(given, key=lambda one: one.on)
            yield newest.role, newest.on.isoformat()
        else:
            yield role, "void" if void & set(group) else "open"


def _progress(
    article: Article,
    catalog: Catalog | None,
    locale: str,
    blocks: Sequence[str],
    standing: TextStanding | None,
) -> Progress:
    done = fuzzy = missing = inherited = citations = all_citations = crisis = all_crisis = 0
    own = catalog.path if catalog else ""
    for message in article_messages(article):
        count = len(message.text.split())
        entry = catalog.translations.get(message.key) if catalog else None
        usable = catalog.usable(message.key) if catalog else None
        cited = _citations(message.text)
        all_citations += cited
        all_crisis += message.context == "crisis"
        if usable is not None:
            done += count
            inherited += count if entry and entry.path and entry.path != own else 0
            citations += min(_citations(usable), cited)
            crisis += message.context == "crisis"
        elif entry and entry.fuzzy:
            fuzzy += count
        else:
            missing += count
    return Progress(
        article=article.id,
        locale=locale,
        words=(done, done + fuzzy + missing),
        fuzzy=fuzzy,
        missing=missing,
        inherited=inherited,
        citations=(citations, all_citations),
        crisis=(crisis, all_crisis),
        approval=_approval(standing),
        signatures=tuple(_signatures(standing)) if standing else (),
        void=standing.void if standing else (),
        findings=standing.findings if standing else (),
        evidence=standing.evidence if standing else (),
        outlived=standing.outlived if standing else (),
        blocks=blocks,
    )


def _citations(text: str) -> int:
    return sum(inline.kind == "citation" for inline in walk_inlines(parse_inline(text)))


def _count(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseRow:
    """A release of an article, and what keeps it from being printed."""

    article: str
    now_version: str
    """The original's version now."""
    version: str
    on: date
    locales: Sequence[str]
    withdrawn: Sequence[str]
    """The locales in which it is withdrawn."""
    is_held_back: bool
    prints: Sequence[str]
    """The locales, of those asked for, whose sheets are made from it."""


def release_rows(sources: Sources, locales: Sequence[str], today: date) -> Iterator[ReleaseRow]:
    """Yield the releases of each article, the newest first, and which locales print them on a day.

    What is printed is that of a handout for the publisher's own region.
    """
    order: Order | None = None
    for article in sources.articles:
        releases, _ = sources.releases(article.id)
        if not releases:
            continue
        order = order or _handout(sources, today)
        chosen = {
            locale: newest_approved(sources, article, locale, "", today, order=order).release
            for locale in locales
        }
        for one in releases:
            names = sorted(one.release.locales)
            yield ReleaseRow(
                article=article.id,
                now_version=article.version,
                version=one.release.version,
                on=one.release.on,
                locales=names,
                withdrawn=[name for name in names if is_withdrawn(one, name, "")],
                is_held_back=bool(held_back(one, article)),
                prints=[name for name in locales if chosen[name] == one.release.version],
            )


def _handout(sources: Sources, today: date) -> Order | None:
    order, _ = make_order(sources.project, today=today)
    return order


def releases_told(rows: Iterable[ReleaseRow]) -> Iterator[str]:
    """Yield lines on the releases of each article, and on the locales that print them."""
    for (name, version), group in groupby(rows, lambda one: (one.article, one.now_version)):
        own = [*group]
        yield f"\n{name} {version}: releases\n"
        for one in own:
            state = "; held back" if one.is_held_back else ""
            state += f"; withdrawn in {' '.join(one.withdrawn)}" if one.withdrawn else ""
            yield f"    {one.version} of {one.on} in {' '.join(one.locales)}{state}\n"
        for one in own:
            yield from (f"    {locale} prints release {one.version}\n" for locale in one.prints)


def table(rows: Sequence[Progress]) -> str:
    """Return a table for people, one line an article and locale."""
    head = (
        "article",
        "locale",
        "words",
        "fuzzy",
        "missing",
        "inherited",
        "citations",
        "crisis",
        "approved",
        "prints",
    )
    cells = [
        head,
        *(
            (
                row.article,
                row.locale,
                _of(row.words),
                str(row.fuzzy),
                str(row.missing),
                str(row.inherited),
                _of(row.citations),
                _of(row.crisis),
                ", ".join(map(" ".join, row.signatures)) or row.approval,
                "; ".join(row.blocks) or "yes",
            )
            for row in rows
        ),
    ]
    widths = [max(len(line[column]) for line in cells) for column in range(len(head) - 1)]
    return "".join(
        [*_lines(cells, widths), *_to_do(rows), *_tried(rows), *_changes(rows), *_ignored(rows)]
    )


_KINDS = {
    Weight.SIGNS: "signs only",
    Weight.CODES: "citations or links only",
    Weight.WORDING: "wording",
    Weight.SAFETY: "number, negation, dose, age or safety wording",
}


def _tried(rows: Sequence[Progress]) -> Iterator[str]:
    """Yield how words were tried, and what came of it."""
    for row in rows:
        if row.evidence or row.outlived:
            yield f"\n{row.article} in {row.locale}: tried\n"
        for one in (*row.evidence, *row.outlived):
            readers = f" with {one.readers} readers" if one.readers else ""
            other = " (of other words)" if one in row.outlived else ""
            yield f"    {one.kind}{readers}, {one.by}, {one.on}{other}: {one.found}\n"


def _to_do(rows: Sequence[Progress]) -> Iterator[str]:
    """Yield how many texts have changed since they were translated, by kind, the heaviest first."""
    for row in rows:
        counts = Counter(change.weight for change in row.changes)
        if counts:
            kinds = (f"{counts[kind]} {_KINDS[kind]}" for kind in sorted(counts, reverse=True))
            yield f"\n{row.article} in {row.locale}: changed since translated: {', '.join(kinds)}\n"


def _ignored(rows: Sequence[Progress]) -> Iterator[str]:
    """Yield what comments in the catalogs switch off, each once, with its reason."""
    each = (one for row in rows for one in row.ignored)
    found = {replace(one, locale=""): one for one in each}  # a child has its parent's, too
    if found:
        yield f"\n{_count(len(found), 'finding')} ignored by comments in catalogs\n"
    for one in found:
        yield f"    {one.path}:{one.line}: {one.code}: {one.message}\n"
        yield f"        reason: {one.reason}\n"


def _changes(rows: Sequence[Progress]) -> Iterator[str]:
    """Yield what has changed since approvals were given that do not hold any more."""
    for row in rows:
        for approval, changed in row.void:
            yield (
                f"\n{row.article} in {row.locale}: the {approval.role} {approval.by} approved "
                f"other words on {approval.on}. Since then\n"
            )
            yield from (f"    {change}\n" for change in changed)


def _lines(cells: Sequence[Sequence[str]], widths: Sequence[int]) -> Iterator[str]:
    return (
        "  ".join(
            cell.ljust(width) if column < 2 else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(line, widths, strict=False))
        )
        + f"  {line[-1]}\n"
        for line in cells
    )


def _of(pair: tuple[int, int]) -> str:
    return f"{pair[0]}/{pair[1]}"
