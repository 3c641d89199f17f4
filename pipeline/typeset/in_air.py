"""Setting a sheet whose pages follow each other: with the air and the ends that waste least."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pipeline.typeset.abreast import Copy, SetThereError
from pipeline.typeset.copyfit import (
    GOOD,
    GOOD_OF_FEW,
    GOOD_ON_A_LEAF,
    GOOD_ON_LEAVES,
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
    roomier,
    torn_waste,
    waste,
    waste_of_few,
)
from pipeline.typeset.paging import Ends, begun, paged, white_as_laid_out
from pipeline.typeset.setting import Render, Setting
from pipeline.values.folding import LEAF
from pipeline.values.sheet import Form


def on_whole_leaves(form: Form, render: Render, copy: Copy | None) -> Setting:
    """Return the sheet in the air that fills its pages best; a booklet's white ones have lines.

    Where one page more than whole leaves is needed, the back goes on where the text ends, if that
    saves a leaf.
    """
    leaf = LEAF if form.layout.folding else 1
    air, made, better = _in_its_air(leaf, form, render, copy)
    style = _in_air(form, air)
    if not form.layout.folding and (form.whole_sections or form.has_few_sections):
        style += roomier(_cover(made, better), air)
    if form.is_one_leaf:
        if whole := _on_one_leaf(made, better, form, style, render):
            return whole
        style += _ALONE
        made = render(form, style, is_trial=True)
        better = _ends(made, form, air, leaf)
    if closer := _with_a_leaf_less(made, form, style, render):
        return closer
    wide, as_many = "", len(made.names)
    for ends in better:
        # How many pages will have lines to write on is known before, but where a leaf may be saved.
        white = -ends.pages % leaf
        lines, shown = lined(white if white < LEAF - 1 else 0)
        ended, wide = _ended(made, ends, form, style + ends.css + lines, render)
        count = len(ended.names) - shown
        if count == ends.pages and lines:
            return ended
        is_last_way = (form.whole_sections or form.most_pages) and ends is better[-1]
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
    return render(form, style + lines) if lines or made.is_trial else made


def _cover(made: Setting, better: Sequence[Ends]) -> Any:
    """Return page one without what is to begin page two, whichever way its pages are ended."""
    seconds = {id(ends.second): ends.second for ends in better}
    (second,) = seconds.values() if len(seconds) == 1 else (None,)
    return made.boxes[0] if second is None else cut_before(made.boxes[0], second)


def _with_a_leaf_less(made: Setting, form: Form, style: str, render: Render) -> Setting | None:
    """Return a booklet whose back goes on where its text ends, if that saves a leaf."""
    if not form.layout.folding or len(made.names) % LEAF != 1:
        return None
    closer = render(form, style + _GOES_ON)
    return closer if len(closer.names) % LEAF == 0 else None


_GOES_ON = "body .last { break-before: auto; display: block; }\n"
"""Lets the back of a booklet begin where its text ends: a column of WeasyPrint 70 gives way below a
text, and its last lines stand on each other."""

_ALONE = (
    "html:root { --back: flex; --back-apart: 0; --back-type: 1.1; "
    "--back-begins: page; --back-inside: auto; }\n"
)
"""Gives the back of a booklet on one leaf a page of its own."""


def _on_one_leaf(
    made: Setting, better: Sequence[Ends], form: Form, style: str, render: Render
) -> Setting | None:
    """Return a booklet whose text fills one leaf, from its cover to its back, if it does."""
    for ends in better:
        if ends.pages == LEAF:
            ended, _ = _ended(made, ends, form, style + ends.css, render)
            if len(ended.names) == LEAF:
                return ended
    if len(made.names) != LEAF:
        return None
    # Its pages end well as they are: only its cover has something to give away.
    filled = raised(made.boxes[0])
    return render(form, style + filled) if filled or made.is_trial else made


def _in_its_air(
    leaf: int, form: Form, render: Render, copy: Copy | None
) -> tuple[float, Setting, Sequence[Ends]]:
    """Return the air in which a sheet wastes least, the sheet set in it, and better ends of it.

    A copy of this process sets the second air. If that is the best, the copy goes on alone.
    """
    airs = (_USUAL, *form.airs)
    good = GOOD_ON_LEAVES if leaf > 1 else GOOD_WHOLE if form.whole_sections else GOOD
    good = GOOD_OF_FEW if form.has_few_sections else good
    good = GOOD_ON_A_LEAF if form.is_one_leaf else good
    if copy and copy.is_here:
        made = render(form, _in_air(form, airs[1]), is_trial=_is_trialed(form))
        set_here = _in_one_air(made, form, airs[1], leaf)
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

    made: Setting
    ends: Sequence[Ends]
    wasted: float
    counted: float
    """What its pages count, if its sections stay whole."""


def _in_one_air(made: Setting, form: Form, air: float, leaf: int) -> _InAir:
    ends = _ends(made, form, air, leaf)
    if form.most_pages:
        pages, white = (ends[0].pages, ends[0].white) if ends else (len(made.names), 0.0)
        if form.is_one_leaf and not ends:
            white = white_as_laid_out(made.boxes, air, _largest(form))
        return _InAir(made, ends, leaf_waste(made.boxes, pages, form, white), 0.0)
    if form.whole_sections:
        return _InAir(made, ends, *torn_waste(made.boxes, air, _largest(form)))
    ended = next(iter(ends), None)
    if form.has_few_sections:
        opening = 0.0 if ends else begun(made.boxes, air, _largest(form))
        return _InAir(made, ends, *waste_of_few(made.boxes, ended, opening))
    return _InAir(made, ends, waste(made.boxes, leaf, ended), 0.0)


def _ended(
    made: Setting, ends: Ends, form: Form, style: str, render: Render
) -> tuple[Setting, str]:
    """Return the sheet with other ends of pages, and the CSS of the wide drawing that it shows.

    What page one leaves to the drawing is known before, as it ends with what stands on it already.
    """
    if form.layout.folding:
        cover = made.boxes[0]
        if form.is_one_leaf and ends.second is not None:
            cover = cut_before(cover, ends.second)
        return render(form, style + raised(cover)), ""
    if ends.second is None or not made.opens_wide:
        return render(form, style), ""
    opening = cut_before(made.boxes[0], ends.second)
    wide = opened([opening])
    if wide:
        ended = render(form, style + wide)
        if len(ended.names) == ends.pages and is_as_foreseen(ended.boxes, opening):
            return ended, wide
    return render(form, style), ""


def _is_trialed(form: Form) -> bool:
    """Say whether a sheet is set on trial first: its pages are ended as is best, and set again.

    A page that was composed for no form is set once.
    """
    return bool(form.style())


class _WastesTooMuchError(Exception):
    """Stops a setting whose pages are no better than others already."""


def _within(limit: float, leaf: int, form: Form, style: str, render: Render) -> Setting | None:
    """Return the sheet in a style; ``None`` as soon as what it wastes reaches a limit.

    White may become less once other ends of its pages are chosen.
    """
    least = Least(leaf)

    def stop(pages: Sequence[Any]) -> None:
        least.of(pages)
        if least.lost >= limit:
            raise _WastesTooMuchError

    try:
        return render(form, style, stop, is_trial=_is_trialed(form))
    except _WastesTooMuchError:
        return None


_USUAL = 1.0
"""The air that a stylesheet gives where nobody asks for another."""


def _in_air(form: Form, air: float) -> str:
    """Return the CSS of a form in so many times the usual room between lines and parts."""
    return form.style() + (f":root {{ --air: {air:g}; }}\n" if air != _USUAL else "")


_MOST, _MOST_WITHOUT = 1.12, 1.05
"""How much air a page may have at least, if others have less; and where sections have no
pages of their own, as in a handout: lines stand hardly further apart than in the frames between
them."""


def _ends(made: Setting, form: Form, air: float, leaf: int) -> Sequence[Ends]:
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
        whole=form.whole_sections or form.is_one_leaf,
        gaps_apart=not form.has_few_sections,
        has_cover=form.has_few_sections or form.is_one_leaf,
    )


def _largest(form: Form) -> float:
    """Return the most air that a page of a form may have."""
    if form.has_few_sections:
        return _USUAL
    keeps = form.whole_sections or form.is_one_leaf or form.most_pages
    return max((_MOST if keeps else _MOST_WITHOUT, *form.airs))
