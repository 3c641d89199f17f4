import string

from hypothesis import given
from hypothesis import strategies as st

from pipeline.check.names import has_surname, sounds_like
from pipeline.records.language import language_named
from tests.check.test_corpus import LOCALES
from tests.rows import each_row

ACCEPTED = [
    ("es", "Joiner", "la teoría de Joiner"),
    ("es", "Joiner", "JOINER (2005)"),
    ("es", "Muñoz", "Gross y Muñoz"),
    ("en", "Joiner", "Joiner’s theory"),
    ("en", "Joiner", "Joiner's theory"),
    ("de", "Joiner", "Joiners Theorie"),
    ("pl", "Joiner", "teoria Joinera"),
    ("pl", "Beck", "według Becka"),
    ("tr", "Joiner", "Joiner’ın kuramı"),
    ("tr", "Beck", "Beck'in kuramı"),
    ("ru", "Joiner", "теория Джойнера"),
    ("ru", "Joiner", "по Джойнеру"),
    ("ru", "Beck", "Бек писал"),
    ("ru", "Beck", "у Бека"),
    ("ru", "Beck", "теория Beck"),
    ("uk", "Joiner", "теорія Джойнера"),
    ("ar", "Beck", "يرى بيك أن"),
    ("ar", "Beck", "وبيك"),
    ("ar", "Joiner", "نظرية جوينر"),
    ("he", "Beck", "של Beck"),
    ("zh_Hans", "Beck", "贝克（1967）认为"),
    ("zh_Hans", "Beck", "Beck认为"),
    ("ja", "Joiner", "Joinerの理論"),
    ("ko", "Beck", "Beck는"),
    ("th", "Beck", "ทฤษฎีของ Beck"),
]

REFUSED = [
    ("es", "Joiner", "la teoría de Joinerson"),
    ("es", "Joiner", "la teoría de Join"),
    ("es", "Joiner", "esta teoría"),
    ("de", "Beck", "Beckers Theorie"),
    ("pl", "Beck", "Beckerowi"),
    ("tr", "Beck", "Beckerin"),
    ("ru", "Beck", "Беккер писал"),
    ("ru", "Beck", "Беккера"),
    ("ru", "Joiner", "Джойнерсон"),
    ("uk", "Beck", "Беккера"),
    ("ar", "Beck", "بيكر"),
    ("ar", "Joiner", "جوينرسون"),
    ("ja", "Beck", "ベッカー"),
]


@each_row(("locale", "surname", "text"), ACCEPTED)
def test_a_surname_is_found_in_the_forms_of_a_language(
    locale: str, surname: str, text: str
) -> None:
    assert has_surname(surname, text, language_named(locale))


@each_row(("locale", "surname", "text"), REFUSED)
def test_another_name_is_not_the_surname(locale: str, surname: str, text: str) -> None:
    assert not has_surname(surname, text, language_named(locale))


@each_row("locale", LOCALES)
@each_row("name", ["Becker", "Beckett", "Beckerman", "Steinbeck", "Bec"])
def test_becker_is_no_beck_in_any_language(locale: str, name: str) -> None:
    assert has_surname("Beck", f"(Beck, 1967) {name}", language_named(locale))
    for text in (f"({name}, 1967)", f"{name} (1967)", f"（{name}，1967）", f"«{name}»", name):
        assert not has_surname("Beck", text, language_named(locale)), text


@each_row(
    ("locale", "longer"),
    [
        ("zh_Hans", "贝克尔"),
        ("ru", "Беккер"),
        ("ar", "بيكر"),
        ("ja", "ベッカー"),
        ("ko", "베커"),
    ],
)
def test_becker_is_no_beck_in_its_own_letters(locale: str, longer: str) -> None:
    assert not has_surname("Beck", longer, language_named(locale))


def test_a_surname_of_two_words_is_found() -> None:
    assert has_surname("van Straten", "Ong y van Straten", language_named("es"))


@each_row(
    ("surname", "text", "word"),
    [
        ("Joiner", "теория Жойнера", "Жойнера"),
        ("Bowlby", "نظرية بولبي", "بولبي"),
        ("Beck", "ทฤษฎี", ""),
        ("Beck", "esta teoría", ""),
        ("Joiner", "нет", ""),
    ],
)
def test_a_transliteration_is_told_by_its_sound(surname: str, text: str, word: str) -> None:
    assert sounds_like(surname, text) == word


@given(st.text(alphabet=string.ascii_lowercase, min_size=1, max_size=12))
def test_letters_stuck_to_a_latin_name_make_another_one(letters: str) -> None:
    assert not has_surname("Beck", f"Beck{letters}", language_named("es"))
    assert not has_surname("Beck", f"{letters}Beck", language_named("es"))
