"""Which text of an article is printed in a locale: the working one, or a release of it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from pipeline.check.withdrawn import NO_REGION
from pipeline.compose.plan import SheetPlan
from pipeline.project.sources import Released, Sources, locale_texts
from pipeline.publish.new_words import new_on_sheet
from pipeline.publish.order import Order
from pipeline.publish.plan import plan_sheet
from pipeline.records.typography import is_pseudo
from pipeline.values.article import Article
from pipeline.values.finding import Finding, has_errors
from pipeline.vouch.hold import held_back, hold_finding
from pipeline.vouch.standing import TextStanding, judge_text
from pipeline.vouch.withdrawal import falls_under


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """The text that a sheet is made from."""

    sources: Sources
    article: Article
    release: str = ""
    """The release's version; empty for the working text."""
    now_version: str = ""
    """The original's version now, told from the release's; empty for the working text."""
    marks: Mapping[str, str] = field(default_factory=dict)
    """How the release's sheets name its translations, by locale."""
    findings: tuple[Finding, ...] = ()
    """What keeps releases from being printed instead."""


def chosen_text(sources: Sources, article: Article, locale: str, order: Order) -> Chosen:
    """Choose the text of a sheet; a draft, and who asks for the working text, get that."""
    if order.draft or order.working:
        return Chosen(sources=sources, article=article)
    region = order.region.code if order.region else NO_REGION
    others = order.locales(locale, article.language)[1:]
    return newest_approved(
        sources, article, locale, region, order.today, order=order, others=others
    )


def newest_approved(
    sources: Sources,
    article: Article,
    locale: str,
    region: str,
    today: date,
    *,
    order: Order | None,
    others: Sequence[str] = (),
) -> Chosen:
    """Return the newest text of an article that is approved in a locale on a day.

    ``others`` are locales beside it on the same sheet, in which it must be approved, too. Of the
    sheet's own words those must be that stand on the sheet of the order.

    It is the working text where that is approved, else the newest release whose approvals hold and
    that is neither withdrawn nor held back, else the working text as a proof.
    """
    working = Chosen(sources=sources, article=article)
    if is_pseudo(locale):
        return working
    releases, findings = sources.releases(article.id)
    if not (releases or findings):
        return working
    every = (locale, *others)
    if article.id not in sources.faulty and _is_approved(working, every, today, order):
        return working
    for one in releases:
        if any(
            name not in one.release.locales or is_withdrawn(one, name, region) for name in every
        ):
            continue
        candidate = Chosen(
            sources=one.sources,
            article=one.article,
            release=one.release.version,
            now_version=_told(one, article),
            marks=one.release.locales,
        )
        if changes := held_back(one, article):
            findings = [*findings, hold_finding(one, changes)]
        elif _is_approved(candidate, every, today, order):
            return candidate
    return Chosen(sources=sources, article=article, findings=tuple(findings))


def of_release(plan: SheetPlan, chosen: Chosen) -> SheetPlan:
    """Return a sheet's plan with what it says of the release that it is made from.

    It names its translation as it did when it was released, whatever words the program has gained.
    """
    if not chosen.release:
        return plan
    return replace(
        plan,
        release=chosen.release,
        now_version=chosen.now_version,
        translation=_mark(plan, chosen),
        beside=replace(
            plan.beside,
            now_version=chosen.now_version,
            translation=_mark(plan.beside, chosen),
        )
        if plan.beside
        else None,
    )


def _mark(plan: SheetPlan, chosen: Chosen) -> str:
    return chosen.marks.get(plan.locale.name, plan.translation) if plan.translation else ""


def _is_approved(chosen: Chosen, locales: Sequence[str], today: date, order: Order | None) -> bool:
    """Say whether a text is approved in some locales, and all words of a sheet in the first."""
    standings = [_approved_in(chosen.sources, chosen.article, name, today) for name in locales]
    if not all(standings):
        return False
    if not order or not any(one and one.new_words for one in standings):
        return True
    texts = locale_texts(chosen.sources, chosen.article, locales[0])
    if not (texts.catalog and texts.words and standings[0]):
        return False
    given = (chosen.sources, chosen.article, texts.catalog, texts.words)
    return not new_on_sheet(of_release(plan_sheet(*given, order, standings[0]), chosen))


def _approved_in(
    sources: Sources, article: Article, locale: str, today: date
) -> TextStanding | None:
    """Return the standing of an article's words in a locale that are approved, else ``None``."""
    texts = locale_texts(sources, article, locale)
    if not texts.catalog or not texts.words or has_errors(texts.findings):
        return None
    standing = judge_text(sources, article, texts.catalog, texts.words, today)
    return standing if standing.is_approved else None


def is_withdrawn(released: Released, locale: str, region: str) -> bool:
    """Say whether a release is withdrawn in a locale, whatever records it would print."""
    release = released.release
    is_source = locale == released.article.language
    marks = {
        "article": release.article,
        "version": release.version,
        "revision": release.revision,
        "translation": "" if is_source else release.locales.get(locale, ""),
        "locale": locale,
        "region": region,
    }
    return any(falls_under(marks, (), one) for one in released.sources.withdrawn)


def _told(released: Released, now: Article) -> str:
    """Return the original's version; with its revision where the version alone tells nothing."""
    if now.version != released.release.version:
        return now.version
    return f"{now.version} ({now.revision})"


def release_findings(sources: Sources) -> Iterator[Finding]:
    """Yield what is wrong with the releases of a project, and which of them are held back."""
    for name in sources.project.released_articles():
        releases, findings = sources.releases(name)
        yield from findings
        if not sources.articles.fact(name):
            continue
        now = sources.articles.named(name)
        for one in releases:
            open_in = [at for at in one.release.locales if not is_withdrawn(one, at, "")]
            if open_in and (changes := held_back(one, now)):
                yield hold_finding(one, changes)
