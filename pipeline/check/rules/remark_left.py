"""What a translation program or a translator said of the translation, left in it."""

import re
from collections.abc import Iterator
from functools import lru_cache

from pipeline.check.remarks import FENCE, remarks_of, unwritten
from pipeline.check.rule import Example, Fault, Floor, Pair, Rule

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
    plain, text = pair.target.plain, pair.target.plain.lower()
    if fence := FENCE.search(pair.translation):
        return fence[0]
    if missing := unwritten(plain, pair.language.locale, pair.source.plain):
        return missing
    speaks, affirms, colons = _of_source(pair.source.plain)
    remarks = remarks_of(pair.language.locale)
    found = None
    if not affirms and ("!" in text or "！" in text):
        found = remarks.sure.match(text)
    if not found and not speaks:
        found = remarks.about.search(text)
        if not found and len(_COLON.findall(text)) > colons:
            found = remarks.titled.search(text)
    return found[0] if found else ""


@lru_cache(maxsize=4_096)
def _of_source(source: str) -> tuple[bool, bool, int]:
    """Say whether an English text speaks of translations, and affirms; count its colons."""
    return (
        bool(_OF_TRANSLATION.search(source)),
        bool(_AFFIRMS.match(source)),
        len(_COLON.findall(source)),
    )


_COLON = re.compile("[:：]")


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
