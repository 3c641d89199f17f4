"""Raised and lowered digits: what is another is told, what a language says otherwise is not."""

from tests.pairs import messages, pair
from tests.rows import each_row


def told(locale: str, source: str, target: str) -> list[str]:
    return messages(pair(locale, source, target), "TXT004", "SAF004", "SAF011")


@each_row(
    ("locale", "source", "target"),
    [
        ("zh_Hans", "A room of 20 m².", "20平方米的房间。"),
        ("ja", "A room of 20 m².", "20平方メートルの部屋。"),
        ("ko", "A room of 20 m².", "20제곱미터 방"),
        ("ru", "A room of 20 m².", "Комната 20 квадратных метров."),
        ("de", "A room of 20 m².", "Ein Raum von 20 Quadratmetern."),
        ("fr", "A room of 20 m².", "Une pièce de 20 mètres carrés."),
        ("es", "A room of 20 m².", "Una sala de 20 m2."),
        ("es", "A room of 20 square metres.", "Una sala de 20 m²."),
        ("ar", "A room of 20 m².", "غرفة مساحتها 20 مترًا مربعًا."),
        ("hi", "A room of 20 m².", "20 वर्ग मीटर का कमरा।"),
        ("es", "A room of 20 m².", "Una sala de 20 metros cuadrados."),
        ("es", "Vitamin B₁₂.", "Vitamina B12."),
        ("es", "Vitamin B12.", "Vitamina B₁₂."),
        ("zh_Hans", "Vitamin B₁₂.", "维生素B12。"),
        ("es", "About 10⁶ cells.", "Unas 1.000.000 de células."),
        ("es", "About 10⁶ cells.", "Alrededor de 1 millón de células."),
        ("es", "About 10⁶ cells.", "Unas 10^6 células."),
        ("ar", "About 10⁶ cells.", "نحو ١٠⁶ خلايا."),
        ("fa", "About 10⁶ cells.", "حدود ۱۰⁶ سلول."),
        ("es", "About 10⁻⁶ grams.", "Unos 10⁻⁶ gramos."),
        ("es", "H₂O and CO₂.", "CO₂ y H₂O."),
        ("es", "H₂O and CO₂.", "Agua y dióxido de carbono."),
        ("fr", "The 1st of May, 20 m².", "Le 1ᵉʳ mai, 20 m²."),
        ("ja", "Of 10⁶ people, 10⁵ were ill.", "10⁶人のうち10⁵人が病気だった。"),
    ],
)
def test_the_same_digits_are_no_fault(locale: str, source: str, target: str) -> None:
    assert told(locale, source, target) == []


@each_row(
    ("locale", "source", "target"),
    [
        ("es", "About 10⁶ cells.", "Unas 10⁵ células."),
        ("es", "10⁶ cells and 10⁵ viruses.", "10⁵ células y 10⁶ virus."),
        ("es", "First 10⁶ then 10⁵ viruses.", "Primero 10⁵ y luego 10⁶ virus."),
        ("es", "A room of 20 m².", "20 m³."),
        ("fr", "A room of 20 m².", "20 m³."),
        ("it", "A room of 20 m².", "20 m³."),
        ("pt_BR", "A room of 20 m².", "20 m³."),
        ("ro", "A room of 20 m².", "20 m³."),
        ("nl", "A room of 20 m².", "20 m³."),
        ("pl", "A room of 20 m².", "20 m³."),
        ("tr", "A room of 20 m².", "20 m³."),
        ("vi", "A room of 20 m².", "20 m³."),
        ("fil", "A room of 20 m².", "20 m³."),
        ("ht", "A room of 20 m².", "20 m³."),
        ("sw", "A room of 20 m².", "20 m³."),
        ("de", "A room of 20 m².", "Ein Raum von 20 m³."),
        ("ru", "A room of 20 m².", "20 м³."),
        ("uk", "A room of 20 m².", "20 м³."),
        ("ar", "A room of 20 m².", "غرفة 20 م³."),
        ("zh_Hans", "A room of 20 m².", "20立方米的房间。"),
        ("zh_Hant", "A room of 20 m².", "20立方公尺的房間。"),
        ("ja", "A room of 20 m².", "20立方メートルの部屋。"),
        ("ko", "A room of 20 m².", "20세제곱미터 방"),
        ("es", "A room of 20 m².", "Una sala de 20 metros cúbicos."),
        ("de", "A room of 20 m².", "Ein Raum von 20 Kubikmetern."),
        ("ru", "A room of 20 m².", "Комната 20 кубических метров."),
        ("fr", "A room of 20 m².", "Une pièce de 20 mètres cubes."),
        ("es", "Give CO₂.", "Dé CO₃."),
        ("ru", "Give CO₂.", "Дайте СО₃."),
        ("es", "Vitamin B₁₂.", "Vitamina B₁₁."),
        ("es", "BMI of 25 kg/m².", "IMC de 25 kg/m³."),
        ("es", "20 m² and 30 m³", "20 m³ y 30 m²"),
        ("es", "10² for 10³", "10³ por 10²"),
        ("ar", "About 10⁶ cells.", "نحو ١٠⁵ خلايا."),
        ("es", "About 10⁻⁶ grams.", "Unos 10⁻⁵ gramos."),
        ("es", "About 10⁻⁶ grams.", "Unos 10⁶ gramos."),
        ("es", "x² + y³", "x³ + y²"),
        ("es", "T₃ and T₄", "T₃ y T₅"),
        ("es", "10⁶ cells.", "106 células."),
        ("es", "1.5 × 10⁶", "1,5 × 10⁵"),
    ],
)
def test_other_digits_are_told(locale: str, source: str, target: str) -> None:
    assert told(locale, source, target)
