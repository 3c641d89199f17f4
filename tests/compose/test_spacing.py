"""Spaces at which no line may end: only spaces change, and only where they hold something."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.compose.spacing import (
    NO_BREAK,
    THIN_NO_BREAK,
    french_spaces,
    held_letters,
    held_words,
    whole_after_colon,
    whole_after_question,
    whole_amount,
    whole_numbers,
)
from pipeline.compose.words import unit_symbols
from pipeline.records.typography import nearest_row
from tests.rows import each_row

SPACES = {" ", NO_BREAK, THIN_NO_BREAK}

TEXT = st.text(st.sampled_from("« »!?:;10٣ mgкг€.,é\u00a0\u202f\ufffc\nмг/h") | st.characters())


def shown(text: str) -> str:
    """Return a text with its no-break spaces made visible."""
    return text.replace(NO_BREAK, "_").replace(THIN_NO_BREAK, "-")


@pytest.mark.parametrize(
    ("text", "locale", "held"),
    [
        ("take 10 mg a day", "en", "take 10_mg a day"),
        ("10 mg/l", "en", "10 mg/l"),
        ("10 mgs, 10 many", "en", "10 mgs, 10 many"),
        ("1 000 people", "fr", "1_000 people"),
        ("12 345 678,5 kg", "fr", "12_345_678,5_kg"),
        ("in 2001 300 people", "en", "in 2001 300 people"),
        ("PHQ9 100", "en", "PHQ9 100"),
        ("1 0000", "en", "1 0000"),
        ("50 % of 5 °C", "fr", "50_% of 5_°C"),
        ("по 10 мг в день", "ru", "по 10_мг в день"),
        ("10 мг", "en", "10 мг"),
        ("١٠ ملتر", "ar", "١٠_ملتر"),
        ("5 मि॰ग्रा॰", "hi", "5_मि॰ग्रा॰"),
        ("24 hours, 5 people", "en", "24 hours, 5 people"),
    ],
)
def test_a_number_keeps_its_groups_and_its_unit(text: str, locale: str, held: str) -> None:
    assert shown(whole_numbers(text, unit_symbols(locale))) == held


@each_row(
    ("text", "held"),
    [
        ("makes it worse—a ring, a wall", "makes it worse—a_ring, a wall"),
        ("10–5 mg, so—an end", "10–5 mg, so—an end"),
        ("a wall — a ring", "a wall — a ring"),
    ],
)
def test_no_line_ends_after_a_letter_behind_a_dash(text: str, held: str) -> None:
    assert shown(held_letters(text)) == held


@each_row(
    ("cell", "held"),
    [
        ("20 minutes", "20_minutes"),
        (" 5 мин. ", " 5_мин. "),
        ("٢٠ دقيقة", "٢٠_دقيقة"),
        ("20 minutes more", "20 minutes more"),
        ("1000 kilometres", "1000 kilometres"),
        ("All night", "All night"),
        ("20 30", "20 30"),
    ],
)
def test_a_cell_keeps_its_number_with_its_word_if_it_says_no_more(cell: str, held: str) -> None:
    assert shown(whole_amount(cell)) == held


@each_row(
    ("text", "held"),
    [
        ("Vraiment ?", "Vraiment-?"),
        ("Non ! Oui ; ainsi : « rien »", "Non-! Oui-; ainsi_: «_rien_»"),
        ("Ça va?", "Ça va?"),
        ("« Oui »", "«_Oui_»"),
        (" : debut", " : debut"),
        ("\ufffc :", "\ufffc_:"),
        ("déjà\u00a0!", "déjà_!"),
    ],
)
def test_french_marks_hold_the_word_before_them(text: str, held: str) -> None:
    assert shown(french_spaces(text)) == held


@given(TEXT)
def test_nothing_but_spaces_changes(text: str) -> None:
    row = nearest_row("words", "held", "uk")
    for changed in (
        french_spaces(text),
        whole_numbers(text, unit_symbols("ru")),
        held_words(text, row),
    ):
        assert len(changed) == len(text)
        assert all(
            old == new or (old == " " and new in SPACES)
            for old, new in zip(text, changed, strict=True)
        )


@given(TEXT)
def test_a_second_time_changes_nothing(text: str) -> None:
    once = whole_numbers(french_spaces(text), unit_symbols("fr"))
    assert whole_numbers(french_spaces(once), unit_symbols("fr")) == once


@each_row(
    ("text", "locale", "held"),
    [
        ("мысли о смерти и в беде", "ru", "мысли о_смерти и_в_беде"),
        ("В доме (и у врача)", "ru", "В_доме (и_у_врача)"),
        ("Привязанность — это связь", "ru", "Привязанность_— это связь"),
        ("ребёнок-и отец, 5 в 1", "ru", "ребёнок-и отец, 5 в_1"),
        ("Зв’язок і з кимось", "uk", "Зв’язок і_з_кимось"),
        ("myśli o śmierci i w domu – z lekarzem", "pl", "myśli o_śmierci i_w_domu_– z_lekarzem"),
        ("Therapien – auch diese –, können", "de", "Therapien_– auch diese_–, können"),
        ("10–20 osób, A. Wolański", "pl", "10–20 osób, A. Wolański"),
        ("Lè nou pa t santi l, di l konsa", "ht", "Lè nou pa_t santi_l, di_l konsa"),
        ("ঠিক করে দেয় না। নাম নানা", "bn", "ঠিক করে দেয়_না। নাম নানা"),
        ("relații sociale – toate", "ro", "relații sociale_– toate"),
        ("insegura – ansiosa – ou", "pt_PT", "insegura_– ansiosa_– ou"),
    ],
)
def test_one_letter_words_and_dashes_stay_with_their_neighbours(
    text: str, locale: str, held: str
) -> None:
    row = nearest_row("words", "held", locale)
    assert shown(held_words(text, row)) == held


@each_row(
    ("text", "locale", "held"),
    [
        ("Blijf niet alleen", "nl", "Blijf niet_alleen"),
        ("ce n’est pas votre faute", "fr", "ce n’est_pas votre faute"),
        ("Δεν χρειάζεται", "el", "Δεν_χρειάζεται"),
        ("ज़रूरत नहीं है", "hi", "ज़रूरत_नहीं है"),
        ("उस व्यक्ति को भी अकेला न छोड़ें", "hi", "उस व्यक्ति को भी अकेला न_छोड़ें"),
        ("혼자 있지 말고", "ko", "혼자 있지_말고"),
        ("تنها نیستید و این", "fa_AF", "تنها_نیستید و این"),
        ("Não tem de esperar", "pt_PT", "Não_tem de esperar"),
        ("zorunda değilsiniz", "tr", "zorunda_değilsiniz"),
        ("Nothing, knot it", "en", "Nothing, knot it"),
    ],
)
def test_not_stays_with_what_it_turns_round(text: str, locale: str, held: str) -> None:
    assert shown(held_words(text, nearest_row("words", "held_in_notes", locale))) == held


@each_row(
    ("head", "held"),
    [
        ("Suicidality: The Impact of Trauma", "Suicidality: The_Impact of Trauma"),
        ("emocional: la dificultad", "emocional: la_dificultad"),
        ("so: The Attachment-Depression Cycle", "so: The_Attachment-Depression Cycle"),
        ("Dysregulation: Struggle to Manage", "Dysregulation: Struggle to Manage"),
        ("why: the", "why: the"),
        ("so: the Donaudampfschifffahrt", "so: the Donaudampfschifffahrt"),
        ("the end of it", "the end of it"),
    ],
)
def test_a_short_word_behind_a_heads_colon_stays_with_the_next(head: str, held: str) -> None:
    assert shown(whole_after_colon(head)) == held


@each_row(
    ("line", "held"),
    [
        ("¿Necesita un intérprete? Llame al \ufffc.", "¿Necesita un intérprete? Llame_al_\ufffc."),
        ("Нужен переводчик? Позвоните: \ufffc.", "Нужен переводчик? Позвоните:_\ufffc."),
        ("Why me? Because nobody asked.", "Why me? Because nobody asked."),
        ("Call us now.", "Call us now."),
    ],
)
def test_few_words_behind_a_question_stay_together(line: str, held: str) -> None:
    assert shown(whole_after_question(line)) == held


def test_a_language_without_such_a_custom_has_no_row() -> None:
    assert nearest_row("words", "held", "en") is None
    assert nearest_row("words", "held", "it_CH") is None
