"""Sheets for tests: the project's own article composed, typeset and judged step by step."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from pipeline.compose.plan import SheetPlan
from pipeline.compose.sheet import compose
from pipeline.project import Project
from pipeline.project.sources import locale_texts, read_sources
from pipeline.publish.order import make_order
from pipeline.publish.plan import judged_by, plan_sheet
from pipeline.typeset import engine
from pipeline.typeset.engine import Typeset
from pipeline.typeset.fonts import FontSet, font_set
from pipeline.values.finding import Finding
from pipeline.values.sheet import Composition, Layout
from pipeline.verify.screen import verify_page
from pipeline.vouch.standing import judge_text
from tests.once import typeset, typeset_again, verify

TODAY = date(2026, 11, 23)
"""The day on which tests count the ages of records."""

ROOT = Path(__file__).parent.parent


@dataclass(frozen=True)
class Printed:
    """A sheet with everything that led to it."""

    plan: SheetPlan
    composition: Composition
    fonts: FontSet
    pdf: bytes
    pages_pdf: bytes = b""
    """Of a folded sheet, its pages one by one."""
    layout: Layout = engine.UNFOLDED.layout
    """How its pages lie on paper."""

    def judge(self, pdf: bytes) -> tuple[Finding, ...]:
        """Verify other bytes as if they were this sheet."""
        return verify(pdf, judged_by(self.plan, self.composition, "build/sheet.pdf"))

    def judge_web(self, html: str) -> tuple[Finding, ...]:
        """Verify a web page as if it were this sheet's."""
        return verify_page(html, judged_by(self.plan, self.composition, "build/sheet.pdf"))

    def again(self, old: str, new: str, count: int = 1) -> bytes:
        """Typeset the sheet with a piece of its HTML changed."""
        html = self.composition.html
        assert old in html, f"the sheet's HTML has no {old!r}"
        return _set(html.replace(old, new, count), self.composition, self.fonts).pdf

    def set_again(self) -> Typeset:
        """Typeset the same sheet once more."""
        forms = self.composition.forms
        return typeset_again(self.composition.html, self.fonts, "build/sheet.pdf", forms)


def _set(html: str, composition: Composition, fonts: FontSet) -> Typeset:
    return typeset(html, fonts, "build/sheet.pdf", composition.forms)


@cache
def printed(
    locale: str,
    region: str,
    folder: Path,
    *,
    clinic: str = "",
    edition: str = "handout",
    paper: str = "",
    root: Path = ROOT,
) -> Printed:
    """Build a sheet of the project in memory; ``folder`` holds the font configuration.

    A notice names all languages, approved or not.
    """
    sources = read_sources(Project.at(root))
    article = sources.articles[0]
    order, findings = make_order(
        sources.project,
        region=region,
        clinic=clinic,
        paper=paper,
        edition=edition,
        draft=False,
        today=TODAY,
        proofs=True,
    )
    assert order, findings
    texts = locale_texts(sources, article, locale)
    assert texts.catalog
    assert texts.words
    assert not texts.findings
    standing = judge_text(sources, article, texts.catalog, texts.words, TODAY)
    plan = plan_sheet(sources, article, texts.catalog, texts.words, order, standing)
    fonts = font_set(plan.families, folder)
    composition = compose(plan)
    made = _set(composition.html, composition, fonts)
    return Printed(plan, composition, fonts, made.pdf, made.pages_pdf, made.layout)
