"""One sheet: read, check, compose, typeset, verify, and only then a name in ``build/``."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.compose.plan import SheetPlan
from pipeline.compose.sheet import compose
from pipeline.project import Project
from pipeline.project.sources import GAPS, Sources, locale_texts
from pipeline.publish import shelf
from pipeline.publish.inputs import inputs_of, made_from
from pipeline.publish.order import Order
from pipeline.publish.plan import judged_by, plan_sheet, why_unapproved
from pipeline.publish.press import Finished, Job
from pipeline.typeset.fonts import font_set
from pipeline.values.article import Article
from pipeline.values.finding import Finding, has_errors
from pipeline.vouch.standing import judge_text, review_overdue
from pipeline.vouch.withdrawal import withdrawal_of


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
        pages = shelf.files_of(self.path)["pages"]
        return (pages,) if pages.exists() else ()


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
    project, path = sources.project, shelf.sheet_path(sources.project, article, locale, order)
    inputs = inputs_of(project, article, locale, order, fonts_folder)
    record = {} if order.force else shelf.recorded(path)
    if record.get("inputs") == inputs:
        return Result(path=path, pages=0, findings=(), unchanged=True)
    texts = locale_texts(sources, article, locale)
    blocking = [
        finding
        for finding in texts.findings
        if finding.is_error and not (order.draft and finding.code in GAPS)
    ]
    if blocking or not texts.catalog or not texts.words:
        shelf.remove_earlier(project, article.id, locale)
        return Result(path=path, pages=0, findings=texts.findings)
    standing = judge_text(sources, article, texts.catalog, texts.words, order.today)
    plan = plan_sheet(sources, article, texts.catalog, texts.words, order, standing)
    withdrawn = list(withdrawal_of(plan, sources.withdrawn))
    if withdrawn:
        shelf.remove_earlier(project, article.id, locale)
        return Result(path=path, pages=0, findings=[*texts.findings, *withdrawn])
    if order.approved and plan.state != "approved":
        shelf.remove(path)
        refusal = [*standing.findings, *why_unapproved(plan, order)]
        return Result(path=path, pages=0, findings=[*texts.findings, *refusal])
    composition = compose(plan)
    job = Job(
        html=composition.html,
        smaller=composition.smaller,
        fonts=font_set(plan.families, fonts_folder),
        judged=judged_by(plan, composition, project.name(path)),
    )
    made = made_from(job)
    if record.get("made_from") == made:
        # Something changed that this sheet does not show: from now on it is known for the same.
        shelf.remember(path, record, inputs)
        return Result(path=path, pages=0, findings=(), unchanged=True)
    return Prepared(
        plan=plan,
        path=path,
        job=job,
        made_from=made,
        inputs=inputs,
        findings=[*standing.findings, *review_overdue(article, order.today)],
    )


def finish_sheet(project: Project, prepared: Prepared, finished: Finished) -> Result:
    """Give a sheet its name in ``build/``, or refuse it and take away what was there of it."""
    plan, path = prepared.plan, prepared.path
    if has_errors(finished.findings):
        shelf.remove_earlier(project, plan.source.id, plan.locale.name, plan.edition.name)
        return Result(path=path, pages=0, findings=finished.findings)
    contents = {"html": finished.html.encode(), "pages": finished.pages_pdf, "pdf": finished.pdf}
    contents = {name: content for name, content in contents.items() if content}
    record = shelf.manifest(
        plan, prepared.job.fonts, inputs=prepared.inputs, made_from=prepared.made_from
    )
    shelf.put(path, contents, record)
    findings = [*prepared.findings, *finished.findings]
    return Result(path=path, pages=finished.pages, findings=findings)
