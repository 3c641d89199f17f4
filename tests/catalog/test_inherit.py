"""A child catalog over its parents."""

from pipeline.catalog.inherit import inherit
from pipeline.records.typography import parents_of
from pipeline.values.message import Catalog, Translation
from tests.rows import each_row


def catalog(locale: str, *entries: tuple[str, str, bool]) -> Catalog:
    return Catalog(
        locale=locale,
        path=f"{locale}.po",
        translations={
            ("", key): Translation(text=text, fuzzy=fuzzy, line=number)
            for number, (key, text, fuzzy) in enumerate(entries, 1)
        },
    )


@each_row(
    ("locale", "parents"),
    [
        ("es_MX", ("es_419", "es")),
        ("es_419", ("es",)),
        ("es_ES", ("es",)),
        ("pt_AO", ("pt_PT", "pt")),
        ("pt_PT", ("pt",)),
        ("zh_Hant", ()),
        ("zh_Hant_HK", ("zh_Hant",)),
        ("zh_Hans", ("zh",)),
        ("fa_AF", ("fa",)),
        ("es", ()),
        ("ht", ()),
        ("ht_HT", ("ht",)),
        ("hi_Latn", ()),
        ("nn", ()),
    ],
)
def test_parents_are_cldrs_and_those_of_the_table(locale: str, parents: tuple[str, ...]) -> None:
    assert parents_of(locale) == parents


def test_no_variant_of_portuguese_takes_the_others_words() -> None:
    assert "pt_BR" not in parents_of("pt_PT")
    assert "pt_PT" not in parents_of("pt_BR")


def test_a_child_says_what_differs_and_takes_over_the_rest() -> None:
    parent = catalog("es", ("a", "uno", False), ("b", "dos", False), ("c", "tres", False))
    child = catalog("es_MX", ("a", "UNO", False), ("b", "", False))
    resolved = inherit([child, parent])
    assert [resolved.usable(("", key)) for key in "abc"] == ["UNO", "dos", "tres"]
    assert resolved.locale == "es_MX"


def test_a_fuzzy_child_blocks_and_does_not_fall_through() -> None:
    parent = catalog("es", ("a", "uno", False))
    child = catalog("es_MX", ("a", "quizás", True))
    assert inherit([child, parent]).usable(("", "a")) is None


def test_each_text_knows_its_file_and_line() -> None:
    resolved = inherit([catalog("es_MX"), catalog("es", ("a", "", False), ("b", "dos", True))])
    entry = resolved.translations["", "b"]
    assert (entry.path, entry.line) == ("es.po", 2)
