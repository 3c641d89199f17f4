"""Full-width marks that follow each other."""

import re

from pipeline.compose.page import set_page
from pipeline.compose.tight import tightened
from tests.rows import each_row


def _half(html: str) -> list[str]:
    made = "".join(tightened(re.findall(r"<[^>]*>|[^<]+", html)))
    assert re.sub(r'<span class="half">(.)</span>', r"\1", made) == html
    return re.findall(r'<span class="half">(.)</span>', made)


@each_row(
    ("html", "half"),
    [
        ("<p>甲（2001）。</p>", ["）"]),
        ('<p>甲<bdi class="citation">（<bdi>Beck</bdi>，1967）</bdi>。乙</p>', ["）"]),
        ("<p>甲：“乙。”</p>", ["：", "。"]),
        ("<p>“甲”，<em>“乙”</em>。</p>", ["”", "，", "”"]),
        ("<p>甲（乙）</p><p>。</p>", []),  # another line
        ("<p>甲、乙。丙</p>", []),
        ("<p>“It’s,” he said.</p>", []),
    ],
)
def test_a_mark_before_another_has_half_its_width(html: str, half: list[str]) -> None:
    assert _half(html) == half


def test_a_dash_of_two_letters_is_one() -> None:
    made = "".join(tightened(["<p>", "甲——乙（丙—丁）", "</p>"]))
    assert made == '<p>甲<span class="dash">——</span>乙（丙—丁）</p>'


def test_only_pages_in_such_languages_have_them() -> None:
    page = "<head></head><body><p>甲（乙）。</p></body>"
    assert 'class="half"' in set_page(page, "zh_Hans")
    assert 'class="half"' not in set_page(page, "ko")
