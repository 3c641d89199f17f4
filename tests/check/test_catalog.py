import json
from collections.abc import Mapping
from dataclasses import replace

import pytest

from pipeline.catalog import po
from pipeline.catalog.inherit import inherit
from pipeline.catalog.messages import article_messages, sheet_messages
from pipeline.catalog.read import read_catalog
from pipeline.check import catalog as catalog_checks
from pipeline.check.catalog import check_catalog, check_sheet
from pipeline.check.explain import explanation, rules_named
from pipeline.check.policy import check_policy
from pipeline.check.rule import Rule
from pipeline.check.rules import PAIR_RULES, RENAMED, RULES, RULES_BY_CODE
from pipeline.check.standing import called_alike
from pipeline.cli.formats import as_github, as_json, as_sarif
from pipeline.cli.report import Warnings, report
from pipeline.compose.sheet import template_sources
from pipeline.parse.article import parse_article
from pipeline.project import Project
from pipeline.project.sources import GAPS
from pipeline.translate.article import translate_article
from pipeline.values.article import Article, walk_inlines
from pipeline.values.finding import Finding, Severity, has_errors
from pipeline.values.message import Catalog, Message, Translation
from pipeline.values.policy import Level, Policy
from tests.conftest import ARTICLE, ROOT
from tests.pairs import pair
from tests.rows import each_row

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

SPANISH = {
    "Sleep and low mood": "El sueño y el ánimo bajo",
    "If you need help": "Si necesita ayuda",
    CRISIS: "Por favor, hable hoy con alguien.",
    EMERGENCY: "Si corre peligro ahora, llame al {emergency}.",
    "Sleep": "El sueño",
    CITING: "Dormir mal y tener el ánimo bajo suelen ir juntos [@beck1967].",
    LINKS: "Vea [la página](https://example.org), ![](lamp.svg) y la nota[^1].",
    "a lamp": "una lámpara",
    "A title": "Un título",
    "Rest.": "Descanse.",
    "By age.": "Por edad.",
}

REFERENCES, _ = Project.at(ROOT).references()

HEADER = po.header({"Language": "es", "Content-Type": "text/plain; charset=UTF-8"})


def article(text: str = TEXT) -> Article:
    parsed, findings = parse_article(text, "source/sleep.md")
    assert findings == ()
    assert parsed
    return parsed


def catalog_text(
    translations: Mapping[str, str], fuzzy: str = "", notes: Mapping[str, str] | None = None
) -> str:
    """Return a catalog with the Spanish of each text where nothing else is said."""
    entries = []
    for message in article_messages(article()):
        old = po.new_entry(Message(text="before")) if message.text == fuzzy else None
        translation = translations.get(message.text, SPANISH[message.text])
        entries.append(po.new_entry(message, translation, previous=old))
    written = po.write([HEADER, *entries])
    for text, note in (notes or {}).items():
        entry = written.rindex("\n\n", 0, written.index(f'msgid "{text}')) + 2
        written = f"{written[:entry]}{note}\n{written[entry:]}"
    return written


def catalog_of(text: str) -> Catalog:
    catalog, _, findings = read_catalog(text.encode(), "es", PATH, "sleep")
    assert findings == []
    assert catalog
    return catalog


def found_in(text: str, levels: Mapping[str, Level] | None = None) -> list[Finding]:
    return list(check_catalog(article(), catalog_of(text), REFERENCES, levels=levels))


def check(**translations: str) -> list[Finding]:
    names = {"citing": CITING, "crisis": CRISIS, "emergency": EMERGENCY, "links": LINKS}
    texts = {names.get(name, name): text for name, text in translations.items()}
    return found_in(catalog_text(texts))


def codes(findings: list[Finding]) -> list[str]:
    return [finding.code for finding in findings]


def line_of(text: str, words: str) -> int:
    return text[: text.index(words)].count("\n") + 1


def test_a_whole_catalog_has_no_finding() -> None:
    assert check() == []


def test_a_missing_message_is_reported_with_the_articles_line() -> None:
    text = catalog_text({})
    found = po.write([entry for entry in po.read(text) if entry.text != CITING])
    (finding,) = check_catalog(article(), catalog_of(found), REFERENCES)
    assert (finding.code, finding.path, finding.line) == ("CAT010", PATH, 0)
    assert (finding.source_path, finding.source_line) == ("source/sleep.md", line_of(TEXT, CITING))
    assert (finding.source, finding.target) == (CITING, "")
    assert (finding.locale, finding.article) == ("es", "sleep")


@pytest.mark.parametrize(
    ("text", "slip", "code"), [(CITING, "Poor", "CAT010"), (CRISIS, "Please", "SAF006")]
)
def test_a_text_whose_english_was_changed_in_the_catalog_is_told_there(
    text: str, slip: str, code: str
) -> None:
    whole = catalog_text({})
    damaged = whole.replace(f'msgid "{slip}', f'msgid "{slip.lower()}')
    (finding,) = found_in(damaged)
    assert (finding.code, finding.source, finding.target) == (code, text, SPANISH[text])
    assert finding.line == line_of(whole, f'msgstr "{SPANISH[text][:9]}')
    assert f"nearly the same: “{text.replace(slip, slip.lower())}”" in finding.message
    assert "put the article's back there" in finding.fix
    assert "run 'make messages'" in finding.fix, "perhaps the article has changed"


def test_a_text_is_told_by_what_is_left_over_and_not_by_one_that_has_its_own_place() -> None:
    entries = [one for one in po.read(catalog_text({})) if one.text != "Sleep"]
    entries.append(po.new_entry(Message(text="Sleep and low moods"), "El sueño"))
    (finding,) = found_in(po.write(entries))
    assert finding.message == "the catalog lacks this text"


@pytest.mark.parametrize("empty", ["", "  ", "\n"])
def test_an_empty_translation_is_reported_with_both_lines(empty: str) -> None:
    text = catalog_text({CITING: empty})
    (finding,) = check_catalog(article(), catalog_of(text), REFERENCES)
    entry = text.index('msgid "Poor sleep')
    assert finding.code == "CAT010"
    assert finding.line == text[: text.index("msgstr", entry)].count("\n") + 1
    assert finding.source_line == line_of(TEXT, CITING)


def test_a_fuzzy_translation_is_reported_with_both_lines_and_both_texts() -> None:
    text = catalog_text({CITING: "Dormir mal [@beck1967]."}, fuzzy=CITING)
    (finding,) = check_catalog(article(), catalog_of(text), REFERENCES)
    assert (finding.code, finding.line) == ("CAT011", line_of(text, 'msgstr "Dormir mal'))
    assert finding.source_line == line_of(TEXT, CITING)
    assert (finding.source, finding.target) == (CITING, "Dormir mal [@beck1967].")


def test_an_obsolete_translation_counts_as_missing() -> None:
    found = [
        po.as_obsolete(entry) if entry.text == CITING else entry
        for entry in po.read(catalog_text({}))
    ]
    assert codes(found_in(po.write(found))) == ["CAT010"]


def test_every_gap_of_a_catalog_is_reported_in_one_run() -> None:
    missing = list(check_catalog(article(), Catalog(locale="es", path=PATH, exists=False)))
    assert len(missing) == len(article_messages(article()))
    assert set(codes(missing)) == {"CAT010", "SAF006"} <= set(GAPS)
    crisis = [finding.source for finding in missing if finding.code == "SAF006"]
    assert crisis == ["If you need help", CRISIS, EMERGENCY]


@pytest.mark.parametrize("text", ["If you need help", CRISIS, EMERGENCY])
def test_a_gap_in_a_crisis_note_is_one_of_safety(text: str) -> None:
    assert codes(check(**{text: ""})) == ["SAF006"]
    assert codes(check(**{text: "\u00a0 "})) == ["SAF006"]
    assert codes(found_in(catalog_text({}, fuzzy=text))) == ["SAF006"]
    entries = [entry for entry in po.read(catalog_text({})) if entry.text != text]
    (finding,) = found_in(po.write(entries))
    assert (finding.code, finding.line, finding.target) == ("SAF006", 0, "")


def test_a_text_that_stands_twice_is_reported_once_with_its_first_line() -> None:
    (finding,) = check(**{"Rest.": ""})
    assert finding.source_line == line_of(TEXT, "\nRest.\n") + 1


def test_a_lost_citation_is_reported() -> None:
    (finding,) = check(citing="Dormir mal y tener el ánimo bajo suelen ir juntos.")
    assert finding.code == "CIT001"
    assert "[@beck1967] is missing" in finding.message


@pytest.mark.parametrize(
    "typed",
    [
        "(Beck, 1967)",
        "（贝克，1967）",
        "(بيك، ١٩٦٧)",
        "Beck (1967)",
        "(Beck, 1387)",
        "(Beck, 2510)",
    ],
)
def test_a_citation_typed_by_hand_is_told_once_with_the_code_to_write(typed: str) -> None:
    (finding,) = check(citing=f"Dormir mal y tener el ánimo bajo suelen ir juntos {typed}.")
    assert finding.code == "CIT007"
    assert finding.fix.startswith("write [@beck1967] instead of")


def test_a_citation_of_an_unknown_work_is_told_with_the_one_it_resembles() -> None:
    found = check(citing="Dormir mal y tener el ánimo bajo suelen ir juntos [@beck1968].")
    assert {finding.code for finding in found} == {"CIT001", "CIT004"}
    assert "write @beck1967" in [finding.fix for finding in found]


@pytest.mark.parametrize(
    ("added", "code"),
    [
        ("[@beck1967]", "CIT011"),
        ("[@joiner2005]", "CIT003"),
        ("[-@beck1967]", "CIT003"),
        ("[@beck1967, p. 2]", "CIT003"),
        ("[@beck1967; @wei2003]", "CIT003"),
        ("[@nobody2000]", "CIT004"),
    ],
)
def test_an_added_citation_is_reported(added: str, code: str) -> None:
    (finding,) = check(citing=f"Dormir mal [@beck1967] y mal suelen ir juntos {added}.")
    assert finding.code == code
    assert added[1:-1].split("@")[1][:8] in finding.message


@pytest.mark.parametrize("changed", ["[-@beck1967]", "[@beck1967, p. 2]"])
def test_a_citation_that_changed_its_form_is_told_once(changed: str) -> None:
    (finding,) = check(citing=f"Dormir mal y tener el ánimo bajo suelen ir juntos {changed}.")
    assert (finding.code, finding.fix) == ("CIT006", "write [@beck1967]")


def test_a_citation_in_another_text_is_told_at_both_places() -> None:
    text = catalog_text(
        {
            CITING: "Dormir mal y tener el ánimo bajo suelen ir juntos.",
            "Rest.": "Descanse [@beck1967].",
        }
    )
    lost, gained = found_in(text)
    assert codes([lost, gained]) == ["CIT005", "CIT005"]
    assert (lost.source, gained.source) == (CITING, "Rest.")
    assert lost.line == line_of(text, 'msgstr "Dormir mal')
    assert gained.line == line_of(text, 'msgstr "Descanse')
    assert lost.source_line == line_of(TEXT, CITING)
    assert str(gained.line) in lost.fix
    assert str(lost.line) in gained.fix


def test_a_citation_may_move_within_its_sentence() -> None:
    assert (
        check(citing="Según muestra [@beck1967], dormir mal y el ánimo bajo suelen ir juntos.")
        == []
    )


@pytest.mark.parametrize("text", ["`[@beck1967]`", r"\[@beck1967]"])
def test_a_citation_shown_as_letters_is_lost(text: str) -> None:
    found = codes(check(citing=f"Dormir mal y el ánimo bajo suelen ir juntos {text}."))
    assert "CIT002" in found


def test_a_citation_that_cannot_be_read_is_reported() -> None:
    assert "CIT002" in codes(check(citing="Dormir mal y el ánimo bajo suelen ir juntos [@beck1967"))


@pytest.mark.parametrize(
    ("translation", "told"),
    [
        ("En peligro, llame ya.", "{emergency} is missing"),
        ("Al {emergencia}.", "{emergencia} stands where the English has {emergency}"),
        (r"Llame ya al \{emergency}.", "{emergency} is missing"),
    ],
)
def test_a_lost_placeholder_is_reported(translation: str, told: str) -> None:
    found = check(emergency=translation)
    assert "SAF001" in codes(found)
    assert any(told in finding.message for finding in found)


@pytest.mark.parametrize("added", ["{emergency}", "{services}", "{phone}"])
def test_an_added_placeholder_is_reported(added: str) -> None:
    (finding,) = check(emergency=f"En peligro ahora, llame a {{emergency}} o {added}.")
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
    text = catalog_text({CRISIS: f"Llame hoy, por favor, al {number}."})
    found = list(check_catalog(article(), catalog_of(text), REFERENCES))
    (finding,) = [finding for finding in found if finding.code == "SAF002"]
    assert finding.line == line_of(text, 'msgstr "Llame hoy')
    assert finding.source_line == line_of(TEXT, CRISIS)


def test_a_number_beside_the_placeholder_is_reported() -> None:
    assert codes(check(emergency="Si corre peligro ahora, llame al {emergency} (112).")) == [
        "SAF002"
    ]


def test_a_number_of_the_source_may_stay_in_the_sheets_words() -> None:
    hours = "24 hours a day, every day"
    assert sheet_check("services", hours, "Las 24 horas, todos los días") == []
    assert sheet_check("services", hours, "Las ٢٤ horas, todos los días") == []
    assert sheet_check("services", hours, "Las 24 horas: 024") == ["SAF002"]


@pytest.mark.parametrize("number", ["1-800-273-8255", "116 123", "024", "١١٦١٢٣"])
def test_a_number_like_a_telephone_number_that_the_source_lacks_is_reported(number: str) -> None:
    found = check(**{"Rest.": f"Descanse o llame al {number}."})
    assert "SAF004" in {finding.code for finding in found if finding.is_error}
    assert {finding.code for finding in found} <= {"SAF004", "SAF011"}


def test_a_telephone_number_is_told_once() -> None:
    assert codes(check(**{"Rest.": "Descanse o llame al 1-800-273-8255."})) == ["SAF004"]


@pytest.mark.parametrize("grouped", ["1.000", "1\u00a0000", "1\u202f000", "١٬٠٠٠", "1000", "1,000"])
def test_a_large_number_may_be_grouped_as_the_locale_does(grouped: str) -> None:
    source = "Of 1,000 people in 1986, many slept badly."
    text = f"{ARTICLE}\n{source}\n"
    translations = {
        one.key: Translation(
            text=SPANISH.get(one.text, f"De {grouped} personas en 1986, muchas dormían mal."),
            fuzzy=False,
            line=1,
        )
        for one in article_messages(article(text))
    }
    catalog = Catalog(locale="es", path=PATH, translations=translations)
    assert list(check_catalog(article(text), catalog, REFERENCES)) == []


@pytest.mark.parametrize("control", ["\u202e", "\u202c", "\u2067", "\u2028", "\x07"])
def test_a_control_character_is_reported(control: str) -> None:
    assert codes(check(**{"Rest.": f"Descanse{control}."})) == ["CAT012"]


@pytest.mark.parametrize("code", ["&#x202e;", "&#8203;", "&rlm;"])
def test_a_control_character_that_is_written_as_a_code_is_reported(code: str) -> None:
    assert codes(check(**{"Rest.": f"Descanse {code}ya."})) == ["CAT012"]


def test_a_text_that_is_missing_is_told_as_that_whatever_else_is_there() -> None:
    words = article(f"{ARTICLE}\nA text of its own.\n")
    translations = {
        one.key: Translation(text=SPANISH.get(one.text, "x"), fuzzy=False, line=1)
        for one in article_messages(words)
        if one.text != "A text of its own."
    }
    translations["", "Whatever else was here"] = Translation(text="Lo demás", fuzzy=False, line=9)
    catalog = Catalog(locale="es", path=PATH, translations=translations)
    found = [one.message for one in check_catalog(words, catalog, REFERENCES)]
    assert found == ["the catalog lacks this text"]


def test_the_words_for_proof_draft_and_approved_must_differ() -> None:
    assert sheet_check("foot", "Proof", "Aprobada", approved="Aprobada") == ["SAF005"] * 2


CALLED_APPROVED = [
    ("pl", "Zatwierdzono", "Zatwierdzona wersja"),
    ("pl", "Zatwierdzono", "Wersja zatwierdzona"),
    ("es", "Aprobada", "Versión aprobada"),
    ("de", "Freigegeben", "Freigegebene Fassung"),
    ("fr", "Approuvée", "Version approuvée"),
    ("it", "Approvata", "Copia approvata"),
    ("pt_BR", "Aprovado", "Versão aprovada"),
    ("ro", "Aprobat", "Versiune aprobată"),
    ("nl", "Goedgekeurd", "Goedgekeurde versie"),
    ("el", "Εγκεκριμένο", "Εγκεκριμένη έκδοση"),
    ("ru", "Одобрено", "Одобренная версия"),
    ("uk", "Схвалено", "Схвалена версія"),
    ("tr", "Onaylandı", "Onaylanmış baskı"),
    ("ar", "معتمدة", "النسخة المعتمدة"),
    ("fa", "تأییدشده", "نسخهٔ تأییدشده"),
    ("ur", "منظور شدہ", "منظور شدہ نقل"),
    ("hi", "स्वीकृत", "स्वीकृत प्रति"),
    ("ne", "स्वीकृत", "स्वीकृत प्रति"),
    ("bn", "অনুমোদিত", "অনুমোদিত কপি"),
    ("pa", "ਮਨਜ਼ੂਰਸ਼ੁਦਾ", "ਮਨਜ਼ੂਰਸ਼ੁਦਾ ਕਾਪੀ"),
    ("vi", "Đã duyệt", "Bản đã duyệt"),
    ("th", "อนุมัติแล้ว", "ฉบับอนุมัติแล้ว"),
    ("ja", "承認済み", "承認された版"),
    ("ko", "승인됨", "승인된 사본"),
    ("zh_Hans", "已审定", "审定稿"),
    ("zh_Hant", "已核可", "核可稿"),
    ("fil", "Aprubado", "Aprubadong kopya"),
    ("ht", "Apwouve", "Kopi apwouve"),
    ("sw", "Imeidhinishwa", "Imeidhinishwa kwa sasa"),
]
CALLED_OTHERWISE = [
    ("pl", "Zatwierdzono", "Niezatwierdzona"),
    ("pl", "Zatwierdzono", "Do zatwierdzenia"),
    ("es", "Aprobada", "No aprobado"),
    ("es", "Aprobada", "Pendiente de aprobación"),
    ("de", "Freigegeben", "Nicht freigegeben"),
    ("fr", "Approuvée", "En attente d’approbation"),
    ("pt_PT", "Aprovada", "Por aprovar"),
    ("ro", "Aprobat", "Neaprobat"),
    ("nl", "Goedgekeurd", "Niet goedgekeurd"),
    ("el", "Εγκεκριμένο", "Μη εγκεκριμένο"),
    ("ru", "Одобрено", "Неодобренная версия"),
    ("tr", "Onaylandı", "Onaylanmamış baskı"),
    ("tr", "Onaylandı", "Onay bekliyor"),
    ("ar", "معتمدة", "نسخة غير معتمدة"),
    ("hi", "स्वीकृत", "अस्वीकृत"),
    ("bn", "অনুমোদিত", "অনুমোদন বাকি"),
    ("vi", "Đã duyệt", "Chưa duyệt"),
    ("th", "อนุมัติแล้ว", "รออนุมัติ"),
    ("th", "อนุมัติแล้ว", "ฉบับรออนุมัติ"),
    ("ja", "承認済み", "未承認"),
    ("ko", "승인됨", "미승인"),
    ("ko", "승인됨", "승인 전"),
    ("zh_Hans", "已审定", "未审定"),
    ("fil", "Aprubado", "Hindi pa aprubado"),
    ("ht", "Apwouve", "Poko apwouve"),
    ("sw", "Imeidhinishwa", "Haijaidhinishwa"),
]


def called(locale: str, approved: str, proof: str) -> list[tuple[str, str]]:
    words = {("foot", "Approved"): approved, ("foot", "Proof"): proof}
    words[("band", "Proof – not approved")] = proof
    entries = {key: Translation(text=text, fuzzy=False, line=1) for key, text in words.items()}
    return [key for key, _ in called_alike(entries, locale)]


@each_row(("locale", "approved", "proof"), CALLED_APPROVED)
def test_a_proof_may_not_be_called_by_the_word_for_approved(
    locale: str, approved: str, proof: str
) -> None:
    assert called(locale, approved, proof) == [("foot", "Proof"), ("band", "Proof – not approved")]


@each_row(("locale", "approved", "proof"), CALLED_OTHERWISE)
def test_a_proof_may_say_that_it_is_not_approved(locale: str, approved: str, proof: str) -> None:
    assert called(locale, approved, proof) == []


def test_a_small_number_that_the_source_lacks_is_a_warning() -> None:
    (finding,) = check(**{"Rest.": "Descanse 8 horas."})
    assert (finding.code, finding.is_error) == ("SAF011", False)


@pytest.mark.parametrize("html", ["<b>x</b>", "<br>", "<!-- note -->", "<script>x</script>"])
def test_raw_html_in_a_translation_is_reported(html: str) -> None:
    assert set(codes(check(**{"Rest.": f"Descanse {html}"}))) == {"TXT001"}


@pytest.mark.parametrize("role", ["a lamp", "A title"])
def test_raw_html_in_an_alternative_text_or_title_is_reported(role: str) -> None:
    assert codes(check(**{role: "luz <img src=y>"})) == ["TXT001"]


@pytest.mark.parametrize(
    ("translation", "code"),
    [
        ("Vea [la página](https://example.org), ![](lamp.svg) y también la nota.", "TXT002"),
        ("Vea [la página](https://example.org), ![](lamp.svg), la nota[^1][^1].", "TXT002"),
        ("Vea la página[^1], [aquí](https://example.org), ![](lamp.svg), ![](x.svg).", "TXT012"),
        ("Vea la página, ![](lamp.svg) y la nota[^1].", "TXT003"),
        ("Vea [la página](https://example.org) y la nota[^1].", "TXT003"),
    ],
)
def test_a_lost_or_added_note_link_or_image_is_reported(translation: str, code: str) -> None:
    assert codes(check(links=translation)) == [code]


def test_a_link_that_leads_elsewhere_is_lost_and_added() -> None:
    found = check(links="Vea [la página](https://bad.example), ![](lamp.svg) y la nota[^1].")
    assert codes(found) == ["TXT003", "TXT012"]


def test_a_link_by_label_is_resolved_with_the_articles_definitions() -> None:
    text = ARTICLE + "\nSee [the page][p].\n\n[p]: https://example.org\n"
    messages = article_messages(article(text))
    link = next(one.text for one in messages if "the page" in one.text)
    assert link == "See [the page][p]."
    for target, wanted in (
        ("Vea [la página][p].", []),
        ("Vea [la página](https://example.org).", []),
        ("Vea [la página][q].", ["TXT003", "TXT006"]),
    ):
        translations = {
            one.key: Translation(text=SPANISH.get(one.text, target), fuzzy=False, line=1)
            for one in messages
        }
        catalog = Catalog(locale="es", path=PATH, translations=translations)
        assert codes(list(check_catalog(article(text), catalog, REFERENCES))) == wanted


def test_all_faults_of_a_translation_are_reported_in_one_run() -> None:
    found = check(emergency="<b>Si corre peligro</b>, llame ya al 112 [@beck1967]")
    assert set(codes(found)) == {"SAF001", "SAF002", "CIT003", "TXT001"}


def test_every_finding_says_what_to_do() -> None:
    found = check(emergency="<b>Llame</b> al 112 [@beck1967", citing="", links="[@a]")
    assert found
    assert all(finding.fix and finding.message for finding in found)
    assert {"SAF001", "SAF002", "CAT010", "TXT003"} <= {one.code for one in found if one.is_error}


# Comments that hide a finding


EMPHASIS = "**Descanse.**"


def hidden(note: str, text: str = "Rest.", translation: str = EMPHASIS) -> list[str]:
    return codes(found_in(catalog_text({text: translation}, notes={text: note})))


def test_a_comment_with_a_reason_hides_a_finding() -> None:
    assert codes(check(**{"Rest.": EMPHASIS})) == ["TXT005"]
    for dash in ("", "– "):
        note = f"# polyleaf: ignore TXT005 {dash}the word is short in Spanish"
        (found,) = found_in(catalog_text({"Rest.": EMPHASIS}, notes={"Rest.": note}))
        assert (found.code, found.severity) == ("TXT005", Severity.IGNORED)
        assert found.reason == "the word is short in Spanish"


NEVER = {
    "TXT001": ("Rest.", "<b>Descanse.</b>"),
    "TXT002": ("Rest.", "Descanse.[^9]"),
    "TXT012": ("Rest.", "Descanse. ![x](lamp.svg)"),
    "TXT004": ("Take 10 mg a day.", "Tome 40 mg al día."),
    "CIT008": ("Joiner said so [-@joiner2005].", "Lo dijo [-@joiner2005]."),
}
"""By code, a text and a translation of which no comment may say that it is right."""


@each_row("code", NEVER)
def test_a_rule_that_may_never_be_ignored_stays_an_error(code: str) -> None:
    source, target = NEVER[code]
    pair = stock_pair(source, target, f"# polyleaf: ignore {code} we are sure that it is right")
    assert {(one.code, one.severity) for one in pair} >= {
        (code, Severity.ERROR),
        ("CAT015", Severity.ERROR),
    }


OUTSIDE_NOTES = {
    "TXT003": ("See [the page](https://example.org/) and rest.", "Vea la página y descanse."),
    "TXT008": ("Rest a little, and then talk.", "Отдохните немного, а потом поговорите."),
    "TXT009": (
        "Rejection is anticipated, and the isolation that follows confirms it.",
        "A rejeição é esperada, e o isolamento que se segue não faz mais do que a confirmar.",
    ),
}


@each_row("code", OUTSIDE_NOTES)
@each_row("context", ["", "crisis"])
def test_script_language_and_links_are_never_ignored_in_a_crisis_note(
    code: str, context: str
) -> None:
    source, target = OUTSIDE_NOTES[code]
    note = f"# polyleaf: ignore {code} we are sure that it is right"
    found = stock_pair(source, target, note, context)
    told = {one.severity for one in found if one.code == code}
    assert told == {Severity.ERROR if context else Severity.IGNORED}
    assert ("CAT015" in codes(found)) is bool(context)


def test_in_a_crisis_note_no_reason_is_asked_for_what_no_reason_allows() -> None:
    source, target = OUTSIDE_NOTES["TXT008"]
    for note in ("# polyleaf: ignore TXT008", "# polyleaf: ignore TXT008 short"):
        found = stock_pair(source, target, note, "crisis")
        (said,) = [one.message for one in found if one.code == "CAT015"]
        assert said.startswith("TXT008 cannot be ignored in a crisis note")


def stock_pair(
    source: str,
    target: str,
    note: str,
    context: str = "",
    levels: Mapping[str, Level] | None = None,
) -> list[Finding]:
    """Return what is found in one text of a small article, with a comment at its translation."""
    head = "---\nid: sleep\ntitle: Sleep\nversion: '1'\nlanguage: en\ndate: 2026-01-10\n"
    text = f"::: crisis\n{source}\n\n{{services}}\n:::" if context else source
    parsed, _ = parse_article(f"{head}review-by: 2027-01-10\n---\n\n{text}\n", "source/sleep.md")
    assert parsed
    entries = {("", "Sleep"): "El sueño", (context, source): target}
    translations = {
        key: Translation(text=text, fuzzy=False, line=1, notes=(note,) if key[1] == source else ())
        for key, text in entries.items()
    }
    catalog = Catalog(locale="es", path=PATH, translations=translations)
    return list(check_catalog(parsed, catalog, REFERENCES, levels=levels))


def test_a_link_leads_elsewhere_by_the_articles_own_table() -> None:
    here, there = "https://example.org/en", "https://example.org/es"
    text = (
        "---\nid: sleep\ntitle: Sleep\nversion: '1'\nlanguage: en\ndate: 2026-01-10\n"
        f"review-by: 2027-01-10\nlinks:\n  es:\n    {here}: {there}\n---\n\nSee [this]({here}).\n"
    )
    parsed, found = parse_article(text, "source/sleep.md")
    assert parsed
    assert found == ()
    for target in (here, there):
        entries = {
            ("", "Sleep"): "El sueño",
            ("", f"See [this]({here})."): f"Vea [esto]({target}).",
        }
        catalog = Catalog(
            locale="es",
            path=PATH,
            translations={
                key: Translation(text=text, fuzzy=False, line=1) for key, text in entries.items()
            },
        )
        assert list(check_catalog(parsed, catalog, REFERENCES)) == []
        local, _ = translate_article(parsed, catalog)
        assert [one.target for one in walk_inlines(local.body[0].content) if one.target] == [there]


@each_row(
    "table",
    [
        "links: no table",
        "links:\n  es: https://example.org/es",
        "links:\n  spanish:\n    https://example.org/en: https://example.org/es",
        "links:\n  es:\n    https://example.org/other: https://example.org/es",
        "links:\n  es:\n    https://example.org/en: tel:988",
    ],
)
def test_a_table_of_links_that_leads_nowhere_is_refused(table: str) -> None:
    text = (
        "---\nid: sleep\ntitle: Sleep\nversion: '1'\nlanguage: en\ndate: 2026-01-10\n"
        f"review-by: 2027-01-10\n{table}\n---\n\nSee [this](https://example.org/en).\n"
    )
    assert codes(list(parse_article(text, "source/sleep.md")[1])) == ["SRC001"]


def test_a_comment_without_a_reason_hides_nothing() -> None:
    assert sorted(hidden("# polyleaf: ignore TXT005")) == ["CAT015", "TXT005"]
    assert sorted(hidden("# polyleaf: ignore TXT005:  ")) == ["CAT015", "TXT005"]


def test_a_comment_hides_the_rule_that_it_names_and_no_other() -> None:
    assert sorted(hidden("# polyleaf: ignore TXT006 the word is short")) == ["CAT014", "TXT005"]


# Rules that had another code, and rules on trial

THEORY = "Joiner’s theory of suicide [-@joiner2005] names hopelessness."
MISREAD = "La teoría del suicidio de Joiner [-@joiner2005] nombra la desesperanza."


def test_every_former_code_leads_to_one_rule_and_is_none_of_today() -> None:
    former = [old for rule in RULES for old in rule.formerly]
    assert len(set(former)) == len(former)
    assert not set(former) & set(RULES_BY_CODE)
    assert RENAMED["SAF015"] == "TXT017"
    assert rules_named(["saf015"]) == [RULES_BY_CODE["TXT017"]]


def test_a_comment_with_a_former_code_still_counts_and_is_told_the_new_one() -> None:
    assert codes(stock_pair(THEORY, MISREAD, "")) == ["TXT017"]
    note = "# polyleaf: ignore SAF015 our readers know the theory"
    old, hint = stock_pair(THEORY, MISREAD, note)
    assert (old.code, old.severity, old.reason) == (
        "TXT017",
        Severity.IGNORED,
        "our readers know the theory",
    )
    assert (hint.code, hint.severity) == ("CAT014", Severity.WARNING)
    assert hint.message == "SAF015 is called TXT017 now"
    (only,) = stock_pair(THEORY, MISREAD, note.replace("SAF015", "TXT017"))
    assert only == old


def test_a_policy_with_a_former_code_still_counts_and_is_told_the_new_one() -> None:
    level = Level(severity=Severity.ERROR, reason="two readers took it that way")
    policy = Policy(levels={"SAF015": level})
    (hint,) = check_policy(policy, "source/policy.toml")
    assert (hint.severity, hint.message) == (
        Severity.WARNING,
        "finding: SAF015 is called TXT017 now",
    )
    for levels in (policy.levels, {**policy.levels, "TXT017": level}):
        (found,) = stock_pair(THEORY, MISREAD, "", levels=levels)
        assert (found.severity, found.reason) == (Severity.ERROR, level.reason)


@pytest.fixture
def on_trial(monkeypatch: pytest.MonkeyPatch) -> Rule:
    rule = replace(RULES_BY_CODE["TXT005"], severity=Severity.ERROR, trial=True)
    rules = tuple(rule if one.code == rule.code else one for one in PAIR_RULES)
    monkeypatch.setattr(catalog_checks, "PAIR_RULES", rules)
    return rule


def test_what_a_rule_on_trial_finds_is_told_and_fails_nothing(on_trial: Rule) -> None:
    (found,) = check(**{"Rest.": EMPHASIS})
    assert (found.code, found.severity) == (on_trial.code, Severity.TRIAL)
    assert not has_errors([found])
    assert report([found]).endswith("0 errors, 0 warnings, 1 on trial\n")
    assert "trial TXT005" in report([found])
    assert json.loads(as_json([found]))["counts"]["on_trial"] == 1
    assert as_github([found]).startswith("::notice ")
    assert json.loads(as_sarif([found]))["runs"][0]["results"][0]["level"] == "note"
    warnings = Warnings(0)
    warnings.tell([found])
    assert warnings.line("") == ""
    assert "On trial" in explanation(on_trial)


def test_a_publisher_may_let_a_rule_on_trial_count(on_trial: Rule) -> None:
    for severity in (Severity.WARNING, Severity.ERROR, Severity.IGNORED):
        level = Level(severity=severity, reason="it was right each time")
        text = catalog_text({"Rest.": EMPHASIS})
        (found,) = found_in(text, levels={on_trial.code: level})
        assert (found.severity, found.reason) == (severity, level.reason)


def test_a_comment_hides_nothing_at_another_text() -> None:
    text = catalog_text(
        {"Rest.": EMPHASIS}, notes={"By age.": "# polyleaf: ignore TXT005 the word is ours"}
    )
    found = found_in(text)
    assert sorted((one.code, one.source) for one in found) == [
        ("CAT014", "By age."),
        ("TXT005", "Rest."),
    ]


@pytest.mark.parametrize(
    ("code", "text", "translation"),
    [
        ("SAF001", EMERGENCY, "Si corre peligro ahora, llame ya."),
        ("SAF002", CRISIS, "Por favor, llame hoy mismo por teléfono al 988."),
        ("SAF004", "Rest.", "Descanse o llame al 988."),
        ("CAT012", "Rest.", "Descanse\u202e."),
    ],
)
def test_what_protects_the_reader_cannot_be_hidden(code: str, text: str, translation: str) -> None:
    note = f"# polyleaf: ignore {code} we know better"
    assert sorted(hidden(note, text, translation)) == sorted([code, "CAT015"])


@pytest.mark.parametrize("state", ["", "fuzzy"])
def test_a_gap_in_a_crisis_note_cannot_be_hidden(state: str) -> None:
    note = {CRISIS: "# polyleaf: ignore SAF006 later"}
    text = catalog_text({} if state else {CRISIS: ""}, state and CRISIS, note)
    assert "SAF006" in codes(found_in(text))


def test_a_citation_that_was_lost_cannot_be_explained_away() -> None:
    text = "Dormir mal y tener el ánimo bajo suelen ir juntos."
    found = hidden("# polyleaf: ignore CIT001 the editors agreed", CITING, text)
    assert sorted(found) == ["CAT015", "CIT001"]


@pytest.mark.parametrize(
    "note",
    [
        "ignore TXT005 because",
        "ignore TXT005 …",
        "ignore TXT005 TXT006 the word is short",
        "IGNORE all of it",
        "ignore TXT005 so so so",
        "ignore TXT005 无",
        "ignore TXT005 原文原文原文",
        "ignore * the word is short",
        "ingore TXT005 the word is short",
        "skip TXT005 the word is short",
    ],
)
def test_a_comment_without_a_reason_that_can_be_read_hides_nothing(note: str) -> None:
    assert sorted(hidden(f"# Polyleaf: {note}")) == ["CAT015", "TXT005"]


@each_row(
    "note",
    [
        "# polyleaf: ignore TXT005 the word is short",
        "# polyleaf：ignore TXT005：原文的强调在中文里不用",
        "# polyleaf: ignore TXT005 日本語では強調しません",
        "# polyleaf: ignore TXT005 ภาษาไทยไม่เน้นคำนี้",
        "#polyleaf:ignore txt005 – слово и так короткое",
        "# polyleaf: ignore TXT005: الكلمة قصيرة في لغتنا",
    ],
)
def test_a_reason_in_any_language_is_one(note: str) -> None:
    (found,) = found_in(catalog_text({"Rest.": EMPHASIS}, notes={"Rest.": note}))
    assert (found.code, found.severity) == ("TXT005", Severity.IGNORED)


@each_row(
    "note",
    [
        "# polyleaf: ignore TXT005\n# the word is short in Spanish",
        "# polyleaf: ignore TXT005:\n#   日本語では強調しません",
        "# polyleaf: ignore TXT005 because\n# the word is short",
        "# Ana Pérez, 2026.\n# polyleaf: ignore TXT005\n# the word is short in Spanish",
    ],
)
def test_a_reason_may_stand_on_the_next_line(note: str) -> None:
    (found,) = found_in(catalog_text({"Rest.": EMPHASIS}, notes={"Rest.": note}))
    assert (found.code, found.severity) == ("TXT005", Severity.IGNORED)
    assert "short" in found.reason or "強調" in found.reason


@each_row(
    "note",
    [
        "# polyleaf: ignore TXT005\n# Ana Pérez <ana@clinic.test>, 2026.",
        "# polyleaf: ignore TXT005\n# Ana Pérez de Burgos, 2026.",
        "# polyleaf: ignore TXT005\n#",
        "# polyleaf: ignore TXT005\n# short",
        "# the word is short in Spanish\n# polyleaf: ignore TXT005",
    ],
)
def test_a_signature_or_a_line_before_is_no_reason(note: str) -> None:
    found = found_in(catalog_text({"Rest.": EMPHASIS}, notes={"Rest.": note}))
    assert sorted(codes(found)) == ["CAT015", "TXT005"]


def test_a_comment_for_another_rule_is_no_reason() -> None:
    note = "# polyleaf: ignore TXT005\n# polyleaf: ignore TXT006 the word is short"
    found = found_in(catalog_text({"Rest.": EMPHASIS}, notes={"Rest.": note}))
    assert sorted(codes(found)) == ["CAT014", "CAT015", "TXT005"]


@each_row(
    "note", ["# polyleaf ignore TXT005 the word is short", "# Polyleaf: TXT005 is wrong here"]
)
def test_a_comment_with_a_slip_is_told(note: str) -> None:
    found = found_in(catalog_text({"Rest.": EMPHASIS}, notes={"Rest.": note}))
    assert sorted(codes(found)) == ["CAT015", "TXT005"]
    assert any(note in one.message for one in found)


def test_a_comment_beside_nothing_is_told() -> None:
    note = {"Rest.": "# polyleaf: ignore CAT010 it needs no words here"}
    found = found_in(catalog_text({"Rest.": ""}, notes=note))
    assert sorted(codes(found)) == ["CAT010", "CAT015"]


@pytest.mark.parametrize("nothing", ["\u200b", "…", "—"])
def test_a_text_without_letters_counts_as_missing(nothing: str) -> None:
    assert codes(check(**{"Rest.": nothing})) == ["CAT010"]


def test_a_placeholder_in_further_braces_is_reported() -> None:
    found = check(emergency="Si hay peligro ahora, llame al {{emergency}}.")
    assert "SAF001" in codes(found)


@pytest.mark.parametrize("sign", ["⑨⑧⑧", "⁹⁸⁸", "九八八"])
def test_numbers_that_are_no_digits_are_numbers_in_a_crisis_note(sign: str) -> None:
    assert "SAF002" in codes(check(crisis=f"Por favor, hable hoy mismo con alguien: {sign}."))


def test_a_comment_that_hides_nothing_is_a_warning() -> None:
    note = {"Rest.": "# polyleaf: ignore TXT005 the word is short"}
    (finding,) = found_in(catalog_text({}, notes=note))
    assert (finding.code, finding.is_error) == ("CAT014", False)


def test_other_comments_are_left_alone() -> None:
    assert found_in(catalog_text({}, notes={"Rest.": "# Ana: ignore TXT005?"})) == []


# Catalogs that take over their parents' texts


def test_a_finding_in_a_parents_text_names_the_parents_file() -> None:
    parent = catalog_of(catalog_text({"Rest.": EMPHASIS}))
    child = Catalog(
        locale="es_MX",
        path="locales/es_MX/LC_MESSAGES/sleep.po",
        translations={
            ("", "By age."): Translation(text="**Por edad.**", fuzzy=False, line=7),
        },
    )
    found = list(check_catalog(article(), inherit([child, parent]), REFERENCES))
    assert sorted((one.path, one.source, one.locale) for one in found) == [
        (PATH, "Rest.", "es_MX"),
        (child.path, "By age.", "es_MX"),
    ]


# The sheet's own words


def sheet_check(context: str, text: str, translation: str, approved: str = "") -> list[str]:
    messages = sheet_messages(template_sources())
    assert (context, text) in {message.key for message in messages}
    catalog, _, _ = Project.at(ROOT).catalog("es", "sheet")
    assert catalog
    changed = {
        **catalog.translations,
        (context, text): Translation(text=translation, fuzzy=False, line=1),
    }
    if approved:
        changed["foot", "Approved"] = Translation(text=approved, fuzzy=False, line=2)
    found = check_sheet(messages, Catalog(locale="es", path=catalog.path, translations=changed))
    return codes(list(found))


def test_the_sheets_own_words_are_checked_in_the_same_way() -> None:
    assert sheet_check("foot", "Proof", "Prueba") == []
    assert sheet_check("foot", "Proof", "") == ["CAT010"]
    assert sheet_check("services", "Call {number}", "Llame") == ["SAF001"]


@pytest.mark.parametrize(
    ("text", "translation"),
    [
        ("the local emergency number", "número local: 112"),
        ("Call {number}", "Llame al 024 o al {number}"),
    ],
)
def test_a_number_typed_into_the_crisis_boxs_words_is_reported(text: str, translation: str) -> None:
    assert sheet_check("services", text, translation) == ["SAF002"]


# What a language's data allow


def in_locale(locale: str, text: str, translation: str, context: str = "") -> set[str]:
    judged = pair(locale, text, translation, context=context, is_sheet=not context)
    return {rule.code for rule in PAIR_RULES if rule.check and list(rule.check(judged))}


@each_row(
    ("locale", "translation"),
    [
        ("de", "SMS an {number}"),
        ("fr", "Envoyez un SMS au {number}"),
        ("ru", "Отправьте СМС на номер {number}"),
        ("uk", "Надішліть SMS на номер {number}"),
    ],
)
def test_the_everyday_word_for_a_text_message_is_no_key_word(locale: str, translation: str) -> None:
    assert in_locale(locale, "Text {number}", translation) == set()


@each_row(
    ("locale", "translation"),
    [
        ("fr", "SMS AYUDA"),
        ("de", "Senden Sie HALLO an {number}"),
        ("zh_Hant", "AYUDA QR 碼"),
        ("ru", "Отправьте ОВД на номер {number}"),
    ],
)
def test_other_words_in_capitals_are_still_key_words(locale: str, translation: str) -> None:
    assert "SAF012" in in_locale(locale, "Text message", translation)


DAY = "24 hours a day, every day"


@each_row(
    ("locale", "translation"),
    [
        ("de", "Rund um die Uhr, jeden Tag"),
        ("ru", "Круглосуточно, каждый день"),
        ("uk", "Цілодобово, щодня"),
        ("fa", "شبانه\u200cروزی، همهٔ روزها"),
        ("fr", "24 heures sur 24, tous les jours"),
        ("fr", "24 heures par jour, tous les jours"),
        ("zh_Hans", "每天二十四小时"),
        ("ja", "24時間、毎日受け付け"),
    ],
)
def test_a_language_may_have_a_word_for_24_hours_a_day(locale: str, translation: str) -> None:
    assert in_locale(locale, DAY, translation) == set()


@each_row(
    ("locale", "text", "translation", "code"),
    [
        ("de", DAY, "12 Stunden am Tag, jeden Tag", "TXT004"),
        ("de", DAY, "Jeden Tag", "TXT004"),
        ("de", DAY, "Rund um die Uhr, 7 Tage die Woche", "SAF002"),
        ("fr", DAY, "24 heures sur 48, tous les jours", "SAF002"),
        ("ru", "within 24 hours", "круглосуточно", "TXT004"),
        ("es", DAY, "Круглосуточно", "TXT004"),
    ],
)
def test_it_stands_for_no_other_number(locale: str, text: str, translation: str, code: str) -> None:
    assert code in in_locale(locale, text, translation)


@each_row("translation", ["電話：{number}", "緊急通報番号", "自殺対人関係理論"])
def test_a_short_japanese_text_needs_no_kana(translation: str) -> None:
    assert "TXT009" not in in_locale("ja", "Telephone: {number}", translation)


def test_a_chinese_sentence_is_not_japanese() -> None:
    text = "If a life is in danger now, call {emergency}."
    assert "TXT009" in in_locale(
        "ja", text, "如果現在有生命危險，請撥打{emergency}電話。", "crisis"
    )


def test_a_sentence_in_english_is_seen_beside_a_name_that_stays() -> None:
    text = "WhatsApp: {number}"
    assert in_locale("de", text, text) == set()
    added = f"{text}. Support from other people makes it easier."
    assert "TXT007" in in_locale("de", text, added)
    pl = "Zadzwoń teraz. Do not stay alone, and do not leave the other person alone."
    assert "SAF007" in in_locale("pl", "Call now. Do not stay alone, and …", pl, "crisis")


ENDS = "You are not alone. Suicidal thoughts can pass, and support helps."


@pytest.mark.parametrize(
    ("locale", "cut"),
    [
        ("ja", "あなたは一人ではありません。死にたい気持ちは、ずっと続くとはかぎりませ"),
        ("hi", "आप अकेले नहीं हैं। आत्महत्या के विचार दूर हो सकते हैं, और"),
        ("de", "Sie sind nicht allein. Suizidgedanken können vorübergehen, und Unterstützung"),
    ],
)
def test_a_crisis_note_that_lost_its_end_breaks_off(locale: str, cut: str) -> None:
    assert "SAF008" in in_locale(locale, ENDS, cut, "crisis")


@each_row(
    ("locale", "whole"),
    [
        ("ja", "あなたは一人ではありません。死にたい気持ちは過ぎ去っていくこともあります。"),
        ("hi", "आप अकेले नहीं हैं। आत्महत्या के विचार दूर हो सकते हैं, और सहारे से मदद मिलती है।"),
        ("th", "คุณไม่ได้อยู่คนเดียว ความคิดอยากตายผ่านไปได้ และการช่วยเหลือช่วยได้"),
    ],
)
def test_a_whole_crisis_note_does_not(locale: str, whole: str) -> None:
    assert "SAF008" not in in_locale(locale, ENDS, whole, "crisis")
