"""Judging a finished PDF: whether it shows what it must, and nothing that it must not."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from urllib.parse import unquote

from pipeline.values.finding import Finding, Severity
from pipeline.values.folding import MILLIMETRE, PAPERS, places, side_size
from pipeline.values.judged import Sheet
from pipeline.values.sheet import Expected, Layout, Passage
from pipeline.verify.account import (
    Account,
    Part,
    Placed,
    account,
    is_in_column,
    out_of_order,
    parted_notes,
    torn_notes,
    untangle,
)
from pipeline.verify.breaks import astray_heads, last_heads, lone_captions, lone_marks, parted
from pipeline.verify.drawn import CODE
from pipeline.verify.expected import is_only_told, is_within, pattern_of, visual
from pipeline.verify.heard import unheard
from pipeline.verify.ink import collisions, inked_edge, is_visible
from pipeline.verify.page import Page, read_codes, read_details, read_pages
from pipeline.verify.sight import unseen
from pipeline.verify.text import Reading, fold, lines, read

_CODES = {
    "citation": ("PDF002", "citation"),
    "number": ("PDF003", "number or address"),
    "contact": ("PDF003", "number of the clinic"),
    "reference": ("PDF007", "reference"),
    "address": ("PDF003", "address"),
    "region": ("PDF008", "name of the region"),
    "record": ("PDF008", "day of a record"),
    "foot": ("PDF008", "mark in the foot"),
}

_AMONG_OTHERS = {"citation", "address"}
"""What may break between lines that stand beside it. A number never does: it is one piece."""

_CLOSE = 90
"""Within how many characters the parts of one way to reach a service stand together."""

_BESIDE = 600
"""How many characters before the first of services the number of one beside it may stand: the first
may have a paragraph of languages above its own number."""

_OURS = "do not hand this sheet out; report the fault"
"""What to do where no author and no translator can mend it."""

_MISPLACED = "do not hand this sheet out; mend its place on the page, or report the fault"
"""What to do where something stands elsewhere, or otherwise, than it was composed."""

_NO_ROOM = "page one has no room for it: shorten the title, its lines or the clinic's name"
"""What to do where something of page one stands on a later page."""


def verify(pdf: bytes, sheet: Sheet, *, codes: bool = True) -> tuple[Finding, ...]:
    """Read a PDF back and report everything that is wrong with what it shows.

    Without ``codes`` all but the square codes, which `verify_codes` reads.
    """
    sides = read_pages(pdf)
    pages = pages_on(sides, sheet.layouts)
    streams = dict.fromkeys(_stream(item) for item in sheet.expected if item.kind != "code")
    readings = {
        (rtl, column): read(column_of(pages, column, sheet.gutter), rtl=rtl)
        for rtl, column in streams
    }
    found = account(without_pictured(pages, sheet.pictured), sheet.passages, sheet.gutter)
    judge = _Judge(sheet, pages, readings, _words_of(found))
    return (
        *judge.sides_findings(sides),
        *judge.links_findings(sides),
        *judge.heard_findings(pdf),
        *judge.pages_findings(),
        *judge.expected_findings(),
        *judge.passages_findings(found),
        *(judge.codes_findings(pdf, [side.detail for side in sides]) if codes else ()),
    )


def verify_codes(pdf: bytes, sheet: Sheet) -> tuple[Finding, ...]:
    """Read the square codes of a PDF, and report what is wrong with them alone."""
    return tuple(_Judge(sheet, (), {}, "").codes_findings(pdf, read_details(pdf)))


def _words_of(found: Account) -> str:
    """Return the words of all passages that stand on the paper, without spaces.

    Works of the list are none of them: each has a year, as a citation may.
    """
    passages = (one.passage for one in found.placed if one.passage.kind != "reference")
    return "\n".join("".join(one.shown.split()) for one in passages)


def without_pictured(pages: Sequence[Page], pictured: str) -> list[Page]:
    """Return the pages without the letters that stand in pictures, as many as these say."""
    left = Counter("".join(map(fold, pictured)))
    kept = []
    for page in pages:
        letters = []
        for letter in page.letters:
            parts = Counter(fold(letter.text)) if letter.pictured else None
            if parts is not None and parts <= left:
                left -= parts
            else:
                letters.append(letter)
        is_whole = len(letters) == len(page.letters)
        kept.append(page if is_whole else replace(page, letters=tuple(letters)))
    return kept


def pages_on(sides: Sequence[Page], layouts: Sequence[Layout]) -> tuple[Page, ...]:
    """Return the pages that a reader sees, in reading order: on folded paper, parts of its sides.

    A file of single pages is one that is not folded, whatever the layouts say.
    """
    folded = (one for one in layouts if one.folding and sides and _is_on(sides[0], one))
    layout = next(folded, None)
    if not layout:
        return tuple(sides)
    count = 2 * len(sides) if layout.folding == "half" else 0
    found = []
    for place in places(layout.folding, PAPERS[layout.paper], count, rtl=layout.rtl):
        side = sides[place.side] if place.side < len(sides) else sides[-1]
        letters = tuple(
            letter
            for letter in (side.letters if place.side < len(sides) else ())
            if place.x <= (letter.start + letter.end) / 2 < place.x + place.width
        )
        found.append(
            Page(place.page + 1, place.width, place.height, letters, side.ink, side.ground)
        )
    return tuple(found)


def _is_on(side: Page, layout: Layout) -> bool:
    """Say whether a side is of the paper of a layout."""
    width, height = side_size(layout.folding, PAPERS[layout.paper])
    return max(abs(side.width - width), abs(side.height - height)) <= 1


def column_of(pages: Sequence[Page], column: int, gutter: float) -> tuple[Page, ...]:
    """Return pages with the letters of one column, counted from the left; 0 is all of them."""
    if not column:
        return tuple(pages)
    return tuple(
        Page(
            page.number,
            page.width,
            page.height,
            tuple(
                letter
                for letter in page.letters
                if is_in_column((letter.start + letter.end) / 2 / page.width, column, gutter)
            ),
            page.ink,
            page.ground,
        )
        for page in pages
    )


_Stream = tuple[bool, int]
"""A direction of reading, and the column that is read, 0 for all."""


@dataclass(slots=True)
class _Judge:
    sheet: Sheet
    pages: Sequence[Page]
    readings: dict[_Stream, Reading]
    words: str
    """Of all passages that stand on the paper, without spaces."""
    used: list[tuple[_Stream, int, int]] = field(default_factory=list)
    """Stretches of a reading that something expected was already found in."""

    def report(
        self,
        code: str,
        message: str,
        fix: str,
        item: Expected | Passage | None = None,
        seen: str = "",
    ) -> Finding:
        return Finding(
            code=code,
            severity=Severity.ERROR,
            path=self.sheet.path,
            message=message,
            fix=fix,
            locale=self.sheet.locale,
            article=self.sheet.article,
            source_path=self.sheet.source_path if item and item.line else "",
            source_line=item.line if item else 0,
            source=item.shown if item else "",
            target=seen,
        )

    # What must be there

    def expected_findings(self) -> Iterator[Finding]:
        kinds = dict.fromkeys((one.kind, one.column) for one in self.sheet.expected)
        # A year alone, (1967), is a citation that a work in the list looks like.
        for kind, column in sorted(kinds, key=lambda one: one[0] != "reference"):
            cursor, end, beside, line = 0, 0, 0, 0
            for item in self.sheet.expected:
                if (item.kind, item.column) != (kind, column) or kind == "code":
                    continue
                if item.every_page:
                    yield from self.on_every_page(item)
                    continue
                start = beside if item.beside else cursor
                if item.with_previous:
                    start = max(end - _CLOSE, 0)
                if kind == "contact":
                    # The clinic's own box may stand beside the card to cut out, which names the
                    # same numbers line by line; in which order, the passages say.
                    start = 0
                match = self.find(item, start, end + _CLOSE if item.with_previous else None)
                if not match and kind in _AMONG_OTHERS and self.is_within_passages(item):
                    continue
                if not match:
                    yield self.absent(item)
                    continue
                yield from self.covered(item, match)
                yield from self.high(item, match)
                self.used.append((_stream(item), match.start(), match.end()))
                end = match.end()
                # Within a line, right-to-left sheets put what comes next further left.
                cursor = self.readings[_stream(item)].text.rfind("\n", 0, match.start()) + 1
                if item.line != line:
                    beside, line = max(cursor - _BESIDE, 0), item.line

    def on_every_page(self, item: Expected) -> Iterator[Finding]:
        reading = self.readings[_stream(item)]
        found = {reading.places[m.start()].page for m in pattern_of(item).finditer(reading.text)}
        for page in self.pages:
            if page.letters and page.number not in found:
                code, word = _CODES[item.kind]
                yield self.report(
                    code, f"page {page.number}: the {word} is missing", "build it again", item
                )

    def find(self, item: Expected, start: int, limit: int | None) -> re.Match[str] | None:
        reading = self.readings[_stream(item)]
        for match in pattern_of(item).finditer(reading.text, start):
            if limit is not None and match.end() > limit:
                return None
            if item.first_page and reading.places[match.start()].page != 1:
                return None
            if item.kind != "record" and is_only_told(reading, match):
                continue  # days are words of a sentence, as others that nobody compares by glyph
            if not is_within(reading.text, match, item.not_in) and not any(
                stream == _stream(item) and match.start() < last and first < match.end()
                for stream, first, last in self.used
            ):
                return match
        return None

    def is_within_passages(self, item: Expected) -> bool:
        """Say whether all that is alike stands in passages of which no letter is missing.

        In a cell that is narrow a citation breaks, and the lines of the cells beside it lie
        between: no pattern tells it there from theirs. So does a sheet's address beside the card.
        """
        alike = [one for one in self.sheet.expected if one.shown == item.shown]
        wanted = len([one for one in alike if one.kind == item.kind])
        return self.words.count("".join(item.shown.split())) >= wanted

    def absent(self, item: Expected) -> Finding:
        code, word = _CODES[item.kind]
        where = " on page 1" if item.first_page else ""
        reading = self.readings[_stream(item)]
        rows = reading.rows(1 if item.first_page else 0)
        groups = [group for group in item.shown.split() if group.isdigit()]

        def alike(rows: Sequence[str]) -> list[str]:
            return [row for row in rows if groups and all(group in row for group in groups)]

        near = alike(rows) or get_close_matches(visual(item), rows, n=1, cutoff=0.3)
        is_later = item.first_page and not alike(rows) and alike(reading.rows(0))
        return self.report(
            code,
            f"the {word} does not stand on the paper{where}, whole and in its order",
            _NO_ROOM if is_later else _MISPLACED,
            item,
            near[0] if near else "",
        )

    def covered(self, item: Expected, match: re.Match[str]) -> Iterator[Finding]:
        code, word = _CODES[item.kind]
        places = self.readings[_stream(item)].places[match.start() : match.end()]
        hidden = "".join(
            seen.text
            for seen in places
            if seen.letter
            and not seen.letter.told  # it stands in no place of its own
            and not is_visible(seen.letter, self.pages[seen.page - 1])
        )
        if hidden:
            yield self.report(
                code,
                f"the {word} is there, but a reader cannot see all of it: '{hidden}' is hidden",
                "find what covers it, cuts it off, or takes its colour",
                item,
            )

    def high(self, item: Expected, match: re.Match[str]) -> Iterator[Finding]:
        """Report figures that are not as high as those who read from afar need them."""
        places = self.readings[_stream(item)].places[match.start() : match.end()]
        letters = [seen.letter for seen in places if seen.letter and seen.text.isdigit()]
        height = min((letter.top - letter.bottom for letter in letters), default=item.height)
        if height < item.height - 0.05:
            yield self.report(
                "PDF010",
                f"the figures of {item.shown} are {height / MILLIMETRE:.1f} mm high, less than "
                f"{item.height / MILLIMETRE:g} mm",
                "take larger paper, or a shorter number first: this one is read from afar",
                item,
            )

    # All that must be there, and nothing else

    def passages_findings(self, found: Account) -> Iterator[Finding]:
        left_over = [part.text for part in found.left_over]
        for passage, page in found.missing:
            near = get_close_matches(passage.shown, left_over, n=1, cutoff=0.3)
            where = f"page {page}: " if page else ""
            yield self.passage_report(
                "PDF013",
                f"{where}the {passage.kind} does not stand on the paper as it was composed",
                passage,
                near[0] if near else "",
            )
        rtl = self.sheet.layouts[0].rtl if self.sheet.layouts else False
        for before, after in out_of_order(untangle(found.placed, rtl=rtl), rtl=rtl):
            yield self.passage_report(
                "PDF013",
                f"page {after.parts[0].page}: the {after.passage.kind} stands before what it "
                f"follows: {before.passage.shown[:60]}",
                after.passage,
            )
        yield from self.extra_findings(found.left_over)
        for note in torn_notes(found):
            pages = sorted({placed.parts[0].page for placed in note})
            yield self.passage_report(
                "PDF016",
                "the crisis note is torn: its head, its first number and the emergency number "
                f"stand on pages {' and '.join(map(str, pages))}",
                note[0].passage,
            )
        for note in parted_notes(found):
            pages = sorted({part.page for placed in note for part in placed.parts})
            yield self.passage_report(
                "PDF016",
                f"the crisis note is torn: it stands on pages {' and '.join(map(str, pages))}, "
                "though one page would hold all of it",
                note[0].passage,
            )
        for one in astray_heads(found, self.sheet.passages):
            yield self.passage_report(
                "PDF013",
                f"page {one.parts[0].page}: a running head stands above what is not its section's",
                one.passage,
            )
        yield from self.breaks_findings(found)
        yield from self.sight_findings(found)

    def sight_findings(self, found: Account) -> Iterator[Finding]:
        shown = (*found.placed, *found.repeated)
        owners = {id(part): placed.passage for placed in shown for part in placed.parts}
        parts = [part for placed in shown for part in placed.parts]
        for part, wrong in unseen(self.pages, [*parts, *found.left_over]):
            owner = owners.get(id(part))
            finding = self.report(
                "PDF015", f"page {part.page}: '{part.text[:60]}' {wrong}", _how_to_show(wrong)
            )
            yield (
                replace(finding, source_path=self.sheet.source_path, source_line=owner.line)
                if owner and owner.line
                else finding
            )

    def extra_findings(self, parts: Sequence[Part]) -> Iterator[Finding]:
        for page in sorted({part.page for part in parts}):
            text = " / ".join(part.text for part in parts if part.page == page)
            yield self.report(
                "PDF014",
                f"page {page}: something stands there that the sheet is not to say: {text[:80]}",
                "find where it comes from; do not hand this sheet out",
            )

    def breaks_findings(self, found: Account) -> Iterator[Finding]:
        """Warn of what stands alone at the end of a line or page, and of what is parted."""
        for one in lone_marks(found):
            yield self.break_warning(
                "PDF019",
                f"page {one.parts[0].page}: the mark '{one.passage.mark}' has a line for itself",
                one,
            )
        for one in last_heads(found):
            yield self.break_warning(
                "PDF022", f"page {one.parts[-1].page} ends with a heading", one
            )
        for whole in parted(found):
            page = whole[0].parts[0].page
            yield self.break_warning(
                "PDF023", f"page {page}: an item or row goes on over the page", whole[0]
            )
        for one in lone_captions(found, self.pages):
            page = one.parts[0].page
            yield self.break_warning(
                "PDF023", f"page {page} begins with a caption, without its picture", one
            )

    def break_warning(self, code: str, message: str, one: Placed) -> Finding:
        fix = "shorten or part the text before it, so that the page breaks elsewhere"
        warning = self.passage_report(code, message, one.passage)
        return replace(warning, severity=Severity.WARNING, fix=fix)

    def passage_report(self, code: str, message: str, passage: Passage, seen: str = "") -> Finding:
        return self.report(code, message, _MISPLACED, passage, seen)

    # What must not be there

    def sides_findings(self, sides: Sequence[Page]) -> Iterator[Finding]:
        for side in sides:
            where = f"page {side.number}"
            if not side.letters:
                fix = (
                    "print another edition, where this one leaves out all there is; else report it"
                )
                yield self.report("PDF009", f"{where} is empty", fix)
            edge = inked_edge(side)
            if edge:
                yield self.report(
                    "PDF006",
                    f"{where}: something is printed within 6.4 mm of the {edge} edge",
                    "move it inwards: office printers leave that edge white",
                )

    def pages_findings(self) -> Iterator[Finding]:
        for page in self.pages:
            where = f"page {page.number}"
            yield from self.letters_findings(page, where)
            for words in collisions(lines(page)):
                yield self.report(
                    "PDF006", f"{where}: letters lie on each other: {words}", "shorten the text"
                )

    def links_findings(self, sides: Sequence[Page]) -> Iterator[Finding]:
        """Report what opens something else on a screen, or is filled in or shown there alone."""
        known = {"", *map(unquote, self.sheet.links)}
        for side in sides:
            for address in dict.fromkeys(side.links):
                if unquote(address) not in known:
                    told = f"page {side.number}: a link leads to {address}, as none of the article"
                    yield self.report("PDF018", told, _OURS)
            if side.others:
                told = f"page {side.number}: a field, stamp or note lies on the page"
                yield self.report("PDF018", told, _OURS)

    def heard_findings(self, pdf: bytes) -> Iterator[Finding]:
        """Report what is heard otherwise than it was composed: by who cannot see the page."""
        for what, wanted in unheard(pdf, self.sheet.heard) if self.sheet.heard else ():
            yield replace(
                self.report(
                    "PDF013", f"the file does not have the {what} that was composed", _OURS
                ),
                source=wanted,
            )

    def codes_findings(self, pdf: bytes, details: Iterable[int]) -> Iterator[Finding]:
        """Report an address that no camera reads from the paper, and others that it does."""
        wanted = [item for item in self.sheet.expected if item.kind == "code"]
        if not wanted and not self.sheet.has_pictures:
            return
        numbers = [number for number, detail in enumerate(details, 1) if detail >= CODE]
        seen = read_codes(pdf, numbers) if numbers else ()
        for item in wanted:
            if item.shown not in seen:
                yield self.report(
                    "PDF012",
                    "the code with the sheet's address cannot be read from the paper",
                    "give it more room, or make the address shorter",
                    item,
                    " ".join(seen),
                )
        for text in seen:
            if text not in {item.shown for item in wanted}:
                yield self.report(
                    "PDF012",
                    f"a code on the paper leads somewhere else: {text}",
                    "find where it comes from; a logo may hold one",
                )

    def letters_findings(self, page: Page, where: str) -> Iterator[Finding]:
        if any(letter.text == "\ufffd" for letter in page.letters):
            yield self.report(
                "PDF004",
                f"{where}: a letter that none of the fonts has",
                f"use other words, or add a family that has it to {self.sheet.locale}'s script",
            )
        for font in sorted({letter.font for letter in page.letters}):
            if not any(_is_family(font, family) for family in self.sheet.families):
                yield self.report(
                    "PDF005",
                    f"{where}: letters in the font {font}, which this locale does not name",
                    "report the fault: the build must see no other fonts",
                )
        small = [letter for letter in page.letters if letter.size < self.sheet.smallest_type - 0.05]
        if small:
            size = min(letter.size for letter in small)
            words = "".join(letter.text for letter in small[:40])
            yield self.report(
                "PDF010",
                f"{where}: type of {size:.1f} pt, smaller than {self.sheet.smallest_type:g} pt: "
                f"{words}",
                "set it larger: this edition is for readers with tired eyes",
            )


def _stream(item: Expected) -> _Stream:
    return item.rtl, item.column


def _how_to_show(wrong: str) -> str:
    """Say what whoever wrote or translated a text can do so that it is seen."""
    if "contrast" in wrong or "paler" in wrong:
        return (
            "choose a darker accent in source/publisher.toml or in the clinic's file; if there is "
            "none, report the fault"
        )
    return (
        "give the text room: shorten it or the one before it, or write it without marks that stack "
        "on one letter; if nothing of that is there, report the fault"
    )


def _is_family(font: str, family: str) -> bool:
    """Say whether an embedded font belongs to a family: ``ABCDEF+Noto-Serif-Bold``."""
    name = re.sub(r"^[A-Z]{6}\+", "", font)
    return re.sub(r"[^a-z0-9]", "", name.lower()).startswith(
        re.sub(r"[^a-z0-9]", "", family.lower())
    )
