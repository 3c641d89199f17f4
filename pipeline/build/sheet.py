"""One sheet: plan, check, compose, typeset, verify, and only then a name in ``build/``."""

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from pipeline import __version__
from pipeline.build.inputs import fingerprint
from pipeline.build.press import Finished, Job
from pipeline.build.sources import GAPS, Sources, locale_texts
from pipeline.build.standing import (
    TextStanding,
    footing_findings,
    footings_on_sheet,
    judge_text,
    review_overdue,
)
from pipeline.build.withdrawal import withdrawal_of
from pipeline.check.services import clinic_faults, lint_region
from pipeline.check.withdrawn import NO_REGION
from pipeline.compose.plan import SheetPlan
from pipeline.compose.services import printed_address, printed_services
from pipeline.compose.sheet import compose, editions
from pipeline.project import Project, remove_files, write_files
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
from pipeline.values.sheet import Composition, Edition
from pipeline.verify.sheet import Sheet


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
        raise PolyleafError(f"unknown edition '{edition}'; known: {' '.join(sorted(known))}")
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
        remove_files(_files_of(path))
        refusal = [*standing.findings, *_unapproved(plan, order)]
        return Result(path=path, pages=0, findings=[*texts.findings, *refusal])
    composition = compose(plan)
    job = Job(
        html=composition.html,
        fonts=font_set(plan.families, fonts_folder),
        judged=judged_by(plan, composition, project.name(path)),
    )
    made_from = _made_from(job)
    if record.get("made_from") == made_from:
        # Something changed that this sheet does not show: from now on it is known for the same.
        write_files({_files_of(path)[2]: _as_json({**record, "inputs": inputs})})
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
        "html": job.html,
        "judged": repr(job.judged),
        "fonts": [font.sha256 for font in job.fonts.files],
        "libraries": library_versions(),
        "polyleaf": __version__,
    }
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()


def _recorded(path: Path) -> dict[str, Any]:
    """Return the manifest of a sheet whose files are still as they were written, else nothing."""
    try:
        pdf, html, manifest = (file.read_bytes() for file in _files_of(path))
        record = json.loads(manifest)
        hashes = {name: hashlib.sha256(part).hexdigest() for name, part in _named(pdf, html)}
        return dict(record) if record["sha256"] == hashes else {}
    except (OSError, ValueError, LookupError, TypeError):
        return {}


def _named(pdf: bytes, html: bytes) -> tuple[tuple[str, bytes], tuple[str, bytes]]:
    return ("html", html), ("pdf", pdf)


def finish_sheet(project: Project, prepared: Prepared, finished: Finished) -> Result:
    """Give a sheet its name in ``build/``, or refuse it and take away what was there of it."""
    plan, path = prepared.plan, prepared.path
    if has_errors(finished.findings):
        remove_earlier(project, plan.source.id, plan.locale.name)
        return Result(path=path, pages=0, findings=finished.findings)
    html = prepared.job.html.encode()
    pdf_file, html_file, manifest_file = _files_of(path)
    manifest = _manifest(prepared, finished, html)
    write_files({html_file: html, manifest_file: manifest, pdf_file: finished.pdf})
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
    return SheetPlan(
        source=article,
        article=local,
        locale=locale,
        words=words,
        region=order.region,
        publisher=order.publisher,
        clinic=order.clinic,
        references=sources.references,
        citation_form=citation_form(catalog.locale),
        edition=order.edition,
        paper=order.paper,
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
    )


def _images(article: Article, order: Order) -> Iterator[str]:
    for block in article.blocks():
        for inline in walk_inlines(block.content):
            if inline.kind == "image":
                yield inline.target
    if order.clinic and order.clinic.logo:
        yield order.clinic.logo


def _files_of(path: Path) -> tuple[Path, Path, Path]:
    return path, path.with_suffix(".html"), path.with_suffix(".json")


def remove_earlier(project: Project, article: str, locale: str) -> None:
    """Remove every sheet of an article in a locale: none is current once it is refused."""
    for edition in editions():
        for pdf in (project.build / locale).glob(f"{article}-{edition}-{locale}-*.pdf"):
            remove_files(_files_of(pdf))


def _manifest(prepared: Prepared, finished: Finished, html: bytes) -> bytes:
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
        "sha256": {
            name: hashlib.sha256(part).hexdigest() for name, part in _named(finished.pdf, html)
        },
    }
    return _as_json(record)


def _as_json(record: dict[str, Any]) -> bytes:
    return (json.dumps(record, ensure_ascii=False, indent=1) + "\n").encode()
