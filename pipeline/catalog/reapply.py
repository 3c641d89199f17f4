"""Putting changed citations, links and placeholders into a translation, where that is certain."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

_CODE = re.compile(r"\[\s*-?@[^\]]+\]|\{[A-Za-z][A-Za-z_]*\}")
_LINK = re.compile(r"(?<=\]\()<?[^\s()<>]+>?(?=[\s)])")
_SENTENCE = re.compile(r"""[.!?…。！？।؟۔]+["”’»)\]*_]*(?=\s|$)|[。！？]""")
_NO_SPACES = re.compile("[\u3001-\u30ff\u3400-\u9fff\uff00-\uff60]$")


def reapplied(before: str, after: str, translation: str) -> str | None:
    """Return a translation of ``before`` with the codes of ``after``.

    ``None`` says that it cannot be told where in the translation one of them belongs.
    """
    with_links = _links(before, after, translation)
    return None if with_links is None else _codes(before, after, with_links)


def _links(before: str, after: str, translation: str) -> str | None:
    """Put new addresses in the place of old ones; a link that came or went is a person's to set."""
    old, new = _LINK.findall(before), _LINK.findall(after)
    own = _LINK.findall(translation)
    if old == new:
        return translation
    if len(old) != len(new) or sorted(own) != sorted(old) or len({*old}) != len(old):
        return None
    address = dict(zip(old, new, strict=True))
    return _LINK.sub(lambda match: address[match[0]], translation)


def _codes(before: str, after: str, translation: str) -> str | None:
    old, new = _CODE.findall(before), _CODE.findall(after)
    if sorted(_CODE.findall(translation)) != sorted(old) or len({*old, *new}) < max(
        len(old), len(new)
    ):
        return translation if sorted(old) == sorted(new) else None
    text: str | None = translation
    for kind, start, end, first, last in SequenceMatcher(None, old, new, False).get_opcodes():
        gone, come = old[start:end], new[first:last]
        if kind == "equal" or text is None:
            continue
        if kind == "replace" and len(gone) == len(come):
            for one, other in zip(gone, come, strict=True):
                text = text.replace(one, other)
            continue
        for one in gone:
            text = re.sub(rf"\s?{re.escape(one)}", "", text)
        for place in range(first, last):
            text = _with_code(text, new[place], after, new[:place]) if text is not None else None
    return text


def _with_code(text: str, code: str, source: str, before: Sequence[str]) -> str | None:
    """Put a code where the source has it: right behind another one, or at a sentence's end."""
    place = source.index(code)
    head = source[:place].rstrip()
    if before and head.endswith(before[-1]) and before[-1] in text:
        return _put_in(text, text.index(before[-1]) + len(before[-1]), code)
    ends, own = [*_SENTENCE.finditer(source)], [*_SENTENCE.finditer(text)]
    closing = (
        [one.start() for one in ends].index(place + len(code))
        if any(one.start() == place + len(code) for one in ends)
        else -1
    )
    if closing < 0 or len(ends) != len(own):
        return None
    return _put_in(text, own[closing].start(), code)


def _put_in(text: str, place: int, code: str) -> str:
    gap = "" if not place or text[place - 1].isspace() or _NO_SPACES.search(text[:place]) else " "
    return text[:place] + gap + code + text[place:]
