"""Texts in languages that a project may add: no text of theirs is called another's, and back."""

from pipeline.check.rules import RULES_BY_CODE
from tests.pairs import pair
from tests.rows import each_row

SOURCE = (
    "Many people feel better when they talk to someone they trust, and it also helps to sleep well "
    "at night."
)

TEXTS = {
    "bg": "Много хора се чувстват по-добре, когато говорят с някого, на когото имат доверие, а "
    "и добрият сън през нощта помага.",
    "cs": "Mnoha lidem je lépe, když si promluví s někým, komu věří, a také pomáhá, že se v "
    "noci dobře vyspí, pokud to jde.",
    "da": "Mange mennesker får det bedre, når de taler med nogen, som de stoler på, og det "
    "hjælper også at sove godt om natten.",
    "fi": "Monet ihmiset voivat paremmin, kun he puhuvat jonkun kanssa, johon he luottavat, ja "
    "myös hyvä uni auttaa, jos se on mahdollista.",
    "hu": "Sokan jobban érzik magukat, ha beszélnek valakivel, akiben megbíznak, és az is "
    "segít, hogy jól alszanak éjszaka.",
    "nb": "Mange mennesker får det bedre når de snakker med noen de stoler på, og det hjelper "
    "også å sove godt om natten.",
    "nn": "Mange menneske får det betre når dei snakkar med nokon dei stolar på, og det hjelper "
    "òg å sove godt om natta.",
    "sv": "Många människor mår bättre när de pratar med någon de litar på, och det hjälper "
    "också att sova gott på natten.",
    "de": "Vielen Menschen geht es besser, wenn sie mit jemandem sprechen, dem sie vertrauen, "
    "und auch guter Schlaf hilft.",
    "pl": "Wielu osobom jest lepiej, gdy porozmawiają z kimś, komu ufają, a dobry sen w nocy "
    "też pomaga, jeśli jest możliwy.",
    "es": "Muchas personas se sienten mejor cuando hablan con alguien en quien confían, y "
    "también ayuda dormir bien por la noche.",
}

SCANDINAVIAN = {"da", "nb", "nn", "sv"}
"""Relatives whose short texts their commonest words hardly part."""

ADDED = ("cs", "da", "fi", "hu", "nb", "nn", "sv")


def looks_otherwise(locale: str, text: str) -> bool:
    check = RULES_BY_CODE["TXT009"].check
    assert check
    return bool(list(check(pair(locale, SOURCE, text))))


@each_row("locale", TEXTS)
def test_good_text_is_in_its_language(locale: str) -> None:
    assert not looks_otherwise(locale, TEXTS[locale])


@each_row(
    ("locale", "other"),
    [
        (locale, other)
        for locale in ADDED
        for other in TEXTS
        if other not in (locale, "bg") and not {locale, other} <= SCANDINAVIAN
    ],
)
def test_text_of_another_language_is_told(locale: str, other: str) -> None:
    assert looks_otherwise(locale, TEXTS[other])


@each_row("other", ("cs", "da", "hu", "nb", "sv"))
def test_text_of_an_added_language_is_told_in_a_shipped_one(other: str) -> None:
    assert looks_otherwise("de", TEXTS[other])
    assert looks_otherwise("es", TEXTS[other])
