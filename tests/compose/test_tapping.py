"""What opens when a reader taps a number, and the web page on which it stands."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.compose.services import PrintedWay
from pipeline.compose.sheet import compose
from pipeline.compose.style import night_colours
from pipeline.compose.tapping import call_link, dialled, way_link
from pipeline.values.colour import contrast
from tests.rows import each_row
from tests.sheets import Composed, composed


def way(kind: str, number: str = "", keyword: str = "", link: str = "") -> PrintedWay:
    return PrintedWay(
        kind=kind,
        number=number,
        press="",
        keyword=keyword,
        address=link.removeprefix("https://"),
        link=link,
        area=None,
        hours=None,
    )


@each_row(
    ("number", "keys"),
    [
        ("988", "988"),
        ("116 123", "116123"),
        ("1-833-456-4566", "18334564566"),
        ("(02) 9555.0100", "0295550100"),
        ("+44 (0)20 7946 0100", "+442079460100"),
        ("+1 (800) 555-0100", "+18005550100"),
        ("555-0100 ext. 5", ""),
        ("call the ward", ""),
        ("", ""),
    ],
)
def test_a_number_is_dialled_as_it_is_shown_or_not_at_all(number: str, keys: str) -> None:
    assert dialled(number) == keys
    assert call_link(number) == (f"tel:{keys}" if keys else "")


@each_row(
    ("one", "opens"),
    [
        (way("call", "0800 111 0 111"), "tel:08001110111"),
        (way("text", "741741", "HOME"), "sms:741741?body=HOME"),
        (way("text", "741741", "AYUDA YA"), "sms:741741?body=AYUDA%20YA"),
        (way("text", "85258"), "sms:85258"),
        (way("whatsapp", "+54 9 11 5555-0100"), "https://wa.me/5491155550100"),
        (way("whatsapp", "11 5555 0100"), ""),
        (way("chat", link="https://chat.example/es"), "https://chat.example/es"),
    ],
)
def test_each_way_opens_what_its_record_says(one: PrintedWay, opens: str) -> None:
    assert way_link(one) == opens


def links(html: str) -> list[tuple[str, str]]:
    return re.findall(r'<a href="([^"#][^"]*)"[^>]*>([^<]*)</a>', html)


def test_the_numbers_of_a_page_can_be_tapped_and_the_paper_has_no_such_link(folder: Path) -> None:
    sheet = composed("en", "US", folder, clinic="riverside")
    found = links(sheet.composition.web)
    assert ("tel:988", "988") in found
    assert ("tel:911", "911") in found
    assert ("sms:741741?body=HOME", "741741") in found
    assert any(shown == sheet.plan.clinic.phone for _, shown in found if sheet.plan.clinic)
    assert "tel:" not in sheet.composition.html
    assert "#help" not in sheet.composition.html
    assert sheet.judge_web(sheet.composition.web) == ()


def test_a_handout_tells_a_clinics_address_and_telephone_once_on_its_card(folder: Path) -> None:
    sheet = composed("en", "US", folder, clinic="riverside")
    assert sheet.plan.clinic
    html = sheet.composition.html
    body = html[html.index('<section class="card">') :]
    card = body[: body.index("</section>")]
    for told in (*sheet.plan.clinic.address, sheet.plan.clinic.phone):
        assert (html.count(told), card.count(told)) == (1, 1)


@pytest.mark.parametrize(
    ("edition", "classes"),
    [
        ("large-print", ["card-help", "card-danger", "card-clinic"]),
        ("booklet", ["card-help", "card-danger"]),
        ("handout", ["card-help", "card-clinic"]),
    ],
)
def test_what_stands_below_a_number_on_a_card_may_have_the_room_for_a_stamp_beside_it(
    folder: Path, edition: str, classes: list[str]
) -> None:
    html = composed("en", "US", folder, edition=edition).composition.html
    body = html[html.index('<section class="card">') :]
    card = body[: body.index("</section>")]
    assert re.findall(r'<div class="([^"]*)"', card) == classes


def test_the_web_page_needs_nothing_and_shows_no_marks_of_the_paper(folder: Path) -> None:
    sheet = composed("ar", "GB", folder)
    web = sheet.composition.web
    assert "<script" not in web
    assert 'name="viewport"' in web
    body = web[web.index("<body") :]
    assert sheet.plan.mark not in body
    assert 'class="counter-' not in body
    first = body.index("<a ")
    assert body[first:].startswith('<a href="#help">')
    assert 'href="tel:116123"' in body[: body.index("<header")], "the first number, before all else"
    assert body.index('id="help"') < body.index('class="part summary"')
    assert sheet.judge_web(web) == ()


def edited(sheet: Composed, old: str, new: str) -> list[str]:
    assert old in sheet.composition.web
    return [one.message for one in sheet.judge_web(sheet.composition.web.replace(old, new))]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"tel:988">988', '"tel:998">988'),
        ('"tel:988">988', '"tel:998">998'),
        ('"tel:988">988', '"tel:988">998'),
        ('"tel:911">911', '"sms:911">911'),
        ('"tel:911">911', '"tel:112">112'),
        ("sms:741741?body=HOME", "sms:741741?body=HELP"),
        ("sms:741741?body=HOME", "sms:741741"),
        ('href="#help"', 'href="#nowhere"'),
        ("</header>", '<script src="https://x.example/a.js"></script></header>'),
        ("</header>", '<img alt="" src="https://x.example/a.png"></header>'),
        ("</header>", '<p style="background: url(//x.example/a.png)"></p></header>'),
        ("</header>", '<p onclick="x()"></p></header>'),
        ("</header>", '<p><a href="https://x.example/">x.example</a></p></header>'),
        ("</style>", '@import "a.css";</style>'),
    ],
)
def test_a_page_that_opens_or_fetches_anything_else_is_refused(
    folder: Path, old: str, new: str
) -> None:
    found = edited(composed("en", "US", folder), old, new)
    assert found
    assert all(message.startswith("the web page is wrong: ") for message in found)


def test_a_region_without_a_line_leads_to_the_finder(folder: Path) -> None:
    sheet = composed("en", "US", folder)
    plan = replace(sheet.plan, region=None)
    found = links(compose(plan).web)
    assert (f"https://{plan.finder}", plan.finder) in found
    assert not [one for one, _ in found if one.startswith("tel:")]


def test_both_columns_of_a_bilingual_page_can_be_tapped(folder: Path) -> None:
    sheet = composed("es", "US", folder, edition="bilingual")
    web = sheet.composition.web
    assert web.count('id="help"') == 1
    assert links(web).count(("tel:911", "911")) >= 4
    assert sheet.judge_web(web) == ()
    body = web.partition("<body")[2]
    order = [body.index(part) for part in ("</h1>", 'id="help"', "interpreter-line", "subtitle")]
    assert order == sorted(order), "the crisis note is not the first after the titles"


def test_a_dark_page_has_the_contrast_of_a_bright_one() -> None:
    for accent in ("#1f4e5f", "#000000", "#ffffff", "#b00020", "#ffd400"):
        night = night_colours(accent)
        assert contrast(night["ink"], night["tint"]) >= 7
        assert contrast(night["ink"], night["ground"]) >= 7
        assert contrast(night["head-ink"], night["tint"]) >= 9
        assert contrast("#e9e9e6", night["tint"]) >= 7
