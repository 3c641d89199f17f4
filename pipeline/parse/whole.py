"""What an article must be as a whole, once all its blocks are read."""

import re
from collections.abc import Iterator, Sequence

from pipeline.parse.problems import Problems
from pipeline.values.article import DETAIL, Block, Footnote, plain_text, walk_inlines

_WRITTEN_OUT = re.compile(r"\([^()]*\b(?:1[89]|20)\d\d[a-z]?\b[^()]*\)")
"""A citation that is written out: (Beck, 1967)."""


def check_footnotes(
    problems: Problems, text: Sequence[Block], footnotes: Sequence[Footnote]
) -> None:
    """Report footnotes that are defined twice, nowhere, or for no mark."""
    defined: dict[str, Footnote] = {}
    for note in footnotes:
        if note.label in defined:
            problems.error(
                "SRC007",
                _first_line(note),
                f"the footnote [^{note.label}] is defined twice",
                "rename one of them",
            )
        defined.setdefault(note.label, note)
    used = set()
    inside = [block for note in footnotes for block in note.blocks]
    for block, line in with_lines((*text, *inside)):
        for inline in walk_inlines(block.content):
            if inline.kind == "footnote":
                used.add(inline.text)
                if inline.text not in defined:
                    problems.error(
                        "SRC011",
                        line,
                        f"the footnote [^{inline.text}] is nowhere defined",
                        f"add a line '[^{inline.text}]: …' or take the mark out",
                    )
    for label, note in defined.items():
        if label not in used:
            problems.error(
                "SRC011",
                _first_line(note),
                f"the footnote [^{label}] is never referred to",
                f"put the mark [^{label}] into the text or take the footnote out",
            )


def check_short_note(problems: Problems, body: tuple[Block, ...]) -> None:
    """Report a short crisis note that is missing, or does not open the article."""
    notes = [
        block
        for block, _ in with_lines(body)
        if block.kind == "container" and block.name.startswith("crisis")
    ]
    shorts = [note for note in notes if note.name == "crisis short"]
    if notes and not shorts:
        problems.error(
            "SRC009",
            notes[0].line,
            "the article has a crisis note but not its short form on the first page",
            "begin the body with a '::: crisis short' block",
        )
    for note in shorts:
        if note is not body[0]:
            problems.error(
                "SRC009",
                note.line,
                "the short crisis note does not open the article",
                "make it the first block after the front matter, so that it prints on page 1",
            )


def refuse_inner_details(
    problems: Problems, body: Sequence[Block], footnotes: Sequence[Footnote]
) -> None:
    """Report details inside other blocks: their frame or number would be left alone."""
    outer = [inner for block in body for inner in block.children]
    notes = [block for note in footnotes for block in note.blocks]
    for block, line in with_lines([*outer, *notes]):
        if block.kind == "container" and block.name == DETAIL:
            problems.error(
                "SRC024",
                line,
                "a '::: detail' block stands inside another block",
                "let it stand in the article itself, around whole blocks",
            )


def refuse_to_lose(problems: Problems, detail: Sequence[Block]) -> None:
    """Report what no edition may leave out: citations, footnotes, numbers, crisis notes."""
    for block, line in with_lines(detail):
        kinds = {inline.kind for inline in walk_inlines(block.content)}
        is_note = block.kind == "container" and block.name.startswith("crisis")
        is_cited = kinds & {"citation", "footnote"} or _WRITTEN_OUT.search(
            plain_text(block.content)
        )
        if is_note or is_cited or "placeholder" in kinds:
            what = (
                "a crisis note"
                if is_note
                else "a citation or footnote"
                if is_cited
                else "a placeholder"
            )
            problems.error(
                "SRC024",
                line,
                f"{what} stands in a '::: detail' block, which short editions leave out",
                "end the block before it and begin another after it",
            )


def with_lines(blocks: Sequence[Block], line: int = 0) -> Iterator[tuple[Block, int]]:
    """Yield blocks with all inside them, each with the line that a finding names."""
    for block in blocks:
        yield block, block.line or line
        yield from with_lines(block.children, block.line or line)


def _first_line(note: Footnote) -> int:
    return note.blocks[0].line if note.blocks else 1
