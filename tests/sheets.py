"""Sheets for tests: the project's own article composed, typeset and judged step by step."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import TypedDict, Unpack

import pytest

from pipeline.compose.plan import SheetPlan
from pipeline.compose.sheet import compose, editions
from pipeline.project import Project
from pipeline.project.sources import locale_texts, read_sources
from pipeline.publish.plan import judged_by, plan_sheet
from pipeline.typeset import engine
from pipeline.typeset.engine import Typeset
from pipeline.typeset.fonts import FontSet, font_set
from pipeline.values.finding import Finding
from pipeline.values.sheet import Composition, Layout
from pipeline.verify.screen import verify_page
from pipeline.vouch.standing import judge_text
from tests.copies import copy_project, shorten
from tests.once import typeset, typeset_again, verify
from tests.orders import order_of

TODAY = date(2026, 11, 23)
"""The day on which tests count the ages of records."""

ROOT = Path(__file__).parent.parent

FEW = (("es", "US", "handout"),)
"""Locale, region and edition of the sheet that `make test` looks at."""

EACH_FORM = [
    pytest.param(*one, marks=() if one in FEW else pytest.mark.exhaustive)
    for one in (
        (locale, region, edition)
        for locale, region in (("es", "US"), ("ar", "GB"), ("hi", "IN"))
        for edition in sorted(editions())
    )
]
"""The same of each edition: for what holds of every sheet, whatever its form and script."""


@dataclass(frozen=True)
class Composed:
    """A sheet before it is typeset, with everything that led to it."""

    plan: SheetPlan
    composition: Composition
    fonts: FontSet

    def judge(self, pdf: bytes) -> tuple[Finding, ...]:
        """Verify bytes as if they were this sheet."""
        return verify(pdf, judged_by(self.plan, self.composition, "build/sheet.pdf"))

    def judge_web(self, html: str) -> tuple[Finding, ...]:
        """Verify a web page as if it were this sheet's."""
        return verify_page(html, judged_by(self.plan, self.composition, "build/sheet.pdf"))

    def again(self, old: str, new: str, count: int = 1) -> bytes:
        """Typeset the sheet with a piece of its HTML changed; a flat one as it is composed."""
        html, forms = self.composition.html, self.composition.forms
        assert old in html, f"the sheet's HTML has no {old!r}"
        html = html.replace(old, new, count)
        is_flat = not (forms[0].sizes or forms[0].layout.folding)
        return typeset(
            html, self.fonts, "build/sheet.pdf", (engine.UNFOLDED,) if is_flat else forms
        ).pdf


@dataclass(frozen=True)
class Printed(Composed):
    """A finished sheet with everything that led to it."""

    pdf: bytes
    pages_pdf: bytes = b""
    """Of a folded sheet, its pages one by one."""
    layout: Layout = engine.UNFOLDED.layout
    """How its pages lie on paper."""
    findings: tuple[Finding, ...] = ()
    """What the typesetter had to say."""

    def set_again(self) -> Typeset:
        """Typeset the same sheet once more."""
        forms = self.composition.forms
        return typeset_again(self.composition.html, self.fonts, "build/sheet.pdf", forms)


class Asked(TypedDict, total=False):
    """What may be asked of a sheet beside its language and region."""

    clinic: str
    edition: str
    paper: str
    beside: str


@cache
def composed(
    locale: str, region: str, folder: Path, *, root: Path = ROOT, **asked: Unpack[Asked]
) -> Composed:
    """Compose a sheet of the project; ``folder`` holds the font configuration.

    A notice names all languages, approved or not.
    """
    sources = read_sources(Project.at(root))
    article = sources.articles[0]
    order = order_of(sources.project, region=region, **asked, today=TODAY, proofs=True)
    texts = locale_texts(sources, article, locale)
    assert texts.catalog
    assert texts.words
    assert not texts.findings
    standing = judge_text(sources, article, texts.catalog, texts.words, TODAY)
    plan = plan_sheet(sources, article, texts.catalog, texts.words, order, standing)
    return Composed(plan, compose(plan), font_set(plan.families, folder))


def gutter_of(pdf: Path) -> float:
    """Return where the second column of a bilingual sheet begins, as its web page is told."""
    found = re.search(r"--gutter: ([0-9.]+);", pdf.with_suffix(".html").read_text("utf-8"))
    assert found, f"{pdf.name} has one column"
    return float(found[1])


@cache
def printed(
    locale: str, region: str, folder: Path, *, root: Path = ROOT, **asked: Unpack[Asked]
) -> Printed:
    """Build a sheet of the project in memory, as `composed` composes it."""
    sheet = composed(locale, region, folder, root=root, **asked)
    html, forms = sheet.composition.html, sheet.composition.forms
    made = typeset(html, sheet.fonts, "build/sheet.pdf", forms)
    return Printed(
        plan=sheet.plan,
        composition=sheet.composition,
        fonts=sheet.fonts,
        pdf=made.pdf,
        pages_pdf=made.pages_pdf,
        layout=made.layout,
        findings=made.findings,
    )


HANDOUT = "handout"
"""The edition for whose sheets the shortest article is enough."""


def shortened(folder: Path, edition: str = HANDOUT) -> Path:
    """Copy the project with a short article, and with all languages whose sheets are looked at.

    A handout has the shortest; other forms have one that fills their panels.
    """
    return _shortened(folder, folds=False) if edition == HANDOUT else foldable(folder)


def foldable(folder: Path) -> Path:
    """Copy it with an article that is a little longer, and cites five works."""
    return _shortened(folder, folds=True)


@cache
def _shortened(folder: Path, *, folds: bool) -> Path:
    root = folder / ("foldable" if folds else "shortened")
    root.mkdir()
    copy_project(root, ("ar", "es", "hi"))
    shorten(root, folds=folds)
    return root
