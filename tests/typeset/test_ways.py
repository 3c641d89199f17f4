"""Ways to reach a service that stand beside each other stand on one line."""

from pathlib import Path

from pipeline.compose.sheet import editions
from pipeline.compose.style import edition_style
from pipeline.records.typography import locale_named
from pipeline.typeset.fonts import font_set
from pipeline.verify.page import read_pages
from tests.once import typeset


def test_a_way_without_a_large_number_stands_on_the_line_of_those_with_one(tmp_path: Path) -> None:
    locale = locale_named("pa")
    style = edition_style(editions()["handout"], locale, "@page { size: 400pt 200pt }", {})
    html = (
        f'<!doctype html><html lang="pa"><head><title>pa</title><style>{style}</style></head>'
        '<body><section class="crisis long"><ul class="ways">'
        '<li class="way"><span><bdi class="number">988</bdi> ਉੱਤੇ ਕਾਲ ਕਰੋ</span></li>'
        '<li class="way"><span>ਚੈਟ: <bdi class="address">chat</bdi></span></li>'
        "</ul></section></body></html>"
    )
    pdf = typeset(html, font_set(locale.typography.families, tmp_path), "pa.pdf").pdf
    heights = {one.text: one.y for one in read_pages(pdf)[0].letters if one.text in ("8", "h")}
    assert abs(heights["8"] - heights["h"]) < 0.1
