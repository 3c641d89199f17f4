"""Fonts for letters of other scripts."""

from pipeline.compose.letters import borrowed_families


def test_letters_of_another_script_bring_its_families() -> None:
    texts = ["Español", "العربية", "አማርኛ 12", "Русский", "ગુજરાતી"]
    assert borrowed_families(texts, ["Lato", "Noto Serif"]) == (
        "Noto Naskh Arabic",
        "Noto Sans Ethiopic",
    )
    assert borrowed_families(["العربية"], ["Noto Naskh Arabic", "Lato"]) == ()


def test_han_letters_are_told_by_what_stands_beside_them() -> None:
    assert borrowed_families(["免费"], ["Lato"]) == ("Noto Sans CJK SC",)
    assert borrowed_families(["免费"], ["Noto Sans CJK TC", "Lato"]) == ()
    assert borrowed_families(["無料です"], ["Lato"]) == ("Noto Sans CJK JP",)
    assert borrowed_families(["무료 無料"], ["Lato"]) == ("Noto Sans CJK KR",)
