from dataclasses import replace

from hypothesis import example, given, settings
from hypothesis import strategies as st

from pipeline.catalog.messages import article_messages
from pipeline.parse.article import parse_article
from pipeline.translate.article import translate_article
from pipeline.translate.source import source_catalog
from pipeline.values.article import Article, Block, Inline, Unit, plain_text, walk_inlines
from pipeline.values.message import Catalog, Translation
from tests.conftest import ARTICLE, ROOT
from tests.rows import each_row
from tests.steps import many

PATH = "locales/es/LC_MESSAGES/sleep.po"

TEXT = (
    ARTICLE.replace("date: 2026", "subtitle: Rest\naudience: For all\ndate: 2026", 1)
    + """
### A list

1. First
2. Second
   - Inner

> A quotation.

| Sign | Meaning |
|:---|---:|
| Yawn | Tired |

Term
: Description.

```
code stays
```

![A lamp](lamp.svg "Light")

Text with ![an owl](owl.svg) and [a page](https://example.org "The page") and a note[^1].

See [the label][p].

One\\
two.

::: callout
Rest.
:::

---

Rest.

[^1]: A footnote.

[p]: https://example.org/p
"""
)


def parsed(text: str = TEXT) -> Article:
    article, findings = parse_article(text, "source/sleep.md")
    assert findings == ()
    assert article
    return article


SOURCE = parsed()


def catalog(**changes: str) -> Catalog:
    """Return a catalog that translates each text into itself where nothing else is said."""
    return catalog_with(changes)


def catalog_with(changes: dict[str, str]) -> Catalog:
    own = source_catalog(article_messages(SOURCE), "es", PATH)
    texts = {key[1] for key in own.translations}
    assert set(changes) <= texts
    return replace(
        own,
        translations={
            key: replace(entry, text=changes.get(key[1], entry.text))
            for key, entry in own.translations.items()
        },
    )


def everywhere(text: str) -> Catalog:
    """Return a catalog that translates every message into the same text."""
    messages = article_messages(SOURCE)
    return Catalog(
        locale="es",
        path=PATH,
        translations={m.key: Translation(text=text, fuzzy=False, line=1) for m in messages},
    )


def shape(article: Article) -> list[object]:
    """Return all of an article's structure: everything but its running text."""
    footnotes = tuple(Block(kind="footnote", children=n.blocks) for n in article.footnotes)
    front = tuple(b for b in (article.title, article.subtitle, article.audience) if b)
    return [_shape(block) for block in (*front, *article.body, *footnotes)]


def _shape(block: Block) -> object:
    bare = replace(block, content=(), children=(), gap=False)
    return bare, [_shape(child) for child in block.children]


def letters(article: Article) -> list[str]:
    return [plain_text(block.content) for block in article.blocks() if block.unit]


def without_units(content: tuple[Inline, ...]) -> tuple[Inline, ...]:
    return tuple(replace(part, units=(), children=without_units(part.children)) for part in content)


def test_the_source_as_its_own_catalog_gives_the_article_back() -> None:
    local, missing = translate_article(SOURCE, catalog())
    assert missing == ()
    assert shape(local) == shape(SOURCE)
    assert [without_units(block.content) for block in local.blocks()] == [
        without_units(block.content) for block in SOURCE.blocks()
    ]


def test_the_shipped_article_as_its_own_catalog_is_itself() -> None:
    article = parsed((ROOT / "source" / "attachment-and-depression.md").read_text(encoding="utf-8"))
    local, missing = translate_article(
        article, source_catalog(article_messages(article), "en", "x")
    )
    assert missing == ()
    assert local == article


STRUCTURE = [
    "1986. Un año",
    "1) Uno",
    "- guion",
    "* estrella",
    "+ más",
    "# título",
    "## título",
    "> cita",
    "| a | b |",
    "| a | b |\n|---|---|\n| c | d |",
    "```",
    "```\ncódigo",
    "~~~",
    ":::",
    "::: crisis",
    "::: crisis\nx\n:::",
    ": descripción",
    "---",
    "Uno\n===",
    "Uno\n---",
    "    código",
    "\tcódigo",
    "uno\n\ndos",
    "uno\n\n\n- dos\n\n# tres",
    "[p]: https://example.com",
    "[^1]: nota",
    "<div>\nx\n</div>",
    "---\nid: otro\n---",
]
"""Translations that would change the structure, were they parsed as blocks."""


@each_row("text", STRUCTURE)
def test_no_translation_changes_the_structure(text: str) -> None:
    local, missing = translate_article(SOURCE, everywhere(text))
    assert missing == ()
    assert shape(local) == shape(SOURCE)


@each_row(
    "text", ["1986. Un año", "- guion", "# título", "> cita", "| a | b |", "```", "::: crisis"]
)
def test_what_would_begin_a_block_stays_as_letters(text: str) -> None:
    local, _ = translate_article(SOURCE, everywhere(text))
    assert set(letters(local)) == {text}


@settings(deadline=None, max_examples=many(100))
@given(st.one_of(st.text(min_size=1), st.text("ab1.\n #->|`:*_[]()!@{}^=~\\\"'", min_size=1)))
@example("[^1]: x\n\n    y")
def test_no_text_at_all_changes_the_structure(text: str) -> None:
    local, missing = translate_article(SOURCE, everywhere(text))
    assert shape(local) == shape(SOURCE)
    assert bool(missing) is not bool(text.strip())


@each_row("text", ["{services}", "![x](x.svg)", "[@beck1967]"])
def test_an_atom_alone_does_not_change_the_structure(text: str) -> None:
    assert shape(translate_article(SOURCE, everywhere(text))[0]) == shape(SOURCE)


def test_every_unit_is_translated_in_its_place() -> None:
    words = {message.text: f"T{number}" for number, message in enumerate(article_messages(SOURCE))}
    local, _ = translate_article(SOURCE, catalog_with(words))
    assert letters(local) == [words[block.unit.text] for block in SOURCE.blocks() if block.unit]
    assert plain_text(local.title.content) == words["Sleep and low mood"]
    assert local.subtitle
    assert plain_text(local.subtitle.content) == words["Rest"]
    assert plain_text(local.footnotes[0].blocks[0].content) == words["A footnote."]


def test_a_text_that_stands_twice_is_translated_twice() -> None:
    local, _ = translate_article(SOURCE, catalog_with({"Rest.": "Descanse."}))
    assert letters(local).count("Descanse.") == 2


def test_the_same_words_in_a_crisis_note_have_their_own_translation() -> None:
    article = parsed(ARTICLE + "\nPlease talk to someone today.\n")
    own = source_catalog(article_messages(article), "es", PATH)
    key = ("crisis", "Please talk to someone today.")
    changed = {**own.translations, key: replace(own.translations[key], text="Hable.")}
    local, _ = translate_article(article, replace(own, translations=changed))
    assert letters(local).count("Hable.") == 1
    assert letters(local).count("Please talk to someone today.") == 1


def test_citations_and_placeholders_stay_atoms() -> None:
    local, _ = translate_article(
        SOURCE,
        catalog_with(
            {
                "In danger now, call {emergency}.": "{emergency}: llame ahora.",
                "Poor sleep and low mood often go together [@beck1967].": "[@beck1967] lo dice.",
            }
        ),
    )
    parts = [part for block in local.blocks() for part in walk_inlines(block.content)]
    assert [part.text for part in parts if part.kind == "placeholder"] == ["emergency"]
    assert [str(part.citation) for part in parts if part.citation] == ["[@beck1967]"]


def test_raw_html_stays_a_piece_of_its_own_kind() -> None:
    local, _ = translate_article(SOURCE, catalog_with({"Rest.": "<b>Descanse</b>"}))
    parts = [part for block in local.blocks() for part in walk_inlines(block.content)]
    assert [part.text for part in parts if part.kind == "html"] == ["<b>", "</b>"] * 2


def test_alternative_texts_titles_and_captions_are_translated() -> None:
    local, missing = translate_article(
        SOURCE,
        catalog_with(
            {"A lamp": "Una lámpara", "Light": "Luz", "an owl": "un búho", "The page": "La página"}
        ),
    )
    assert missing == ()
    parts = {
        part.target: (part.text, part.title)
        for block in local.blocks()
        for part in walk_inlines(block.content)
        if part.kind in ("image", "link")
    }
    assert parts["lamp.svg"] == ("Una lámpara", "Luz")
    assert parts["owl.svg"] == ("un búho", "")
    assert parts["https://example.org"] == ("", "La página")


def test_the_same_image_twice_keeps_its_two_alternative_texts() -> None:
    article = parsed(ARTICLE + "\n![Left](hand.svg) and ![Right](hand.svg).\n")
    own = source_catalog(article_messages(article), "en", "source/sleep.md")
    local, _ = translate_article(article, own)
    texts = [part.text for part in local.body[-1].content if part.kind == "image"]
    assert texts == ["Left", "Right"]


def test_a_link_by_label_leads_where_the_article_says() -> None:
    local, _ = translate_article(
        SOURCE, catalog_with({"See [the label][p].": "Vea [la etiqueta][p]."})
    )
    parts = [part for block in local.blocks() for part in walk_inlines(block.content)]
    targets = {plain_text(part.children): part.target for part in parts if part.kind == "link"}
    assert targets["la etiqueta"] == "https://example.org/p"


def test_a_hard_break_of_the_translator_is_kept() -> None:
    local, _ = translate_article(SOURCE, catalog_with({"One\\\ntwo.": "Uno\\\ndos."}))
    kinds = [[part.kind for part in block.content] for block in local.blocks()]
    assert kinds.count(["text", "break", "text"]) == 1


# Gaps


def with_entry(text: str, entry: Translation | None) -> Catalog:
    own = catalog()
    translations = {key: found for key, found in own.translations.items() if key[1] != text}
    if entry:
        translations["", text] = entry
    return replace(own, translations=translations)


@each_row(
    "entry",
    [
        None,
        Translation(text="", fuzzy=False, line=1),
        Translation(text=" \n", fuzzy=False, line=1),
        Translation(text="Descripción.", fuzzy=True, line=1),
    ],
)
def test_a_missing_empty_or_fuzzy_unit_keeps_the_source_and_is_a_gap(
    entry: Translation | None,
) -> None:
    local, missing = translate_article(SOURCE, with_entry("Description.", entry))
    assert [unit.text for unit in missing] == ["Description."]
    gaps = [block for block in local.blocks() if block.gap]
    assert [plain_text(block.content) for block in gaps] == ["Description."]
    assert shape(local) == shape(SOURCE)


def test_a_missing_alternative_text_is_listed_and_shown_in_english() -> None:
    local, missing = translate_article(SOURCE, with_entry("an owl", None))
    assert [unit.text for unit in missing] == ["an owl"]
    images = [p for b in local.blocks() for p in walk_inlines(b.content) if p.target == "owl.svg"]
    assert [image.text for image in images] == ["an owl"]


def test_without_a_catalog_every_unit_is_a_gap() -> None:
    empty = Catalog(locale="es", path=PATH, exists=False)
    local, missing = translate_article(SOURCE, empty)

    def key(unit: Unit) -> tuple[int, str]:
        return unit.line, unit.text

    assert sorted(missing, key=key) == sorted(SOURCE.units(), key=key)
    assert all(block.gap for block in local.blocks() if block.unit)
    assert letters(local) == letters(SOURCE)
