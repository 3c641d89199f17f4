"""Lines and blocks that cannot stand in an article, or would lose something of theirs."""

import re
from collections.abc import Iterable, Sequence

from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from pipeline.parse.markdown import DEEPEST
from pipeline.parse.problems import Problems
from pipeline.parse.size import oversized
from pipeline.records import merged
from pipeline.records.characters import odd_characters

_MERGED = re.compile(r"(<{7}|>{7})(\s|$)")
"""What git leaves where it could not join two versions of a file."""
_ESCAPED_PIPE = re.compile(r"\\\|")
_COLONS = re.compile(r"[\s>*+-]*(\d+[.)]\s+)?:::")


def refuse_oversized(problems: Problems) -> bool:
    """Report what is too large to be read, and say whether anything is."""
    for line, message, fix in oversized(problems.text):
        problems.error("SRC028", line, message, fix)
    return bool(problems.findings)


def check_letters(problems: Problems) -> None:
    """Report odd characters, and what git leaves where it could not join two versions."""
    for number, line in enumerate(problems.lines, 1):
        if _MERGED.match(line):
            problems.error("SRC030", number, merged.MESSAGE, merged.FIX)
        for odd in odd_characters(line, indented=True):
            message = f"{odd.fault} (U+{ord(odd.letter):04X})"
            problems.error("SRC015", number, message, odd.fix)


def check_definitions(problems: Problems, unread: Iterable[int]) -> None:
    """Report addresses of links that no link uses, by their lines counted from 0."""
    for line in unread:
        problems.error(
            "SRC030",
            line + 1,
            "an address that no link of the text uses: nothing of the line would be printed",
            "put \\ before the bracket if the line is text; else write [words](https://…) "
            "where the link belongs, or take the line out",
            problems.lines[line].strip(),
        )


def check_depth(problems: Problems, tokens: Sequence[Token]) -> None:
    """Report the first block or emphasis that is nested too deep."""
    for token in tokens:
        inner = max((child.level for child in token.children or ()), default=0)
        if token.level > DEEPEST or inner > DEEPEST:
            problems.error(
                "SRC002",
                token.map[0] + 1 if token.map else 1,
                f"blocks or emphasis nested more than {DEEPEST} deep",
                "write it flatter: no reader follows that",
            )
            return


def check_colons(problems: Problems, node: SyntaxTreeNode, line: int) -> None:
    """Report lines of a paragraph that look like a block's beginning or end."""
    last = node.map[1] if node.map else line
    for number in range(line, last + 1):
        if _COLONS.match(problems.lines[number - 1]):
            problems.error(
                "SRC003",
                number,
                "a line of colons that neither opens nor closes a block",
                "write '::: crisis' to open a block and ':::' to close it; a block inside a "
                "block takes four colons outside",
                problems.lines[number - 1],
            )


def check_code(problems: Problems, node: SyntaxTreeNode, line: int) -> None:
    """Report letters that are code by a slip, or that would be lost behind its first line."""
    fault = ""
    if node.type == "code_block":
        fault = "a text with four or more spaces before it would be printed as code"
        fix = "take the spaces out; put a line ``` before code and one after it"
    elif len(node.info.split()) > 1:
        fault = f"the words behind {node.markup} would be lost"
        fix = f"write the text on a line of its own, and {node.markup} before code alone"
    elif not _is_closed(problems, node):
        fault = f"{node.markup} is never closed: all that follows would be printed as code"
        fix = f"put a line {node.markup} where the code ends, or take the first one out"
    if fault:
        problems.error("SRC030", line, fault, fix, problems.lines[line - 1].strip())


def _is_closed(problems: Problems, fence: SyntaxTreeNode) -> bool:
    first, end = fence.map or (0, 0)
    last = problems.lines[end - 1].rstrip()
    marks = len(last) - len(last.rstrip(fence.markup[0]))
    return end - first > 1 and marks >= len(fence.markup)


def refuse_to_lose_cells(problems: Problems, line: int, columns: int) -> None:
    """Report a row with more cells than its table has columns: Markdown drops them."""
    written = _ESCAPED_PIPE.sub("", problems.lines[line - 1]).strip(" \t>").strip("|")
    more = written.count("|") + 1 - columns
    if more > 0:
        problems.error(
            "SRC030",
            line,
            f"the row has {columns + more} cells, its table {columns} columns: the rest would "
            "be lost",
            "give the head and the line of dashes as many columns; write \\| for the sign itself",
            problems.lines[line - 1].strip(),
        )


def refuse_html(problems: Problems, line: int, html: str) -> None:
    """Report raw HTML."""
    problems.error(
        "SRC004",
        line,
        "raw HTML",
        "write it in Markdown; an HTML comment belongs into docs/editorial-notes.md",
        html.strip(),
    )
