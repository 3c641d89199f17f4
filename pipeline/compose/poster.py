"""The first number of a wall poster: which it is, and how large it is set."""

from dataclasses import dataclass

from pipeline.compose.services import PrintedService, PrintedServices, PrintedWay
from pipeline.values.folding import MILLIMETRE, PAPERS


@dataclass(frozen=True, slots=True, kw_only=True)
class First:
    """What a poster shows largest, and all else that it says of services."""

    service: PrintedService | None = None
    way: PrintedWay | None = None
    """How it is called; ``None`` where no service of the sheet can be."""
    others: tuple[PrintedService, ...]

    @property
    def number(self) -> str:
        """The number that is read from afar, empty for none."""
        return self.way.number if self.way else ""

    @property
    def key(self) -> str:
        """The key to press once somebody answers, empty for none."""
        return self.way.press if self.way else ""

    @property
    def says_more(self) -> bool:
        """Whether the number alone is not all of the way: a key to press, an area, hours."""
        return bool(self.way and (self.way.press or self.way.area or self.way.hours))

    @property
    def other_ways(self) -> tuple[PrintedWay, ...]:
        """The other ways to reach the same service."""
        ways = self.service.ways if self.service else ()
        return tuple(way for way in ways if way is not self.way)


def first_number(services: PrintedServices) -> First:
    """Choose the number that a poster shows largest: of a line for everyone, where there is one."""
    callable_ = [
        (service, way)
        for service in services.services
        for way in service.ways
        if way.kind == "call"
    ]
    for service, way in sorted(callable_, key=lambda pair: bool(pair[0].audience))[:1]:
        others = tuple(one for one in services.services if one is not service)
        return First(service=service, way=way, others=others)
    return First(others=services.services)


SIDE = 12 * MILLIMETRE
"""White at both sides of the paper, in points."""

_FIGURES = (0.666, 0.413, 0.573, 0.578, 0.599, 0.55, 0.574, 0.538, 0.589, 0.555)
"""How wide the figures from 0 to 9 are in parts of the size, in the bold face that sets them."""

_WIDTHS = {str(figure): width for figure, width in enumerate(_FIGURES)}
_WIDTHS |= {" ": 0.245, "-": 0.375, "(": 0.28, ")": 0.28, "+": 0.585, "/": 0.47, "→": 1.0}
"""The same of all signs that a number has."""

_APART = 0.01
"""How far apart they are set, in parts of the size."""

_LARGEST = {"letter": 0.18, "a4": 0.18}
"""In parts of the paper's width: a short number leaves room for the words."""

_LARGEST_ON_OTHERS = 0.34


_HEIGHT = 0.72
"""How high figures are, in parts of the size."""

KEY = 0.7
"""How large a key to press is set, and the arrow before it, in parts of the number's size."""

_FRAME = 2 * (0.06 + 0.22)
"""How wide the frame of a key is, in parts of its size."""

_CALM = 0.92
"""Which part of the width between the sides of the paper a long number takes, if it is high enough
so: what stands below it is no wider."""


def figure_size(number: str, paper: str, least: float = 0.0, key: str = "") -> float:
    """Return in points the size in which a number takes the width of a paper, or less.

    ``least`` is how high its figures are to be, in millimetres, where the width allows it; ``key``
    is pressed after the call, and stands beside it as large as tells that it belongs to it.
    """
    width = PAPERS[paper].width
    ems = _ems(number)
    if key:
        ems += KEY * (_ems(f" → {key}") + _FRAME)
    largest = width * _LARGEST.get(paper, _LARGEST_ON_OTHERS)
    whole = (width - 2 * SIDE) / max(ems, 1)
    calm = max(_CALM * whole, least * MILLIMETRE / _HEIGHT)
    return round(min(whole, calm, largest), 1)


def _ems(signs: str) -> float:
    """Return how wide signs of a number are, in parts of their size."""
    return sum(_WIDTHS.get(sign, _FIGURES[0]) + _APART for sign in signs)
