import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.catalog import po
from pipeline.catalog.merge import merge
from pipeline.values.message import Message
from tests.conftest import ROOT
from tests.rows import each_row
from tests.steps import many

HEADER = """\
# Spanish.
#
# By Ana.
msgid ""
msgstr ""
"Project-Id-Version: polyleaf\\n"
"PO-Revision-Date: 2026-01-10 00:00+0000\\n"
"Last-Translator: Ana\\n"
"Language-Team: Spanish\\n"
"Language: es\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"
"X-Generator: Poedit 3.4\\n"
"X-Odd-Header: kept\\n"
"""

RICH = f"""\
{HEADER}
# Ana: is this too formal?
#
#. paragraph › Sleep
#. changed: wording; bring the translation up to date: Rest is {{+very+}} good
#: source/sleep.md
#, fuzzy, no-wrap, x-unknown
#| msgctxt "old"
#| msgid ""
#| "Rest is "
#| "good"
msgid "Rest is very good"
msgstr "El descanso es bueno"

#. crisis
#: source/sleep.md
msgctxt "crisis"
msgid "Talk"
msgstr   "Ha"  
  "ble"

#. cell
#: source/sleep.md
msgid "one night"
msgid_plural "%d nights"
msgstr[0] "una noche"
msgstr[1] "%d noches"


#. heading
#: source/sleep.md
msgid "Untranslated"
msgstr ""

#, fuzzy
#~| msgid "before"
#~ msgctxt "crisis"
#~ msgid "Gone"
#~ msgstr "Ido"

# Ana: keep this
#~ msgid ""
#~ "Gone "
#~ "too"
#~ msgstr "Ido también"

# The end.
"""  # noqa: W291

PATHS = ("source/sleep.md",)

RICH_MESSAGES = [
    Message(text="Rest is very good", comments=("paragraph › Sleep",), paths=PATHS),
    Message(text="Talk", context="crisis", comments=("crisis",), paths=PATHS),
    Message(text="one night", comments=("cell",), paths=PATHS),
    Message(text="Untranslated", comments=("heading",), paths=PATHS),
]

Key = tuple[str, str]


def message(text: str, context: str = "") -> Message:
    return Message(text=text, context=context, comments=("paragraph",), paths=PATHS)


def catalog(*pairs: tuple[str, str], context: str = "") -> str:
    entries = [po.new_entry(message(text, context), translation) for text, translation in pairs]
    return po.write([*po.read(HEADER), *entries])


def merged(text: str, *messages: Message) -> str:
    return po.write(merge(po.read(text), messages))


def entries(text: str, *, obsolete: bool = False) -> dict[Key, po.Entry]:
    return {
        entry.key: entry for entry in po.read(text) if entry.text and entry.obsolete is obsolete
    }


def translations(text: str) -> set[tuple[Key, str]]:
    return {
        (entry.key, entry.translation)
        for entry in po.read(text)
        if entry.text and entry.translation
    }


# Nothing new


def test_with_nothing_new_every_byte_stays() -> None:
    assert merged(RICH, *RICH_MESSAGES) == RICH


def test_with_nothing_new_a_comment_without_space_stays_in_place() -> None:
    text = RICH.replace("# Ana: is this too formal?\n", "#TODO: ask Ana\n")
    assert merged(text, *RICH_MESSAGES) == text


@pytest.mark.parametrize("file", sorted((ROOT / "locales").glob("*/*/*.po")), ids=lambda f: f.name)
def test_with_nothing_new_a_shipped_catalog_stays(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    messages = []
    for entry in po.read(text):
        if entry.text and not entry.obsolete:
            lines = entry.raw.splitlines()
            comments = tuple(line[3:] for line in lines if line.startswith("#. "))
            paths = tuple(line[3:] for line in lines if line.startswith("#: "))
            found = Message(context=entry.context, text=entry.text, comments=comments, paths=paths)
            messages.append(found)
    assert messages
    assert merged(text, *messages) == text


def test_an_empty_catalog_lists_every_message_untranslated() -> None:
    text = merged(HEADER, message("Rest"), message("Talk", "crisis"))
    assert {key: entry.translation for key, entry in entries(text).items()} == {
        ("", "Rest"): "",
        ("crisis", "Talk"): "",
    }
    assert text.startswith(HEADER)


# What changes


def test_messages_stand_in_the_articles_order() -> None:
    text = catalog(("One", "Uno"), ("Two", "Dos"))
    assert list(entries(merged(text, message("Two"), message("New"), message("One")))) == [
        ("", "Two"),
        ("", "New"),
        ("", "One"),
    ]


def test_comments_and_paths_follow_the_article_and_nothing_else_does() -> None:
    fresh = [
        Message(text=m.text, context=m.context, comments=("moved",), paths=("source/b.md",))
        for m in RICH_MESSAGES
    ]
    text = merged(RICH, *fresh)
    told = ("#. moved", "#: source/b.md")
    expected = "\n".join(
        told[0]
        if line.startswith("#.") and not line.startswith("#. changed: ")
        else told[1]
        if line.startswith("#:")
        else line
        for line in RICH.split("\n")
    )
    assert text == expected


def test_a_changed_text_gets_the_old_translation_as_fuzzy_with_the_old_text_beside_it() -> None:
    text = catalog(("Sleep helps most people.", "Dormir ayuda."))
    text = merged(text, message("Sleep helps many people."))
    entry = entries(text)["", "Sleep helps many people."]
    assert (entry.translation, entry.fuzzy) == ("Dormir ayuda.", True)
    assert '#| msgid "Sleep helps most people."' in entry.raw
    old = entries(text, obsolete=True)["", "Sleep helps most people."]
    assert old.translation == "Dormir ayuda."


def test_a_quite_different_text_is_not_pre_filled() -> None:
    text = catalog(("Sleep helps most people.", "Dormir ayuda."))
    assert entries(merged(text, message("Eat well.")))["", "Eat well."].translation == ""


def test_a_text_that_is_only_a_little_alike_is_not_pre_filled() -> None:
    text = catalog(("Sleep helps most people.", "Dormir ayuda."))
    text = merged(text, message("Sleep harms some pupils now."))
    assert entries(text)["", "Sleep harms some pupils now."].translation == ""


def test_a_text_that_moves_to_another_place_of_the_sheet_keeps_its_translation() -> None:
    text = merged(catalog(("Proof", "Prueba"), context="foot"), message("Proof", "band"))
    entry = entries(text)["band", "Proof"]
    assert (entry.translation, entry.fuzzy) == ("Prueba", False)


def test_a_text_that_is_given_a_context_keeps_its_translation_in_both_places() -> None:
    text = catalog(("Right", "Rechts"))
    assert translations(merged(text, message("Right"), message("Right", "answer"))) == {
        (("", "Right"), "Rechts"),
        (("answer", "Right"), "Rechts"),
    }
    alone = entries(merged(text, message("Right", "answer")))
    assert alone["answer", "Right"].translation == "Rechts"


def test_no_words_come_from_another_context_or_into_a_crisis_note() -> None:
    text = catalog(("Right", "Rechts"), context="side")
    same = message("Right", "side")
    assert translations(merged(text, same, message("Right", "answer"))) == {
        (("side", "Right"), "Rechts")
    }
    plain = catalog(("Right", "Rechts"))
    assert translations(merged(plain, message("Right"), message("Right", "crisis"))) == {
        (("", "Right"), "Rechts")
    }


def test_a_fuzzy_translation_that_moves_stays_fuzzy() -> None:
    old = po.new_entry(message("Proven", "foot"), "Prueba")
    fuzzy = po.new_entry(message("Proof", "foot"), "Prueba", previous=old)
    text = merged(po.write([*po.read(HEADER), fuzzy]), message("Proof", "band"))
    entry = entries(text)["band", "Proof"]
    assert entry.fuzzy or not entry.translation


def test_the_nearest_of_several_removed_texts_is_offered() -> None:
    pairs = [(f"Chapter {number} speaks of sleep", f"Capítulo {number}") for number in range(9)]
    text = merged(catalog(*pairs), message("Chapter 7 speaks of sleep!"))
    assert entries(text)["", "Chapter 7 speaks of sleep!"].translation == "Capítulo 7"


def test_a_text_that_stays_is_not_offered_to_a_new_one() -> None:
    text = merged(catalog(("Sleep well.", "Duerma.")), message("Sleep well."), message("Sleep wel"))
    assert entries(text)["", "Sleep wel"].translation == ""


@each_row(("old", "new"), [("crisis", "crisis"), ("", "crisis"), ("crisis", "")])
def test_a_changed_crisis_unit_is_never_pre_filled(old: str, new: str) -> None:
    text = catalog(("Please talk to someone today.", "Hable."), context=old)
    text = merged(text, message("Please talk to someone now.", new))
    assert entries(text)[new, "Please talk to someone now."].translation == ""


def test_a_text_that_moves_into_a_crisis_note_is_not_pre_filled() -> None:
    text = merged(catalog(("Talk today.", "Hable.")), message("Talk today.", "crisis"))
    assert entries(text)["crisis", "Talk today."].translation == ""
    assert entries(text, obsolete=True)["", "Talk today."].translation == "Hable."


def test_a_removed_text_is_kept_as_obsolete() -> None:
    text = merged(catalog(("One", "Uno"), ("Two", "Dos")), message("Two"))
    assert list(entries(text)) == [("", "Two")]
    assert entries(text, obsolete=True)["", "One"].translation == "Uno"


def test_a_removed_text_without_translation_is_dropped() -> None:
    assert "One" not in merged(catalog(("One", ""), ("Two", "Dos")), message("Two"))


@pytest.mark.parametrize("context", ["", "crisis"])
def test_a_removed_text_that_comes_back_gets_its_translation_back(context: str) -> None:
    text = catalog(("One", "Uno"), ("Two", "Dos"), context=context)
    gone = merged(text, message("Two", context))
    back = merged(gone, message("One", context), message("Two", context))
    assert back == text


def test_a_rich_entry_goes_and_comes_back_whole() -> None:
    gone = merged(RICH, *RICH_MESSAGES[1:])
    entry = entries(gone, obsolete=True)["", "Rest is very good"]
    assert "# Ana: is this too formal?" in entry.raw
    back = merged(gone, *RICH_MESSAGES)
    assert entries(back)["", "Rest is very good"].raw == entries(RICH)["", "Rest is very good"].raw


def test_a_plural_entry_goes_and_comes_back_whole() -> None:
    gone = merged(RICH, *RICH_MESSAGES[:2])
    back = merged(gone, *RICH_MESSAGES)
    assert 'msgstr[1] "%d noches"' in entries(back)["", "one night"].raw


def test_a_fuzzy_entry_that_comes_back_is_still_fuzzy() -> None:
    gone = merged(RICH, *RICH_MESSAGES[1:])
    assert entries(merged(gone, *RICH_MESSAGES))["", "Rest is very good"].fuzzy


def test_no_translation_is_lost_when_a_text_is_obsolete_twice() -> None:
    # A merge of two branches can leave a text both living and obsolete.
    text = catalog(("One", "Nuevo")) + '\n#~ msgid "One"\n#~ msgstr "Viejo"\n'
    before = translations(text)
    text = merged(text)
    assert translations(text) >= before
    assert translations(merged(text, message("One"))) >= before


def test_a_text_that_is_obsolete_twice_comes_back_with_its_newest_translation() -> None:
    text = catalog(("One", "Nuevo")) + '\n#~ msgid "One"\n#~ msgstr "Viejo"\n'
    back = merged(merged(text), message("One"))
    assert entries(back)["", "One"].translation == "Nuevo"


def test_an_obsolete_entry_behind_a_living_one_does_not_make_it_obsolete() -> None:
    text = catalog(("One", "Uno")) + '\n#~| msgid "before"\n#~ msgid "Gone"\n#~ msgstr "Ido"\n'
    assert merged(text, message("One")) == text


# Years of use

TEXTS = [
    "Sleep helps most people.",
    "Sleep helps many people.",
    "Sleep helps people.",
    "Please talk to someone today.",
    "Please talk to someone now.",
    'A "quoted" \\ text\\\nwith a break',
    "X",
]

MESSAGES = st.lists(
    st.builds(message, st.sampled_from(TEXTS), st.sampled_from(["", "crisis"])),
    unique_by=lambda m: m.key,
    max_size=7,
)


def translate_some(text: str, words: str, places: Sequence[bool]) -> str:
    """Fill in entries as a translator does: a new text, no longer fuzzy."""
    found = po.read(text)
    result = []
    for entry, chosen in zip(found, [*places, *[False] * len(found)], strict=False):
        if chosen and entry.text and not entry.obsolete and not entry.translation:
            filled = po.new_entry(
                message(entry.text, entry.context), f"{words}: {entry.text.upper()}"
            )
            result.append(filled)
        else:
            result.append(entry)
    return po.write(result)


@settings(deadline=None, max_examples=many(150))
@given(
    st.lists(
        st.tuples(MESSAGES, st.lists(st.booleans(), min_size=8, max_size=8)), min_size=1, max_size=6
    )
)
def test_years_of_merging_lose_nothing_and_pre_fill_no_crisis_unit(
    rounds: list[tuple[list[Message], list[bool]]],
) -> None:
    text = HEADER
    for number, (messages, places) in enumerate(rounds):
        before, known = translations(text), {entry.key for entry in po.read(text)}
        text = merged(text, *messages)
        assert {words for _, words in translations(text)} >= {words for _, words in before}
        assert list(entries(text)) == [m.key for m in messages]
        assert merged(text, *messages) == text
        for key, entry in entries(text).items():
            if key[0] == "crisis" and key not in known:
                assert entry.translation == ""
        text = translate_some(text, f"round {number}", places)


@pytest.mark.skipif(
    not shutil.which("msgfmt"),
    reason="msgfmt is not installed: it comes with Debian's package gettext",
)
def test_msgfmt_accepts_a_merged_catalog(tmp_path: Path) -> None:
    file = tmp_path / "catalog.po"
    text = merged(
        RICH, message("Rest is really very good 10% {name}"), message("Talk now", "crisis")
    )
    file.write_text(text, encoding="utf-8")
    result = subprocess.run(
        ["msgfmt", "--check", "--output-file=/dev/null", file],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (result.returncode, result.stderr) == (0, "")


def test_after_two_rewordings_the_text_that_was_translated_is_shown() -> None:
    first, second, third = (
        Message(text=f"Sleep helps {whom} people to feel better.")
        for whom in ("most", "many", "many young")
    )
    entries = [po.header({"Language": "es"}), po.new_entry(first, "Dormir ayuda.")]
    for message in (second, third):
        entries = po.read(po.write(merge(entries, [message])))
    (living,) = [entry for entry in entries if not entry.obsolete and entry.text]
    assert living.fuzzy
    assert living.previous == first.key
    obsolete = [entry.text for entry in entries if entry.obsolete and entry.text]
    assert obsolete == [first.text], "what was only offered is not kept as if it were finished"


def test_a_translators_note_follows_a_reworded_text_and_outlives_a_removed_one() -> None:
    old, new = Message(text="Sleep helps most people."), Message(text="Sleep helps many people.")
    noted = po.new_entry(old, "Dormir ayuda.")
    raw = "# Ana: ask Bob\n" + noted.raw
    entries = po.read(po.header({"Language": "es"}).raw + raw)
    after = po.write(merge(entries, [new]))
    assert after.count("# Ana: ask Bob") == 2
    bare = po.read(po.header({"Language": "es"}).raw + "# Ana: ask Bob\n" + po.new_entry(old).raw)
    assert "# Ana: ask Bob" in po.write(merge(bare, []))


def test_an_obsolete_entry_that_lost_its_fuzzy_mark_comes_back_fuzzy() -> None:
    old, new = Message(text="Sleep helps most people."), Message(text="Sleep helps many people.")
    offered = po.as_obsolete(po.new_entry(new, "x", previous=po.new_entry(old, "x")))
    raw = offered.raw.replace("#, fuzzy\n", "")
    (entry,) = [e for e in merge(po.read(raw), [new]) if e.text == new.text]
    assert entry.fuzzy
    assert "#, fuzzy\n" in entry.raw
