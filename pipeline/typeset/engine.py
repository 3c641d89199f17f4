"""Setting a sheet: in the forms that are tried, with the air that leaves least white."""

import warnings
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain
from math import ceil
from typing import Any, Protocol

from pipeline.typeset import finish as finishing
from pipeline.typeset.abreast import Copy, SetThereError, abreast
from pipeline.typeset.copyfit import (
    GOOD,
    GOOD_WHOLE,
    LINED,
    SAVED,
    Least,
    best_air,
    cut_before,
    is_as_foreseen,
    leaf_waste,
    lined,
    opened,
    raised,
    torn_waste,
    waste,
)
from pipeline.typeset.finish import PIXEL, finish
from pipeline.typeset.fit import Fit, largest_sizes
from pipeline.typeset.fonts import FontSet
from pipeline.typeset.libraries import library_versions, made_with
from pipeline.typeset.manuscript import Manuscript, Seen
from pipeline.typeset.marks import read_marks, watch_marks
from pipeline.typeset.measures import measured_once
from pipeline.typeset.overflow import LONG, SLACK, out_of_box
from pipeline.typeset.paging import Ends, paged
from pipeline.typeset.panels import parting
from pipeline.typeset.seal import UNSEALED
from pipeline.typeset.spread import height_used, names_of, rooms_above, spread
from pipeline.typeset.tailpieces import keep_landscape, keep_tailpieces, stands_above
from pipeline.typeset.typesetter import fetcher, font_configuration, gathered, logged, typesetter
from pipeline.values.errors import PolyleafError
from pipeline.values.finding import Finding, Severity
from pipeline.values.folding import MILLIMETRE, PAPERS, places
from pipeline.values.sheet import Form, Layout


@dataclass(frozen=True, slots=True, kw_only=True)
class Typeset:
    """A finished PDF and what the typesetter had to say about it."""

    pdf: bytes
    pages_pdf: bytes
    """Of a folded sheet, its pages one by one in reading order; else empty."""
    pages: int
    html: str
    """The HTML in the form and the sizes that were taken."""
    layout: Layout
    """How the pages of that form lie on paper."""
    findings: tuple[Finding, ...]


UNFOLDED = Form(layout=Layout(), pages="")
"""A page of HTML that is printed as it is."""


@dataclass(frozen=True, slots=True)
class _Set:
    """A page of HTML in one of its forms and in some sizes, laid out."""

    html: str
    form: Form
    document: Any
    warnings: list[str]

    @property
    def names(self) -> list[str]:
        """Return the name of each page."""
        return [box.page_type.name for box in self.boxes]

    @property
    def opens_wide(self) -> bool:
        """Whether it has a drawing that can be as wide as page one."""
        return ' opens">' in self.html

    @property
    def boxes(self) -> list[Any]:
        """Return the box of each page."""
        return [page._page_box for page in self.document.pages]

    def boxes_of(self, name: str) -> list[Any]:
        """Return the box of each page of a name."""
        return [box for box in self.boxes if box.page_type.name == name]

    def taken(self) -> list[float]:
        """Return of each name of pages which part of its panels it takes, above 1 for too much."""
        parts = []
        for name, count in self.form.layout.panels:
            pages = self.boxes_of(name)
            heights = [height_used(page) for page in pages]
            height = float(self.boxes[0].height)
            # A frame that does not part stays on its page, even if it is higher than that.
            over = len(heights) > count or _torn(pages) or max(heights, default=0) > height + SLACK
            # A word that a panel is too narrow for may have room in a smaller size.
            over = over or any(next(out_of_box(page), None) for page in pages)
            parts.append(max(sum(heights) / count / height, 1.01 if over else 0.0))
            if not over:
                parts[-1] = min(parts[-1], 1.0)
        return parts


class _Render(Protocol):
    """Sets a sheet in one of its forms; ``seen`` is shown its pages, and may stop it."""

    def __call__(self, form: Form, style: str, seen: Seen | None = None) -> _Set: ...


def typeset(
    html: str,
    fonts: FontSet,
    path: str,
    forms: Sequence[Form] = (UNFOLDED,),
    *,
    at_once: bool = False,
) -> Typeset:
    """Set a page of HTML as a tagged PDF; nothing outside the HTML itself is read.

    ``path`` is the name that findings give the sheet. The HTML is in the first of its ``forms``, in
    the largest sizes. Where a form has a number of panels, the largest sizes that fit are taken;
    where none does, the next form. Every warning that WeasyPrint logs is a finding, and so is every
    line that stands out of its box.

    ``at_once`` has the first two airs of a sheet set at the same time, where that can be, and where
    it is seldom set in the first; nothing else differs.
    """
    if at_once and forms[0].airs and not (forms[0].sizes or forms[0].whole_sections):
        return abreast(lambda copy: _typeset(html, fonts, path, forms, copy))
    return _typeset(html, fonts, path, forms)


def _typeset(
    html: str, fonts: FontSet, path: str, forms: Sequence[Form], copy: Copy | None = None
) -> Typeset:
    engine = typesetter()
    with logged() as first:
        configuration = font_configuration(fonts.configuration)
        manuscript = Manuscript(engine, html, forms[0].style(), fetcher(), configuration)
    told = [first]

    def render(form: Form, style: str, seen: Seen | None = None) -> _Set:
        with logged() as records:
            document = manuscript.render(style, _VARIANT, seen)
        if len(told) == 1:
            told.append(records)  # what is amiss with a rule that is read once is told once
        return _Set(manuscript.with_style(style), form, document, [*chain(*told), *records])

    try:
        with measured_once(engine.text.line_break, engine.layout.inline, engine.layout.preferred):
            made = _in_a_form_that_fits(forms, render, copy)
        document, layout = made.document, made.form.layout
        if layout.runs_on:
            keep_landscape(made.boxes_of(layout.runs_on))
        else:
            keep_tailpieces(made.boxes)
        marks = [watch_marks(page) for page in document.pages]
        with logged() as more, warnings.catch_warnings():
            # WeasyPrint 70 leaves its colour profile for PDF/A to be closed by the interpreter.
            warnings.simplefilter("ignore", ResourceWarning)
            raw = document.write_pdf(
                pdf_variant=_VARIANT, pdf_identifier=UNSEALED, custom_metadata=True
            )
    except engine.urls.FatalURLFetchingError as error:
        raise PolyleafError(f"{path}: the sheet asks for a file outside it: {error}") from None
    findings = [
        _finding("PDF001", path, f"the typesetter warns: {message}", "mend what it names")
        for message in gathered([*made.warnings, *more])
    ]
    # What stands on a page too many is told as such: on larger paper its lines are others.
    surplus = [page for name, count in layout.panels for page in made.boxes_of(name)[count:]]
    findings += [
        _finding(
            "PDF006",
            path,
            f"page {page_number}: a line is too long for its place: {words}",
            f"shorten the text, or put soft hyphens (U+00AD) into '{word}', where it can break"
            if len(word) >= LONG and word.isalpha()
            else "shorten the text, or give it a place where it can break",
            words,
        )
        for page_number, page in enumerate(made.boxes, 1)
        if page not in surplus
        for words, word in dict.fromkeys(out_of_box(page))
    ]
    overfull = list(_overfull(made, path))
    unwritten = [] if overfull else list(_unwritten(made, path))
    slots = [] if overfull else _slots(made)
    read = [read_marks(one) for one in marks]
    with_what = made_with(fonts)
    apart = slots if layout.runs_on else ()
    pages = finish(raw, read, layout, apart, alone=True, made_with=with_what)
    return Typeset(
        pdf=finish(raw, read, layout, slots, made_with=with_what) if slots else pages,
        pages_pdf=pages if slots else b"",
        pages=len(document.pages),
        html=made.html,
        layout=layout,
        findings=(*findings, *overfull, *unwritten),
    )


_VARIANT = "pdf/a-2a"
"""The typesetter writes one standard's metadata; `finish` adds the other's."""


def _in_a_form_that_fits(forms: Sequence[Form], render: _Render, copy: Copy | None) -> _Set:
    """Return the sheet in the first of its forms that has room for it, else in the last."""
    for number, form in enumerate(forms, 1):
        if not form.sizes:
            return _on_whole_leaves(form, render, copy)
        fit = _fit(form, render)
        if fit.has_room:
            return _filled(_parted_well(fit, form, render), form, render)
        if number == len(forms):
            return fit.pages[0]
    raise ValueError("a sheet has a form at least")


_LEAF = 4
"""Pages on a sheet of paper that is folded in the middle."""


def _on_whole_leaves(form: Form, render: _Render, copy: Copy | None) -> _Set:
    """Return the sheet in the air that fills its pages best; a booklet's white ones have lines.

    Where one page more than whole leaves is needed, the back goes on where the text ends, if that
    saves a leaf.
    """
    leaf = _LEAF if form.layout.folding else 1
    air, made, better = _in_its_air(leaf, form, render, copy)
    style = _in_air(form, air)
    if closer := _with_a_leaf_less(made, form, style, render):
        return closer
    wide, as_many = "", len(made.names)
    for ends in better:
        # How many pages will have lines to write on is known before, but where a leaf may be saved.
        white = -ends.pages % leaf
        lines, shown = lined(white if white < _LEAF - 1 else 0)
        ended, wide = _ended(made, ends, form, style + ends.css + lines, render)
        count = len(ended.names) - shown
        if count == ends.pages and lines:
            return ended
        is_last_way = form.whole_sections and ends is better[-1]
        if count == ends.pages or (is_last_way and count <= as_many):
            made = render(form, style + ends.css) if lines else ended
            style += ends.css
            break
    if len(made.names) != as_many and (closer := _with_a_leaf_less(made, form, style, render)):
        return closer
    lines, _ = lined(-len(made.names) % leaf)
    if made.opens_wide and not wide and (drawn := opened(made.boxes)):
        filled = render(form, style + lines + drawn)
        if len(filled.names) == len(made.names) and is_as_foreseen(filled.boxes, made.boxes[0]):
            return filled
    return render(form, style + lines) if lines else made


def _with_a_leaf_less(made: _Set, form: Form, style: str, render: _Render) -> _Set | None:
    """Return a booklet whose back goes on where its text ends, if that saves a leaf."""
    if not form.layout.folding or len(made.names) % _LEAF != 1:
        return None
    closer = render(form, style + "body .last { break-before: auto; }\n")
    return closer if len(closer.names) % _LEAF == 0 else None


def _in_its_air(
    leaf: int, form: Form, render: _Render, copy: Copy | None
) -> tuple[float, _Set, Sequence[Ends]]:
    """Return the air in which a sheet wastes least, the sheet set in it, and better ends of it.

    A copy of this process sets the second air. If that is the best, the copy goes on alone.
    """
    airs, good = (_USUAL, *form.airs), GOOD_WHOLE if form.whole_sections and leaf == 1 else GOOD
    if copy and copy.is_here:
        set_here = _in_one_air(render(form, _in_air(form, airs[1])), form, airs[1], leaf)
        copy.tell(set_here.wasted, set_here.counted)
        return airs[1], set_here.made, set_here.ends
    fewest = 0.0
    """What its pages count at least, in whatever air."""

    def in_air(air: float, limit: float) -> _InAir | tuple[float, float] | None:
        nonlocal fewest
        if copy and air == airs[1] and (told := copy.wasted()) is not None:
            return told
        made = _within(limit - fewest, leaf, form, _in_air(form, air), render)
        if not made:
            return None
        set_here = _in_one_air(made, form, air, leaf)
        fewest = fewest or max(set_here.counted - SAVED, 0.0)
        return set_here

    def wasted(one: _InAir | tuple[float, float]) -> float:
        return one[0] if isinstance(one, tuple) else one.wasted

    def counted(one: _InAir | tuple[float, float]) -> float:
        return one[1] if isinstance(one, tuple) else one.counted

    found: tuple[float, _InAir | tuple[float, float]]
    found = best_air(airs, in_air, wasted, counted, good)
    air, best = found
    if isinstance(best, tuple):
        raise SetThereError
    if copy:
        copy.end()
    return air, best.made, best.ends


@dataclass(frozen=True, slots=True)
class _InAir:
    """A sheet set in one air, better ends of its pages, and what it wastes with them."""

    made: _Set
    ends: Sequence[Ends]
    wasted: float
    counted: float
    """What its pages count, if its sections stay whole."""


def _in_one_air(made: _Set, form: Form, air: float, leaf: int) -> _InAir:
    ends = _ends(made, form, air, leaf)
    if form.whole_sections and leaf == 1:
        return _InAir(made, ends, *torn_waste(made.boxes, air, _largest(form)))
    if form.whole_sections and form.most_pages:
        pages, white = (ends[0].pages, ends[0].white) if ends else (len(made.names), 0.0)
        return _InAir(made, ends, leaf_waste(made.boxes, pages, form.most_pages, white), 0.0)
    return _InAir(made, ends, waste(made.boxes, leaf, next(iter(ends), None)), 0.0)


def _ended(made: _Set, ends: Ends, form: Form, style: str, render: _Render) -> tuple[_Set, str]:
    """Return the sheet with other ends of pages, and the CSS of the wide drawing that it shows.

    What page one leaves to the drawing is known before, as it ends with what stands on it already.
    """
    if form.layout.folding:
        return render(form, style + raised(made.boxes[0])), ""
    if ends.second is None or not made.opens_wide:
        return render(form, style), ""
    opening = cut_before(made.boxes[0], ends.second)
    wide = opened([opening])
    if wide:
        ended = render(form, style + wide)
        if len(ended.names) == ends.pages and is_as_foreseen(ended.boxes, opening):
            return ended, wide
    return render(form, style), ""


class _WastesTooMuchError(Exception):
    """Stops a setting whose pages are no better than others already."""


def _within(limit: float, leaf: int, form: Form, style: str, render: _Render) -> _Set | None:
    """Return the sheet in a style; ``None`` as soon as what it wastes reaches a limit.

    White may become less once other ends of its pages are chosen, but on folded sheets, where what
    they save is a page of lines.
    """
    least = Least(leaf)

    def stop(pages: Sequence[Any]) -> None:
        wasted = least.of(pages)
        if (wasted if leaf > 1 and not form.whole_sections else least.lost) >= limit:
            raise _WastesTooMuchError

    try:
        return render(form, style, stop)
    except _WastesTooMuchError:
        return None


_USUAL = 1.0
"""The air that a stylesheet gives where nobody asks for another."""


def _in_air(form: Form, air: float) -> str:
    """Return the CSS of a form in so many times the usual room between lines and parts."""
    return form.style() + (f":root {{ --air: {air:g}; }}\n" if air != _USUAL else "")


_MOST = 1.12
"""How much air a page may have at least, if others have less."""


def _ends(made: _Set, form: Form, air: float, leaf: int) -> Sequence[Ends]:
    """Return better ends of pages, if there are any: with and without more air on some.

    A page that was composed for no form has no place for their rules.
    """
    if not form.style():
        return ()
    return paged(
        made.boxes,
        air,
        _largest(form),
        LINED if leaf > 1 else (0.0,),
        opens=made.opens_wide,
        whole=form.whole_sections,
    )


def _largest(form: Form) -> float:
    """Return the most air that a page of a form may have."""
    return max((_MOST, *form.airs))


def _fit(form: Form, render: _Render) -> Fit[_Set]:
    return largest_sizes(
        [[size.points for size in sizes] for sizes in form.sizes],
        lambda sizes, wanted: render(form, form.style(sizes) + _without(wanted, form)),
        _Set.taken,
    )


_SMALLER = 3
"""How many sizes a text may be smaller, so that it parts well over its panels."""

_HEADLESS, _UNDRAWN, _SIZE = 1.0, 0.3, 0.12
"""What it costs that a panel begins within a section without its head, that the drawing at the foot
of the middle one has no room, and that a text is set a size smaller."""

_AIRY, _PACKED = 0.5, 0.3
"""How much air a text has at least for none to be lacking: what is short of it costs as much. And
how much so that it is not set smaller where lines wrap that were not reckoned to."""


def _parted_well(fit: Fit[_Set], form: Form, render: _Render) -> Fit[_Set]:
    """Return sizes in which a text that runs over panels parts best between them.

    Smaller sizes are tried as long as one of them can be better than the best so far.
    """
    for place, (name, count) in enumerate(form.layout.panels):
        if name != form.layout.runs_on:
            continue
        least, best = float("inf"), fit
        made = fit.pages[place]
        for smaller, size in enumerate(range(fit.sizes[place], len(form.sizes[place]))):
            is_spare = smaller and form.sizes[place][size].is_spare
            if is_spare or smaller > _SMALLER or smaller * _SIZE >= least:
                break
            sizes = (*fit.sizes[:place], size, *fit.sizes[place + 1 :])
            if smaller:
                made = render(form, form.style(sizes) + _without(_only(place, form), form))
            pages = made.boxes_of(name)
            above = rooms_above(pages)
            found = parting(pages, count, above)
            cost = (
                _HEADLESS * found.headless
                + _UNDRAWN * (bool(above) and not found.draws)
                + max(_AIRY - found.air, 0.0)
                + _SIZE * smaller
            )
            if cost < least:
                least = cost
                best = Fit(
                    sizes, (*fit.pages[:place], made, *fit.pages[place + 1 :]), has_room=True
                )
        return best
    return fit


def _without(wanted: Sequence[bool], form: Form) -> str:
    """Return the CSS that leaves out the pages of all names but those that are looked at.

    Where no page stands before them, the room above their first block is not discarded.
    """
    if all(wanted):
        return ""
    css = "body > * > :first-child { margin-top: 0; }\n"
    for (name, _), is_wanted in zip(form.layout.panels, wanted, strict=True):
        css += "" if is_wanted else f"body > .panel-{name} {{ display: none; }}\n"
    return css


_SHARES = (1.0, 0.9, 0.7, 0.05, 0.0)
"""Which part of the free height is given away: less where a paragraph that does not part leaves no
room for all of it."""

_LEAST_SHARE = 3
"""The number of the least of them."""


def _covers_drawing(filled: _Set, fitted: _Set, place: int) -> bool:
    """Say whether a text that was drawn out stands where it had left a drawing its room."""
    name, count = filled.form.layout.panels[place]
    before, after = (made.boxes_of(name) for made in (fitted, filled))
    return parting(before, count, rooms_above(before)).draws and not stands_above(after)


def _smaller(fit: Fit[_Set], place: int, form: Form, render: _Render) -> Fit[_Set] | None:
    """Return the same with one group of pages a size smaller; ``None`` in the smallest."""
    smaller = form.sizes[place][fit.sizes[place] + 1 :]
    if not smaller or smaller[0].is_spare:
        return None
    sizes = (*fit.sizes[:place], fit.sizes[place] + 1, *fit.sizes[place + 1 :])
    made = render(form, form.style(sizes) + _without(_only(place, form), form))
    return Fit(sizes, _with(fit.pages, place, made), has_room=True)


def _only(place: int, form: Form) -> list[bool]:
    return [number == place for number in range(len(form.layout.panels))]


def _with(pages: Sequence[_Set], place: int, made: _Set) -> tuple[_Set, ...]:
    return (*pages[:place], made, *pages[place + 1 :])


def _settled(fit: Fit[_Set], place: int, form: Form, render: _Render) -> Fit[_Set]:
    """Return the same with a text measured on the panels on which it is to stand.

    Where lines wrap there that were not reckoned to, and leave it little air or cover the drawing
    that had room, it is set a size smaller.
    """
    name, count = form.layout.panels[place]
    fitted = fit.pages[place].boxes_of(name)
    rules = spread(name, count, fitted, _SHARES[_LEAST_SHARE], runs_on=True)
    style = form.style(fit.sizes) + rules
    made = render(form, style + _without(_only(place, form), form))
    if made.taken()[place] > 1:
        return fit
    boxes = made.boxes_of(name)
    found = parting(boxes, count, rooms_above(boxes))
    is_worse = found.air < _PACKED or _covers_drawing(made, fit.pages[place], place)
    if is_worse and (smaller := _smaller(fit, place, form, render)):
        return smaller
    return Fit(fit.sizes, _with(fit.pages, place, made), has_room=True)


def _filled(fit: Fit[_Set], form: Form, render: _Render, *, is_settled: bool = False) -> _Set:
    """Return the sheet in the sizes that were found, and with what its pages leave free given away.

    A share of it, that is: of each name of pages as much as still leaves it room. Where a text that
    runs over panels has less than was reckoned, it is first settled on them; where it covers
    the drawing at its foot even so, it is set without that.
    """
    style, panels = form.style(fit.sizes), form.layout.panels
    shares, draws = [0] * len(panels), True
    while True:
        rules = [
            spread(
                name,
                count,
                made.boxes_of(name),
                _SHARES[share],
                runs_on=name == form.layout.runs_on,
                draws=draws,
            )
            for (name, count), made, share in zip(panels, fit.pages, shares, strict=True)
        ]
        filled = render(form, style + "".join(rules))
        parts = filled.taken()
        short = [place for place, part in enumerate(parts) if part > 1]
        covering = [
            place
            for place, (name, _) in enumerate(panels)
            if draws and name == form.layout.runs_on and parts[place] <= 1
            if _covers_drawing(filled, fit.pages[place], place)
        ]
        if not short and not covering:
            return filled
        for place in (*short, *covering):
            if panels[place][0] == form.layout.runs_on and not is_settled:
                settled = _settled(fit, place, form, render)
                return _filled(settled, form, render, is_settled=True)
        for place in covering:
            if shares[place] + 2 < len(_SHARES):
                shares[place] += 1
            else:
                shares[place], draws = 0, False
        if not short:
            continue
        if all(shares[place] + 1 == len(_SHARES) for place in short):
            return render(form, style)
        for place in short:
            shares[place] = min(shares[place] + 1, len(_SHARES) - 1)


def _unwritten(made: _Set, path: str) -> Iterator[Finding]:
    """Warn of panels that show lines to write on, as there is no text for them."""
    layout = made.form.layout
    if not layout.panels:
        return
    standing = places(layout.folding, PAPERS[layout.paper], 0, rtl=layout.rtl)
    for number, place in zip(_slots(made), standing, strict=True):
        page = made.boxes[number] if number is not None else None
        if page is None or any(
            box.element is not None and box.element.get("class") == "notes-page"
            for box in page.descendants()
        ):
            yield Finding(
                code="PDF017",
                severity=Severity.WARNING,
                path=path,
                message=f"there is no text for the panel '{place.name}': it has lines to write on",
                fix="write what is read second in ::: flap, or in ::: summary and ::: action; a "
                "short article may be better off as a handout",
            )


def _torn(pages: Sequence[Any]) -> set[Any]:
    """Return what a reader needs at once of a crisis note and stands on more than one page."""
    seen: set[Any] = set()
    torn: set[Any] = set()
    for page in pages:
        here = {box.element for box in page.descendants() if "vital" in names_of(box)}
        torn |= here & seen
        seen |= here
    return torn


def _slots(made: _Set) -> list[int | None]:
    """Return for each panel in reading order the page that stands on it; ``None`` for none."""
    names, layout = made.names, made.form.layout
    if not layout.folding:
        return []
    if not layout.panels:
        # White pages come before the last one: the clinic's area belongs on the back.
        *pages, last = range(len(names))
        return [*pages, *[None] * (-len(names) % 4), last]
    slots: list[int | None] = []
    for name, count in layout.panels:
        pages = [number for number, own in enumerate(names) if own == name]
        slots += [*pages, *[None] * (count - len(pages))]
    return slots


def _overfull(made: _Set, path: str) -> Iterator[Finding]:
    """Report panels that hold less than their text, and by how much."""
    layout = made.form.layout
    place = 0
    for name, count in layout.panels:
        pages = made.boxes_of(name)
        place += count
        if len(pages) > count:
            over = sum(height_used(page) for page in pages[count:])
            paper = PAPERS[layout.paper]
            panels = places(layout.folding, paper, place, rtl=layout.rtl)
            panel = next(one.name for one in panels if one.page == place - 1)
            where = f"the panel '{panel}'" if layout.folding else "the page"
            yield _finding(
                "PDF011",
                path,
                f"{where} is overfull: on {layout.paper} paper, in the smallest size "
                f"allowed, text of about {_tens(over * PIXEL / MILLIMETRE)} mm too much remains",
                "mark passages that a brochure may leave out with ::: detail, or shorten the text"
                if layout.folding
                else _with_room(layout.paper),
            )


def _with_room(paper: str) -> str:
    larger = {"letter": "tabloid", "a4": "a3"}.get(paper)
    return f"print it on larger paper: --paper {larger}" if larger else "shorten the text"


def _tens(length: float) -> int:
    """Return a length in tens, rounded up: releases of Pango differ by less."""
    return ceil(length / 10) * 10


def _finding(code: str, path: str, message: str, fix: str, target: str = "") -> Finding:
    return Finding(
        code=code, severity=Severity.ERROR, path=path, message=message, fix=fix, target=target
    )


def warm_up() -> None:
    """Load the typesetter before it is needed; what is missing is reported when it is used."""
    with suppress(PolyleafError):
        typesetter()
        library_versions()
        finishing.warm_up()
