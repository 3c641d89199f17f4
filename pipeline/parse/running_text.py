"""What running text cannot hold, or would lose on paper."""

import re

from pipeline.parse.dialects import foreign_signs
from pipeline.parse.inline import parse_inline
from pipeline.parse.lines import refuse_html
from pipeline.parse.problems import Problems
from pipeline.records.characters import odd_characters
from pipeline.values.article import Inline, plain_text, walk_inlines

PLACEHOLDERS = ("services", "emergency")
_OPENS = re.compile(r"(https?://|mailto:|tel:|sms:)\S", re.IGNORECASE)


def check_inlines(problems: Problems, content: tuple[Inline, ...], line: int) -> None:
    """Report citations, placeholders, links and pictures that cannot stand as they are."""
    for inline in walk_inlines(content):
        is_written = inline.kind == "image"
        meant = plain_text(parse_inline(inline.text)) if is_written else inline.text
        _check_meant(problems, f"{meant}{inline.title}", line)
        _refuse_codes(problems, inline.text if is_written else "", line)
        _refuse_codes(problems, inline.title, line, printed=True)
        match inline.kind:
            case "html":
                refuse_html(problems, line, inline.text)
            case "bad_citation":
                problems.error(
                    "SRC006",
                    line,
                    "a citation that cannot be read",
                    "write [@key], [-@key] for the year alone, [@key, p. 12] or [@one; @two]",
                    problems.lines[line - 1],
                )
            case "placeholder" if inline.text not in PLACEHOLDERS:
                problems.error(
                    "SRC008",
                    line,
                    f"unknown placeholder {{{inline.text}}}",
                    f"known: {', '.join(f'{{{name}}}' for name in PLACEHOLDERS)}; "
                    f"write \\{{{inline.text}}} for the letters themselves",
                )
            case "link" if not _OPENS.match(inline.target):
                problems.error(
                    "SRC030",
                    line,
                    f"the link leads nowhere on paper: {inline.target or '()'}",
                    "write the whole address, such as https://example.org, or the words alone",
                )
            case "image" if not inline.text:
                problems.error(
                    "SRC010",
                    line,
                    f"the image {inline.target} has no alternative text",
                    "say between the brackets what a reader who cannot see it should know",
                )


def _refuse_codes(problems: Problems, label: str, line: int, *, printed: bool = False) -> None:
    """Report codes in an alternative text or a title, which are letters alone.

    A title is ``printed`` with its marks; of what is only heard, emphasis is left out.
    """
    refused = _CODES | {"strong", "em"} if printed else _CODES
    if label and (
        _BRACED.search(label)
        or any(one.kind in refused for one in walk_inlines(parse_inline(label)))
    ):
        problems.error(
            "SRC030",
            line,
            f"words of a picture or link are letters alone, with no marks or codes: {label}",
            "take marks and codes out; a citation or a number belongs into the text",
        )


_CODES = frozenset(("citation", "bad_citation", "placeholder"))
_BRACED = re.compile(r"\{ ?[a-z-]+(?:=[^{}\n]*)?\}")


def _check_meant(problems: Problems, text: str, line: int) -> None:
    """Report odd characters that a text means by other letters, such as ``&#x202e;``."""
    for odd in odd_characters(text, indented=True):
        if odd.letter not in problems.text:
            message = f"{odd.fault} (U+{ord(odd.letter):04X}), written as a code"
            problems.error("SRC015", line, message, odd.fix)


def refuse_captions(problems: Problems, content: tuple[Inline, ...], line: int) -> None:
    """Report captions of pictures that stand within a text: they would be lost."""
    for inline in walk_inlines(content):
        if inline.kind == "image" and inline.title:
            problems.error(
                "SRC030",
                line,
                f"the caption of a picture within a text would be lost: {inline.title}",
                "write the words into the text, or put the picture into a paragraph of its own",
            )


def refuse_foreign(
    problems: Problems, written: str, content: tuple[Inline, ...], line: int
) -> None:
    """Report signs of other kinds of Markdown, which would be printed as they stand."""
    letters = [one.text if one.kind == "text" else "\n" for one in walk_inlines(content)]
    for sign in foreign_signs(written, "".join(letters)):
        problems.error(
            "SRC030",
            line + sign.line,
            f"{sign.name} would be printed as it stands: {sign.written}",
            f"{sign.fix}; put \\ before the signs that a reader shall see",
        )


def refuse_services(problems: Problems, content: tuple[Inline, ...], line: int) -> None:
    """Report a list of services that stands within other text."""
    for inline in walk_inlines(content):
        if inline.kind == "placeholder" and inline.text == "services":
            problems.error(
                "SRC008",
                line,
                "{services} stands inside other text",
                "put it into a paragraph of its own: it prints a list of services",
            )
