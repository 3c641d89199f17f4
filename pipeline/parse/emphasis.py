"""Emphasis beside letters that no space divides: ``**注意：**这`` is bold.

CommonMark takes asterisks beside a sign for emphasis only where a space or another sign stands on
the other side. Languages without spaces, and Korean with its endings, have letters there. The rule
follows the draft "CommonMark for CJK" (github.com/tats-u/markdown-cjk-friendly, specification.md),
and takes Thai, Lao, Khmer and Burmese letters as it takes Chinese ones. Where none of these stands
beside the asterisks nothing changes.
"""

import unicodedata

from markdown_it import MarkdownIt
from markdown_it.common.utils import isMdAsciiPunct, isPunctChar, isWhiteSpace
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.state_inline import Delimiter

_NO_SPACES = (range(0x0E00, 0x0F00), range(0x1000, 0x10A0), range(0x1780, 0x1800))
"""Thai and Lao, Burmese, Khmer."""

_WIDE = "WFH"
"""Widths that only Chinese, Japanese and Korean letters and signs have (Unicode, UAX 11)."""


def _stands_alone(letter: str) -> bool:
    """Say whether a letter or sign is of a language that needs no space beside it."""
    if any(ord(letter) in letters for letters in _NO_SPACES):
        return True
    wide = unicodedata.east_asian_width(letter) in _WIDE
    return (wide and unicodedata.category(letter) != "So") or 0x1100 <= ord(letter) <= 0x11FF


def _is_sign(letter: str) -> bool:
    return isMdAsciiPunct(ord(letter)) or isPunctChar(letter)


def _emphasis_rule(state: StateInline, silent: bool) -> bool:
    marker = state.src[state.pos]
    if silent or marker not in "_*":
        return False
    end = state.pos
    while end < state.posMax and state.src[end] == marker:
        end += 1
    before = state.src[state.pos - 1] if state.pos else " "
    after = state.src[end] if end < state.posMax else " "
    opens, closes = _flanks(before, after, in_word=marker == "*")
    for _ in range(end - state.pos):
        state.push("text", "", 0).content = marker
        state.delimiters.append(
            Delimiter(
                marker=ord(marker),
                length=end - state.pos,
                token=len(state.tokens) - 1,
                end=-1,
                open=opens,
                close=closes,
            )
        )
    state.pos = end
    return True


def _flanks(before: str, after: str, *, in_word: bool) -> tuple[bool, bool]:
    """Say whether marks between two letters can open emphasis, and whether they can close it."""
    alone = _stands_alone(before), _stands_alone(after)
    signs = _is_sign(before), _is_sign(after)
    spaces = isWhiteSpace(ord(before)), isWhiteSpace(ord(after))
    left = not spaces[1] and (not signs[1] or alone[1] or spaces[0] or signs[0] or alone[0])
    right = not spaces[0] and (not signs[0] or alone[0] or spaces[1] or signs[1] or alone[1])
    return left and (in_word or not right or signs[0]), right and (in_word or not left or signs[1])


def emphasis_plugin(md: MarkdownIt) -> None:
    """Teach a parser to see emphasis in languages without spaces."""
    md.inline.ruler.at("emphasis", _emphasis_rule)
