"""What an author says of a text in braces at its end: ``## Sleep {icon=moon}``.

It is no part of the text: translators never see it. Braces that hold no ``name=value`` are left
alone, so ``{emergency}`` stays a placeholder.
"""

import re

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore

_AT_THE_END = re.compile(r"\s*(?<!\\)\{\s*([a-z]+=[^\s{}=]+(?:\s+[a-z]+=[^\s{}=]+)*)\s*\}[ \t]*\Z")


def _attributes_rule(state: StateCore) -> None:
    for token in state.tokens:
        if token.type != "inline":
            continue
        found = _AT_THE_END.search(token.content)
        if found:
            token.content = token.content[: found.start()]
            token.meta["attributes"] = dict(part.split("=", 1) for part in found[1].split())


def attributes_plugin(md: MarkdownIt) -> None:
    """Teach a parser to take attributes off the end of a text before its inlines are read."""
    md.core.ruler.before("inline", "attributes", _attributes_rule)
