"""What may stand in a translation as it stands in the source, and what may not."""

from pipeline.check.foreign import left_in_source
from pipeline.check.rule import Pair
from pipeline.check.rules.script_wrong import check as check_script
from pipeline.values.finding import Severity
from tests.mutations.catalogs import crisis_numbers
from tests.pairs import pair
from tests.rows import each_row


def judged(source: str, target: str, role: str, locale: str) -> Pair:
    return pair(locale, source, target, role=role, everyday=frozenset(("sleep", "walk")))


@each_row("locale", ["es", "de", "ar", "zh_Hans", "ru", "hi"])
@each_row(
    "text",
    [
        "help@example.org",
        "https://www.example.org/where-to-get-help-for-you",
        "example.org/help-for-you",
        "PHQ-9",
        "COVID-19",
        "GAD-7 and PHQ-9".replace(" and ", ", "),
        "Paracetamol 500 mg",
        "Amoxicillin-clavulanate 1,000 mg",
        "SMS",
        "WhatsApp",
        "Mind",
        "[Mind](https://example.org/mind)",
        "Samaritans",
        "@samaritans",
        "Dr. Jane Smith",
        "Prof. A. B. Carter, MD, PhD",
        "Aaron T. Beck",
        "A. B. Carter, PhD",
        "P.O. Box 1234",
        "12 Mill Lane, Springfield, IL 62701",
        "P.O. Box 1234, Springfield, IL 62701-1234",
        "Springfield Community Mental Health Center",
        "University of the West",
        "12 Mill Lane, Springfield",
        "Suite 4, 12 High Street",
        "−5 °C",
        "37–38.5 °C",
        "120/80 mmHg",
        "3 × 10 mg",
        "Prozac® 20 mg",
        "Sertraline 50 mg, 100 mg",
        "Fluoxetine (Prozac) 20 mg/40 mg",
        "Facebook: /harbourclinics",
        "© 2026 Harbour Clinics",
        "iPhone 15",
        "22 Rue de la Paix, 75002 Paris",
        "10 Downing Street, London SW1A 2AA",
        "P.O. Box 55, Leeds LS1 4AP",
        "P.O. Box 55, Ottawa ON K1A 0B1",
    ],
)
def test_addresses_names_and_drugs_stay(text: str, locale: str) -> None:
    same = judged(text, text, "list item", locale)
    assert not list(left_in_source(same))
    assert not list(check_script(same))


@each_row(
    ("text", "role"),
    [
        ("Sleep", "list item"),
        ("Nights Without Sleep", "heading"),
        ("The Hospital", "heading"),
        ("Low Mood", "table cell"),
        ("Hand", "table cell"),
        ("Take 10 mg at night.", "paragraph"),
        ("See your doctor", "list item"),
        ("Walk every day", "list item"),
        ("8 hours", "table cell"),
        ("10 mg at night", "table cell"),
    ],
)
def test_other_words_are_left_in_english(text: str, role: str) -> None:
    assert list(left_in_source(judged(text, text, role, "es")))


def test_the_words_of_an_address_show_no_language() -> None:
    text = "https://www.example.org/where-to-get-help-for-you-and-the-family"
    assert not list(left_in_source(judged(f"Read {text} today.", f"Lea {text} hoy.", "", "es")))
    assert not list(left_in_source(judged(f"Read <{text}> now.", f"اقرأ <{text}> الآن.", "", "ar")))


@each_row(
    ("text", "locale"),
    [("Hand", "de"), ("Hand", "nl"), ("No", "es"), ("Patient", "fr"), ("Stress test", "it")],
)
def test_words_that_a_language_writes_as_english_does_are_translated(
    text: str, locale: str
) -> None:
    assert not list(left_in_source(judged(text, text, "table cell", locale)))
    assert list(left_in_source(judged("Sleep", "Sleep", "table cell", locale)))


@each_row("locale", ["es", "ar", "ja", "ru"])
@each_row("text", ["Maria Gonzalez", "New York", "Headspace, Calm", "Isle of Wight"])
def test_what_may_be_a_name_refuses_no_sheet(text: str, locale: str) -> None:
    same = judged(text, text, "list item", locale)
    told = [*left_in_source(same), *check_script(same)]
    assert {one.severity for one in told} == {Severity.WARNING}


@each_row(
    ("text", "role"),
    [
        ("Sleep Hygiene", "list item"),
        ("See Your Doctor", "list item"),
        ("Warning Signs", "heading"),
        ("Warning Signs", "table cell"),
    ],
)
def test_words_of_the_article_or_of_everyday_english_are_no_name(text: str, role: str) -> None:
    same = judged(text, text, role, "ar")
    assert {one.severity for one in left_in_source(same)} == {None}


@each_row(
    ("link", "is_left"),
    [
        ("full report", True),
        ("Mind", False),
        ("National Sleep Foundation", False),
        ("mind.example", False),
    ],
)
def test_the_words_of_a_link_are_translated_but_for_names(link: str, is_left: bool) -> None:
    source, target = (f"{words} [{link}](https://mind.example)." for words in ("Read the", "Lea"))
    faults = list(left_in_source(judged(source, target, "paragraph", "es")))
    assert [fault.severity for fault in faults] == [Severity.WARNING] * is_left


@each_row(
    ("locale", "target", "is_told"),
    [
        ("ar", "اللغات: العربية، हिन्दी، עברית، ไทย.", False),
        ("es", "Idiomas: العربية, हिन्दी, עברית, ไทย.", False),
        ("es", "Языки: العربية, हिन्दी, עברית, ไทย.", True),
        ("es", "Idiomas: Русский и украинский языки.", True),
    ],
)
def test_letters_of_other_scripts_that_the_source_has_may_stay(
    locale: str, target: str, is_told: bool
) -> None:
    source = "Languages: العربية, हिन्दी, עברית, ไทย."
    assert bool(list(check_script(judged(source, target, "paragraph", locale)))) is is_told


def test_an_amount_with_its_own_separator_is_translated() -> None:
    cell = judged("0.5 mL", "0,5 ml", "table cell", "es")
    assert not list(left_in_source(cell))
    assert list(left_in_source(judged("0.5 mL daily", "0,5 mL daily", "table cell", "es")))


@each_row("role", ["heading", "cell", "paragraph"])
@each_row(
    "text",
    [
        "World Health Organization",
        "National Institute of Mental Health",
        "University of Chicago",
        "St. Mary’s Hospital",
        "The Royal College of Psychiatrists",
        "© 2020–2026 Harbour Clinics",
    ],
)
def test_a_name_of_an_organisation_stays_in_a_heading_too(text: str, role: str) -> None:
    for locale in ("es", "de", "vi"):
        assert not list(left_in_source(judged(text, text, role, locale)))


@each_row(
    "text",
    [
        "National Sleep Week",
        "World of Sleep",
        "The National Plan",
        "Your Sleep Clinic",
        "Sleep Well",
    ],
)
def test_a_heading_that_is_none_is_told(text: str) -> None:
    (found,) = left_in_source(judged(text, text, "heading", "es"))
    assert found.severity is None


@each_row(
    ("text", "severity"),
    [("Email: info@example.org", Severity.WARNING), ("Email us at x@y.example", None)],
)
def test_an_address_adds_no_words(text: str, severity: Severity | None) -> None:
    (found,) = left_in_source(judged(text, text, "cell", "es"))
    assert found.severity is severity


@each_row("role", ["heading", "paragraph", "cell", "title"])
@each_row(
    ("name", "stays"),
    [
        ("Crisis Text Line", True),
        ("Crisis Text Line:", True),
        ("**Crisis Text Line**", True),
        ("Crisis text lines", False),
        ("Sleep Hygiene", False),
        ("Help Line", False),
    ],
)
def test_a_line_on_record_keeps_its_name(name: str, stays: bool, role: str) -> None:
    judged = pair("es", name, name, role=role, crisis_numbers=crisis_numbers)
    assert not [*left_in_source(judged)] if stays else [*left_in_source(judged)]
