"""One printed form of one article for one locale, and what its paper must show."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """A printed form: its name and its limits."""

    name: str
    smallest_type: float
    """In points; nothing on the sheet is set smaller."""
    papers: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """One thing that the finished paper must show, in reading order among its like."""

    kind: str
    """``citation``, ``number``, ``reference``, ``region`` or ``foot``."""
    shown: str
    """What a reader sees, in logical order, for the finding."""
    pieces: tuple[tuple[str, bool], ...]
    """Its parts in reading order; true marks a part that runs left to right in every locale."""
    rtl: bool
    """Whether the parts follow each other from right to left."""
    line: int = 0
    """The line of the article on which it rests, 0 for none."""
    first_page: bool = False
    every_page: bool = False
    whole_line: bool = False
    """Whether it must stand on one line, as a telephone number must."""
    not_in: tuple[str, ...] = ()
    """Texts of the sheet that hold the same letters: standing in one of them does not count. A
    service called "988 Lifeline" does not show how to call it."""
    with_previous: bool = False
    """Whether it belongs to the same way of reaching a service as the one before it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Composition:
    """A sheet before it is typeset."""

    html: str
    content: str
    """The first sixteen digits of a hash of the page, which its own record names."""
    expected: tuple[Expected, ...]
