"""Running text: markdown-it's inline tokens to `Inline`, and the text that a translator sees."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import unquote

from markdown_it.token import Token

from pipeline.parse.markdown import parser
from pipeline.values.article import Inline, walk_inlines

CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""Characters that no eye sees and that can turn a line around."""

_PAIRS = {"em_open": "emphasis", "strong_open": "strong", "link_open": "link"}
_LINE_END = re.compile(r"(\\| *)\n *")


_MARKUP = re.compile(r"[\\`*_\[\]!<>&{}^~:\n\r\0]")
"""Every character that can begin a rule of the parser; text without one is text alone."""


_SCHEME = re.compile(r"^[A-Za-z]+:")


def _small(found: re.Match[str]) -> str:
    return found[0].lower()


def parse_inline(text: str, definitions: Mapping[str, Any] | None = None) -> tuple[Inline, ...]:
    """Parse text as inline Markdown only: nothing in it can begin a list, heading or table.

    ``definitions`` are the article's link definitions, for ``[text][label]``.
    """
    if not _MARKUP.search(text):
        return (Inline(kind="text", text=text),) if text else ()
    tokens: list[Token] = []
    environment = {"references": dict(definitions or {})}
    parser().inline.parse(text, parser(), environment, tokens)
    return inlines(tokens)


def inlines(tokens: Iterable[Token]) -> tuple[Inline, ...]:
    """Turn markdown-it's flat inline tokens into a tree."""
    return _merge_text(_until(iter(tokens), ""))


def _until(tokens: Iterator[Token], closing: str) -> Iterator[Inline]:
    for token in tokens:
        if token.type == closing:
            return
        match token.type:
            case "em_open" | "strong_open" | "link_open":
                children = _merge_text(_until(tokens, token.type.replace("_open", "_close")))
                yield Inline(
                    kind=_PAIRS[token.type],
                    children=children,
                    target=_SCHEME.sub(_small, str(token.attrs.get("href", "")), count=1),
                    title=str(token.attrs.get("title", "")),
                )
            case "text" | "text_special":
                yield Inline(kind="text", text=token.content)
            case "softbreak":
                yield Inline(kind="text", text=" ")
            case "hardbreak":
                yield Inline(kind="break")
            case "code_inline":
                yield Inline(kind="code", text=token.content)
            case "image":
                yield Inline(
                    kind="image",
                    text=token.content,
                    target=unquote(str(token.attrs.get("src", ""))),
                    title=str(token.attrs.get("title", "")),
                )
            case "citation":
                yield Inline(kind="citation", citation=token.meta["citation"])
            case "placeholder":
                yield Inline(kind="placeholder", text=token.content)
            case "footnote_ref":
                yield Inline(kind="footnote", text=token.meta["label"])
            case "html_inline" | "bad_citation":
                yield Inline(kind=token.type.replace("html_inline", "html"), text=token.content)
            case other:  # pragma: no cover - a new token type would be a change of the parser
                raise AssertionError(f"the parser made a token of type {other}")


def _merge_text(parts: Iterable[Inline]) -> tuple[Inline, ...]:
    merged: list[Inline] = []
    for part in parts:
        if part.kind == "text" and merged and merged[-1].kind == "text":
            merged[-1] = Inline(kind="text", text=merged[-1].text + part.text)
        else:
            merged.append(part)
    return tuple(merged)


def one_line(text: str) -> str:
    r"""Join the lines of inline Markdown, so that wrapping a paragraph anew changes no msgid.

    A hard break is kept as a backslash and a newline. Where joining would change the meaning (a
    line end inside a code span can), the text is returned as it is.
    """
    text = text.strip()
    if "\n" not in text:
        return text
    joined = _LINE_END.sub(
        lambda match: "\\\n" if match[1] == "\\" or len(match[1]) > 1 else " ", text
    )
    return joined if parse_inline(joined) == parse_inline(text) else text


_DESTINATION = r"(?:<[^<>\n]*>|(?:[^\s()]|\([^\s()]*\))*)"
_TITLE = r"""(?:"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|\((?:\\.|[^()\\])*\))"""
_TITLED = re.compile(rf"(\]\({_DESTINATION})\s+{_TITLE}\s*(?=\))")


def without_separate_units(text: str, definitions: Mapping[str, Any] | None = None) -> str:
    """Take out of inline Markdown what is translated on its own: alternative texts and titles.

    ``![A hand](hand.svg "Rest")`` becomes ``![](hand.svg)``. Where that would change anything else
    the text is returned as it is.
    """
    if "](" not in text and "![" not in text:
        return text
    parts = parse_inline(text, definitions)
    bare = text
    for part in walk_inlines(parts):
        if part.kind == "image" and part.text:
            bare = bare.replace(f"![{part.text}]", "![]", 1)
    if any(part.title for part in walk_inlines(parts)):
        bare = _TITLED.sub(r"\1", bare)
    return bare if parse_inline(bare, definitions) == _bare(parts) else text


def _bare(parts: tuple[Inline, ...]) -> tuple[Inline, ...]:
    return tuple(
        replace(
            part,
            text="" if part.kind == "image" else part.text,
            title="",
            children=_bare(part.children),
        )
        for part in parts
    )
