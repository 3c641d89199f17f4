"""Which lines are too long for their place."""

from pipeline.typeset.overflow import out_of_box
from pipeline.typeset.typesetter import typesetter
from tests.rows import each_row

STYLE = """<style>
@page { size: 200px 300px; margin: 40px }
body { margin: 0; font: 10px serif }
h2 { margin: 0; margin-inline-start: -20px; padding-inline-start: 20px }
span { display: inline-block; width: 20px; margin-inline-start: -20px }
</style>"""
NUMBER = '<span class="section-number">1.</span>'


@each_row(
    ("heading", "is_told"),
    [
        (f"<h2>{NUMBER}head</h2>", False),
        (f'<h2 dir="rtl">{NUMBER}head</h2>', False),
        (f'<h2 style="margin-inline-start: 0">{NUMBER}head</h2>', False),
        (f'<h2 style="margin-inline-start: 0; padding: 0">{NUMBER}head</h2>', True),
        ('<p style="margin-inline-start: -20px">text</p>', True),
        ('<p style="text-indent: -20px">text</p>', True),
        (f"<p>{'w' * 40}</p>", True),
    ],
)
def test_a_number_may_hang_in_the_margin_that_its_heading_reaches_into(
    heading: str, is_told: bool
) -> None:
    (page,) = typesetter().HTML(string=STYLE + heading).render().pages
    assert bool(list(out_of_box(page._page_box))) == is_told
