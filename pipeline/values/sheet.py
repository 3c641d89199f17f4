"""One printed form of one article for one locale, and what its paper must show."""

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.values.folding import LEAF

HANDOUT = "handout"
"""The edition that is meant where none is named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fold:
    """One way in which an edition lies on folded paper."""

    name: str
    """``thirds``, ``fourths`` or ``half``; ``values/folding.py`` knows where panels stand. Empty
    where a sheet of so many pages is not folded."""
    papers: tuple[tuple[str, str], ...]
    """What is asked for, and the paper that is folded for it."""
    runs_on: str = ""
    """The name of the pages whose text runs on from one to the next, and ends alike on all."""
    panels: tuple[tuple[str, int], ...] = ()
    """Names of pages in the stylesheet, in reading order, and how many there are of each; empty
    where there may be as many as the text needs."""

    def paper_for(self, asked: str) -> str:
        """Return the paper that is folded where another was asked for, empty for none."""
        return dict(self.papers).get(asked, "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """A printed form: its name and its limits."""

    name: str
    sizes: tuple[float, ...]
    """Sizes of the running text in points, the largest first; the largest that fits is taken. They
    are for Latin letters: scripts that look small are set larger."""
    smallest_type: float
    """In points; nothing that a patient reads is set smaller."""
    smallest_in: tuple[tuple[str, float], ...] = ()
    """The same for scripts whose letters fill their square, by the script's code."""
    staff_type: float = 0
    """In points, of what is there for staff: foot, marks, records. Not set: as all else."""
    reference_type: float = 0
    """In points, of the list of works and the last lines. Not set: as all else."""
    line_height: float = 0
    """At least so many times the type's size; scripts that need more have more."""
    papers: tuple[str, ...]
    duplex: str
    """The edge over which a printer turns the paper: ``long`` or ``short``."""
    folds: tuple[Fold, ...] = ()
    """Ways to fold its paper, the first wherever the text has room; empty for sheets that are not
    folded."""
    own_sizes: tuple[tuple[str, tuple[float, ...]], ...] = ()
    """Sizes of pages with a name, where they are chosen apart from the running text's."""
    brought_forward: tuple[tuple[str, ...], ...] = ()
    """Containers of the article that stand before all other text: the first group of which it has
    any."""
    airs: tuple[float, ...] = ()
    """By how much the room between lines and parts may be less or more than usual: that which fills
    the pages best is taken. Not for sheets of a given number of pages."""
    largest_text: float = 0
    """How many times its size the running text of a folded sheet is at most, if it is as large as
    fills whole leaves; 0 where it has its size."""
    whole_sections: bool = False
    """Whether its pages end between sections, wherever it has no more pages for that."""
    leaves_out: tuple[str, ...] = ()
    """Containers of the article that do not stand on it."""
    note_first: bool = False
    """Whether the short crisis note stands before subtitle and audience, as room is scarce."""
    dark_field: bool = False
    """Whether its title stands in white on a dark field, as on a cover."""
    ornaments: bool = False
    """Whether a cover without a picture has the house's own."""
    tailpieces: bool = False
    """Whether pages whose text ends early show the cover's drawing at their foot."""
    running_heads: bool = False
    """Whether a page that goes on with a section says its head again in the margin above."""
    ends_at_foot: bool = False
    """Whether card and last lines stand at the foot of its last page."""
    heads_hang: bool = False
    """Whether running text stands beside numbers and drawings of its heads; where no head has any,
    it is as wide as frames."""
    adder_by_head: bool = False
    """Whether who added the main points is said on the line of their head."""
    clinic_on_card: bool = False
    """Whether the card has all that is said of the clinic, which has no part of its own then."""
    opens_wide: bool = False
    """Whether the cover's drawing is as wide as page one where the text begins on page two."""
    most_services: int = 0
    """How many services its long crisis note prints at most, so that it stays on one page; 0 for
    all."""
    has_references: bool = True
    foot: str = "full"
    """``full`` on every page; ``short``: state and page number on every page, all of it at the end;
    or ``once``, at the end alone."""
    has_card: bool = True
    """Whether it has a card with the crisis number to cut out."""
    side_by_side: bool = False
    """Whether the source stands beside the translation, unit by unit."""
    shows: str = "article"
    """What stands on it: the ``article``; its opening crisis ``note`` alone, for a wall; or, of
    nothing but its title, the ``languages`` in which it can be had."""
    usual_papers: tuple[tuple[str, str], ...] = ()
    """The paper that is taken where nobody asks for one, by that of the region or the clinic."""
    figures: tuple[tuple[str, float], ...] = ()
    """By paper, how high in millimetres the figures of its first number are at least."""

    @property
    def notes_in_sections(self) -> bool:
        """Whether each section has its footnotes below it; a leaf has no room for that."""
        return self.whole_sections and not self.folding

    @property
    def folding(self) -> str:
        """How its paper is folded as a rule; empty where it is not."""
        return self.folds[0].name if self.folds else ""

    def smallest_for(self, script: str) -> float:
        """Return the points under which nothing is set that a patient reads in a script."""
        return dict(self.smallest_in).get(script, self.smallest_type)

    @property
    def smallest_on_sheet(self) -> float:
        """In points: the least that anything on the sheet may be set in, what is for staff too."""
        return min(filter(None, (self.smallest_type, self.staff_type, self.reference_type)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """How the pages of a sheet become printed sides."""

    paper: str = ""
    """Empty where the page itself says how large it is."""
    folding: str = ""
    rtl: bool = False
    duplex: str = "long"
    panels: tuple[tuple[str, int], ...] = ()
    runs_on: str = ""


@dataclass(frozen=True, slots=True)
class Size:
    """A size of type, and the CSS that sets pages in it."""

    points: float
    """Less where it is set closer: what text takes grows with it."""
    css: str
    is_spare: bool = False
    """Whether it is taken only where no other fits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One way in which the pages of a sheet can be set: how they lie on paper, and their sizes."""

    layout: Layout
    pages: str
    """The CSS that decides how large the pages are."""
    sizes: tuple[tuple[Size, ...], ...] = ()
    """For each name of pages of the layout, in its order, its sizes, the largest first."""
    airs: tuple[float, ...] = ()
    """In how much of the usual room between lines and parts its pages can be set, beside that."""
    whole_sections: bool = False
    """Whether its pages end between sections, wherever it has no more pages for that."""
    has_few_sections: bool = False
    """Whether they do not only because the text is short."""
    text: float = 1.0
    """How many times its size the running text is."""
    most_pages: int = 0
    """On how many pages a text is to stand that is larger than its size; 0 for any number."""

    @property
    def is_one_leaf(self) -> bool:
        """Whether its text is to stand on one leaf, from the cover to the back."""
        return self.most_pages == LEAF

    def style(self, chosen: Sequence[int] = ()) -> str:
        """Return the CSS of some sizes, one for each name of pages; the largest of all for none."""
        numbers = chosen or [0] * len(self.sizes)
        return self.pages + "".join(
            sizes[number].css for sizes, number in zip(self.sizes, numbers, strict=True)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """One thing that the finished paper must show, in reading order among its like."""

    kind: str
    """``citation``, ``number``, ``contact`` (of the clinic), ``reference``, ``region``, ``record``
    (the day numbers rest on), ``foot``, ``address`` (of the sheet) or ``code`` (the same, for a
    telephone's camera)."""
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
    beside: bool = False
    """Whether it may stand beside what comes before it in its note, and so begin higher up."""
    column: int = 0
    """The column in which it must stand, counted from the left; 0 for anywhere."""
    height: float = 0
    """In points: how high its figures stand at least, so that they are read from afar."""


PAGE, PAGES = "\ue000", "\ue001"
"""Stand in a passage of every page for the page's number and for how many there are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A paragraph, heading, cell, line of a note or of the foot, as a reader must find it."""

    kind: str
    """What it is, in a word for the finding: ``paragraph``, ``heading``, ``hours``, ``foot``."""
    pieces: tuple[tuple[str, int], ...]
    """Its letters in logical order, in pieces of one level (UAX 9): an odd one runs from right to
    left."""
    rtl: bool
    """Whether it begins at the right."""
    line: int = 0
    """The line of the article on which it rests, 0 for none."""
    column: int = 0
    """The column in which it must stand, counted from the left; 0 for anywhere."""
    every_page: bool = False
    digits: str = ""
    """The locale's digits, in which a page is numbered."""
    floats: bool = False
    """Whether it may stand above what follows it or beside it, as a label does."""
    again: bool = False
    """Whether it may stand once more on each of the pages that follow."""
    running_head: bool = False
    """Whether it may stand in the margin above each page that goes on with the section whose head
    comes before it, on one line."""
    optional: bool = False
    """Whether it may be missing: lines to write on are shown where a panel has room."""
    note: str = ""
    """Names a crisis note whose head, first number or emergency number this is: they belong on one
    page."""
    within: str = ""
    """Names the crisis note that it is a part of: on one page, too, where one has room for all."""
    mark: str = ""
    """The mark of a list item with which it begins."""
    whole: str = ""
    """Names the list item or table row of which it is a part: they belong on one page."""
    pictured: bool = False
    """Whether a picture stands among its words, and they go on beside or below it."""

    @property
    def shown(self) -> str:
        """What a reader sees, in logical order."""
        return "".join(text for text, _ in self.pieces)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tap:
    """Something that may be tapped on a sheet's web page."""

    kind: str
    """``call``, ``text``, ``whatsapp``, ``web``, ``mail``; ``link`` for a link of the article's,
    whose letters are its own."""
    shown: str = ""
    """The letters on which the reader taps."""
    words: tuple[str, ...] = ()
    """With one of which a text message begins."""
    opens: str = ""
    """The address that is opened; of a number it is worked out from what is shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Composition:
    """A sheet before it is typeset."""

    html: str
    """In its first form, and there in the largest sizes."""
    forms: tuple[Form, ...] = ()
    """All ways in which it can be set, the first wherever the text has room; empty for one."""
    content: str
    """The first sixteen digits of a hash of the page, which its own record names."""
    expected: tuple[Expected, ...]
    passages: tuple[Passage, ...]
    """All that the paper says, in reading order."""
    web: str
    """The same as a page for a telephone or a desk, whatever the edition."""
    taps: tuple[Tap, ...]
    """All that may be tapped on that page."""
