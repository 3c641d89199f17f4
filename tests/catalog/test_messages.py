from pipeline.catalog.messages import article_messages, sheet_messages
from pipeline.compose.sheet import template_sources
from pipeline.parse.article import parse_article
from pipeline.values.message import Message
from tests.conftest import ARTICLE

PATH = "source/sleep.md"


def messages(text: str) -> list[Message]:
    article, findings = parse_article(text, PATH)
    assert findings == ()
    assert article
    return article_messages(article)


def by_text(found: list[Message]) -> dict[tuple[str, str], Message]:
    return {message.key: message for message in found}


def test_messages_come_in_reading_order() -> None:
    assert [message.text for message in messages(ARTICLE)] == [
        "Sleep and low mood",
        "If you need help",
        "Please talk to someone today.",
        "In danger now, call {emergency}.",
        "Sleep",
        "Poor sleep and low mood often go together [@beck1967].",
    ]


def test_only_crisis_units_carry_a_context_and_it_names_no_line() -> None:
    contexts = {message.text: message.context for message in messages(ARTICLE)}
    assert contexts["Please talk to someone today."] == "crisis"
    assert contexts["Sleep"] == ""
    assert set(contexts.values()) == {"", "crisis"}


def test_the_same_text_twice_is_one_message_that_names_both_places() -> None:
    found = messages(ARTICLE + "\nRest.\n\n### Again\n\n- Rest.\n\n| Rest. | a |\n|---|---|\n")
    (message,) = [message for message in found if message.text == "Rest."]
    assert [comment for comment in message.comments if "›" in comment] == [
        "paragraph › Sleep",
        "list item › Sleep › Again",
        "table cell › Sleep › Again",
    ]
    assert message.paths == (PATH,)


def test_a_place_is_named_once() -> None:
    found = messages(ARTICLE + "\nRest.\n\nWalk.\n\nRest.\n")
    (message,) = [message for message in found if message.text == "Rest."]
    assert message.comments.count("paragraph › Sleep") == 1


def test_a_short_text_is_shown_with_its_neighbours() -> None:
    found = messages(ARTICLE + "\nRest.\n\nWalk in the park every morning.\n")
    (message,) = [message for message in found if message.text == "Rest."]
    assert message.comments[1:] == (
        "after: Poor sleep and low mood often go …",
        "before: Walk in the park every morning.",
    )
    (long,) = [message for message in found if message.text.startswith("Walk")]
    assert long.comments == ("paragraph › Sleep",)


def test_the_same_text_inside_and_outside_a_crisis_note_is_two_messages() -> None:
    found = by_text(messages(ARTICLE + "\nPlease talk to someone today.\n"))
    assert ("crisis", "Please talk to someone today.") in found
    assert ("", "Please talk to someone today.") in found


def test_a_new_line_above_changes_no_message() -> None:
    moved = ARTICLE.replace("## Sleep\n", "\n\n## Sleep\n")
    assert moved != ARTICLE
    assert messages(moved) == messages(ARTICLE)


def test_the_words_of_templates_are_messages_with_their_notes() -> None:
    templates = {
        "b.html": '{{ pgettext("foot", "Page") }} {{ pgettext("band", "Page") }}',
        "a.html": '{#- L10n: Very\n  short. #} {{ pgettext("foot", "Page") }}',
    }
    assert sheet_messages(templates) == [
        Message(context="foot", text="Page", comments=("Very short.",)),
        Message(context="band", text="Page"),
    ]


def test_words_of_a_template_outside_a_call_are_no_messages() -> None:
    assert sheet_messages({"a.html": '<p class="Page">Page</p>{{ other("foot", "Page") }}'}) == []


def test_the_order_of_the_sheets_words_does_not_hang_on_the_order_of_files() -> None:
    templates = template_sources()
    backwards = dict(reversed(list(templates.items())))
    assert sheet_messages(templates) == sheet_messages(backwards)


def test_every_word_of_the_sheet_says_where_it_stands() -> None:
    found = sheet_messages(template_sources())
    assert ("foot", "Page {page} of {pages}") in by_text(found)
    assert all(message.context for message in found)
    assert len(by_text(found)) == len(found)
