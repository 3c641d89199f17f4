"""The two sides of a head's colon, on a web page alone."""

import re
from pathlib import Path

from markupsafe import Markup

from pipeline.compose.sheet import compose
from pipeline.compose.sides import in_sides
from tests.rows import each_row
from tests.sheets import composed


@each_row(
    ("head", "sides"),
    [
        ("Rest: what helps", ["Rest:", "what helps"]),
        ("Qui&amp;t: a <em>good</em> night", ["Qui&amp;t:", "a <em>good</em> night"]),
        ("<b>1. </b>Rest: <em>one</em>: two", ["<b>1. </b>Rest:", "<em>one</em>: two"]),
        ("Awake? Get up", ["Awake?", "Get up"]),
        ("نوم: راحة", ["نوم:", "راحة"]),
        ("睡眠：放松", ["睡眠：", "放松"]),
        ("Repos\u00a0: un soir", ["Repos\u00a0:", "un soir"]),
        ("What helps", []),
        ("What helps:", []),
        ("At 7:30", []),
        ("What <em>helps: rest</em>", []),
        ("<b>What helps: </b>rest", []),
    ],
)
def test_each_side_of_the_first_colon_between_words_has_an_element(
    head: str, sides: list[str]
) -> None:
    made = in_sides(Markup(head))
    parts = re.split('<span class="side">', made)[1:]
    assert [part.rstrip().removesuffix("</span>") for part in parts] == sides
    assert re.sub('<span class="side">|</span>', "", made) == head


def test_heads_have_sides_on_the_web_page_and_none_on_paper(tmp_path: Path) -> None:
    made = compose(composed("en", "US", tmp_path).plan)
    head = '<span class="section-number">2. </span>Hopelessness and\u00a0Suicidality:</span> <span'
    assert made.web.count(f'<span class="side">{head} class="side">') == 1
    assert 'class="side"' not in made.html


def test_a_question_and_its_answer_have_sides_and_plain_text_is_escaped(tmp_path: Path) -> None:
    made = compose(composed("ar", "GB", tmp_path).plan)
    asked = re.search('<span class="ask">.*?</p>', made.web, re.DOTALL)
    assert asked
    assert asked[0].count('<span class="side">') == 2
    assert in_sides("<1?") == "&lt;1?"
