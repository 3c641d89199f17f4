"""One sheet: plan, check, compose, typeset, verify, and only then a name in ``build/``."""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from pipeline import __version__
from pipeline.check.services import clinic_faults, lint_region
from pipeline.check.withdrawn import NO_REGION
from pipeline.compose.plan import SheetPlan
from pipeline.compose.services import printed_address, printed_services
from pipeline.compose.sheet import compose, editions
from pipeline.project.disk import Project, remove_files, write_files
from pipeline.project.sources import GAPS, Sources, locale_texts
from pipeline.publish.inputs import fingerprint
from pipeline.publish.press import Finished, Job
from pipeline.records.typography import citation_form, is_pseudo, locale_named, parents_of
from pipeline.translate.article import translate_article
from pipeline.typeset.engine import library_versions
from pipeline.typeset.fonts import font_set
from pipeline.values.article import Article, walk_inlines
from pipeline.values.errors import PolyleafError
from pipeline.values.finding import Finding, Severity, has_errors
from pipeline.values.locale import Locale
from pipeline.values.message import Catalog
from pipeline.values.publisher import Clinic, Publisher
from pipeline.values.region import FALLBACK, Region
from pipeline.values.sheet import Composition, Edition, Layout
from pipeline.verify.sheet import Sheet
from pipeline.vouch.standing import (
    TextStanding,
    footing_findings,
    footings_on_sheet,
    judge_text,
    review_overdue,
)
from pipeline.vouch.withdrawal import withdrawal_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What was asked for, the same for every locale."""

    publisher: Publisher
    clinic: Clinic | None
    region: Region | None
    fallback: Region | None
    """Where a sheet that can name no service sends its reader."""
    edition: Edition
    paper: str
    paper_forced: bool
    draft: bool
    today: date
    """The day on which ages of records are counted."""
    approved: bool = False
    """Whether to refuse every sheet that may not call itself approved."""
    force: bool = False
    """Whether to build again what is already built from the same."""


def make_order(
    project: Project,
    *,
    region: str,
    clinic: str,
    paper: str,
    edition: str,
    draft: bool,
    today: date,
    approved: bool = False,
    force: bool = False,
) -> tuple[Order | None, list[Finding]]:
    """Settle what is asked for: the command's word, else the clinic's, else the publisher's.

    Empty words were not said. The order is ``None`` where a finding is an error.
    """
    if draft and approved:
        raise PolyleafError("a draft is never approved: ask for one or the other")
    known = editions()
    if edition not in known:
        raise PolyleafError(
            f"unknown edition '{edition}'; known: {' '.join(sorted(known))}, or all; several are "
            "separated by spaces"
        )
    if paper and paper not in known[edition].papers:
        papers = " ".join(known[edition].papers)
        raise PolyleafError(f"unknown paper '{paper}' for the {edition}; known: {papers}")
    profile, findings = project.clinic(clinic) if clinic else (None, [])
    publisher, found = project.publisher()
    findings += found
    code = region or (profile and profile.region) or (publisher.region if publisher else "")
    named = code and code not in (NO_REGION, FALLBACK)
    record, found = project.region(code) if named else (None, [])
    findings += found
    has_fallback = FALLBACK in project.region_codes()
    fallback, found = project.region(FALLBACK) if has_fallback else (None, [])
    findings += found
    for one in (record, fallback):
        findings += [fault for fault in lint_region(one) if fault.is_error] if one else []
    if record and profile:
        findings += clinic_faults(profile, [record])
    if has_errors(findings) or not publisher:
        return None, findings
    has_service = record and any(service.printed_ways for service in record.services)
    if not has_service and not _finder(fallback):
        findings.append(_no_finder())
    chosen = paper or (profile and profile.paper) or publisher.paper
    order = Order(
        publisher=publisher,
        clinic=profile,
        region=record,
        fallback=fallback,
        edition=known[edition],
        paper=chosen or (record.paper if record else "a4"),
        paper_forced=bool(paper),
        draft=draft,
        today=today,
        approved=approved,
        force=force,
    )
    return (None if has_errors(findings) else order), findings


def _finder(fallback: Region | None) -> str:
    """Return the address where a reader can look for a service, empty where none is on record."""
    ways = fallback.services[0].printed_ways if fallback and fallback.services else ()
    return next((way.address for way in ways if way.address), "")


def _no_finder() -> Finding:
    return Finding(
        code="SVC001",
        severity=Severity.ERROR,
        path=f"source/regions/{FALLBACK}.toml",
        message="this sheet can name no crisis service, and no address to look for one is known",
        fix='write the file with a service whose way is of kind = "web"; '
        "docs/regions-and-clinics.md says how",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What became of one sheet."""

    path: Path
    pages: int
    """0 where the sheet was refused."""
    findings: Sequence[Finding]
    unchanged: bool = False
    """Whether the sheet was there already, made from the same."""

    @property
    def beside(self) -> tuple[Path, ...]:
        """The file of single pages that a folded sheet has beside it."""
        pages = _files_of(self.path)["pages"]
        return (pages,) if pages.exists() else ()


def makes_sense(article: Article, locale: str, edition: Edition) -> bool:
    """Say whether an article has an edition in a locale: nothing stands beside itself."""
    return not edition.side_by_side or locale != article.language


def sheet_path(project: Project, article: Article, locale: str, order: Order) -> Path:
    """Return the place of a sheet's PDF."""
    parts = [article.id, order.edition.name, locale]
    parts.append(order.region.code if order.region else NO_REGION)
    parts += [order.paper] if order.paper_forced else []
    parts += [order.clinic.id] if order.clinic else []
    parts += ["draft"] if order.draft else []
    return project.build / locale / f"{'-'.join(parts)}.pdf"


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """A sheet that is composed but not yet on paper."""

    plan: SheetPlan
    path: Path
    job: Job
    made_from: str
    """A hash of all that decides the sheet's bytes and whether it is accepted."""
    inputs: str
    """A hash of all that those are worked out from."""
    findings: Sequence[Finding] = ()
    """What is wrong with approvals and credits; it keeps no proof from being printed."""


def prepare_sheet(
    sources: Sources, article: Article, locale: str, order: Order, fonts_folder: Path
) -> Prepared | Result:
    """Check and compose one sheet; what is refused here is a result already.

    A `PolyleafError` says that the sheet could not be made at all.
    """
    project, path = sources.project, sheet_path(sources.project, article, locale, order)
    inputs = _inputs(project, article, locale, order, fonts_folder)
    record = {} if order.force else _recorded(path)
    if record.get("inputs") == inputs:
        return Result(path=path, pages=0, findings=(), unchanged=True)
    texts = locale_texts(sources, article, locale)
    blocking = [
        finding
        for finding in texts.findings
        if finding.is_error and not (order.draft and finding.code in GAPS)
    ]
    if blocking or not texts.catalog or not texts.words:
        remove_earlier(project, article.id, locale)
        return Result(path=path, pages=0, findings=texts.findings)
    standing = judge_text(sources, article, texts.catalog, texts.words, order.today)
    plan = plan_sheet(sources, article, texts.catalog, texts.words, order, standing)
    withdrawn = list(withdrawal_of(plan, sources.withdrawn))
    if withdrawn:
        remove_earlier(project, article.id, locale)
        return Result(path=path, pages=0, findings=[*texts.findings, *withdrawn])
    if order.approved and plan.state != "approved":
        remove_files(_files_of(path).values())
        refusal = [*standing.findings, *_unapproved(plan, order)]
        return Result(path=path, pages=0, findings=[*texts.findings, *refusal])
    composition = compose(plan)
    job = Job(
        html=composition.html,
        smaller=composition.smaller,
        fonts=font_set(plan.families, fonts_folder),
        judged=judged_by(plan, composition, project.name(path)),
    )
    made_from = _made_from(job)
    if record.get("made_from") == made_from:
        # Something changed that this sheet does not show: from now on it is known for the same.
        write_files({_files_of(path)["manifest"]: _as_json({**record, "inputs": inputs})})
        return Result(path=path, pages=0, findings=(), unchanged=True)
    return Prepared(
        plan=plan,
        path=path,
        job=job,
        made_from=made_from,
        inputs=inputs,
        findings=[*standing.findings, *review_overdue(article, order.today)],
    )


def _inputs(
    project: Project, article: Article, locale: str, order: Order, fonts_folder: Path
) -> str:
    own = locale_named(locale)
    locales = (own, *_names(order, own).values())
    families = [family for one in locales for family in one.typography.families]
    fonts = font_set(families, fonts_folder)
    options = (
        article.id,
        order.edition,
        order.paper,
        order.region and order.region.code,
        order.clinic and order.clinic.id,
        order.draft,
        order.approved,
        order.today <= article.review_by,
        [
            one.on <= order.today
            for name in (locale, *parents_of(locale))
            for one in project.approvals(name)[0]
        ],
        [
            (one.name, one.is_sound)
            for _, one in footings_on_sheet(order.region, order.fallback, locale, order.today)
        ],
        [font.sha256 for font in fonts.files],
        library_versions(),
    )
    return fingerprint(project, locale, options)


def _made_from(job: Job) -> str:
    """Return a hash of all that decides a sheet's bytes and whether it is accepted."""
    parts = {
        "html": [job.html, *job.smaller],
        "judged": repr(job.judged),
        "fonts": [font.sha256 for font in job.fonts.files],
        "libraries": library_versions(),
        "polyleaf": __version__,
    }
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()


def _recorded(path: Path) -> dict[str, Any]:
    """Return the manifest of a sheet whose files are still as they were written, else nothing."""
    files = _files_of(path)
    try:
        record = json.loads(files["manifest"].read_bytes())
        is_same = all(
            hashlib.sha256(files[name].read_bytes()).hexdigest() == digest
            for name, digest in record["sha256"].items()
        )
        return dict(record) if is_same and "pdf" in record["sha256"] else {}
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return {}


def finish_sheet(project: Project, prepared: Prepared, finished: Finished) -> Result:
    """Give a sheet its name in ``build/``, or refuse it and take away what was there of it."""
    plan, path = prepared.plan, prepared.path
    if has_errors(finished.findings):
        remove_earlier(project, plan.source.id, plan.locale.name, plan.edition.name)
        return Result(path=path, pages=0, findings=finished.findings)
    files = _files_of(path)
    contents = {"html": finished.html.encode(), "pages": finished.pages_pdf, "pdf": finished.pdf}
    contents = {name: content for name, content in contents.items() if content}
    manifest = _manifest(prepared, contents)
    write_files(
        {files["manifest"]: manifest} | {files[name]: part for name, part in contents.items()}
    )
    findings = [*prepared.findings, *finished.findings]
    return Result(path=path, pages=finished.pages, findings=findings)


def plan_sheet(
    sources: Sources,
    article: Article,
    catalog: Catalog,
    words: Catalog,
    order: Order,
    standing: TextStanding,
) -> SheetPlan:
    """Put together everything that decides what stands on a sheet."""
    local, _ = translate_article(article, catalog)
    locale = locale_named(catalog.locale)
    footings = [
        one for _, one in footings_on_sheet(order.region, order.fallback, locale.name, order.today)
    ]
    sound = all(one.is_sound for one in footings)
    approved = standing.is_approved and order.today <= article.review_by
    awaits = (*(() if approved else ("text",)), *(() if sound else ("services",)))
    edition = order.edition
    return SheetPlan(
        source=article.laid_out(edition.leaves_out),
        article=local.laid_out(edition.leaves_out),
        is_shortened=len([*article.laid_out(edition.leaves_out).blocks()])
        < len([*article.laid_out().blocks()]),
        locale=locale,
        words=words,
        region=order.region,
        publisher=order.publisher,
        clinic=order.clinic,
        references=sources.references,
        citation_form=citation_form(catalog.locale),
        edition=edition,
        paper=order.paper,
        sheet_address=_sheet_address(article, locale, order),
        beside=_beside(sources, article, order, standing) if edition.side_by_side else None,
        state=_state(order, locale, awaits),
        awaits=awaits,
        translation=standing.wording.mark if locale.name != article.language else "",
        approvals=() if order.draft else standing.approvals,
        translators=standing.translators,
        records=tuple(
            (one.name, one.record.digest[:8], one.confirmed.on.isoformat() if one.confirmed else "")
            for one in footings
        ),
        finder=printed_address(_finder(order.fallback)),
        names=_names(order, locale),
        images={name: sources.project.image(name) for name in _images(article, order)},
    )


def _sheet_address(article: Article, locale: Locale, order: Order) -> str:
    """Return where this sheet lies on the web: the clinic's word, else the publisher's."""
    address = (order.clinic and order.clinic.sheet_address) or order.publisher.sheet_address
    return (
        address.replace("{article}", article.id)
        .replace("{locale}", locale.tag)
        .replace("{region}", order.region.code if order.region else NO_REGION)
        .replace("{edition}", order.edition.name)
    )


def _beside(sources: Sources, article: Article, order: Order, standing: TextStanding) -> SheetPlan:
    """Plan the same sheet in the article's own language."""
    texts = locale_texts(sources, article, article.language)
    if not texts.catalog or not texts.words or has_errors(texts.findings):
        raise PolyleafError(
            f"the sheet's own words in '{article.language}' are not complete: "
            f"polyleaf check {article.language}"
        )
    alone = replace(order, edition=replace(order.edition, side_by_side=False))
    return plan_sheet(sources, article, texts.catalog, texts.words, alone, standing)


def _state(order: Order, locale: Locale, awaits: Sequence[str]) -> str:
    if is_pseudo(locale.name):
        return "test"
    return "draft" if order.draft else "proof" if awaits else "approved"


def _names(order: Order, locale: Locale) -> dict[str, Locale]:
    """Return the languages of the names on a sheet that are not its own, by tag."""
    printed = printed_services(order.region, locale)
    tags = sorted({name.tag for name in printed.names} - {locale.tag})
    return {tag: locale_named(tag.replace("-", "_")) for tag in tags}


def _unapproved(plan: SheetPlan, order: Order) -> Iterator[Finding]:
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
    if "text" in plan.awaits and not overdue:
        who = "a clinician" if plan.is_translation else "a clinician or an editor"
        role = "clinician" if plan.is_translation else "editor"
        yield Finding(
            code="CAT025",
            severity=Severity.ERROR,
            path=f"locales/{plan.locale.name}/approvals",
            message=f"{who} has not approved these words of {plan.source.id}",
            fix=f"polyleaf approve {plan.locale.name} --role {role} --by NAME; or print a proof",
            locale=plan.locale.name,
            article=plan.source.id,
        )
    footings = footings_on_sheet(order.region, order.fallback, plan.locale.name, order.today)
    yield from footing_findings(footings, approved=True)


def judged_by(plan: SheetPlan, composition: Composition, name: str) -> Sheet:
    """Return what a finished sheet is judged against."""
    return Sheet(
        path=name,
        locale=plan.locale.name,
        article=plan.source.id,
        source_path=plan.source.path,
        families=plan.families,
        smallest_type=plan.edition.smallest_type,
        expected=composition.expected,
        layout=layout_of(plan),
        columns=2 if plan.beside else 1,
        has_pictures=bool(plan.images),
    )


def layout_of(plan: SheetPlan) -> Layout:
    """Return how a sheet's pages become printed sides."""
    return Layout(
        paper=plan.paper,
        folding=plan.edition.folding,
        rtl=plan.locale.rtl,
        duplex=plan.edition.duplex,
        panels=plan.edition.panels,
    )


def _images(article: Article, order: Order) -> Iterator[str]:
    for block in article.blocks():
        for inline in walk_inlines(block.content):
            if inline.kind == "image":
                yield inline.target
    if order.clinic and order.clinic.logo:
        yield order.clinic.logo


def _files_of(path: Path) -> dict[str, Path]:
    """Return all files of a sheet by what they are; only a folded one has its single pages."""
    return {
        "pdf": path,
        "pages": path.with_name(f"{path.stem}{PAGES}.pdf"),
        "html": path.with_suffix(".html"),
        "manifest": path.with_suffix(".json"),
    }


PAGES = "-pages"
"""Ends the name of a folded sheet's file with single pages in reading order."""


def remove_earlier(project: Project, article: str, locale: str, edition: str = "") -> None:
    """Remove the sheets of an article in a locale, in all editions or one: none is current."""
    for name in [edition] if edition else editions():
        for pdf in (project.build / locale).glob(f"{article}-{name}-{locale}-*.pdf"):
            remove_files(_files_of(pdf).values())


def _manifest(prepared: Prepared, contents: Mapping[str, bytes]) -> bytes:
    """Write down what a sheet was made from: with the same of it, the bytes are the same."""
    plan, fonts = prepared.plan, prepared.job.fonts
    record = {
        "inputs": prepared.inputs,
        "made_from": prepared.made_from,
        "article": plan.source.id,
        "version": plan.source.version,
        "revision": plan.source.revision,
        "locale": plan.locale.name,
        "region": plan.region.code if plan.region else NO_REGION,
        "edition": plan.edition.name,
        "paper": plan.paper,
        "clinic": plan.clinic.id if plan.clinic else "",
        "state": plan.state,
        "translation": plan.translation,
        "services": [list(record) for record in plan.records],
        "polyleaf": __version__,
        "libraries": library_versions(),
        "fonts": [{"family": f.family, "style": f.style, "sha256": f.sha256} for f in fonts.files],
        "sha256": {name: hashlib.sha256(part).hexdigest() for name, part in contents.items()},
    }
    return _as_json(record)


def _as_json(record: dict[str, Any]) -> bytes:
    return (json.dumps(record, ensure_ascii=False, indent=1) + "\n").encode()
