"""The stylesheet of an edition: the same rules over what a locale's script asks."""

import re
from itertools import pairwise, product
from pathlib import Path
from typing import Any

import pytest

from pipeline.compose.sheet import editions
from pipeline.compose.style import edition_style
from pipeline.records.typography import locale_named
from pipeline.typeset.boxes import is_one, names_of
from pipeline.typeset.fonts import font_set
from pipeline.typeset.titles import SMALLER
from pipeline.typeset.typesetter import font_configuration, typesetter
from tests.conftest import ROOT
from tests.rows import each_row
from tests.steps import in_two_steps


def style(name: str, edition: str = "handout") -> str:
    return edition_style(editions()[edition], locale_named(name), "", {})


def _boxes(name: str, parts: str, edition: str = "handout", body: str = "<body>") -> list[Any]:
    html = f"<style>{style(name, edition)}</style>{body}{parts}"
    page = typesetter().HTML(string=html).render().pages[0]._page_box
    return [*page.descendants(placeholders=True)]


def _with_fonts(name: str, folder: Path) -> None:
    """Let the typesetter see the families of a locale's text and heads."""
    type_ = locale_named(name).typography
    families = [*type_.text_families, *type_.heading_families]
    font_configuration(font_set(families, folder).configuration)


@pytest.mark.parametrize("name", ["en", "ur"])
def test_no_line_of_an_edition_is_closer_than_the_script_can_bear(name: str) -> None:
    rules = style(name).partition("/* The sheet: calm")[2]
    heights = re.findall(r"line-height: ([^;]*);", rules)
    assert len(heights) > 10
    assert all(
        re.fullmatch(r"max\(([\d.]+|calc\([^;]+\)), var\(--tightest\)\)", one) for one in heights
    )


def test_what_a_locale_asks_stands_in_variables_and_nowhere_else() -> None:
    english, urdu = style("en"), style("ur")
    assert (
        english.split("@counter-style locale-digits")[1].partition("\n")[2]
        == (urdu.split("@counter-style locale-digits")[1].partition("\n")[2])
    )
    assert '--margin-families: "Noto Naskh Arabic", "Lato";' in urdu
    assert "--tightest: 1.9;" in urdu
    assert "--tightest: 1;" in english


@each_row(
    ("name", "said"),
    [
        ("fa", ['symbols: "۰" "۱" "۲"', '--after-number: "."', "--emphasis-weight: bold"]),
        ("my", ['symbols: "၀" "၁"', '--after-number: "။"']),
        ("ja", ['symbols: "0" "1"', '--bullet: "•"', "--emphasis-style: normal"]),
        ("ru", ["--emphasis-style: italic", "--emphasis-weight: inherit"]),
    ],
)
def test_marks_digits_and_emphasis_are_the_locales(name: str, said: list[str]) -> None:
    for words in said:
        assert words in style(name)


@each_row(("name", "edges"), [("en", (0.5, 0.7)), ("hi", (0.5 + 0.14 * 4, 0.7 - 0.14 * 4))])
def test_words_of_a_tag_stand_in_its_middle_where_marks_rise_high(
    name: str, edges: tuple[float, float]
) -> None:
    boxes = _boxes(name, '<style>.tag { font-size: 4mm }</style><div class="tag">Proof</div>')
    (tag,) = (one for one in boxes if "tag" in names_of(one) and is_one(one, "BlockBox"))
    found = tag.padding_top, tag.padding_bottom
    assert found == pytest.approx([max(edge, 0) * 96 / 25.4 for edge in edges])


@each_row(
    ("name", "head", "told"),
    [
        ("en", "The main points", "Added by the publisher"),
        ("ja", "大切なポイント", "発行者による追加"),
        ("hi", "मुख्य बातें", "प्रकाशक की ओर से जोड़ा गया"),
    ],
)
def test_who_added_the_main_points_is_told_on_the_line_of_their_head(
    name: str, head: str, told: str, tmp_path: Path
) -> None:
    _with_fonts(name, tmp_path)
    text = f'<h2>{head}</h2><p class="origin">{told}</p>'
    boxes = _boxes(name, f'<main><section class="part summary">{text}</section></main>')
    lines = [one for one in boxes if is_one(one, "LineBox")]
    above, beside = (one.position_y + one.baseline for one in lines)
    assert beside == pytest.approx(above, abs=2)


@each_row(("name", "count"), [("en", 1), ("en", 9), ("en", 12), ("bn", 12), ("ar", 12), ("ja", 12)])
def test_the_mark_of_a_footnote_stands_in_its_own_place(
    name: str, count: int, tmp_path: Path
) -> None:
    _with_fonts(name, tmp_path)
    notes = "<li><p>a note</p></li>" * count
    boxes = _boxes(name, f'<main><ol class="list footnotes">{notes}</ol></main>')
    marks = [one for one in boxes if one.element_tag == "p::before" and is_one(one, "BlockBox")]
    assert len(marks) == count
    for mark in marks:
        (line,) = (one for one in mark.descendants() if is_one(one, "LineBox"))
        assert 0 < line.width <= mark.width


APART = 0.45
"""How far apart lines side by side stand at least to be read one after the other, in sizes of the
type: with two fifths of it Hindi, Nepali and Bangla sheets were refused."""


@each_row(
    ("name", "own"),
    [("en", "English"), ("bn", "বাংলা"), ("fa", "فارسی"), ("hi", "हिन्दी"), ("ja", "日本語")],
)
def test_what_a_language_is_called_is_read_before_the_title(
    name: str, own: str, tmp_path: Path
) -> None:
    _with_fonts(name, tmp_path)
    text = f'<div class="field-text"><p class="own-name">{own}</p><h1>{own}</h1></div>'
    fields = [
        f'<div class="field">{text}{art}</div>' for art in ('<div class="cover-art"></div>', "")
    ]
    for field, title in product(fields, ("", SMALLER)):
        head = f"<style>html:root {{ --size: 12pt; {title} }} body {{ font-size: 12pt }}</style>"
        boxes = _boxes(name, f'{head}<header class="masthead">{field}</header>')
        lines = [one for one in boxes if is_one(one, "LineBox")]
        called, read = (next(one for one in lines if one.element.tag == tag) for tag in ("p", "h1"))
        lower = read.position_y + read.baseline - called.position_y - called.baseline
        assert lower > APART * float(called.style["font_size"]), title


def test_a_table_before_a_section_has_no_rule_at_its_foot_but_the_one_below_its_head() -> None:
    rows = "<thead><tr><th>a</th></tr></thead><tbody><tr><td>b</td></tr><tr><td>c</td></tr></tbody>"
    boxes = _boxes("en", f"<main><table>{rows}</table><h2>next</h2></main>")
    cells = [one for one in boxes if is_one(one, "TableCellBox")]
    ruled = [cell.style["border_bottom_width"] > 0 for cell in cells]
    assert ruled == [True, True, False]
    (head,) = (one for one in boxes if one.element_tag == "thead")
    assert head.background, "one ground below all cells, as between two of them a seam would show"
    assert not cells[0].background


def test_a_service_stands_beside_a_long_number_too(tmp_path: Path) -> None:
    _with_fonts("ru", tmp_path)
    said = 'Позвоните по номеру <bdi class="number" dir="ltr">8 800 333-44-34</bdi>'
    icon = '<span class="icon"></span>'
    way = f'<ul class="ways"><li class="way">{icon}<span>{said}</span></li></ul>'
    about = '<div class="service-about"><p class="service-name">Телефон доверия</p></div>'
    size = "<style>@page { size: a4 } body { font-size: 12pt; --size: 12pt }</style>"
    note = f'<section class="crisis short"><div class="service">{way}{about}</div></section>'
    boxes = _boxes("ru", f"{size}<main>{note}</main>")
    texts = {one.text.strip(): one for one in boxes if hasattr(one, "text")}
    words, number, name = (
        texts["Позвоните по номеру"],
        texts["8 800 333-44-34"],
        texts["Телефон доверия"],
    )
    assert number.position_y > words.position_y + words.height / 2
    assert name.position_x > number.position_x + number.width


def test_what_to_do_in_danger_stands_clear_of_the_ways_above_it() -> None:
    """Below a list of services 911 is no way to reach the last of them."""
    services = '<ul class="services"><li class="service"><p>Lifeline</p></li></ul>'
    note = f'<section class="crisis long"><div>{services}<p>Call 911</p></div></section>'
    boxes = _boxes("en", f"<main>{note}</main>")
    lines = {one.text: one for one in boxes if hasattr(one, "text")}
    apart = lines["Call 911"].position_y - lines["Lifeline"].position_y
    assert apart > 1.9 * lines["Call 911"].height


def test_a_picture_stands_on_white() -> None:
    """A drawing with a ground of its own showed its edge on the tint."""
    figure = '<figure><div class="drawn">drawn</div><figcaption>caption</figcaption></figure>'
    field = next(
        one
        for one in _boxes("en", f"<main>{figure}</main>")
        if one.element is not None and one.element.tag == "figure"
    )
    assert field.style["background_color"].alpha == 0
    assert field.style["border_top_width"] > 0


@pytest.mark.parametrize(
    ("after", "is_ruled"),
    [("<p>text</p>", True), ('<div class="running-head"></div><h2>head</h2>', False)],
)
def test_no_rule_below_a_table_stands_above_that_of_a_section(
    after: str, *, is_ruled: bool
) -> None:
    """Two rules four millimetres apart were read as a slip."""
    table = "<table><tr><td>one</td></tr><tr><td>last</td></tr></table>"
    cells = [
        one for one in _boxes("en", f"<main>{table}{after}</main>") if is_one(one, "TableCellBox")
    ]
    assert cells[0].style["border_bottom_style"] == "solid"
    assert (cells[-1].style["border_bottom_style"] == "solid") is is_ruled


def test_points_of_a_handout_begin_on_the_edge_of_its_text() -> None:
    points = '<section class="part summary"><ul class="list"><li><p>one</p></li></ul></section>'
    boxes = _boxes("en", f'<main class="hanging">{points}<p>text</p></main>')
    begins = {one.text: float(one.position_x) for one in boxes if hasattr(one, "text")}
    assert begins["one"] == pytest.approx(begins["text"])


def test_a_web_address_ends_a_line_behind_a_slash_and_stays_in_its_place(tmp_path: Path) -> None:
    _with_fonts("en", tmp_path)
    parts = ("clinic.example/", "a-leaf-to-read/", "-".join(["much"] * 9))
    said = "".join(f'<span class="between-slashes">{part}</span>' for part in parts)
    place = '<div class="web" style="width: 150px"><p style="width: 150px">'
    boxes = _boxes("en", f'{place}<bdi class="address">{said}</bdi></p></div>')
    texts = [one for one in boxes if hasattr(one, "text")]
    assert [one.text for one in texts[:2]] == [*parts[:2]]
    assert texts[0].position_y < texts[1].position_y
    assert "".join(one.text for one in texts) == "".join(parts)
    assert max(one.width for one in texts) <= 150


@pytest.mark.parametrize("name", in_two_steps(["ja", "zh_Hans"], ["ja"]))
@each_row(
    ("edition", "part", "aligned"),
    [
        ("handout", "<p>text</p>", "start"),
        ("handout", '<section class="part addition"><p>text</p></section>', "start"),
        ("handout", '<section class="part action"><p class="list">text</p></section>', "left"),
        ("brochure", '<div class="panel-text"><p>text</p></div>', "start"),
        ("brochure", '<div class="flap-text"><p>text</p></div>', "start"),
        ("brochure", '<section class="part addition"><p>text</p></section>', "left"),
        ("brochure", '<p class="list">text</p>', "left"),
        ("brochure", '<aside class="callout"><p>text</p></aside>', "left"),
        ("bilingual", '<aside class="callout"><p class="own">text</p></aside>', "left"),
        ("bilingual", '<div class="own"><p>text</p></div>', "start"),
        ("bilingual", '<div class="crisis"><p>text</p></div>', "left"),
        ("booklet", '<aside class="callout"><p>text</p></aside>', "start"),
        ("large-print", "<p>text</p>", "left"),
    ],
)
def test_chinese_and_japanese_are_ragged_where_lines_are_short_and_flush_elsewhere(
    name: str, edition: str, part: str, aligned: str
) -> None:
    body = f'<body lang="{name.replace("_", "-")}">'
    boxes = _boxes(name, f"<main>{part}</main>", edition, body)
    said = [one.style["text_align_all"] for one in boxes if one.element_tag == "p"]
    assert said
    assert {*said} == {aligned}


def test_the_cells_of_a_japanese_table_are_ragged() -> None:
    boxes = _boxes("ja", "<table lang=ja><tr><td>text</td><td class=end>1</td></tr></table>")
    cells = [one.style["text_align_all"] for one in boxes if is_one(one, "TableCellBox")]
    assert cells == ["left", "end"]


def test_paragraphs_on_a_brochures_flap_stand_further_apart_than_on_its_inside() -> None:
    css = edition_style(editions()["brochure"], locale_named("en"), "", {})
    css += ":root { --size: 14pt; --roomy: 1 }"
    text = "<p>text</p>" * 3
    flap = f'<div class="panel-flap"><div class="flap-text">{text}</div></div>'
    html = f'<style>{css}</style><body>{flap}<main class="panel-text">{text}</main>'
    pages = typesetter().HTML(string=html).render().pages
    apart = [
        after.position_y - one.position_y
        for page in pages
        for one, after in pairwise(
            box
            for box in page._page_box.descendants()
            if box.element_tag == "p" and is_one(box, "BlockBox")
        )
    ]
    assert apart[1] > 1.15 * apart[3]


def test_what_a_notice_says_of_interpreters_is_no_wider_than_its_place() -> None:
    css = edition_style(editions()["notice"], locale_named("ja"), "", {})
    ask = (
        '<span class="whole">通訳が必要ですか？</span><span class="whole">お声がけください。</span>'
    )
    line = f'<p class="interpreter-line"><span class="ask">{ask}</span></p>'
    html = f'<style>{css}</style><body><div class="others" style="width: 200pt">{line}</div>'
    page: Any = typesetter().HTML(string=html).render().pages[0]
    lines = (box for box in page._page_box.descendants() if box.element_tag == "p")
    assert next(lines).border_width() <= 200 / 0.75 + 0.1


def test_a_japanese_phrase_has_room_in_its_place_on_a_small_notice() -> None:
    css = edition_style(editions()["notice"], locale_named("ja"), "", {})
    css += ":root { --size: 24pt; --page-width: 595pt }"
    line = '<p class="interpreter-line">スタッフにお声がけください。</p>'
    html = f'<style>{css}</style><body class="in-2" lang="ja"><div class="over-1">{line}</div>'
    page: Any = typesetter().HTML(string=html).render().pages[0]
    lines = (box for box in page._page_box.descendants() if box.element_tag == "p")
    assert 14 * next(lines).style["font_size"] < 0.33 * 595 / 0.75


def test_a_table_on_a_brochures_flap_stands_apart_from_what_follows() -> None:
    css = edition_style(editions()["brochure"], locale_named("en"), "", {})
    text = "<table><tr><td>text</td></tr></table><ol><li>text</li></ol>"
    html = f'<style>{css}</style><body><div class="flap-text">{text}</div>'
    page: Any = typesetter().HTML(string=html).render().pages[0]
    tables = (box for box in page._page_box.descendants() if box.element_tag == "table")
    assert next(tables).margin_bottom >= 3


def test_a_brochures_flap_is_not_much_larger_than_what_stands_on_its_back() -> None:
    brochure = editions()["brochure"]
    back = 1.15 * brochure.smallest_type
    assert max(dict(brochure.own_sizes)["flap"]) <= 1.25 * back


@each_row(("hills", "rest", "size"), [("horizon", 30, 15.37), ("horizon", 2, 12.1), ("", 30, 12.1)])
def test_the_subtitle_of_a_brochure_takes_what_its_hills_can_spare(
    hills: str, rest: int, size: float
) -> None:
    css = edition_style(editions()["brochure"], locale_named("en"), "", {})
    css += f".panel-cover {{ --size: 11pt; --roomy: 1; --rest: {rest}mm }}"
    cover = f'<p class="subtitle">small steps</p><div class="cover-art {hills}"></div>'
    html = f'<style>{css}</style><body><div class="panel-cover">{cover}</div>'
    boxes = typesetter().HTML(string=html).render().pages[0]._page_box.descendants()
    (subtitle,) = [one for one in boxes if one.element_tag == "p" and is_one(one, "BlockBox")]
    assert 0.75 * subtitle.style["font_size"] == pytest.approx(size, abs=0.2)


@each_row("height", [1.0, 3.0])
def test_the_sign_on_a_brochures_cover_stands_on_the_middle_of_its_digits(height: float) -> None:
    """However high a line the words beside it make, as those of another font do."""
    sign = '<svg class="icon" viewBox="0 0 9 9"></svg>'
    words = f'<span style="line-height: {height}">Call</span> <b class="number">988</b>'
    way = f'<li class="way">{sign}<span class="way-words">{words}</span></li>'
    note = f'<section class="crisis short"><ul class="ways">{way}</ul></section>'
    boxes = _on_a_cover(note)
    (icon,) = [one for one in boxes if is_one(one, "InlineReplacedBox")]
    (number,) = [one for one in boxes if getattr(one, "text", "") == "988"]
    size = float(number.style["font_size"])
    middle = number.position_y + number.baseline - 0.36 * size
    assert icon.content_box_y() + icon.height / 2 == pytest.approx(middle, abs=0.04 * size)


def test_the_tag_of_a_proof_and_a_brochures_cover_meet_in_one_straight_line() -> None:
    boxes = _on_a_cover('<p class="tag">Proof</p><div class="field">title</div>')
    tag, field = (
        next(one for one in boxes if is_one(one, "BlockBox") and name in names_of(one))
        for name in ("tag", "field")
    )
    lower = tag.border_box_y() + tag.border_height() - field.border_box_y()
    assert 0 < lower < 3, "no light line parts them"
    radii = (tag.style["border_bottom_left_radius"], field.style["border_top_right_radius"])
    assert [size.value for size, _ in radii] == [0, 0]


def _on_a_cover(parts: str) -> list[Any]:
    css = edition_style(editions()["brochure"], locale_named("en"), "", {})
    css += ":root { --size: 11pt; --roomy: 1 }"
    html = f'<style>{css}</style><body><div class="panel-cover">{parts}</div>'
    return [*typesetter().HTML(string=html).render().pages[0]._page_box.descendants()]


@each_row(("name", "mark"), [("en", "[1]"), ("fa", "[۱]")])
def test_a_footnote_begins_with_the_mark_that_led_to_it(name: str, mark: str) -> None:
    item = "<li><p>note</p></li></ol>"
    boxes = _boxes(name, f'<ol class="list">{item}<ol class="list footnotes">{item}')
    said = [one.text for one in boxes if hasattr(one, "text") and one.text != "note"]
    assert said == [f"{mark[1]}.", mark]


@each_row(("kind", "aside"), [("", 0.0), ("hanging", 14.0)])
def test_text_begins_on_the_edge_of_frames_where_no_head_hangs(kind: str, aside: float) -> None:
    picture = '<div class="drawn">moon</div><figcaption>sleep</figcaption>'
    note = '<section class="crisis"><p>call</p></section>'
    table = "<table><tr><td>Get up</td><td>20</td></tr></table>"
    parts = f"{note}<p>text</p>{table}<figure>{picture}</figure>"
    boxes = _boxes("en", f'<main class="{kind}">{parts}</main>')
    begins, ends = {}, {}
    for one in boxes:
        if type(one).__name__ in ("BlockBox", "TableBox", "FlexBox") and one.element is not None:
            begins[one.element.tag] = float(one.border_box_x())
            ends[one.element.tag] = float(one.border_box_x() + one.border_width())
    frame = begins["section"]
    assert begins["figure"] == pytest.approx(frame)
    assert begins["p"] == begins["table"] == pytest.approx(frame + aside * 96 / 25.4)
    assert ends["table"] == ends["figure"] == pytest.approx(ends["section"])


@each_row(("first", "second"), [("Do", "Ask"), ("Do", "Ask<br>then"), ("Do<br>now", "Ask")])
def test_heads_of_what_to_do_and_to_ask_are_level_and_a_list_follows_each(
    first: str, second: str
) -> None:
    parts = "".join(
        f'<div class="action-part"><h2>{head}</h2><ul><li>one</ul></div>'
        for head in (first, second)
    )
    page = f'<section class="part action"><div class="pair">{parts}</div></section>'
    html = f"<style>{style('en')}</style><body><main>{page}"
    (laid,) = typesetter().HTML(string=html).render().pages
    cells = [box for box in laid._page_box.descendants() if is_one(box, "TableCellBox")]
    heads, lists = zip(*(map(_head_and_list, cells)), strict=True)
    assert len({float(box.position_y) for box in heads}) == 1
    apart = [
        float(box.border_box_y() - head.border_box_y() - head.border_height())
        for head, box in zip(heads, lists, strict=True)
    ]
    assert apart == pytest.approx([apart[0]] * 2)
    assert apart[0] > 0


def _head_and_list(cell: Any) -> tuple[Any, Any]:
    head, listed = (
        next(box for box in cell.descendants() if box.element.tag == tag) for tag in ("h2", "ul")
    )
    return head, listed


def test_air_around_numbers_is_that_of_their_own_language() -> None:
    rules = edition_style(editions()["bilingual"], locale_named("ja"), "", {})
    airy = re.findall(r"^(.*number[^{]*)\{ margin-inline(?:-\w+)?: 0\.\d+em", rules, re.MULTILINE)
    assert len(airy) > 3
    assert not [one for one in airy if re.match(r":is\(:lang|:lang", one)], "a column in English"


@pytest.mark.parametrize(
    ("source", "local", "bars"),
    [("ltr", "ltr", (True, False)), ("ltr", "rtl", (True, True)), ("rtl", "ltr", (True, True))],
)
def test_a_callout_of_two_columns_has_a_bar_at_each_edge_where_lines_begin(
    source: str, local: str, bars: tuple[bool, bool]
) -> None:
    css = edition_style(editions()["bilingual"], locale_named("es"), "", {})
    cells = "".join(f'<div class="own" dir="{one}"><p>text</p></div>' for one in (source, local))
    html = f'<style>{css}</style><main><div class="callout"><div class="row">{cells}</div></div>'
    boxes = typesetter().HTML(string=html).render().pages[0]._page_box.descendants()
    (callout,) = (box for box in boxes if "callout" in names_of(box))
    edges = callout.border_left_width, callout.border_right_width
    assert tuple(edge > 0 for edge in edges) == bars


def test_centred_facts_have_a_stroke_between_them_and_none_where_a_line_ends(
    tmp_path: Path,
) -> None:
    _with_fonts("en", tmp_path)
    facts = "".join(f'<li><span class="fact">{one}</span></li>' for one in ("One fact", "Another"))
    page = (
        f'<div class="about" style="width: WIDTH"><div class="facts"><ul>{facts}</ul></div></div>'
    )
    css = edition_style(editions()["wall-poster"], locale_named("en"), "", {})
    for width, drawn in (("100mm", True), ("20mm", False)):
        html = f"<style>{css} :root {{ --size: 12pt }}</style>{page.replace('WIDTH', width)}"
        boxes = typesetter().HTML(string=html).render().pages[0]._page_box.descendants()
        (stroke,) = (
            one for one in boxes if one.element_tag == "li::before" and is_one(one, "InlineBox")
        )
        assert (stroke.width > 1) == drawn, width


@each_row("air", ["1", "0.94", "0.86", "0.78"])
def test_in_any_air_the_room_for_a_stamp_stands_below_what_a_card_of_large_print_says(
    air: str,
) -> None:
    number = (
        '<p class="way"><span class="words">call <b class="number">0120-279-338</b> now</span></p>'
    )
    said = {"help": number, "danger": "<p>text</p>", "clinic": "<p>text</p>"}
    parts = "".join(f'<div class="card-{name}">{text}</div>' for name, text in said.items())
    css = edition_style(editions()["large-print"], locale_named("en"), "", {})
    values = f":root {{ --air: {air}; --size: 18pt }} @page {{ size: 600pt 700pt }}"
    last = f'<div class="last"><div class="card">{parts}</div></div>'
    html = f"<style>{css} {values}</style><body>{last}"
    boxes = [*typesetter().HTML(string=html).render().pages[0]._page_box.descendants()]
    (whom, danger, clinic, printed, words) = (
        next(box for box in boxes if box.element is not None and box.element.get("class") == name)
        for name in ("card-help", "card-danger", "card-clinic", "number", "words")
    )
    assert whom.position_y < danger.position_y < clinic.position_y
    assert whom.border_width() == danger.border_width() == clinic.border_width()
    assert clinic.border_top_width > 0, "a line to fold it on"
    assert len(words.children) == 1, "all of it stands on one line"
    assert printed.style["font_size"] >= 2 * 18 / 0.75


@pytest.mark.parametrize(("lower", "points"), [("danger", 11.0), ("clinic", 10)])
def test_last_lines_of_a_booklet_are_larger_where_no_clinic_says_its_own(
    lower: str, points: float
) -> None:
    css = edition_style(editions()["booklet"], locale_named("en"), "", {})
    values = (
        ":root { --reference: 10pt; --size: 12pt; --air: 1; --page-height: 700pt; --text: 1; "
        "--page-width: 600pt; --latin-size: 12pt; --staff: 9pt; --line-height: 1.4; "
        "--tightest: 1 } @page { size: 600pt 700pt }"
    )
    card = f'<div class="card"><div class="card-{lower}"><p>text</p></div></div>'
    last = f'<div class="last">{card}<div class="colophon"><p>text</p></div></div>'
    html = f"<style>{css} {values}</style><body>{last}"
    boxes = typesetter().HTML(string=html).render().pages[0]._page_box.descendants()
    told = next(one for one in boxes if "colophon" in names_of(one))
    assert told.style["font_size"] * 0.75 == pytest.approx(points)


def test_the_ground_below_a_web_pages_title_reaches_the_edge_of_a_wide_window() -> None:
    style = (ROOT / "pipeline/compose/templates/screen.css").read_text(encoding="utf-8")
    drawing = (ROOT / "source/images/two-trees.svg").read_text(encoding="utf-8")
    share = float(re.findall(r"--art: max\(6\.6rem, ([\d.]+) \* \(100vw \+ ", style)[0])
    begins = max(int(at) for at in re.findall(r'd="M(-\d+) ', drawing))
    for window in (1280, 1600, 1920, 2560, 3840):
        for column in (1188, 1307):  # of most letters, and of those that are set largest
            height = max(118.8, share * (window + column))
            width = (
                window + column - 1.2 * height
            )  # of the drawing's ground, its trees in the middle
            assert 160 - width / 2 * 240 / height > begins


@pytest.mark.parametrize("width", range(60, 130, 5))
def test_a_footnotes_mark_stays_on_the_line_of_its_word(width: int) -> None:
    mark = '<sup class="note"><a href="#n">1</a></sup>'
    boxes = _boxes("en", f'<p style="width: {width}px">More than ever tired.{mark}</p>')
    (line,) = (
        box for box in boxes if is_one(box, "LineBox") and any(map(_is_mark, box.descendants()))
    )
    letters = "".join(box.text for box in line.descendants() if is_one(box, "TextBox"))
    assert "tired." in letters


def _is_mark(box: Any) -> bool:
    return box.element is not None and box.element.tag.endswith("sup")
