import pytest

from pipeline.check.terms import has_form, term_pattern


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("attachment", "Attachment begins early."),
        ("attachment", "early attachments"),
        ("attachment style", "her attachment-style"),
        ("secure attachment", "Secure attachment can be earned."),
        ("loss", "two losses"),
    ],
)
def test_an_english_term_is_found_in_singular_and_plural(term: str, text: str) -> None:
    assert term_pattern(term).search(text)


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("attachment", "detachment"),
        ("attachment", "reattachment"),
        ("secure attachment", "insecure attachment"),
        ("attachment style", "attachment in style"),
        ("loss", "glossy"),
    ],
)
def test_part_of_a_word_is_no_term(term: str, text: str) -> None:
    assert not term_pattern(term).search(text)


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("apego inseguro", "Los apegos inseguros duelen."),
        ("apego", "El Apego empieza pronto."),
        ("Bindung", "sichere Bindungen"),
        ("привязанность", "о привязанности"),
        ("przywiązanie", "o przywiązaniu"),
        ("التعلق", "والتعلق الآمن"),
        ("التعلق", "تعلّق آمن"),
        ("שלב", "בשלב"),
        ("bağlanma", "bağlanmanın"),
        ("依恋", "不安全型依恋很常见"),
        ("愛着", "安定した愛着です"),
        ("애착", "애착은"),
        ("apego seguro", "un apego que es seguro"),
    ],
)
def test_a_form_is_found_however_its_language_inflects_it(form: str, text: str) -> None:
    assert has_form((form,), text)


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("apego", "el vínculo"),
        ("apego inseguro", "el apego"),
        ("依恋", "依赖"),
        ("不安定型", "不安型の愛着"),
        ("愛着", "愛情"),
        ("vinculação", "o apego"),
        ("apego", ""),
    ],
)
def test_another_form_is_not_it(form: str, text: str) -> None:
    assert not has_form((form,), text)


def test_one_of_several_forms_is_enough() -> None:
    assert has_form(("autoconsuelo", "capacidad de calmarse"), "la capacidad para calmarse")
    assert not has_form((), "apego")
