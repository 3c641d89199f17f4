"""One sheet up to the press: read, check, compose; `printing` has what follows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from pipeline.check.example import example_values
from pipeline.compose.plan import SheetPlan
from pipeline.compose.sheet import compose
from pipeline.project.facts import Facts, facts_of
from pipeline.project.sources import LocaleTexts, Sources, locale_texts
from pipeline.publish import shelf
from pipeline.publish.chosen import chosen_text, of_release
from pipeline.publish.inputs import (
    Hashes,
    has_its_fonts,
    hashed_fonts,
    inputs_of,
    made_from,
    parts_of,
)
from pipeline.publish.new_words import as_words_allow, who_lacks_words
from pipeline.publish.order import Order
from pipeline.publish.plan import (
    blocking,
    footings_of,
    judged_by,
    plan_sheet,
    rasters_of,
    translation_beside,
    why_unapproved,
)
from pipeline.publish.store import Store
from pipeline.publish.texts import Text, missing_letters, texts_of
from pipeline.typeset.fonts import FontSet
from pipeline.typeset.rasters import digest
from pipeline.values.article import Article
from pipeline.values.finding import Finding, Severity
from pipeline.values.judged import Sheet
from pipeline.values.message import Catalog
from pipeline.values.sheet import Form
from pipeline.vouch.standing import approved_ahead, judge_text, review_overdue
from pipeline.vouch.withdrawal import withdrawal_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What became of one sheet."""

    path: Path
    pages: int
    """0 where the sheet was refused."""
    findings: Sequence[Finding]
    state: str = ""
    """What the sheet may call itself, empty where it was refused."""
    unchanged: bool = False
    """Whether the sheet was there already, made from the same."""
    copied: bool = False
    """Whether it was taken from a store, made from the same elsewhere or earlier."""
    earlier: str = ""
    """What became of the earlier sheet of an order that is refused, in a sentence."""
    release: str = ""
    """The release's version, where the sheet is printed from one."""
    printing: Mapping[str, str] = field(default_factory=dict)
    """Of a sheet that is folded or on large paper, as its manifest says: the paper that was asked
    for, the paper it was set for, and how it is printed and folded."""

    @property
    def is_printed(self) -> bool:
        """Whether the sheet lies on the shelf."""
        return self.unchanged or self.copied or self.pages > 0

    @property
    def became(self) -> str:
        """What became of it, in a word."""
        if self.unchanged or self.copied:
            return "unchanged" if self.unchanged else "copied"
        return "printed" if self.is_printed else "refused"

    @property
    def beside(self) -> tuple[Path, ...]:
        """The file of single pages that a folded sheet has beside it."""
        pages = shelf.files_of(self.path)["pages"]
        return (pages,) if pages.exists() else ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """A sheet that is composed but not yet on paper."""

    article: str
    locale: str
    edition: str
    path: Path
    html: str
    web: str
    """The same as a web page."""
    forms: tuple[Form, ...]
    """The ways in which it can be set."""
    fonts: FontSet
    judged: Sheet
    """What the finished sheet is judged against."""
    texts: Sequence[Text]
    """The texts on it that the project's people wrote, and where."""
    record: Mapping[str, Any]
    """The manifest, but for the hashes of the files that are still to be made."""
    pictures: Mapping[str, str] = field(default_factory=dict)
    """The names of its pictures of points, by the digests of their files."""
    findings: Sequence[Finding] = ()
    """What is wrong with approvals and credits; it keeps no proof from being printed."""


def current_sheet(
    sources: Sources, hashes: Hashes, facts: Facts, locale: str, order: Order, folder: Path
) -> Result | None:
    """Return the sheet where it lies on the shelf, made from the same; else ``None``."""
    path = shelf.sheet_path(sources.project, facts.id, locale, order)
    if order.force or not (record := shelf.recorded(path, hashes.digests)):
        return None
    if order.approved and record.get("state") != "approved":
        return None
    if record.get("inputs") != inputs_of(sources, hashes, facts, locale, order, folder):
        return None
    if not has_its_fonts(hashes, record, locale, order, folder):
        return None
    return _unchanged(path, record)


def stored_sheet(
    sources: Sources,
    hashes: Hashes,
    facts: Facts,
    locale: str,
    order: Order,
    folder: Path,
    *,
    store: Store,
) -> Result | None:
    """Copy a sheet that is in the store, made from the same, onto the shelf; else ``None``."""
    if order.force:
        return None
    found = store.sheet(inputs_of(sources, hashes, facts, locale, order, folder))
    if not found:
        return None
    record, contents = found
    path = shelf.sheet_path(sources.project, facts.id, locale, order)
    if _would_replace_an_approved(path, record):
        return None
    is_theirs = has_its_fonts(hashes, record, locale, order, folder)
    if not is_theirs or (order.approved and record.get("state") != "approved"):
        return None
    parts = parts_of(sources, hashes, facts, locale, order)
    shelf.put(sources.project, path, contents, {**record, "parts": parts})
    return replace(_unchanged(path, record), unchanged=False, copied=True)


def prepare_sheet(
    sources: Sources, hashes: Hashes, article: Article, locale: str, order: Order, folder: Path
) -> Prepared | Result:
    """Check and compose one sheet; what is refused here is a result already.

    An earlier sheet of the same order goes if it is stale. A `PolyleafError` says that the sheet
    could not be made at all.
    """
    made = look_at_sheet(sources, hashes, article, locale, order, folder)
    if isinstance(made, Prepared):
        return _instead_of_a_proof(made, sources, hashes, article, order, folder) or made
    if made.is_printed:
        return made
    # The earlier sheet is judged by what it would be if no more were asked of it than it claims.
    plain = replace(order, approved=False, force=False, today=order.now or order.today)
    lapsed = False
    asks_more = order.approved or order.today != plain.today
    if asks_more and (earlier := shelf.recorded(made.path)):
        again = look_at_sheet(sources, hashes, article, locale, plain, folder)
        if isinstance(again, Result) and again.is_printed:
            return replace(made, earlier=_stays(sources.project.name(made.path)))
        # Nothing needs to have changed for that: a confirmation ends, a review comes due. Where
        # somebody vouched for it on a day to come, the clock was set back, and no day has passed.
        claims = earlier.get("state") == "approved"
        lapsed = claims and isinstance(again, Prepared) and again.record["state"] != "approved"
        lapsed = lapsed and not _vouched_ahead(sources, article, locale, plain)
    return replace(made, earlier=shelf.retire(sources.project, made.path, hashes, lapsed=lapsed))


def _stays(path: str) -> str:
    return f"stays: {path}; it is what it says of itself"


def _vouched_ahead(sources: Sources, article: Article, locale: str, order: Order) -> list[date]:
    """Return the days after the one on which we look on which people vouched for a sheet."""
    names = order.locales(locale, article.language)
    given = [one.record.confirmed for _, one in footings_of(order, locale) if one.is_ahead]
    days = [one.on for one in given if one]
    days += [one for name in names for one in approved_ahead(sources, article, name, order.today)]
    return sorted(days)


def _would_replace_an_approved(path: Path, record: Mapping[str, Any]) -> bool:
    """Say whether a sheet is a proof, and an approved one lies in its place."""
    return record.get("state") != "approved" and shelf.recorded(path).get("state") == "approved"


def _instead_of_a_proof(
    made: Prepared, sources: Sources, hashes: Hashes, article: Article, order: Order, folder: Path
) -> Result | None:
    """Refuse a proof that is none but for the day, where the approved sheet of that order lies.

    The day was only supposed, or the clock of the computer was set back.
    """
    if not _would_replace_an_approved(made.path, made.record):
        return None
    now = order.now or order.today
    ahead = _vouched_ahead(sources, article, made.locale, replace(order, today=now))
    for day in {now, *ahead[-1:]} - {order.today}:
        plain = replace(order, today=day, force=False)
        again = look_at_sheet(sources, hashes, article, made.locale, plain, folder)
        if isinstance(again, Result) and again.is_printed:
            told = _only_a_proof_that_day(sources.project.name(made.path), made, order)
            findings = [*made.findings, told]
            return Result(path=made.path, pages=0, findings=findings, earlier=_stays(told.path))
    return None


def _only_a_proof_that_day(path: str, made: Prepared, order: Order) -> Finding:
    is_supposed = order.now is not None and order.now != order.today
    return Finding(
        code="CAT025",
        severity=Severity.ERROR,
        path=path,
        message=f"on {order.today} this is only a proof, and in its place lies an approved sheet",
        fix="leave out --today, or move the approved sheet out of build/ first"
        if is_supposed
        else "see whether this computer has the right day",
        locale=made.locale,
        article=made.article,
    )


def look_at_sheet(
    sources: Sources, hashes: Hashes, article: Article, locale: str, order: Order, folder: Path
) -> Prepared | Result:
    """Check and compose one sheet, and take nothing away, whatever is found.

    The result says that it is refused, or that it lies on the shelf, made from the same.
    """
    project, path = sources.project, shelf.sheet_path(sources.project, article.id, locale, order)
    # Before anything is read: a file that changes meanwhile is seen to have changed next time.
    facts = facts_of(article)
    inputs = inputs_of(sources, hashes, facts, locale, order, folder)
    parts = parts_of(sources, hashes, facts, locale, order)
    chosen = chosen_text(sources, article, locale, order)
    if article.id in sources.faulty and not chosen.release:
        # What is wrong with the article is told once, before its sheets.
        return Result(path=path, pages=0, findings=chosen.findings)
    sources, article = chosen.sources, chosen.article
    texts = locale_texts(sources, article, locale)
    other = translation_beside(sources, article, order)
    beside = blocking(other, order) if other else []
    if beside or blocking(texts, order) or not texts.catalog or not texts.words:
        return Result(path=path, pages=0, findings=[*texts.findings, *beside, *chosen.findings])
    standing = judge_text(sources, article, texts.catalog, texts.words, order.today)
    judged_texts = [*standing.findings]
    if other and other.catalog and other.words:
        given = (sources, article, other.catalog, other.words)
        judged_texts += judge_text(*given, order.today).findings
    plan = plan_sheet(sources, article, texts.catalog, texts.words, order, standing)
    asked = of_release(plan, chosen)
    plan = as_words_allow(asked)
    reasons = list(withdrawal_of(plan, sources.withdrawn)) or _why_not_approved(
        plan, order, lacks=[*judged_texts, *who_lacks_words(asked)], also=chosen.findings
    )
    if reasons:
        return Result(path=path, pages=0, findings=[*texts.findings, *reasons])
    composition = compose(plan)
    fonts = hashed_fonts(hashes, plan.families, folder)
    written = _written(plan, texts.catalog, other)
    if lacking := list(missing_letters(written, fonts, locale)):
        return Result(path=path, pages=0, findings=[*texts.findings, *lacking])
    judged = judged_by(plan, composition, project.name(path))
    made = made_from(composition, fonts, judged)
    if not hashes.digests.still(parts):
        # A file changed while it was read: nobody knows what the sheet is made from.
        inputs = ""
    earlier = {} if order.force else shelf.recorded(path)
    if earlier.get("made_from") == made:
        # Something changed that this sheet does not show: from now on it is known for the same.
        shelf.remember(project, path, earlier, inputs, parts)
        return _unchanged(path, earlier)
    return Prepared(
        article=article.id,
        locale=locale,
        edition=order.edition.name,
        path=path,
        html=composition.html,
        web=composition.web,
        forms=composition.forms,
        fonts=fonts,
        judged=judged,
        texts=written,
        record=shelf.manifest(plan, fonts, inputs=inputs, made_from=made, parts=parts),
        pictures={digest(content): name for name, content in rasters_of(plan)},
        findings=[*judged_texts, *review_overdue(article, order.today), *chosen.findings],
    )


def _why_not_approved(
    plan: SheetPlan, order: Order, *, lacks: Sequence[Finding], also: Sequence[Finding]
) -> list[Finding]:
    """Return what refuses a sheet that has to be approved, or calls itself so and has no right to.

    ``lacks`` is what its words lack to be approved, and ``also`` what is said after all else.
    """
    made_up = [
        *example_values(order.publisher, approved=True),
        *example_values(order.clinic, region=order.publisher.region, approved=True),
    ]
    if plan.state == "approved":
        return made_up
    return [*lacks, *why_unapproved(plan, order), *made_up, *also] if order.approved else []


def _written(plan: SheetPlan, catalog: Catalog, other: LocaleTexts | None) -> tuple[Text, ...]:
    """Return the texts on a sheet that the project's people wrote, in each of its languages."""
    own = texts_of(plan, catalog)
    if plan.beside and other and other.catalog:
        return tuple(dict.fromkeys((*own, *texts_of(plan.beside, other.catalog))))
    return own


def _unchanged(path: Path, record: Mapping[str, Any]) -> Result:
    return Result(
        path=path,
        pages=0,
        findings=(),
        state=str(record.get("state", "")),
        unchanged=True,
        release=str(record.get("release", "")),
        printing=record.get("printing", {}),
    )
