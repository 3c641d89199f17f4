"""What the foot of a page tells where its line is short of room."""

from dataclasses import replace
from pathlib import Path

from pipeline.compose.passages.parts import FootTold, foot_told
from pipeline.compose.passages.voice import Voice
from pipeline.compose.services import PrintedServices
from tests.rows import each_row
from tests.sheets import composed


@each_row(
    ("name", "told"),
    [
        ("sleep", FootTold("Spanish", "0a1b2c3d-4e5f6789")),
        ("attachment-and-depression-at-our-work", FootTold("Spanish", "0a1b2c-4e5f67")),
        ("attachment-and-depression-in-grown-up-people-of-today", FootTold("", "0a1b2c-4e5f67")),
    ],
)
def test_it_leaves_out_digits_of_the_mark_before_the_language(
    name: str, told: FootTold, tmp_path: Path
) -> None:
    plan = composed("es", "US", tmp_path).plan
    source = replace(plan.source, id=name, revision="0a1b2c3d")
    plan = replace(plan, source=source, translation="4e5f6789")
    assert foot_told(Voice(plan, PrintedServices(services=(), ask_interpreter=None))) == told


@each_row(
    ("locale", "region", "language"),
    [
        ("ja", "JP", "Japanese"),
        ("zh_Hans", "CN", "Simplified Chinese"),
        ("zh_Hant", "TW", "Traditional Chinese"),
    ],
)
def test_letters_of_full_width_leave_room_for_the_language(
    locale: str, region: str, language: str, tmp_path: Path
) -> None:
    plan = composed(locale, region, tmp_path).plan
    services = PrintedServices(services=(), ask_interpreter=None)
    assert foot_told(Voice(plan, services)).language == language


@each_row(
    ("locale", "form", "language"),
    [("es", "large-print", "Spanish"), ("es", "booklet", ""), ("en", "large-print", "")],
)
def test_the_short_foot_of_large_print_names_the_language(
    locale: str, form: str, language: str, tmp_path: Path
) -> None:
    plan = composed(locale, "US", tmp_path, edition=form).plan
    services = PrintedServices(services=(), ask_interpreter=None)
    assert foot_told(Voice(plan, services)) == FootTold(language, "")
