"""A translation laid out for those who approve it: unit by unit, with what changed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

DOUBT = "Unsure:"
"""A translator's comment that begins so names a place for readers to look at, with what else the
words could be."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewUnit:
    """One text and its translation, under the number that notes name it by."""

    number: int
    key: tuple[str, str]
    """Context and text."""
    role: str
    """What it is on the page."""
    source: str
    translation: str
    """Empty where there is none, or none that is finished."""
    is_inline: bool = True
    """Whether it is inline Markdown; the sheet's own words are plain text."""
    state: str = ""
    """``new`` or ``changed`` since the last approval, ``approved`` then; empty where nobody has."""
    source_before: str = ""
    """The source that was approved, where it is another."""
    translation_before: str = ""
    """The translation that was approved, where it is another."""
    findings: Sequence[str] = ()
    notes: Sequence[str] = ()
    """What translators, and those who read it before, wrote over it."""
    comments: Sequence[str] = ()
    """What the program tells translators of it."""

    @property
    def is_finished(self) -> bool:
        """Whether there is a translation to read."""
        return bool(self.translation)

    @property
    def doubts(self) -> list[str]:
        """What its makers were unsure of: what stands behind ``Unsure:`` in a note."""
        return [one.removeprefix(DOUBT).strip() for one in self.notes if one.startswith(DOUBT)]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewCommands:
    """What somebody types after reading, as it is typed where the review was printed."""

    note: str
    """Keeps what somebody wrote beside a text."""
    approve: str
    review: str
    """Prints the copy anew, and says its mark."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """All that an approver of an article in a locale has to see."""

    article: str
    version: str
    title: str
    locale: str
    mark: str
    """``es@1a2b3c4d``: the locale and the exact words, by which a copy is known."""
    since: str
    """Whose approval the changes are counted from, in words; empty for nobody's."""
    needs: Sequence[str]
    """The roles that the policy asks for."""
    lacks: Sequence[str]
    """Those that nobody has filled for these words."""
    units: Sequence[ReviewUnit]
    words: Sequence[ReviewUnit]
    """The sheet's own words."""

    @property
    def texts(self) -> tuple[ReviewUnit, ...]:
        """All that can be read, by its numbers: the article's units, then the sheet's words."""
        return (*self.units, *self.words)

    @property
    def own_title(self) -> str:
        """The article's title as it is translated; the original's where it is not yet."""
        return (self.units and self.units[0].translation) or self.title

    @property
    def open_numbers(self) -> list[int]:
        """The numbers of what has to be read: all there is where nobody has approved yet."""
        return [one.number for one in self.texts if one.is_finished and one.state != "approved"]

    @property
    def missing_numbers(self) -> list[int]:
        """The numbers of what is not translated, or not finished."""
        return [one.number for one in self.texts if not one.is_finished]

    @property
    def how_many(self) -> str:
        """How many texts there are to read, of how many: ``10 of 145 texts``."""
        total = len(self.texts)
        return f"{total - len(self.missing_numbers)} of {total} texts"


def review_commands(review: Review, typed: Callable[[str], str] = str) -> ReviewCommands:
    """Return the commands of a review; ``typed`` turns one into what is typed where it is read."""
    return ReviewCommands(
        note=typed(f'polyleaf note {review.mark} NUMBER "…" --by "…"'),
        approve=typed(f'polyleaf approve {review.locale} --role "…" --by "…"'),
        review=typed(f"polyleaf review {review.locale}"),
    )
