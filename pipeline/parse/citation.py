"""The inline rule for citations: ``[@key]``, ``[-@key]``, ``[@key, p. 12]``, ``[@a; @b]``."""

import re

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline

from pipeline.values.citation import Citation, Cite

_CITE = re.compile(r"\s*(-?)@([A-Za-z0-9_][A-Za-z0-9_:.#$%&+?<>~/-]*?)(?:[,،，、]\s*(\S.*?))?\s*")
_BETWEEN = re.compile("[;؛；]")
"""Between works, as the keyboards of our languages have it."""
_OPENS_LIKE_CITATION = re.compile(r"\[\s*-?@")


def parse_citation(text: str) -> Citation | None:
    """Parse what stands between the brackets, or return ``None`` where it is no citation."""
    cites = []
    for part in _BETWEEN.split(text):
        match = _CITE.fullmatch(part)
        if not match:
            return None
        sign, key, locator = match.groups()
        cites.append(Cite(key=key, year_only=bool(sign), locator=locator or ""))
    return Citation(cites=tuple(cites))


def _citation_rule(state: StateInline, silent: bool) -> bool:
    if not _OPENS_LIKE_CITATION.match(state.src, state.pos, state.posMax):
        return False
    end = state.src.find("]", state.pos, state.posMax)
    citation = parse_citation(state.src[state.pos + 1 : end]) if end > 0 else None
    if not silent:
        # What only looks like a citation is kept apart, so that it is reported, never printed.
        token = state.push("citation" if citation else "bad_citation", "", 0)
        token.content = state.src[state.pos : end + 1] if citation else "[@"
        token.meta = {"citation": citation}
    state.pos = end + 1 if citation else state.pos + 1
    return True


def citation_plugin(md: MarkdownIt) -> None:
    """Teach a parser the citation rule, before links can claim the bracket."""
    md.inline.ruler.before("link", "citation", _citation_rule)
