"""What decides a sheet: all that stands on it, what it may claim, what it is judged against."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from pipeline.check.confirmation import Footing
from pipeline.check.picture import is_raster, letters_in_picture, pictures_of
from pipeline.check.withdrawn import NO_REGION
from pipeline.compose.columns import Row, gutter, in_rows, shared_pictures
from pipeline.compose.letters import borrowed_families
from pipeline.compose.offer import Offer, in_order
from pipeline.compose.plan import SheetPlan
from pipeline.compose.services import printed_address, printed_services
from pipeline.compose.sheet import editions
from pipeline.compose.template_names import plain_title
from pipeline.compose.works import cited_works
from pipeline.project.facts import pictures_in
from pipeline.project.sources import GAPS, LocaleTexts, Sources, locale_texts
from pipeline.publish.new_words import as_words_allow
from pipeline.publish.order import Order, command_of, finder, words_of
from pipeline.publish.texts import works_texts
from pipeline.records.glossary import terms_of
from pipeline.records.typography import citation_form, is_pseudo, locale_named
from pipeline.translate.article import translate_article
from pipeline.translate.pictures import local_pictures
from pipeline.values.article import Article, plain_text, walk_inlines
from pipeline.values.errors import PolyleafError
from pipeline.values.finding import Finding, Severity, has_errors
from pipeline.values.judged import Heard, Sheet
from pipeline.values.locale import Locale
from pipeline.values.message import Catalog
from pipeline.values.region import Region
from pipeline.values.sheet import HANDOUT, Composition, Edition
from pipeline.vouch.footings import footing_findings, footings_on_sheet
from pipeline.vouch.standing import TextStanding, judge_text, review_overdue
from pipeline.vouch.withdrawal import withdrawal_of


def plan_sheet(
    sources: Sources,
    article: Article,
    catalog: Catalog,
    words: Catalog,
    order: Order,
    standing: TextStanding,
) -> SheetPlan:
    """Put together everything that decides what stands on a sheet."""
    pictures = local_pictures(
        (name for name, _ in pictures_of(article)), catalog.locale, sources.images
    )
    local, _ = translate_article(article, catalog, pictures)
    locale = locale_named(catalog.locale, order.edition.name)
    second = _second(sources, article, order, standing)
    footings = [one for _, one in footings_of(order, locale.name)]
    edition = order.edition
    works = cited_works(article, sources.references)
    cited = [one.text for one in works_texts(works.values())]
    source = article.reduced(edition.shows)
    local = local.reduced(edition.shows)
    printed = local.laid_out(edition.leaves_out, edition.brought_forward)
    names = locales_of_names(order, locale)
    families = [family for one in (locale, *names.values()) for family in one.typography.families]
    of_languages = edition.shows == "languages"
    offers = _offers(sources, article, catalog.locale, order) if of_languages else ()
    standings = [standing, *([second[1]] if second else [])]
    awaits = _awaits(standings, footings, offers, is_overdue=order.today > article.review_by)
    state = _state(order, locale, awaits)
    address = _sheet_address(article, locale, order)
    beside = _beside(sources, article, order, second) if second else None
    return SheetPlan(
        source=source.laid_out(edition.leaves_out, edition.brought_forward),
        article=printed,
        is_shortened=_leaves_out_blocks(source, edition),
        locale=locale,
        words=words,
        region=order.region,
        publisher=order.publisher,
        clinic=order.clinic,
        references=works,
        citation_form=citation_form(catalog.locale),
        edition=edition,
        paper=order.paper,
        is_paper_asked=order.paper_forced,
        sheet_address=address,
        beside=beside
        and replace(beside, state=state, awaits=awaits, sheet_address=address, is_beside=True),
        state=state,
        awaits=awaits,
        translation=standing.wording.mark if locale.name != article.language else "",
        approvals=() if order.draft else standing.approvals,
        lacks=standing.lacks,
        translators=standing.translators,
        evidence=() if order.draft else standing.evidence,
        new_words=frozenset() if order.draft else standing.new_words,
        records=tuple(
            (one.name, one.record.digest[:8], one.confirmed.on.isoformat() if one.confirmed else "")
            for one in footings
        ),
        finder=printed_address(finder(order.fallback)),
        names=names,
        terms=tuple(term.preferred for term in terms_of(sources.terms, locale.name)),
        borrowed=borrowed_families((*own_texts(printed, order), *cited), families),
        images={name: sources.project.image(name) for name in images_of(local, order)},
        offers=offers,
        named=order.named,
    )


def _leaves_out_blocks(source: Article, edition: Edition) -> bool:
    """Say whether an edition has fewer blocks of an article than there are."""
    shown, whole = source.laid_out(edition.leaves_out), source.laid_out()
    return len([*shown.blocks()]) < len([*whole.blocks()])


def own_texts(article: Article, order: Order) -> Iterator[str]:
    """Yield what stands on a sheet in letters that a project's people chose."""
    for block in article.blocks():
        yield plain_text(block.content)
        yield from (inline.title for inline in walk_inlines(block.content) if inline.title)
    publisher, clinic = order.publisher, order.clinic
    yield from (publisher.name, publisher.licence, publisher.owner, publisher.corrections)
    yield from (clinic.name, *clinic.address) if clinic else ()


def _sheet_address(article: Article, locale: Locale, order: Order) -> str:
    """Return where this sheet lies on the web: the clinic's word, else the publisher's.

    Where addresses tell editions apart, that of a sheet in two translations names both locales.
    """
    address = (order.clinic and order.clinic.sheet_address) or order.publisher.sheet_address
    tags = [locale_named(name).tag for name in order.locales(locale.name, article.language)]
    named = "-".join(tags) if "{edition}" in address else locale.tag
    return (
        address.replace("{article}", article.id)
        .replace("{locale}", named)
        .replace("{region}", order.region.code if order.region else NO_REGION)
        .replace("{edition}", order.edition.name)
    )


_Second = tuple[LocaleTexts, TextStanding]
"""The texts that stand beside a sheet's own, and what may be said of them."""


def _second(
    sources: Sources, article: Article, order: Order, standing: TextStanding
) -> _Second | None:
    """Read the texts beside a sheet's own, ``None`` where there is one column.

    Of the article's own language nobody asks more than of the translation beside it.
    """
    name = order.second(article.language)
    if not name:
        return None
    texts = locale_texts(sources, article, name)
    if not texts.catalog or not texts.words or blocking(texts, order):
        raise PolyleafError(
            f"the sheet's own words in '{name}' are not complete: polyleaf check {name}"
            if name == article.language
            else f"the texts in {name} have errors: run 'polyleaf check {name}'"
        )
    if name == article.language:
        return texts, standing
    return texts, judge_text(sources, article, texts.catalog, texts.words, order.today)


def _beside(sources: Sources, article: Article, order: Order, second: _Second) -> SheetPlan:
    """Plan the same sheet in the locale that stands beside its own."""
    texts, standing = second
    assert texts.catalog and texts.words  # noqa: S101, PT018 - they have just been read
    alone = replace(order, edition=replace(order.edition, side_by_side=False))
    return plan_sheet(sources, article, texts.catalog, texts.words, alone, standing)


def blocking(texts: LocaleTexts, order: Order) -> list[Finding]:
    """Return what keeps texts from being printed; a draft may have gaps."""
    return [
        finding
        for finding in texts.findings
        if finding.is_error and not (order.draft and finding.code in GAPS)
    ]


def translation_beside(sources: Sources, article: Article, order: Order) -> LocaleTexts | None:
    """Read the translation beside a sheet's own; ``None`` where the original or nothing is."""
    name = order.second(article.language)
    return locale_texts(sources, article, name) if name not in ("", article.language) else None


def _offers(sources: Sources, article: Article, locale: str, order: Order) -> tuple[Offer, ...]:
    """Return the languages in which the article's handout can be had now.

    They are those whose catalogs have no gap and no fault, and whose sheet may call itself
    approved; the others too where proofs were asked for. A withdrawn sheet is never offered.
    """
    handout = replace(order, edition=editions()[HANDOUT], offered=(), draft=False)
    found = []
    for name in dict.fromkeys(order.named or (article.language, *order.offered)):
        texts = locale_texts(sources, article, name)
        if not texts.catalog or not texts.words or has_errors(texts.findings):
            continue
        standing = judge_text(sources, article, texts.catalog, texts.words, order.today)
        given = (sources, article, texts.catalog, texts.words)
        plan = as_words_allow(plan_sheet(*given, handout, standing))
        if any(withdrawal_of(plan, sources.withdrawn)):
            continue
        if plan.state == "approved" or order.proofs:
            address = plan.sheet_address
            found.append(
                Offer(
                    locale=plan.locale,
                    words=texts.words,
                    new_words=standing.new_words,
                    address=address,
                    state=plan.state,
                )
            )
    if missing := [one for one in order.named if one not in {it.locale.name for it in found}]:
        raise PolyleafError(_not_offered(article, locale, missing, order))
    if not found:
        raise PolyleafError(
            f"no sheet of {article.id} is approved for this region, so the notice would name no "
            "language: --proofs names those that are not approved, too"
        )
    return in_order(found, locale_named(locale))


def _not_offered(article: Article, locale: str, missing: Sequence[str], order: Order) -> str:
    """Say why a notice cannot name languages that it was asked to name, and what to type."""
    rest = [one for one in order.named if one not in missing]
    asked = words_of(order)
    own = "" if order.in_article_language else locale
    others = command_of(own, {**asked, "names": " ".join(rest)})
    ways = [f"to name the others alone: '{others}'"] if rest else []
    if order.proofs:
        state = "can be had"
        ways.insert(0, f"'polyleaf check {' '.join(missing)}' says why")
    else:
        state = "is approved"
        too = command_of(own, {**asked, "proofs": True, "approved": False})
        ways.append(f"to name what is only a proof, too: '{too}'")
    return f"no sheet of {article.id} {state} in {_listed(missing)}: {'; '.join(ways)}"


def _listed(names: Sequence[str]) -> str:
    return " and ".join(filter(None, [", ".join(names[:-1]), names[-1]]))


def _awaits(
    texts: Sequence[TextStanding],
    footings: Sequence[Footing],
    offers: Sequence[Offer],
    *,
    is_overdue: bool,
) -> tuple[str, ...]:
    """Return whom or what a sheet awaits before it may call itself approved."""
    awaited = {who for one in texts if is_overdue or not one.is_approved for who in _awaited(one)}
    services = () if all(one.is_sound for one in footings) else ("services",)
    # A notice that names a language in which nothing is approved awaits that text first of all.
    offered = () if all(one.state == "approved" for one in offers) else ("text",)
    return tuple(dict.fromkeys((*offered, *sorted(awaited), *services)))


def _awaited(standing: TextStanding) -> Iterator[str]:
    """Yield whom an unapproved text awaits: ``text`` for its clinician or editor, or ``reader``."""
    chief = {"clinician", "editor"}
    readers = [one for one in standing.lacks if not chief & set(one.split(" or "))]
    if readers:
        yield "reader"
    if not readers or len(readers) < len(standing.lacks):
        yield "text"


def _state(order: Order, locale: Locale, awaits: Sequence[str]) -> str:
    if is_pseudo(locale.name):
        return "test"
    return "draft" if order.draft else "proof" if awaits else "approved"


def footings_of(order: Order, locale: str) -> list[tuple[Region, Footing]]:
    """Return the footing of every record that the sheet of an order prints in a locale."""
    return footings_on_sheet(
        order.region,
        order.fallback,
        locale,
        order.today,
        order.edition,
        order.confirmed_within,
    )


def locales_of_names(order: Order, locale: Locale) -> dict[str, Locale]:
    """Return the languages of the names on a sheet that are not its own, by tag."""
    printed = printed_services(order.region, locale, edition=order.edition)
    tags = sorted({name.tag for name in printed.names} - {locale.tag})
    offered = {one.tag: one for one in map(locale_named, order.offered) if one.tag != locale.tag}
    return {tag: locale_named(tag.replace("-", "_")) for tag in tags} | offered


def images_of(article: Article, order: Order) -> Iterator[str]:
    """Yield the names of the pictures on a sheet, as articles and profiles write them."""
    yield from pictures_in(article)
    yield from logos_of(order)


def logos_of(order: Order) -> Iterator[str]:
    """Yield the names of the pictures that profiles bring."""
    yield from filter(None, (order.publisher.logo, order.clinic and order.clinic.logo))


def why_unapproved(plan: SheetPlan, order: Order) -> Iterator[Finding]:
    """Say what keeps a sheet from calling itself approved, where nothing less was asked for."""
    if plan.is_test:
        yield Finding(
            code="CAT025",
            severity=Severity.ERROR,
            path=plan.source.path,
            message=f"nobody can approve what {plan.locale.name} says: it only tests the layout",
            fix="print it without --approved",
            locale=plan.locale.name,
            article=plan.source.id,
        )
        return
    overdue = [*review_overdue(plan.source, order.today)]
    yield from (replace(one, severity=Severity.ERROR) for one in overdue)
    if not overdue:
        columns = (plan, plan.other_translation)
        yield from (one for column in columns if column for one in _who_lacks(column))
    yield from footing_findings(footings_of(order, plan.locale.name), approved=True)


def _who_lacks(plan: SheetPlan) -> Iterator[Finding]:
    """Name each role of the publisher's policy in which nobody has approved a text."""
    for roles in plan.lacks:
        role = roles.split(" or ")[0]
        yield Finding(
            code="CAT025",
            severity=Severity.ERROR,
            path=f"locales/{plan.locale.name}/approvals",
            message=f"no {roles} has approved these words of {plan.source.id}, and the publisher's "
            "policy asks for one; each role takes another person",
            fix=f'polyleaf approve {plan.locale.name} --role {role} --by "…"; or print a proof',
            locale=plan.locale.name,
            article=plan.source.id,
        )


def _letters_in_pictures(plan: SheetPlan) -> str:
    """Return what the sheet's pictures say, as often as each stands on it."""
    beside = {id(row.picture(0)) for row in _shared_pictures(plan)}
    own = _letters_of(plan, frozenset())
    return own + (_letters_of(plan.beside, beside) if plan.beside else "")


def _letters_of(plan: SheetPlan, elsewhere: Collection[int]) -> str:
    """Return what the pictures of one text say, but for those that stand on the sheet already."""
    times = Counter[str]()
    for block in plan.article.blocks():
        for inline in walk_inlines(block.content):
            if inline.kind == "image":
                times[inline.target] += id(inline) not in elsewhere
    return "".join(
        letters_in_picture(name, content) * times.get(name, 1)
        for name, content in plan.images.items()
    )


def _shared_pictures(plan: SheetPlan) -> list[Row]:
    """Return the pictures that stand once for the two languages of a sheet."""
    if not plan.beside:
        return []
    return [*shared_pictures(in_rows(plan.beside.article.body, plan.article.body))]


def rasters_of(plan: SheetPlan) -> Iterator[tuple[str, bytes]]:
    """Yield the pictures of a sheet that are of points, with their names."""
    for one in filter(None, (plan, plan.beside)):
        yield from ((name, content) for name, content in one.images.items() if is_raster(name))


def _links(plan: SheetPlan) -> Iterator[str]:
    """Yield where the links of a sheet's article lead, in each language that it is printed in."""
    for one in filter(None, (plan, plan.beside)):
        for article in (one.article, one.source):
            for block in article.blocks():
                yield from (it.target for it in walk_inlines(block.content) if it.kind == "link")


def _alternatives(plan: SheetPlan) -> Iterator[str]:
    """Yield what the article's pictures are for those who hear a sheet."""
    shared = _shared_pictures(plan)
    yield from (row.both[0].text for row in shared)
    told = {id(row.picture(side)) for row in shared for side in (0, 1)}
    for one in filter(None, (plan, plan.beside)):
        for block in one.article.blocks():
            pictures = (it for it in walk_inlines(block.content) if it.kind == "image")
            yield from (it.text for it in pictures if id(it) not in told)


def judged_by(plan: SheetPlan, composition: Composition, name: str) -> Sheet:
    """Return what a finished sheet is judged against."""
    return Sheet(
        path=name,
        locale=plan.locale.name,
        article=plan.source.id,
        source_path=plan.source.path,
        families=plan.families,
        smallest_type=plan.edition.smallest_on_sheet,
        expected=composition.expected,
        passages=composition.passages,
        layouts=tuple(form.layout for form in composition.forms),
        gutter=gutter(plan),
        pictured=_letters_in_pictures(plan),
        has_pictures=bool(plan.images),
        taps=composition.taps,
        links=frozenset(_links(plan)),
        heard=Heard(
            language=plan.locale.tag,
            title=plain_title(plan),
            alternatives=tuple(_alternatives(plan)),
        ),
    )
