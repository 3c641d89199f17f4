"""What a translation program or a translator said of the translation, left in it."""

import re
from collections.abc import Iterator

from pipeline.check.remarks import FENCE, NOT_WRITTEN, UPPER_TODO, remarks_of
from pipeline.check.rule import Example, Fault, Floor, Pair, Rule
from pipeline.values.locale import language_of

_OF_TRANSLATION = re.compile(
    r"(?i)translat|interpret|language|version|placeholder|\bAI\b|artificial|assistant|\bmodels?\b"
)
"""What an English text speaks of that may speak of translations in any language."""

_AFFIRMS = re.compile(
    r"(?i)\W*(?:sure|certainly|of course|absolutely|yes|okay|ok|(?:all )?right|naturally|gladly)\b"
    r"|.*!"
)


def check(pair: Pair) -> Iterator[Fault]:
    """Report remarks about the translation, and what stands for a text that is not yet written."""
    found = _found(pair)
    if found and found.strip(_AROUND).casefold() not in pair.text.casefold():
        yield Fault(message=f"this is no translation of the English: {found.strip()}")


_AROUND = " :：[]()<>"


def _found(pair: Pair) -> str:
    text = pair.target.plain
    known = FENCE.search(pair.translation) or NOT_WRITTEN.search(text) or _to_do(pair)
    if known:
        return known[0]
    source = pair.source.plain
    speaks, affirms = _OF_TRANSLATION.search(source), _AFFIRMS.match(source)
    is_titled = len(_COLON.findall(text)) > len(_COLON.findall(source))
    for remarks in filter(None, map(remarks_of, (pair.language.locale, "en"))):
        found = (
            (None if affirms else remarks.sure.match(text))
            or (None if speaks else remarks.about.search(text))
            or (remarks.titled.search(text) if is_titled and not speaks else None)
        )
        if found:
            return found[0]
    return ""


_COLON = re.compile("[:：]")


def _to_do(pair: Pair) -> re.Match[str] | None:
    means_all = language_of(pair.language.locale) in ("es", "pt", "gl", "it", "ca")
    return None if means_all else UPPER_TODO.search(pair.target.plain)


RULE = Rule(
    code="TXT018",
    name="remark left in a translation",
    floor=Floor.OUTSIDE_NOTES,
    why="“Here is the translation:”, a translator’s note, TODO or “I kept the placeholders” was "
    "meant for whoever asked for the translation, and would be printed for the reader.",
    fix="take it out; write what translators shall know as a comment in the catalog (# …)",
    bad=Example(source="Rest helps too.", target="Traducción: El descanso también ayuda."),
    good=Example(source="Rest helps too.", target="El descanso también ayuda."),
    check=check,
)
