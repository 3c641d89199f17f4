"""Ratios and ranges whose numbers changed places, in every shipped language."""

from pipeline.check.ratios import swapped
from pipeline.project import Project
from tests.conftest import ROOT
from tests.mutations.ratios import RATIOS
from tests.pairs import pair
from tests.rows import each_row


def found(locale: str, source: str, target: str) -> list[str]:
    return [fault.message for fault in swapped(pair(locale, source, target))]


def test_each_shipped_language_has_a_ratio() -> None:
    assert {*Project.at(ROOT).locales()} == {*RATIOS}


@each_row("locale", RATIOS)
def test_three_in_ten_is_not_ten_in_three(locale: str) -> None:
    good = RATIOS[locale]
    bad = good.replace("10", "#").replace("3", "10").replace("#", "3")
    assert found(locale, "3 in 10 people", good) == []
    (message,) = found(locale, "3 in 10 people", bad)
    assert "in each other's place" in message


@each_row(
    ("locale", "source", "target"),
    [
        ("ar", "Aged 18 to 65.", "بين ٦٥ إلى ١٨."),
        ("es", "Aged 18 to 65.", "De 65 a 18."),
        ("ja", "Aged 15–24.", "24～15歳。"),
        ("pl", "Aged 18-65.", "65–18 lat."),
    ],
)
def test_a_range_does_not_descend(locale: str, source: str, target: str) -> None:
    assert len(found(locale, source, target)) == 1


@each_row(
    ("source", "target", "is_turned"),
    [
        ("Below 130/80 mmHg.", "Menos de 80/130 mmHg.", True),
        ("Below 130/80 mmHg.", "Menos de 130/80 mmHg.", False),
        ("Below 130/80.", "أقل من ٨٠/١٣٠", True),
        ("On 12/10 and 25/12.", "El 10/12 y el 12/25.", False),
        ("Open 24/7.", "7/24 açık.", False),
    ],
)
def test_two_numbers_with_a_stroke_keep_their_places(
    source: str, target: str, is_turned: bool
) -> None:
    assert bool(found("es", source, target)) is is_turned


GOOD = [
    ("es", "3 in 10 people", "De cada 10 personas, 3 mejoran."),
    ("es", "3 out of 10", "10 personas, y de ellas 3"),
    ("de", "3 in 10 people", "Von 10 Menschen sind es 3."),
    ("fr", "3 in 10 people", "Sur 10 personnes, 3 vont mieux."),
    ("pt_BR", "3 in 10 people", "Em 3 de cada 10 casos"),
    ("ru", "3 in 10 people", "у 3 из 10"),
    ("vi", "3 in 10 people", "3 trên 10 người"),
    ("tr", "3 in 10 people", "Her 10 kişiden 3’ünde"),
    ("zh_Hans", "3 in 10 people", "10个人中有3个"),
    ("ja", "3 in 10 people", "10人に3人"),
    ("es", "Aged 18 to 65.", "De 18 a 65 años."),
    ("ar", "Aged 18 to 65.", "بين ٦٥ و١٨ سنة"),
    ("es", "10 to 3", "de 10 a 3"),
    ("en", "Call between 9 and 5, 7 of 7 days.", "Call between 9 and 5, 7 of 7 days."),
]


@each_row(("locale", "source", "target"), GOOD)
def test_good_language_is_let_be(locale: str, source: str, target: str) -> None:
    assert found(locale, source, target) == []
