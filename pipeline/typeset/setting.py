"""A page of HTML that is laid out: in one of its forms, and in some sizes."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from pipeline.typeset.boxes import names_of
from pipeline.typeset.manuscript import Seen
from pipeline.typeset.overflow import SLACK, out_of_box
from pipeline.typeset.spread import height_used
from pipeline.values.sheet import Form


@dataclass(frozen=True, slots=True)
class Setting:
    """A page of HTML in one of its forms and in some sizes, laid out."""

    html: str
    form: Form
    document: Any
    warnings: list[str]
    is_trial: bool = False
    """Whether its lines end as they come, in pages that are as high as they will be."""

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
            over = (
                len(heights) > count
                or torn_notes(pages)
                or max(heights, default=0) > height + SLACK
            )
            # A word that a panel is too narrow for may have room in a smaller size.
            over = over or any(next(out_of_box(page), None) for page in pages)
            parts.append(max(sum(heights) / count / height, 1.01 if over else 0.0))
            if not over:
                parts[-1] = min(parts[-1], 1.0)
        return parts


class Render(Protocol):
    """Sets a sheet in one of its forms."""

    def __call__(
        self, form: Form, style: str, seen: Seen | None = None, *, is_trial: bool = False
    ) -> Setting:
        """Return the sheet laid out; ``seen`` is shown its pages, and may stop it."""
        ...


def torn_notes(pages: Sequence[Any]) -> set[Any]:
    """Return what a reader needs at once of a crisis note and stands on more than one page."""
    seen: set[Any] = set()
    torn: set[Any] = set()
    for page in pages:
        here = {box.element for box in page.descendants() if "vital" in names_of(box)}
        torn |= here & seen
        seen |= here
    return torn
