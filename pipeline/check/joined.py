"""Digits that signs part which no telephone number has, so that an eye reads them as one."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """Digits in a row that could be one number."""

    start: int
    end: int
    groups: Sequence[str]
    joiners: Sequence[str]
    """What stands between the groups."""

    @property
    def number(self) -> str:
        """The digits without what parts them."""
        return "".join(self.groups)

    @property
    def is_list(self) -> bool:
        """Whether commas part them."""
        return any(one[0] in _LISTED for one in self.joiners)


_LISTED = ",;،؛、，；"
"""Signs after which, and a space, another number follows."""

_JOINER = (
    rf"[ \u00a0]?(?:(?:[^\w\s{_LISTED}]|_){{1,3}}|[*_`~]{{4,6}})[ \u00a0]?|[{_LISTED}][ \u00a0]?"
    r"|[ \u00a0]"
)
_RUN = re.compile(rf"(?<!\d)\d+(?:(?:{_JOINER})\d+)+")
_OF_TELEPHONES = re.compile(r"[ \u00a0()\-‐‑‒–—·・]*")
_OF_AMOUNTS = (".", ",", "'", "’", "٬", "٫")

_MOST_GROUPS, _LEAST, _MOST = 8, 3, 20
"""Groups of a number, and its digits with 00 and its country's code before it."""

_ROW = 60
"""More groups than these are a row of amounts."""

_SHORT, _AMOUNT = 4, 8
"""Digits of a number that is one only digit by digit, 9.8.8 and no 9.88; and of one that may be
an amount, 116,123."""


def joined_digits(text: str) -> Iterator[Joined]:
    """Yield what could be one number, the longest first from each place on.

    What only signs of telephone numbers part (``116-123``) is none of them.
    """
    for match in _RUN.finditer(text):
        groups = list(re.finditer(r"\d+", match[0]))
        if len(groups) > _ROW:
            continue
        for first in range(len(groups) - 1):
            for last in range(min(first + _MOST_GROUPS, len(groups)) - 1, first, -1):
                own = groups[first : last + 1]
                joined = Joined(
                    start=match.start() + own[0].start(),
                    end=match.start() + own[-1].end(),
                    groups=tuple(one[0] for one in own),
                    joiners=tuple(
                        match[0][one.end() : other.start()] for one, other in pairwise(own)
                    ),
                )
                if _may_be_one(joined):
                    yield joined


def _may_be_one(joined: Joined) -> bool:
    count, signs = len(joined.number), {one.strip() for one in joined.joiners}
    if not _LEAST <= count <= _MOST or all(map(_OF_TELEPHONES.fullmatch, signs)):
        return False
    if count <= _SHORT and not all(map(_STRANGE.fullmatch, signs)):
        return {*map(len, joined.groups)} == {1} and len(signs) == 1 and not _counts_up(joined)
    is_list = any(one[0] in _LISTED and one[1:] for one in joined.joiners)
    is_grouped = {*map(len, joined.groups[1:])} == {3} and len(joined.groups[0]) <= len("116")
    is_amount = is_grouped and len(signs) == 1 and not signs.isdisjoint(_OF_AMOUNTS)
    return not is_list and (count <= _AMOUNT or not is_amount)


_STRANGE = re.compile(r"[\\|•…]|[*_`~]{1,6}")
"""Signs that part no amounts and no dates, some of them what is left of markup: 9\\88 is 988."""


def _counts_up(joined: Joined) -> bool:
    """Say whether digits are those that one chooses from: 1, 2, 3."""
    return joined.is_list and joined.number in "0123456789"
