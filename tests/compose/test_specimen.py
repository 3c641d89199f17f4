"""The specimen shows the design as the stylesheets have it."""

import re

import pytest

from pipeline.compose.sheet import editions
from pipeline.compose.specimen import specimen
from pipeline.compose.style import HEAD_CONTRAST, LEAST_CONTRAST, colours
from pipeline.values.colour import contrast
from tests.conftest import ROOT


def test_the_scale_is_that_of_the_stylesheet() -> None:
    css = (ROOT / "pipeline/compose/templates/sheet.css").read_text(encoding="utf-8")
    steps = [float(step) for step in re.findall(r"--step-\d: ([\d.]+)em", css)]
    html = specimen(editions()["handout"], "letter", "#1f4e5f")
    for step in steps[:3]:
        assert f"{12 * step:.1f} pt" in html


@pytest.mark.parametrize("accent", ["#1f4e5f", "#3f5d2a", "#8a1538", "#767676"])
def test_ink_reads_on_tint_and_on_white(accent: str) -> None:
    made = colours(accent)
    assert contrast(made["ink"], made["tint"]) >= LEAST_CONTRAST
    assert contrast(made["ink"]) >= LEAST_CONTRAST
    assert f"{contrast('#ffffff', made['ink']):.1f} : 1" in specimen(
        editions()["handout"], "a4", accent
    )


@pytest.mark.parametrize("accent", ["#1f4e5f", "#3f5d2a", "#8a1538", "#767676", "#ff9900"])
def test_heads_are_dark_whatever_the_accent(accent: str) -> None:
    heads = colours(accent)["head-ink"]
    assert contrast(heads) >= HEAD_CONTRAST
    assert f"{contrast(heads):.1f} : 1" in specimen(editions()["handout"], "a4", accent)
    for name in editions():
        css = (ROOT / f"pipeline/compose/editions/{name}/style.css").read_text(encoding="utf-8")
        for selector, rule in re.findall(
            r"^([^@{}]*\bh[1-3]\b[^{}]*)\{([^{}]*)\}", css, re.MULTILINE
        ):
            assert not re.search(r"(?<!-)color: var\(--ink\)", rule), selector


def test_every_part_of_an_article_is_on_the_design_page() -> None:
    from pipeline.parse.article import CONTAINERS

    page = (ROOT / "docs/design.md").read_text(encoding="utf-8")
    for name in {name.split()[0] for name in CONTAINERS} - {"crisis", "detail", "addition"}:
        assert f"`::: {name}`" in page, name
