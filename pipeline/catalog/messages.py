"""What is to be translated: an article's units and the sheet's own words, as messages."""

from collections.abc import Mapping
from io import BytesIO

from babel.messages.extract import extract

from pipeline.values.article import Article, Unit
from pipeline.values.message import Message

SHEET = "sheet"
"""The name of the catalog with the sheet's own words."""


def article_messages(article: Article) -> list[Message]:
    """List an article's messages in reading order.

    A text that stands in several places is one message, whose comments name them all.
    """
    places: dict[tuple[str, str], list[Unit]] = {}
    for unit in article.units():
        places.setdefault(unit.key, []).append(unit)
    return [
        Message(
            context=context,
            text=text,
            comments=tuple(dict.fromkeys(map(_place, units))),
            paths=(article.path,),
        )
        for (context, text), units in places.items()
    ]


def _place(unit: Unit) -> str:
    return " › ".join((unit.role, *unit.headings))


def sheet_messages(templates: Mapping[str, str]) -> list[Message]:
    """List the sheet's own words: every ``pgettext`` call of the templates, by Babel.

    ``templates`` are the Jinja2 sources by name. A comment that begins with ``L10n:`` before a call
    goes to the translators.
    """
    found: dict[tuple[str, str], list[str]] = {}
    for _, source in sorted(templates.items()):
        for _, text, comments, context in extract(
            "jinja2.ext:babel_extract",
            BytesIO(source.encode()),
            keywords={"pgettext": ((1, "c"), 2)},
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
