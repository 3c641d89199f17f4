"""The Markdown that an article may use: a CommonMark parser and its extensions, in order."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.container import container_plugin
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from pipeline.parse.attributes import attributes_plugin
from pipeline.parse.citation import citation_plugin
from pipeline.parse.emphasis import emphasis_plugin
from pipeline.parse.placeholder import placeholder_plugin

CONTAINER = "container"
"""The name under which every ``:::`` block is parsed; which names exist is judged later, so that
a misspelt one is a finding and not a paragraph."""


def _opens_container(parameters: str, _markup: str) -> bool:
    return bool(parameters.strip())


DEEPEST = 12
"""How deep blocks and emphasis may be nested. The parser itself drops text without a word beyond a
limit of its own, which is therefore set far higher."""


@cache
def parser() -> MarkdownIt:
    """Return the parser of articles.

    Raw HTML is recognised so that it can be refused; without that it would print as text.
    """
    return _parser()


def _parser() -> MarkdownIt:
    return (
        MarkdownIt("commonmark", {"html": True, "maxNesting": 4 * DEEPEST, "store_labels": True})
        .enable("table")
        .use(front_matter_plugin)
        .use(container_plugin, CONTAINER, validate=_opens_container)
        .use(deflist_plugin)
        .use(footnote_plugin, inline=False, move_to_end=False, always_match_refs=True)
        .use(emphasis_plugin)
        .use(citation_plugin)
        .use(placeholder_plugin)
        .use(attributes_plugin)
    )


def parse_blocks(text: str, environment: dict[str, Any]) -> list[Token]:
    """Parse the text of an article, and add to the environment what its definitions say.

    The last line is ended first: the plugin of containers looks at the first character of each
    line, which an empty quoted line that nothing ends does not have.
    """
    blocks = parser() if text.startswith("---") else _without_front_matter()
    return blocks.parse(text + "\n", environment)


@cache
def _without_front_matter() -> MarkdownIt:
    """Return the parser of a text that has no front matter.

    The plugin looks for it in the first line of a list too, behind its mark: ``- |---``.
    """
    return _parser().disable("front_matter")


def unread_definitions(tokens: Iterable[Token], environment: Mapping[str, Any]) -> list[int]:
    """Return the lines, counted from 0, of link definitions that no link or picture reads.

    Nothing of such a line is printed, and ``[Dose]: 50`` is one.
    """
    read = {token.meta.get("label") for token in _within(tokens)}
    known = environment.get("references", {})
    unread = [one for label, one in known.items() if label not in read]
    for again in environment.get("duplicate_refs", ()):
        first = known[again["label"]]
        if (first["href"], first["title"]) != (again["href"], again["title"]):
            unread.append(again)
    return sorted(one["map"][0] for one in unread)


def _within(tokens: Iterable[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from _within(token.children or ())
