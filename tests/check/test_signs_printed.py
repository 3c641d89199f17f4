"""Signs of Markdown in a translation that would be printed as they stand."""

from pipeline.check.rules.signs_printed import check
from tests.pairs import pair
from tests.rows import each_row


@each_row(
    ("translation", "sign"),
    [
        ("Duerma ~~poco~~ bien.", "a word struck out … ~~poco~~"),
        ("Duerma ==bien==.", "a word highlighted … ==bien=="),
        ("Vea [[dormir]].", "a wiki link … [[dormir]]"),
        ("[ ] Duerma bien.", "a box to tick … [ ]"),
        ("Duerma bien.^[Un rato.]", "a note inside the text … ^[Un rato.]"),
        ("Beba H~2~O.", "a lowered sign … ~2~"),
        ("Duerma &bienn; ya.", "the code of a character … &bienn;"),
        ("- Duerma bien.", "the sign … -"),
        ("• Duerma bien.", "the sign … •"),
        ("## Duerma bien", "the sign … ##"),
        ("> Duerma bien", "the sign … >"),
        ("** Duerma ** bien", "the asterisks … asterisks"),
    ],
)
def test_a_sign_of_markdown_in_a_translation_is_told(translation: str, sign: str) -> None:
    name, _, written = sign.partition(" … ")
    said = f"{name} would be printed as it stands: {written}"
    if written == "asterisks":
        said = "the asterisks would be printed as asterisks"
    assert [one.message for one in check(pair("es", "Sleep well.", translation))] == [said]


@each_row(
    ("locale", "text", "translation"),
    [
        ("es", "Sleep well.", r"\- Duerma \~\~poco\~\~ bien \[\[así\]\]."),
        ("es", "More than 5 mg", "> 5 mg"),
        ("es", "- 5 mg", "- 5 mg"),
        ("es", r"Sleep \[ \] well.", r"Duerma \[ \] bien."),
        ("es", "Sleep well.", "—Duerma bien —dijo."),
        ("es", "Write `~~x~~`.", "Escriba `~~x~~`."),
        ("ko", "Monday to Friday, Saturday to Sunday", "월~금,토~일요일"),
        ("ja", "9 to 12, 1 to 5", "9~12、13~17"),
        (
            "fr",
            "[Sleep](https://example.org/~~a~~/[[b]]) well.",
            "[Dormez](https://example.org/~~a~~/[[b]]).",
        ),
        ("de", "It costs $5.", "Es kostet 5 $ & mehr, 100 %% von ^_^ :-)."),
    ],
)
def test_a_sign_that_a_reader_shall_see_is_none(locale: str, text: str, translation: str) -> None:
    assert not list(check(pair(locale, text, translation)))
