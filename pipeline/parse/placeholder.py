"""The inline rule for placeholders: ``{emergency}``, ``{services}``."""

import re

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline

_PLACEHOLDER = re.compile(r"\{([A-Za-z][A-Za-z_]*)\}")


def _placeholder_rule(state: StateInline, silent: bool) -> bool:
    match = _PLACEHOLDER.match(state.src, state.pos, state.posMax)
    if not match:
        return False
    if not silent:
        token = state.push("placeholder", "", 0)
        token.content = match[1]
    state.pos = match.end()
    return True


def placeholder_plugin(md: MarkdownIt) -> None:
    """Teach a parser the placeholder rule."""
    md.inline.ruler.before("link", "placeholder", _placeholder_rule)
    # The text rule swallows everything up to the next character that can begin a rule; "{" is
    # among those, so nothing more is needed here.
