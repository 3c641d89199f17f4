"""In which sizes a text that runs over panels parts well between them."""

from dataclasses import dataclass
from typing import Any

import pytest

from pipeline.typeset import in_panels
from pipeline.typeset.fit import Fit
from pipeline.typeset.panels import Parting
from pipeline.values.sheet import Size
from tests.rows import each_row

WELL = Parting(0, 0, draws=True, air=1.0)
NOWHERE = Parting(3, 3, draws=False, air=0.0)
"""A text that is not to be divided: its panels begin wherever the ones before are full."""


class Layout:
    panels, runs_on = (("text", 3),), "text"


@dataclass
class Pages:
    size: int

    def boxes_of(self, _name: str) -> list[int]:
        return [self.size]


class Form:
    layout = Layout()
    sizes = ((Size(10.2, ""), Size(10.1, ""), Size(10.0, "", is_spare=True)),)


class Trials:
    """A form with sizes, the last of which is spare."""

    form = Form()

    def resized(self, _fit: Any, _place: int, size: int) -> Any:
        return Fit((size,), (Pages(size),))


@each_row(
    ("ways", "taken"),
    [
        ((NOWHERE, NOWHERE, WELL), 2),
        ((NOWHERE, WELL, WELL), 1),
        ((Parting(0, 1, draws=True, air=0.1), NOWHERE, WELL), 0),
    ],
)
def test_a_spare_size_is_taken_where_a_text_parts_in_no_other(
    ways: tuple[Parting, ...], taken: int
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(in_panels, "is_drawn_on", lambda _pages: False)
        patch.setattr(in_panels, "parted", lambda pages, _count: ways[pages[0]])
        trials: Any = Trials()
        fit: Any = Fit((0,), (Pages(0),))
        assert in_panels._parted_well(fit, trials).sizes == (taken,)
