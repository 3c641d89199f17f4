"""What a finished sheet is judged against."""

from dataclasses import dataclass

from pipeline.values.sheet import Expected, Layout, Passage, Tap


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """What a file has to say beside its pages."""

    language: str
    """A BCP 47 tag."""
    title: str
    alternatives: tuple[str, ...] = ()
    """The alternative texts of the article's own pictures."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What a finished sheet is judged against."""

    path: str
    """The name that findings give it."""
    locale: str
    article: str
    source_path: str
    families: tuple[str, ...]
    smallest_type: float
    """In points."""
    expected: tuple[Expected, ...]
    passages: tuple[Passage, ...]
    layouts: tuple[Layout, ...] = ()
    """How its pages may lie on paper: the size of the file's tells which it is."""
    gutter: float = 0.0
    """Where the second of two columns begins, in parts of a page's width; 0 where there is one."""
    pictured: str = ""
    """What the pictures themselves say, in any order."""
    has_pictures: bool = False
    """Whether it shows pictures of the article's or clinic's, which may hold codes."""
    taps: tuple[Tap, ...] = ()
    """What may be tapped on its web page."""
    links: frozenset[str] = frozenset()
    """Where links of the PDF may lead: the article's own, all other addresses are only printed."""
    heard: Heard | None = None
    """What the file says to those who hear it; ``None`` where nobody asks."""
