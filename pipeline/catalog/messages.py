"""What is to be translated: an article's units and the sheet's own words, as messages."""

from collections.abc import Mapping
from io import BytesIO

from pipeline.records.installed import version
from pipeline.records.kept import kept
from pipeline.values.article import Article, Unit
from pipeline.values.message import Message

SHEET = "sheet"
"""The name of the catalog with the sheet's own words."""


def article_messages(article: Article) -> list[Message]:
    """List an article's messages in reading order.

    A text that stands in several places is one message, whose comments name them all.
    """
    units = list(article.units())
    places: dict[tuple[str, str], list[str]] = {}
    for number, unit in enumerate(units):
        before = units[number - 1].text if number else ""
        after = units[number + 1].text if number + 1 < len(units) else ""
        places.setdefault(unit.key, []).extend(_comments(unit, before, after))
    return [
        Message(
            context=context,
            text=text,
            comments=tuple(dict.fromkeys(comments)),
            paths=(article.path,),
        )
        for (context, text), comments in places.items()
    ]


SHORT = 3
"""Units of so many words and fewer are shown with what stands before and after them."""

_GLIMPSE = 40

_ROOM = {
    "title": "room: two lines of about 40 letters",
    "crisis heading": "room: one line of about 70 letters",
}
"""How much fits where the page is tight, by role; counted on the handout."""


def _comments(unit: Unit, before: str, after: str) -> list[str]:
    comments = [" › ".join((unit.role, *unit.headings))]
    comments += [_ROOM[unit.role]] if unit.role in _ROOM else []
    if len(unit.text.split()) <= SHORT:
        comments += [f"after: {_glimpse(before)}"] if before else []
        comments += [f"before: {_glimpse(after)}"] if after else []
    return comments


def _glimpse(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _GLIMPSE else text[:_GLIMPSE].rsplit(" ", 1)[0] + " …"


_CALL = "pgettext"
"""What every text of the templates goes through; pictures have none."""


def sheet_messages(templates: Mapping[str, str]) -> list[Message]:
    """List the sheet's own words: every ``pgettext`` call of the templates, by Babel.

    ``templates`` are the Jinja2 sources by name. A comment that begins with ``L10n:`` before a call
    goes to the translators.
    """
    # Imported here, because what was kept spares it.
    from babel.messages.extract import extract

    found: dict[tuple[str, str], list[str]] = {}
    for _, source in sorted(templates.items()):
        if _CALL not in source:
            continue
        for _, text, comments, context in extract(
            "jinja2.ext:babel_extract",
            BytesIO(source.encode()),
            keywords={_CALL: ((1, "c"), 2)},
            comment_tags=("L10n:",),
            options={"encoding": "utf-8"},
        ):
            if isinstance(text, str):
                notes = found.setdefault((context or "", text), [])
                notes += [" ".join(line.removeprefix("L10n:").split()) for line in comments]
    return [
        Message(context=context, text=text, comments=tuple(dict.fromkeys(notes)))
        for (context, text), notes in found.items()
    ]


def kept_messages(templates: Mapping[str, str]) -> list[Message]:
    """List the same as `sheet_messages`, from what was kept of the same templates."""

    def listed() -> list[tuple[str, str, tuple[str, ...]]]:
        return [(one.context, one.text, one.comments) for one in sheet_messages(templates)]

    texts = [part for template in sorted(templates.items()) for part in template]
    rows = kept("sheet-words", [version("babel"), version("jinja2"), *texts], listed)
    return [
        Message(context=context, text=text, comments=tuple(comments))
        for context, text, comments in rows
    ]
