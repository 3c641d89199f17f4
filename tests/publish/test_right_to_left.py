"""Numbers, addresses and Latin phrases on right-to-left sheets, as the eye reads the paper."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.compose.isolate import in_order
from pipeline.verify.page import read_pages
from pipeline.verify.text import fold, read
from tests.copies import add_sheet_words, start_project
from tests.sheets import Printed, printed
from tests.steps import in_two_steps

TEXTS = {
    "ar": (
        "أرقام: 555-0142 أو +44 20 7946 0018",
        (
            "اتصل بالرقم [555-0142](tel:555-0142) لتحديد موعد.",
            "من الخارج: **+44 20** 7946 0018، أو 1-800-555-0199.",
            "من 1999-09-02 إلى 2001-10-05، خذ 5-10 ملغ أو 2 × 50 mg في 08:30.",
            "الخط مفتوح 24/7 و50% من المتصلين شباب (988).",
            "درجة حرارة -5 °C أو 98.6 °F، كوفيد-19 أو COVID-19 وvitamin D3.",
            "منظمة World Health Organization، Stiftung Griffin، Martin & Co. (2001).",
            "Griffin، Scott، Fisher، Stefflon، Hoffman، Pfaff، Thoits، Shift و Battle (2016).",
            "العنوان: 12 Mill Lane, Apt. 3-B، راسل help.office@example.org.",
            "انظر https://example.org/a-b/12?x=1 (بالإنجليزية)، وISBN 978-0-00-000000-2.",
            "يستخدم CBT. 12 أسبوعا، أو 1, 2, 3 مرات بسعر $50.",
            "خذ ½ حبة أو ¾ من Lexa® إن كان ≠ 5، ثم ⓬ ثم 10⁻³.",
            "وبالأرقام الهندية: ٥٥٥-٠١٤٢ و٣٫٥ و٢٠٪.",
        ),
    ),
    "fa": (
        "اعداد: ۵۵۵-۰۱۴۲ یا 24/7",
        (
            "برای وقت با [۵۵۵-۰۱۴۲](tel:555-0142) یا +44 20 7946 0018 تماس بگیرید.",
            "۵-۱۰ میلی‌گرم در ساعت ۰۸:۳۰ به مدت ۲-۳ هفته، ۵۰٪ یا ۱٫۲٫۳.",
            "Griffin، Scott، Fisher، Stefflon، Hoffman، Pfaff، Thoits، Shift و Battle (2016).",
            "دمای -5 °C یا 98.6 °F؛ نشانی: 12 Mill Lane, Apt. 3-B.",
        ),
    ),
}
"""Title and paragraphs of an article in the locale's own language."""

CLINIC = """\
name = "North Clinic (24/7)"
address = ["12-14 Mill Lane, Apt. 3-B", "Springfield, IL 62701-1234", "عيادة الشمال 12-14"]
"""

CLINIC_LINES = (
    "North Clinic (24/7)",
    "12-14 Mill Lane, Apt. 3-B",
    "Springfield, IL 62701-1234",
    "عيادة الشمال 12-14",
)

ARTICLE = """\
---
id: numbers
title: "{title}"
version: "1"
language: {locale}
date: 2026-01-10
review-by: 2027-01-10
---

| {first} | {second} |
|---|---|
| {second} | {first} |

{body}
"""


def sheet(locale: str, folder: Path) -> Printed:
    """Print an article in a right-to-left language that is full of numbers."""
    title, paragraphs = TEXTS[locale]
    source = start_project(folder, "references.json")
    (source / "clinics").mkdir()
    (source / "clinics" / "north.toml").write_text(CLINIC, encoding="utf-8")
    first, second = paragraphs[:2]
    article = ARTICLE.format(
        locale=locale,
        title=title,
        first=first,
        second=second,
        body="\n\n".join([*paragraphs, *(f"- {one}" for one in paragraphs)]),
    )
    (source / "numbers.md").write_text(article, encoding="utf-8")
    add_sheet_words(folder, locale)
    return printed(locale, "US", folder, clinic="north", root=folder)


def shown(text: str) -> str:
    """Return what an eye reads that goes from right to left, without spaces: lines may break."""
    plain = text.replace("**", "")
    if "](" in plain:
        head, _, tail = plain.partition("[")
        plain = head + tail.replace("](tel:555-0142)", "")
    rtl = any("\u0590" < letter < "\u0700" for letter in plain)
    parts = in_order(plain, rtl=rtl)
    seen = "".join(map(fold, "".join(part[::-1] if is_run else part for part, is_run in parts)))
    return "".join(seen.split())


@pytest.mark.parametrize("locale", in_two_steps(TEXTS, ["ar"]))
def test_each_number_stands_as_it_was_typed(locale: str, tmp_path: Path) -> None:
    made = sheet(locale, tmp_path)
    seen = "".join(read(read_pages(made.pdf), rtl=True).text.split())
    title, paragraphs = TEXTS[locale]
    for text in (title, *paragraphs, *CLINIC_LINES):
        assert shown(text) in seen
    assert not made.judge(made.pdf)


WORKS: tuple[tuple[str, str, str, dict[str, str]], ...] = (
    ("Li", "Wei", "Moods", {"type": "map"}),
    ("Smith", "Jo", "p < 0.05 and x > 3", {}),
    ("Roe", "Al", "On 'moods' and Mun\u0303oz", {}),
    ("शर्मा", "राम", "मन की 10 बातें", {}),
    ("สมชาย", "วิชัย", "อารมณ์", {}),
    ("حسن", "محمد", "كتاب عن 24-7 ساعة", {}),
    ("王", "小明", "为什么？", {}),
)
"""Surname, given name and title of works, and what else is told of them."""


@pytest.mark.parametrize("locale", in_two_steps(("ar", "en", "ur"), ["ar"]))
def test_works_of_authors_in_every_script_stand_in_the_list(locale: str, tmp_path: Path) -> None:
    source = start_project(tmp_path)
    works = [
        {
            "id": f"w{number}",
            "type": "book",
            "author": [{"family": family, "given": given}],
            "issued": {"date-parts": [[2014], [2016]]},
            "title": title,
            **more,
        }
        for number, (family, given, title, more) in enumerate(WORKS)
    ]
    (source / "references.json").write_text(json.dumps(works), encoding="utf-8")
    cited = " ".join(f"[@{one['id']}, app. B]" for one in works)
    article = ARTICLE.format(locale=locale, title="الأعمال", first="أ", second="ب", body=cited)
    (source / "numbers.md").write_text(article, encoding="utf-8")
    if locale != "en":
        add_sheet_words(tmp_path, locale)
    made = printed(locale, "US", tmp_path, root=tmp_path)
    assert [(one.message, one.source, one.target) for one in made.judge(made.pdf)] == []


@pytest.mark.exhaustive
@pytest.mark.usefixtures("brief")
@pytest.mark.parametrize("edition", ["booklet", "large-print"])
def test_a_clinics_code_stands_beside_its_name(
    polyleaf: Callable[..., tuple[int, str, str]], edition: str
) -> None:
    status, _, err = polyleaf("pdf", "ar", "--edition", edition, "--clinic", "riverside")
    assert status == 0, err
