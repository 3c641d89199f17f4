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
"""Relatives whose texts of few words their commonest words hardly part."""

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


SHORT = [
    ("da", "Søvn er vigtig for dit helbred."),
    ("nb", "Søvn er viktig for helsen din."),
    ("sv", "Sömnen är viktig för hälsan."),
    ("da", "Hvad du kan gøre, når du ikke kan sove uden hjælp."),
    ("nb", "Hva du kan gjøre når du ikke får sove uten hjelp."),
    ("sv", "Vad du kan göra när du inte kan sova utan hjälp."),
    ("da", "Du er ikke alene."),
    ("nb", "Du er ikke alene."),
    ("sv", "Du är inte ensam."),
    ("ca", "Heu oblidat la vostra contrasenya o nom d'usuari?"),
    ("ca", "Tornar a la documentació de les Vistes"),
    ("ca", "La verificació de CSRF ha fallat. Petició abortada."),
    ("ca", "No esteu sols, i no en teniu la culpa."),
    ("ca", "El son és important per a la salut."),
    ("ca", "Aneu a l’hospital més proper."),
    ("gl", "Non estás só e a culpa non é túa."),
    ("ro", "Schimbă-mi parola"),
    ("pt_BR", "Você não está sozinho."),
    ("sk", "Nie ste sami a nie je to vaša vina."),
    ("cs", "Nejste sami a není to vaše vina."),
    ("fi", "Et ole yksin, eikä se ole sinun syysi."),
    ("hu", "Ön nincs egyedül, és nem Ön tehet róla."),
]
"""Short texts in their own language."""

SHORT_IN_ANOTHER = [
    ("da", "Sömnen är viktig för hälsan."),
    ("nb", "Sömnen är viktig för hälsan."),
    ("sv", "Søvnen er vigtig for dit helbred og din hverdag."),
    ("sv", "Søvnen er viktig for helsen din, og for hverdagen."),
    ("da", "Hva du kan gjøre når du ikke får sove uten hjelp."),
    ("nb", "Hvad du kan gøre, når du ikke kan sove uden hjælp."),
    ("nb", "Tal med nogen om det, du ikke kan klare uden hjælp af andre."),
    ("da", "Snakk med noen om det du ikke klarer uten hjelp av andre."),
    (
        "ca",
        "Nu sunteți singuri și nu este vina dumneavoastră. Sprijinul ajută pentru că "
        "este mai ușor.",
    ),
    (
        "ca",
        "Usted no está solo y no tiene la culpa. El apoyo ayuda porque con otros es más "
        "fácil y los síntomas mejoran.",
    ),
    ("ro", "No esteu sols, i no en teniu la culpa, però amb ajuda és més fàcil."),
    ("cs", "Nie są Państwo sami i nie są Państwo winni, to się zdarza, ale można to zmienić."),
]


@each_row(("locale", "text"), SHORT)
def test_a_short_text_is_in_its_language(locale: str, text: str) -> None:
    assert not looks_otherwise(locale, text)


@each_row(("locale", "text"), SHORT_IN_ANOTHER)
def test_a_short_text_of_a_relative_is_told(locale: str, text: str) -> None:
    assert looks_otherwise(locale, text)
