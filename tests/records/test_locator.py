"""Places in a work, in an author's and a translator's words."""

from pipeline.parse.citation import parse_citation
from pipeline.project import Project
from pipeline.records.locator import meaning, read_locator
from pipeline.records.typography import citation_form
from tests.conftest import ROOT
from tests.rows import each_row


@each_row(
    ("text", "locale", "name", "value", "is_several"),
    [
        ("p. 12", "en", "page", "12", False),
        ("pp. 12-15", "en", "page", "12–15", True),
        ("pp. 3, 7", "en", "page", "3, 7", True),
        ("p. xii", "en", "page", "xii", False),
        ("sec. 2", "en", "section", "2", False),
        ("§ 2", "en", "section", "2", False),
        ("párr. 2", "es", "paragraph", "2", False),
        ("pág. 3", "es", "page", "3", False),
        ("cap. 4", "es", "chapter", "4", False),
        ("Kap. 4", "de", "chapter", "4", False),
        ("ص ١٢", "ar", "page", "١٢", False),
        ("第4章", "zh_Hans", "chapter", "4", False),
        ("12ページ", "ja", "page", "12", False),
        ("12쪽", "ko", "page", "12", False),
        ("págs. 12-13", "es", "page", "12–13", True),
        ("t. 2", "fr", "volume", "2", False),
        ("pagg. 3-4", "it", "page", "3–4", True),
        ("стр. 12", "ru", "page", "12", False),
        ("строка 12", "ru", "line", "12", False),
        ("абз. 2", "ru", "paragraph", "2", False),
        ("п. 2", "ru", "paragraph", "2", False),
        ("сторінка 2", "uk", "page", "2", False),
        ("الصفحة ١٢", "ar", "page", "١٢", False),
        ("الفصل 4", "ar", "chapter", "4", False),
        ("12頁", "ja", "page", "12", False),
        ("12〜15頁", "ja", "page", "12–15", True),
        ("xii-xv頁", "ja", "page", "xii–xv", True),
        ("pp. xii-xv", "en", "page", "xii–xv", True),
        ("หน้า 12", "th", "page", "12", False),
        ("צפון 12", "he", "", "צפון 12", False),
        ("app. B", "en", "appendix", "B", False),
        ("anexo B", "es", "appendix", "B", False),
        ("p. A5", "en", "page", "A5", False),
        ("pp. e12-e15", "en", "page", "e12–e15", True),
        ("pp. 12 and 15", "en", "page", "12, 15", True),
        ("S. 12 bis 15", "de", "page", "12–15", True),
        ("제4장", "ko", "chapter", "4", False),
        ("पृ॰ १२", "hi", "page", "१२", False),
        ("blz. 12", "nl", "page", "12", False),
        ("tabel 2", "id", "table", "2", False),
        ("12", "en", "", "12", False),
        ("the end", "en", "", "the end", False),
        ("foo 3", "en", "", "foo 3", False),
    ],
)
def test_a_place_is_read_by_the_words_of_its_language(
    text: str, locale: str, name: str, value: str, is_several: bool
) -> None:
    place = read_locator(text, locale)
    assert (place.name, place.value, place.is_several) == (name, value, is_several)


@each_row(
    ("own", "locale", "same"),
    [
        ("@beck1967, párr. 2", "es", True),
        ("@beck1967, para. 2", "es", True),
        ("@beck1967, فقرة ٢", "ar", True),
        ("@beck1967, párr. 3", "es", False),
        ("@beck1967, p. 2", "es", False),
        ("@wei2003, párr. 2", "es", False),
        ("-@beck1967, párr. 2", "es", False),
    ],
)
def test_a_translator_may_say_the_same_place_in_other_words(
    own: str, locale: str, same: bool
) -> None:
    source, target = parse_citation("@beck1967, para. 2"), parse_citation(own)
    assert source
    assert target
    assert (meaning(source.cites, "en") == meaning(target.cites, locale)) is same


@each_row(
    ("text", "own", "locale", "same"),
    [
        ("vol. 2, p. 3", "t. 2, p. 3", "fr", True),
        ("vol. 2, p. 3", "Bd. 2, S. 3", "de", True),
        ("vol. 2, p. 3", "Bd. 3, S. 2", "de", False),
        ("slide 4", "diapositiva 4", "es", True),
        ("slide 4", "diapositiva 5", "es", False),
        ("Sleep section, para. 2", "sección Sueño, párr. 2", "es", True),
        ("pp. 12 and 15", "págs. 12 y 15", "es", True),
        ("pp. 12 and 15", "págs. 12-15", "es", False),
        ("app. B", "anexo A", "es", False),
        ("the end", "the beginning", "en", False),
    ],
)
def test_a_place_in_steps_or_under_another_word_is_compared_by_its_numbers(
    text: str, own: str, locale: str, same: bool
) -> None:
    source, target = (parse_citation(f"@a, {place}") for place in (text, own))
    assert source
    assert target
    assert (meaning(source.cites, "en") == meaning(target.cites, locale)) is same


@each_row("locale", Project.at(ROOT).locales())
def test_no_two_places_are_printed_alike_and_each_is_read_as_what_it_is(locale: str) -> None:
    written = citation_form(locale).locators
    for name, (one, several) in written.items():
        read = read_locator(one.replace("{}", "12"), locale)
        assert (read.name, read.value) == (name, "12"), one
        assert read_locator(several.replace("{}", "2-3"), locale).name == name
