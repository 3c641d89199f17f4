"""What a kind of damage is."""

import random
import re
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from pipeline.compose.breaking import break_places
from tests.mutations.catalogs import Change, Shelf, Text

CODE = re.compile(r"\[-?@[^\]]+\]")
PLACE = re.compile(r"\{\w+\}")
LINK = re.compile(r"(?<!!)\[([^\]@^]+)\]\(([^)]+)\)")
MARK = re.compile(r"\[\^\w+\]")
ATOM = re.compile(r"(?:\[-?@[^\]]+\]|\{\w+\}|\[[^\]@^]+\]\([^)]+\)|\[\^\w+\]|`[^`]*`)")
SENTENCE = re.compile(r"(?<=[.!?؟।])[\s)”»]+(?=\S)|(?<=[。！？])(?=[^」』”）])")


@dataclass(frozen=True)
class Place:
    """One text among those beside it."""

    text: Text
    shelf: Shelf
    seed: str
    """Names what is chosen where there is a choice."""

    @cached_property
    def chance(self) -> random.Random:
        """What chooses, always the same; most damage has no choice, and does without."""
        name = f"{self.seed}/{self.text.locale}/{self.text.article}/{self.text.key}"
        return random.Random(zlib.crc32(name.encode()))  # noqa: S311 - it chooses places for damage

    def after(self) -> Text | None:
        """Return the text that follows it in the catalog."""
        here = self.shelf.texts.index(self.text)
        rest = self.shelf.texts[here + 1 :]
        return rest[0] if rest else None


Damage = str | Change | tuple[Change, ...]
"""A new translation, an entry in another state, or several entries that change together."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A way in which a translation goes wrong, and the findings of which one has to tell it."""

    name: str
    codes: tuple[str, ...]
    damage: Callable[[Place], Iterator[Damage]]
    is_error: bool = True
    """Whether it has to keep the sheet from being printed."""
    most: int = 4
    """How often it is done in one catalog."""
    where: str = "shipped"
    """In which texts it is done: the shipped ones, or a stock of the tests."""


def swap(text: str, match: re.Match[str], new: str) -> str:
    """Put something in the place of a match."""
    return text[: match.start()] + new + text[match.end() :]


def bare(text: str) -> str:
    """Take a match's neighbours together: no doubled spaces, none before a full stop."""
    return re.sub(r"\s+([.,،;؛])", r"\1", re.sub(r"[ \t]{2,}", " ", text)).strip()


def between_words(place: Place, what: str) -> str:
    """Put something behind a word chosen by chance, outside codes, links and placeholders."""
    text = place.text.target
    taken = [match.span() for match in ATOM.finditer(text)]
    spots = [
        match.start()
        for match in re.finditer(r"(?<=\w)(?=[\s.,،;؛:?؟!]|$)", text)
        if not any(start < match.start() < end for start, end in taken)
    ]
    spot = place.chance.choice(spots or [len(text)])
    return text[:spot] + what + text[spot:]


_HAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")


_THAI = re.compile(r"[\u0e01-\u0e4e]")


def pieces(text: str) -> tuple[list[str], str]:
    """Return a text's words and what stands between them; of Chinese and Japanese, its signs."""
    if _HAN.search(text):
        return re.findall(rf"{ATOM.pattern}|\S", text), ""
    if _THAI.search(text):
        cuts = [0, *break_places(text, "th"), len(text)]
        return [text[first:last] for first, last in pairwise(cuts)], ""
    return text.split(), " "


def cut(text: str, part: int) -> str:
    """Keep the first half, third, … of a text's words."""
    words, gap = pieces(text)
    return gap.join(words[: max(1, len(words) // part)])


def sentences(text: str) -> list[str]:
    """Return a text's sentences."""
    return [part for part in SENTENCE.split(text.strip()) if re.search(r"\w", part)]
