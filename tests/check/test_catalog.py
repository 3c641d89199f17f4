from collections.abc import Mapping

import pytest

from pipeline.build.sources import GAPS
from pipeline.catalog import po
from pipeline.catalog.messages import article_messages, sheet_messages
from pipeline.catalog.read import read_catalog
from pipeline.check.catalog import check_catalog, check_sheet
from pipeline.compose.sheet import template_sources
from pipeline.parse.article import parse_article
from pipeline.translate.source import source_catalog
from pipeline.values.article import Article
from pipeline.values.finding import Finding
from pipeline.values.message import Catalog, Message
from tests.conftest import ARTICLE

PATH = "locales/es/LC_MESSAGES/sleep.po"

TEXT = (
    ARTICLE
    + """
See [the page](https://example.org "A title"), ![a lamp](lamp.svg) and the note[^1].

Rest.

Rest.

[^1]: By age.
"""
)

CITING = "Poor sleep and low mood often go together [@beck1967]."
CRISIS = "Please talk to someone today."
EMERGENCY = "In danger now, call {emergency}."
LINKS = "See [the page](https://example.org), ![](lamp.svg) and the note[^1]."

HEADER = po.header({"Language": "es", "Content-Type": "text/plain; charset=UTF-8"})


def article(text: str = TEXT) -> Article:
    parsed, findings = parse_article(text, "source/sleep.md")
    assert findings == ()
    assert parsed
    return parsed


def catalog_text(translations: Mapping[str, str], fuzzy: str = "") -> str:
    """Return a catalog that translates each text into itself where nothing else is said."""
    entries = []
    for message in article_messages(article()):
        old = po.new_entry(Message(text="before")) if message.text == fuzzy else None
        translation = translations.get(message.text, message.text)
        entries.append(po.new_entry(message, translation, previous=old))
    return po.write([HEADER, *entries])


def catalog_of(text: str) -> Catalog:
    catalog, _, findings = read_catalog(text.encode(), "es", PATH, "sleep")
    assert findings == []
    assert catalog
    return catalog


def check(**translations: str) -> list[Finding]:
    names = {"citing": CITING, "crisis": CRISIS, "emergency": EMERGENCY, "links": LINKS}
    texts = {names.get(name, name): text for name, text in translations.items()}
    return list(check_catalog(article(), catalog_of(catalog_text(texts))))


def codes(findings: list[Finding]) -> list[str]:
    return [finding.code for finding in findings]


def line_of(text: str, words: str) -> int:
    return text[: text.index(words)].count("\n") + 1


def test_a_whole_catalog_has_no_finding() -> None:
    assert check() == []


def test_a_missing_message_is_reported_with_the_articles_line() -> None:
    text = catalog_text({})
    found = po.write([entry for entry in po.read(text) if entry.text != CITING])
    (finding,) = check_catalog(article(), catalog_of(found))
    assert (finding.code, finding.path, finding.line) == ("CAT010", PATH, 0)
    assert (finding.source_path, finding.source_line) == ("source/sleep.md", line_of(TEXT, CITING))
    assert (finding.source, finding.target) == (CITING, "")
    assert (finding.locale, finding.article) == ("es", "sleep")


@pytest.mark.parametrize("empty", ["", "  ", "\n"])
def test_an_empty_translation_is_reported_with_both_lines(empty: str) -> None:
    text = catalog_text({CITING: empty})
    (finding,) = check_catalog(article(), catalog_of(text))
    entry = text.index('msgid "Poor sleep')
    assert finding.code == "CAT010"
    assert finding.line == text[: text.index("msgstr", entry)].count("\n") + 1
    assert finding.source_line == line_of(TEXT, CITING)


def test_a_fuzzy_translation_is_reported_with_both_lines_and_both_texts() -> None:
    text = catalog_text({CITING: "Dormir mal [@beck1967]."}, fuzzy=CITING)
    (finding,) = check_catalog(article(), catalog_of(text))
    assert (finding.code, finding.line) == ("CAT011", line_of(text, 'msgstr "Dormir mal'))
    assert finding.source_line == line_of(TEXT, CITING)
    assert (finding.source, finding.target) == (CITING, "Dormir mal [@beck1967].")


def test_an_obsolete_translation_counts_as_missing() -> None:
    found = [
        po.as_obsolete(entry) if entry.text == CITING else entry
        for entry in po.read(catalog_text({}))
    ]
    assert codes(list(check_catalog(article(), catalog_of(po.write(found))))) == ["CAT010"]


def test_every_gap_of_a_catalog_is_reported_in_one_run() -> None:
    missing = list(check_catalog(article(), Catalog(locale="es", path=PATH, exists=False)))
    assert len(missing) == len(article_messages(article()))
    assert set(codes(missing)) == {"CAT010"} <= set(GAPS)


def test_a_text_that_stands_twice_is_reported_once_with_its_first_line() -> None:
    (finding,) = check(**{"Rest.": ""})
    assert finding.source_line == line_of(TEXT, "\nRest.\n") + 1


@pytest.mark.parametrize("translation", ["Dormir mal.", "Dormir mal (Beck, 1967).", "[@beck1968]"])
def test_a_lost_citation_is_reported(translation: str) -> None:
    found = check(citing=translation)
    assert "CIT001" in codes(found)
    assert any("[@beck1967] is missing" in finding.message for finding in found)


@pytest.mark.parametrize(
    "added",
    ["[@beck1967]", "[@joiner2005]", "[-@beck1967]", "[@beck1967, p. 2]", "[@beck1967; @a]"],
)
def test_an_added_citation_is_reported(added: str) -> None:
    (finding,) = check(citing=f"Dormir mal [@beck1967] y mal {added}.")
    assert finding.code == "CIT001"
    assert added in finding.message


def test_a_citation_that_changed_its_form_is_lost_and_added() -> None:
    assert codes(check(citing="Dormir mal [-@beck1967].")) == ["CIT001", "CIT001"]


def test_a_citation_may_move_within_its_sentence() -> None:
    assert check(citing="[@beck1967] dice que *dormir* mal es malo.") == []


@pytest.mark.parametrize("text", ["`[@beck1967]`", r"\[@beck1967]"])
def test_a_citation_shown_as_letters_is_lost(text: str) -> None:
    assert "CIT001" in codes(check(citing=f"Dormir mal {text}."))


def test_a_citation_that_cannot_be_read_is_reported() -> None:
    assert "CIT002" in codes(check(citing="Dormir mal [@beck1967"))


@pytest.mark.parametrize(
    "translation", ["En peligro, llame.", "En peligro, llame a {emergencia}.", r"\{emergency}"]
)
def test_a_lost_placeholder_is_reported(translation: str) -> None:
    found = check(emergency=translation)
    assert "SAF001" in codes(found)
    assert any("{emergency} is missing" in finding.message for finding in found)


@pytest.mark.parametrize("added", ["{emergency}", "{services}", "{phone}"])
def test_an_added_placeholder_is_reported(added: str) -> None:
    (finding,) = check(emergency=f"Llame a {{emergency}} o {added}.")
    assert finding.code == "SAF001"
    assert added in finding.message


@pytest.mark.parametrize(
    "number",
    [
        "024",
        "9-8-8",
        "٩٨٨",
        "۹۸۸",
        "９８８",
        "९८८",
        "**112**",
        "&#57;&#56;&#56;",
        "&#x39;&#x38;&#x38;",
        "[ya](tel:988)",
    ],
)
def test_a_number_typed_into_a_crisis_unit_is_reported(number: str) -> None:
    text = catalog_text({CRISIS: f"Llame al {number}."})
    found = list(check_catalog(article(), catalog_of(text)))
    (finding,) = [finding for finding in found if finding.code == "SAF002"]
    assert finding.line == line_of(text, 'msgstr "Llame al')
    assert finding.source_line == line_of(TEXT, CRISIS)


def test_a_number_beside_the_placeholder_is_reported() -> None:
    assert codes(check(emergency="Llame a {emergency} (112).")) == ["SAF002"]


def test_a_number_of_the_source_may_stay_in_the_sheets_words() -> None:
    hours = "24 hours a day, every day"
    assert sheet_check("services", hours, "Las 24 horas, todos los días") == []
    assert sheet_check("services", hours, "٢٤ ساعة") == []
    assert sheet_check("services", hours, "Las 24 horas: 024") == ["SAF002"]


@pytest.mark.parametrize("number", ["1-800-273-8255", "116 123", "024", "١١٦١٢٣"])
def test_a_number_like_a_telephone_number_that_the_source_lacks_is_reported(number: str) -> None:
    assert codes(check(**{"Rest.": f"Descanse o llame al {number}."})) == ["SAF004"]


def test_a_large_number_may_be_grouped_as_the_locale_does() -> None:
    text = ARTICLE.replace("Poor sleep", "Of 1,000 people in 1986, poor sleep")
    source = next(u.text for u in article(text).units() if "1,000" in u.text)
    for grouped in ("1.000", "1\u00a0000", "١٬٠٠٠", "1000"):
        changed = source.replace("1,000", grouped)
        catalog = source_catalog(article_messages(article(text)), "es", PATH)
        entry = catalog.translations["", source]
        texts = {
            **catalog.translations,
            ("", source): type(entry)(text=changed, fuzzy=False, line=1),
        }
        found = check_catalog(article(text), Catalog(locale="es", path=PATH, translations=texts))
        assert "SAF004" not in codes(list(found)), grouped


@pytest.mark.parametrize("control", ["\u202e", "\u202c", "\u2067", "\u2028", "\x07"])
def test_a_control_character_is_reported(control: str) -> None:
    assert codes(check(**{"Rest.": f"Descanse{control}."})) == ["CAT012"]


def test_the_words_for_proof_draft_and_approved_must_differ() -> None:
    assert sheet_check("foot", "Proof", "Aprobada", approved="Aprobada") == ["SAF005"] * 2


def test_a_number_outside_crisis_units_is_the_translators_affair() -> None:
    assert check(**{"Rest.": "Descanse 8 horas."}) == []


@pytest.mark.parametrize("html", ["<b>x</b>", "<br>", "<!-- note -->", "<script>x</script>"])
def test_raw_html_in_a_translation_is_reported(html: str) -> None:
    assert set(codes(check(**{"Rest.": f"Descanse {html}"}))) == {"TXT001"}


@pytest.mark.parametrize("role", ["a lamp", "A title"])
def test_raw_html_in_an_alternative_text_or_title_is_reported(role: str) -> None:
    assert codes(check(**{role: "x <img src=y>"})) == ["TXT001"]


@pytest.mark.parametrize(
    ("translation", "code"),
    [
        ("Vea [la página](https://example.org) y ![](lamp.svg).", "TXT002"),
        ("Vea [la página](https://example.org), ![](lamp.svg), la nota[^1][^1].", "TXT002"),
        ("Vea la página, ![](lamp.svg) y la nota[^1].", "TXT003"),
        ("Vea [la página](https://example.org) y la nota[^1].", "TXT003"),
    ],
)
def test_a_lost_or_added_note_link_or_image_is_reported(translation: str, code: str) -> None:
    assert codes(check(links=translation)) == [code]


def test_a_link_that_leads_elsewhere_is_lost_and_added() -> None:
    found = check(links="Vea [la página](https://bad.example), ![](lamp.svg) y la nota[^1].")
    assert codes(found) == ["TXT003", "TXT003"]


def test_a_link_by_label_is_resolved_with_the_articles_definitions() -> None:
    text = ARTICLE + "\nSee [the page][p].\n\n[p]: https://example.org\n"
    catalog = source_catalog(article_messages(article(text)), "es", PATH)
    assert list(check_catalog(article(text), catalog)) == []


def test_all_faults_of_a_translation_are_reported_in_one_run() -> None:
    found = check(emergency="<b>Llame</b> al 112 [@beck1967]")
    assert set(codes(found)) == {"SAF001", "SAF002", "CIT001", "TXT001"}


def test_every_finding_says_what_to_do() -> None:
    found = check(emergency="<b>Llame</b> al 112 [@beck1967", citing="", links="[@a]")
    assert found
    assert all(finding.fix and finding.is_error for finding in found)


# The sheet's own words


def sheet_check(context: str, text: str, translation: str, approved: str = "") -> list[str]:
    messages = sheet_messages(template_sources())
    assert (context, text) in {message.key for message in messages}
    catalog = source_catalog(messages, "es", "locales/es/LC_MESSAGES/sheet.po")
    entry = catalog.translations[context, text]
    changed = {
        **catalog.translations,
        (context, text): type(entry)(text=translation, fuzzy=False, line=1),
    }
    if approved:
        changed["foot", "Approved"] = type(entry)(text=approved, fuzzy=False, line=2)
    found = check_sheet(messages, Catalog(locale="es", path=catalog.path, translations=changed))
    return codes(list(found))


def test_the_sheets_own_words_are_checked_in_the_same_way() -> None:
    assert sheet_check("foot", "Proof", "Prueba") == []
    assert sheet_check("foot", "Proof", "") == ["CAT010"]
    assert sheet_check("services", "Call {number}", "Llame") == ["SAF001"]


@pytest.mark.parametrize(
    ("text", "translation"),
    [("the local emergency number", "el 112"), ("Call {number}", "Llame al 024 o al {number}")],
)
def test_a_number_typed_into_the_crisis_boxs_words_is_reported(text: str, translation: str) -> None:
    assert sheet_check("services", text, translation) == ["SAF002"]
