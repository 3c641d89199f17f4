"""Crisis numbers in pictures, logos and the names of places."""

from collections.abc import Callable
from pathlib import Path

from pipeline.check.recorded import OnRecord
from pipeline.check.typed import typed_in_drawing, typed_in_region
from tests.conftest import replace
from tests.regions import made, service
from tests.rows import each_row

Run = Callable[..., tuple[int, str, str]]


@each_row(
    ("locale", "texts"),
    [
        ("en", ["Call 988"]),
        ("en", ["Lifeline", "988"]),
        ("en", ["Ambulance", "999"]),
        ("en", ["In Spain: 024"]),
        ("en", ["It was", "1-800-273-8255"]),
        ("es", ["Llame al", "988"]),
        ("zh_Hans", ["请拨打", "120"]),
        ("ar", ["اتصل على", "988"]),
    ],
)
def test_a_number_that_a_drawing_shows_is_told(
    locale: str, texts: list[str], on_record: OnRecord
) -> None:
    assert [*typed_in_drawing(texts, locale, lambda: on_record)]


@each_row(
    ("locale", "texts"),
    [
        ("en", ["0", "100", "110", "112", "119"]),
        ("en", ["Hours of sleep", "988"]),
        ("en", ["n", "112"]),
        ("en", ["Before calls", "112", "After", "119"]),
        ("en", ["Number of people", "112"]),
        ("es", ["Personas", "112"]),
    ],
)
def test_the_numbers_of_a_scale_are_none(
    locale: str, texts: list[str], on_record: OnRecord
) -> None:
    assert [*typed_in_drawing(texts, locale, lambda: on_record)] == []


def test_a_number_in_the_name_of_a_place_is_told(on_record: OnRecord) -> None:
    way = {"kind": "call", "number": "988", "areas": {"en": "all but Ohio: there call 911"}}
    region = made(service(way), code="US-XX", names={"en": "Nowhere, call 988"})
    found = [one.message.partition(":")[0] for one in typed_in_region(region, lambda: on_record)]
    assert found == ["names.en", "services[0].ways[0].areas.en"]
    fine = {"kind": "call", "number": "988", "areas": {"en": "District 112 and the north"}}
    assert [*typed_in_region(made(service(fine), code="US"), lambda: on_record)] == []


def test_pictures_and_logos_are_looked_at_by_check_and_by_pdf(project: Path, polyleaf: Run) -> None:
    (article,) = (project / "source").glob("*.md")
    head = '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="30">'
    (project / "source/line.svg").write_text(f"{head}<text>Call 988</text></svg>", "utf-8")
    with article.open("a", encoding="utf-8") as file:
        file.write("\n![How to reach the line](line.svg)\n")
    replace(
        project / "source/clinics/riverside.toml",
        "accent =",
        'logo = "line.svg"\nlogo_alt = "Waves"\naccent =',
    )
    status, out, _ = polyleaf("check")
    assert status == 1
    assert "the picture line.svg shows the number 988: on record" in out
    assert "logo: source/line.svg shows the number 988: on record" in out
    assert polyleaf("pdf", "en", "--clinic", "riverside")[0] == 1
