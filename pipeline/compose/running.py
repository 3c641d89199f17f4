"""Running text to HTML: emphasis, links, citations, placeholders and footnote marks."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from unicodedata import category, east_asian_width

from markupsafe import Markup, escape

from pipeline.compose.breaking import JOINER
from pipeline.compose.citation import Piece, citation_text
from pipeline.compose.services import printed_address
from pipeline.compose.spacing import NO_BREAK
from pipeline.values.article import Inline, plain_text
from pipeline.values.citation import Citation

_EITHER = '<span class="either'
"""How the numbers begin that a sentence gives to choose from."""


def _marked(span: Markup, name: str) -> Markup:
    """Return numbers with a class that tells what they stand beside."""
    return Markup(str(span).replace(_EITHER, f"{_EITHER} {name}", 1))


def _apart(text: Markup, numbers: Markup) -> tuple[Markup, Markup]:
    """Return a text and the numbers behind it, which stand clear of an ideograph at its end.

    The room belongs to the letter, and goes with it: no line begins with it, nor ends there:
    a verb stands with its number, and with a letter or two that lead from the last mark to it.
    """
    if _is_wide_mark(text[-1:]):
        return text, _marked(numbers, "after-mark")
    if _is_ideograph(text[-1:]):
        letter = Markup('<span class="apart">{}</span>').format(text[-1]) + JOINER
        return _lead_in(text[:-1]) + letter, _marked(numbers, "after-letter")
    return text, numbers


_PARTICLE = re.compile("[\u3041-\u3096](?![\u3041-\u3096])")
"""A letter of kana that says what is done with the number before it, and begins no line: 110 に."""

_LEAD = 2
"""Letters behind a mark at most that a line would end with for no visible cause: 请 of 请拨打."""


def _lead_in(text: Markup) -> Markup:
    """Return a text whose last letters stay together where they are few behind a mark."""
    few = len(text)
    while few and _is_ideograph(text[few - 1]):
        few -= 1
    if few and 1 < len(text) - few <= _LEAD and _is_wide_mark(text[few - 1]):
        return text[:few] + Markup(JOINER).join(text[few:])
    return text


def _is_ideograph(letter: str) -> bool:
    """Say whether a letter is an ideograph or one of kana or hangul."""
    return bool(letter) and category(letter) == "Lo" and east_asian_width(letter) == "W"


def _is_wide_mark(letter: str) -> bool:
    """Say whether a mark is as wide as an ideograph: half of it is white."""
    return bool(letter) and category(letter)[0] == "P" and east_asian_width(letter) in "WF"


@dataclass(slots=True)
class Running:
    """Writes running text for one sheet and numbers its footnotes as they come."""

    direction: str
    citation: Callable[[Citation], tuple[Piece, ...]]
    placeholders: Mapping[str, Callable[[], Markup]]
    image: Callable[[str], str]
    """Gives the address of an image of the project."""
    scales: Callable[[str], bool] = lambda _: False
    """Says whether an image can be set a little smaller: nobody has to read in it."""
    brackets: tuple[str, str] = (" (", ")")
    """Around a web address, with the space before them."""
    digits: Callable[[str], str] = str
    """Writes a number in the locale's digits."""
    anchor: str = ""
    """Begins the names of footnotes' places."""
    leads_back: bool = False
    """Whether a note leads back to its first mark, which has a name then."""
    note_numbers: dict[str, int] = field(default_factory=dict)

    def __call__(self, content: tuple[Inline, ...]) -> Markup:
        """Return running text as HTML; a short number stays on the line of the verb before it."""
        written = [self.inline(part) for part in content]
        for place, (text, after) in enumerate(pairwise(written)):
            if after.startswith('<span class="either numbers">') and text.endswith(" "):
                written[place] = text[:-1] + NO_BREAK
            if after.startswith(_EITHER):
                written[place : place + 2] = _apart(written[place], after)
            if text.startswith(_EITHER) and _is_wide_mark(after[:1]):
                written[place] = _marked(written[place], "before-mark")
            if text.startswith(_EITHER) and _PARTICLE.match(after):
                written[place + 1] = Markup(JOINER) + written[place + 1]
        return Markup("").join(written)

    def link(self, part: Inline) -> Markup:
        """Return a link, with its web address in brackets: paper cannot be clicked."""
        title = Markup(' title="{}"').format(part.title) if part.title else ""
        own = f"#{self.anchor}{part.target[1:]}" if part.target.startswith("#") else part.target
        link = Markup('<a href="{}"{}>{}</a>').format(own, title, self(part.children))
        address = printed_address(part.target)
        if not part.target.startswith("http") or address in plain_text(part.children):
            return link
        whole = " whole" if len(address) <= SHORT_ADDRESS else ""
        return link + Markup('{}<bdi dir="ltr" class="link-address{}">{}</bdi>{}').format(
            self.brackets[0], whole, address, self.brackets[1]
        )

    def inline(self, part: Inline) -> Markup:
        """Return one inline as HTML."""
        match part.kind:
            case "text":
                return escape(part.text)
            case "code":
                return Markup('<code dir="ltr">{}</code>').format(part.text)
            case "emphasis":
                return Markup("<em>{}</em>").format(self(part.children))
            case "strong":
                return Markup("<strong>{}</strong>").format(self(part.children))
            case "break":
                return Markup("<br>")
            case "link":
                return self.link(part)
            case "image":
                scales = " scales" if self.scales(part.target) else ""
                return Markup('<img class="picture{}" alt="{}" src="{}">').format(
                    scales, part.text, self.image(part.target)
                )
            case "citation" if part.citation:
                return citation_html(self.citation(part.citation), self.direction)
            case "placeholder":
                return self.placeholders[part.text]()
            case "footnote":
                return self.note_mark(part.text)
        raise AssertionError(f"no HTML for an inline of kind {part.kind}")

    def note_mark(self, label: str) -> Markup:
        """Return the mark of a footnote, which leads to it."""
        is_first = label not in self.note_numbers
        number = self.note_numbers.setdefault(label, len(self.note_numbers) + 1)
        own = Markup(' id="{}mark-{}"').format(self.anchor, number)
        return Markup('<sup class="note"><a{} href="#{}note-{}">{}</a></sup>').format(
            own if is_first and self.leads_back else "",
            self.anchor,
            number,
            self.digits(str(number)),
        )


SHORT_ADDRESS = 20
"""A web address of so many letters stands on one line: no column is narrower."""

SHORT = 40
"""Citations of so many letters are kept on one line, but for what joins the last two names."""


def citation_html(pieces: tuple[Piece, ...], direction: str) -> Markup:
    """Return a printed citation, its surnames and years each in a left-to-right isolate.

    From left to right a line may end before the word that joins two names, after a comma or an "&"
    that does: else a whole citation often stands alone on a line. The last name keeps its year; one
    alone is marked, as the name before it keeps it. The typesetter has the line end before the
    citation where that leaves little white. In brackets as wide as ideographs, whose lines are
    full, it may end before the year of one name.
    """
    if len(citation_text(pieces)) > SHORT:
        return _CITATION.format(direction, "", _isolates(pieces))
    is_joined = any(piece.text == " & " for piece in pieces)
    if _is_wide_mark(pieces[0].text) and not is_joined and (year := _year_after_comma(pieces)):
        return _before_year(pieces[:year], pieces[year:], direction)
    join = next(
        (
            place
            for place, piece in enumerate(pieces)
            if not piece.name and piece.text.endswith(" ") and pieces[place + 2 :][1:]
        ),
        0,
    )
    joined = pieces[join].text.strip()
    if direction == "rtl" or not join:
        is_year = all(piece.text[:1].isdigit() for piece in pieces if piece.name)
        return _CITATION.format(direction, " whole" + " year" * is_year, _isolates(pieces))
    first, rest = pieces[: join + 1], pieces[join + 1 :]
    if joined == "&":
        first = (*pieces[:join], Piece(text="\u00a0& "))
    elif joined.isalpha():
        first, rest = pieces[:join], (Piece(text=f"{joined} "), *rest)
        first = (*first, Piece(text=" "))
    parted = Markup('{}<span class="whole">{}</span>').format(_isolates(first), _isolates(rest))
    return _CITATION.format(direction, " short-citation", parted)


def _year_after_comma(pieces: tuple[Piece, ...]) -> int:
    """Return the place of the last piece that follows a comma, or 0."""
    commas = [at for at, one in enumerate(pieces) if not one.name and one.text.strip() in ",，"]
    return commas[-1] + 1 if commas else 0


def _before_year(names: tuple[Piece, ...], year: tuple[Piece, ...], direction: str) -> Markup:
    """Return a citation whose names and whose year stay whole, each, where that can be."""
    *others, comma = names
    mark = comma.text.rstrip()
    parted = Markup('<span class="kept">{}</span>{}<span class="whole">{}</span>').format(
        _isolates([*others, Piece(text=mark)]), comma.text[len(mark) :], _isolates(year)
    )
    return _CITATION.format(direction, " short-citation", parted)


_CITATION = Markup('<bdi dir="{}" class="citation{}">{}</bdi>')


def _isolates(pieces: Iterable[Piece]) -> Markup:
    return Markup("").join(
        Markup('<bdi dir="ltr">{}</bdi>').format(piece.text) if piece.name else escape(piece.text)
        for piece in pieces
    )
