"""What a sheet may claim: whose approvals hold for its words, and whether its numbers are sound."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from pipeline.build.sources import Sources
from pipeline.check.confirmation import Footing, check_footings, footing
from pipeline.compose.citation import citation_text, printed_citation
from pipeline.compose.services import chosen_services
from pipeline.records.approval import same_person
from pipeline.records.glossary import Term
from pipeline.records.typography import citation_form, locale_named, parents_of
from pipeline.values.approval import Approval, Bound, Translator, Wording
from pipeline.values.article import Article
from pipeline.values.finding import Finding, Severity, has_errors
from pipeline.values.message import Catalog
from pipeline.values.region import Record, Region

_FOR_SOURCE = ("clinician", "editor")
_FOR_TRANSLATION = ("clinician",)


def resolve_wording(
    sources: Sources, article: Article, catalog: Catalog, words: Catalog
) -> Wording:
    """Gather all words of an article in a locale that an approval binds.

    They are the units in reading order, the sheet's own words, the printed citations and the
    locale's terms. A unit whose translation is missing or fuzzy counts as empty.
    """
    stated = [
        *_units(article, catalog),
        *(
            ("words", (message.context, message.text), words.usable(message.key) or "", 0)
            for message in sources.sheet_words
        ),
        *_citations(sources, article, catalog.locale),
        *(
            ("term", (term.term,), " / ".join((term.preferred, *term.variants)), 0)
            for term in terms_of(sources.terms, catalog.locale)
        ),
    ]
    return Wording(
        parts=tuple(
            Bound(kind=kind, key=_short(key), digest=_short(text), shown=key[-1], line=line)
            for kind, key, text, line in stated
        ),
        digest=_hash([(kind, key, text) for kind, key, text, _ in stated]),
    )


_Stated = tuple[str, tuple[str, ...], str, int]


def _units(article: Article, catalog: Catalog) -> Iterator[_Stated]:
    for unit in article.units():
        yield (
            "unit",
            (unit.role, unit.context, unit.text),
            catalog.usable(unit.key) or "",
            unit.line,
        )


def _citations(sources: Sources, article: Article, locale: str) -> Iterator[_Stated]:
    form = citation_form(locale)
    for code in dict.fromkeys(article.citations()):
        printed = printed_citation(code, sources.references, form)
        yield "citation", (str(code),), citation_text(printed), 0


def terms_of(terms: Sequence[Term], locale: str) -> list[Term]:
    """Return a locale's terms: its own rows, else its nearest parent's."""
    for name in (locale, *parents_of(locale)):
        own = [term for term in terms if term.locale == name]
        if own:
            return own
    return []


def _hash(value: object) -> str:
    return hashlib.sha256(json.dumps(value, ensure_ascii=False).encode()).hexdigest()


def _short(value: object) -> str:
    return _hash(value)[:16]


@dataclass(frozen=True, slots=True, kw_only=True)
class TextStanding:
    """What may be said of an article's words in a locale."""

    wording: Wording
    approvals: tuple[Approval, ...]
    """Those that hold for these very words, the newest of each role."""
    void: tuple[tuple[Approval, tuple[str, ...]], ...]
    """Those that do not, and what has changed since they were given."""
    translators: tuple[Translator, ...]
    is_approved: bool
    findings: tuple[Finding, ...]
    """What is wrong with approvals and credits."""
    translator_names: tuple[str, ...]
    """Who has worked on the texts, after the credits and the catalogs' headers."""
    needed: tuple[str, ...]
    """The roles of which one is needed."""

    @property
    def newest(self) -> Approval | None:
        """The newest approval that makes the words approved."""
        own = [one for one in self.approvals if one.role in self.needed]
        return max(own, key=lambda one: one.on, default=None)


def judge_text(
    sources: Sources, article: Article, catalog: Catalog, words: Catalog
) -> TextStanding:
    """Find the approvals that hold for an article in a locale.

    A locale that says the same as its parent shares the parent's approvals.
    """
    wording = resolve_wording(sources, article, catalog, words)
    own = catalog.locale
    is_source = own == article.language
    findings: list[Finding] = []
    credit_faults: list[Finding] = []
    translators: list[Translator] = []
    given: list[Approval] = []
    for name in (own, *parents_of(own)):
        approvals, found = sources.project.approvals(name)
        credits_, found_credits = sources.project.credits(name)
        findings += [*found, *found_credits]
        credit_faults += found_credits
        translators += [one for one in credits_ if not one.articles or article.id in one.articles]
        given += [one for one in approvals if one.article == article.id]
    names = [one.by for one in translators] + [*catalog.translators, *words.translators]
    holding: dict[str, Approval] = {}
    void = []
    for one in sorted(given, key=lambda approval: approval.on, reverse=True):
        if not is_source and any(same_person(one.by, name) for name in names):
            findings.append(_own_work(one))
        elif one.wording != wording.digest:
            if one.locale == own:
                void.append((one, tuple(changes(one, wording)) or (_REPEATED,)))
        else:
            holding.setdefault(one.role, one)
    for one, changed in void:
        if one.role not in holding:
            findings.append(_void(one, changed))
    needed = _FOR_SOURCE if is_source else _FOR_TRANSLATION
    return TextStanding(
        wording=wording,
        approvals=tuple(holding.values()),
        void=tuple((one, changed) for one, changed in void if one.role not in holding),
        translators=tuple(translators),
        is_approved=any(role in holding for role in needed) and not has_errors(credit_faults),
        findings=tuple(findings),
        translator_names=tuple(names),
        needed=needed,
    )


def changes(approval: Approval, wording: Wording) -> Iterator[str]:
    """Yield in words what differs between what was approved and what is there now."""
    # A text may stand in several places: it is one line of the approval.
    now: dict[str, dict[str, str]] = {}
    for part in wording.parts:
        now.setdefault(part.kind, {})[part.key] = part.digest
        then = approval.parts.get(part.kind, {}).get(part.key)
        if then != part.digest:
            verb = "new" if then is None else "changed"
            where = f" (line {part.line} of the article)" if part.line else ""
            yield f"{verb}: {_WORDS[part.kind]} “{_glimpse(part.shown)}”{where}"
    for kind, parts in approval.parts.items():
        gone = len(parts.keys() - now.get(kind, {}).keys())
        if gone:
            yield f"gone: {gone} × {_WORDS[kind]}"
    orders = {
        kind: [list(parts), list(now.get(kind, {}))] for kind, parts in approval.parts.items()
    }
    if any(sorted(then) == sorted(after) and then != after for then, after in orders.values()):
        yield "changed: the order of the text"


_REPEATED = "changed: how often a part of the text stands, or in which order"

_WORDS = {
    "unit": "the text",
    "words": "the sheet’s word",
    "citation": "the printed citation",
    "term": "the glossary’s term",
}


def _glimpse(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 60 else text[:60].rsplit(" ", 1)[0] + " …"


def _own_work(approval: Approval) -> Finding:
    return _finding(
        approval,
        "CAT023",
        f"{approval.by} translated this text and cannot be its {approval.role}",
        "let another person read and approve it, and delete this file",
    )


def _void(approval: Approval, changed: Sequence[str]) -> Finding:
    count = f"{len(changed)} thing{'' if len(changed) == 1 else 's'}"
    return _finding(
        approval,
        "CAT024",
        f"the {approval.role} {approval.by} approved other words on {approval.on}: {count} "
        f"changed since, first {changed[0] if changed else 'the order of the text'}",
        f"'polyleaf status {approval.locale}' lists them; ask {approval.by} to approve again",
        Severity.WARNING,
    )


def _finding(
    approval: Approval, code: str, message: str, fix: str, severity: Severity = Severity.ERROR
) -> Finding:
    return Finding(
        code=code,
        severity=severity,
        path=approval.path,
        message=message,
        fix=fix,
        locale=approval.locale,
        article=approval.article,
    )


def footings_on_sheet(
    region: Region | None, fallback: Region | None, locale: str, today: date
) -> list[tuple[Region, Footing]]:
    """Return the footing of every record that a sheet prints.

    They are services and emergency numbers, or where to look for a service when there is none.
    """
    found: list[tuple[Region, Footing]] = []
    services = [service for service, _ in chosen_services(region, locale_named(locale))[0]]
    records: list[Record] = [*services]
    if region and region.emergency.numbers:
        records.append(region.emergency)
    if region:
        found += [(region, footing(region, record, today)) for record in records]
    if not services and fallback:
        found += [(fallback, footing(fallback, fallback.services[0], today))]
    return found


def footing_findings(
    footings: Iterable[tuple[Region, Footing]], *, approved: bool
) -> Iterator[Finding]:
    """Report the records among them that nobody has confirmed, or not for long."""
    for region, one in footings:
        yield from check_footings(region, [one], approved=approved)
