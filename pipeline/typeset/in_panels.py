"""Setting a sheet that is folded: in the largest sizes in which its texts fit, and part well."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

from pipeline.typeset.fit import Fit, largest_sizes
from pipeline.typeset.setting import Render, Setting
from pipeline.typeset.spread import is_drawn_on, parted, spread
from pipeline.typeset.tailpieces import stands_above
from pipeline.values.sheet import Form, Size

One = TypeVar("One")


def on_panels(form: Form, render: Render) -> Setting | None:
    """Return the sheet in the largest sizes that fit its panels; ``None`` where none do."""
    trials = _Trials(form, render)
    fit = largest_sizes(
        [[size.points for size in sizes] for sizes in form.sizes], trials.of_all, Setting.taken
    )
    return _filled(_aired(_parted_well(fit, trials), trials), trials) if fit else None


class _Trials:
    """The settings of a form that are tried; none of a group of pages is made again in a size."""

    def __init__(self, form: Form, render: Render) -> None:
        self.form, self.render = form, render
        self._made: dict[tuple[int, int], Setting] = {}

    def of_all(self, sizes: Sequence[int], wanted: Sequence[bool]) -> Setting:
        """Return the sheet in some sizes, with the pages that are looked at."""
        style = self.form.style(sizes) + _without(wanted, self.form)
        made = self.render(self.form, style, is_trial=True)
        for place, (size, is_wanted) in enumerate(zip(sizes, wanted, strict=True)):
            if is_wanted:
                self._made[place, size] = made
        return made

    def resized(self, fit: Fit[Setting], place: int, size: int) -> Fit[Setting]:
        """Return the same with one group of pages in another of its sizes."""
        sizes = _with(fit.sizes, place, size)
        made = self._made.get((place, size)) or self.of_all(sizes, _only(place, self.form))
        return Fit(sizes, _with(fit.pages, place, made))

    def smaller(self, fit: Fit[Setting], place: int) -> Fit[Setting] | None:
        """Return the same with one group of pages a size smaller; ``None`` in the smallest."""
        smaller = self.form.sizes[place][fit.sizes[place] + 1 :]
        if not smaller or smaller[0].is_spare:
            return None
        return self.resized(fit, place, fit.sizes[place] + 1)


_SOLID = 0.015
"""Which part of a page that is alone is free at most where it looks solid beside others."""


def _aired(fit: Fit[Setting], trials: _Trials) -> Fit[Setting]:
    """Return a text that fills its page alone, to the last line, a size smaller."""
    if len(trials.form.layout.panels) > 1 or fit.pages[0].taken()[0] < 1 - _SOLID:
        return fit
    return trials.smaller(fit, 0) or fit


_SMALLER = 3
"""How many sizes a text may be smaller, so that it parts well over its panels."""

_BARE, _WHITE = 0.65, 3.0
"""Which part of a panel is free at least where it looks empty, whatever ends it; and what each
further part of it costs, as such a part."""

_HEADLESS, _PARTED, _SCRAP, _UNDRAWN, _LOW, _SIZE = 0.7, 0.3, 0.15, 0.1, 0.38, 0.12
"""What it costs that a panel begins within a section, and more without its head, that a scrap of
text stands below a crisis note, that the drawing at the foot of the middle one has no room, that
hills along the foot of all are low, and that a text is set a size smaller."""

_AMPLE, _EASY = 1.45, 0.06
"""How many times the smallest a size is at least that is larger than any reader asks for; and what
it costs that a text is set a size smaller than such a one."""

_AIRY, _PACKED = 0.5, 0.3
"""How much air a text has at least for none to be lacking: what is short of it costs as much. And
how much so that it is not set smaller where lines wrap that were not reckoned to."""


def _parted_well(fit: Fit[Setting], trials: _Trials) -> Fit[Setting]:
    """Return sizes in which a text that runs over panels parts best between them.

    Smaller sizes are tried as long as one of them can be better than the best so far, and more of
    them where they are ample. One that is spare is tried only where the text parts in no other.
    """
    form = trials.form
    for place, (name, count) in enumerate(form.layout.panels):
        if name != form.layout.runs_on:
            continue
        least, best, at_best, parts = float("inf"), fit, 0.0, False
        for size, price in _priced(form.sizes[place], fit.sizes[place]):
            if price + at_best >= least or (parts and form.sizes[place][size].is_spare):
                break
            resized = trials.resized(fit, place, size)
            pages = resized.pages[place].boxes_of(name)
            found = parted(pages, count)
            parts = parts or found.headless < count
            cost = (
                _HEADLESS * found.headless
                + _PARTED * found.parted
                + _SCRAP * found.scraps
                + _UNDRAWN * (is_drawn_on(pages) and not found.draws)
                + _LOW * found.is_low
                + _WHITE * max(found.white - _BARE, 0.0)
                + max(_AIRY - found.air, 0.0)
                + price
            )
            if cost < least:
                least, best = cost, resized
                # A panel that begins within a section hardly ever does not in a smaller size.
                at_best = _PARTED * min(found.parted, 1)
        return best
    return fit


def _priced(sizes: Sequence[Size], largest: int) -> Iterator[tuple[int, float]]:
    """Yield the numbers of sizes that a text may have, the largest first, and what each costs."""
    yield largest, 0.0
    smaller, price = 0, 0.0
    for number in range(largest + 1, len(sizes)):
        is_ample = sizes[number].points >= _AMPLE * sizes[-1].points
        smaller += not is_ample
        price += _EASY if is_ample else _SIZE
        if smaller > _SMALLER:
            return
        yield number, price


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


_SHARES = (1.0, 0.9, 0.7, 0.4, 0.05, 0.0)
"""Which part of the free height is given away: less where a paragraph that does not part leaves no
room for all of it."""

_LEAST_SHARE = 4
"""The number of the least of them."""


def _covers_drawing(filled: Setting, fitted: Setting, place: int) -> bool:
    """Say whether a text that was drawn out stands where it had left a drawing its room."""
    name, count = filled.form.layout.panels[place]
    before, after = (made.boxes_of(name) for made in (fitted, filled))
    return parted(before, count).draws and not stands_above(after)


def _only(place: int, form: Form) -> list[bool]:
    return [number == place for number in range(len(form.layout.panels))]


def _with(some: Sequence[One], place: int, one: One) -> tuple[One, ...]:
    """Return a sequence with something else at a place."""
    return (*some[:place], one, *some[place + 1 :])


def _settled(fit: Fit[Setting], place: int, trials: _Trials) -> Fit[Setting]:
    """Return the same with a text measured on the panels on which it is to stand.

    Where lines wrap there that were not reckoned to, and leave it little air, part one section more
    or take the room of the drawing, it is set a size smaller.
    """
    form = trials.form
    name, count = form.layout.panels[place]
    fitted = fit.pages[place].boxes_of(name)
    rules = spread(name, count, fitted, _SHARES[_LEAST_SHARE], runs_on=True)
    style = form.style(fit.sizes) + rules.css
    made = trials.render(form, style + _without(_only(place, form), form), is_trial=True)
    if made.taken()[place] > 1:
        # As it flows, it would leave a panel to lines to write on.
        return (len(fitted) < count and trials.smaller(fit, place)) or fit
    boxes = made.boxes_of(name)
    found = parted(boxes, count)
    reckoned = parted(fitted, count)
    is_worse = (
        found.air < _PACKED
        or found.parted > reckoned.parted
        or (reckoned.draws and not (found.draws and stands_above(boxes)))
    )
    if is_worse and (smaller := trials.smaller(fit, place)):
        return smaller
    return Fit(fit.sizes, _with(fit.pages, place, made))


def _filled(fit: Fit[Setting], trials: _Trials, *, is_settled: bool = False) -> Setting:
    """Return the sheet in the sizes that were found, and with what its pages leave free given away.

    A share of it, that is: of each name of pages as much as still leaves it room. Where a text that
    runs over panels has less than was reckoned, it is first settled on them; where it covers
    the drawing at its foot even so, it is set without that.
    """
    form, render = trials.form, trials.render
    style, panels = form.style(fit.sizes), form.layout.panels
    shares, draws = [0] * len(panels), True
    while True:
        rules, has_notes = "", False
        for (name, count), made, share in zip(panels, fit.pages, shares, strict=True):
            is_text = name == form.layout.runs_on
            given = spread(
                name,
                count,
                made.boxes_of(name),
                _SHARES[share],
                runs_on=is_text,
                draws=draws,
                has_notes=has_notes,
            )
            rules += given.css
            has_notes = has_notes or (is_text and given.has_lines)
        filled = render(form, style + rules)
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
                return _filled(_settled(fit, place, trials), trials, is_settled=True)
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
