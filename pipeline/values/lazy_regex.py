"""Regular expressions that are compiled when they are first used, as most runs use few of them.

A sheet needs half of those that its checks name, and one in English a quarter: see
docs/decisions/0060-not-looked-for.md.
"""

import re
from collections.abc import Callable
from functools import partial
from typing import Any, AnyStr, cast


def lazy_regex(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Return what ``re.compile`` does, for a name of a module: all that is asked of it by a dot.

    Functions of ``re`` take none, and it is another than the pattern that a match names.
    """
    return cast("re.Pattern[AnyStr]", _Lazy(partial(re.compile, pattern, flags)))


class _Lazy:
    """Stands for a pattern, and has all that it has from its first use on, at no cost."""

    def __init__(self, compiled: Callable[[], re.Pattern[Any]]) -> None:
        self._compiled = compiled

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        compiled = self._compiled()
        found = (one for one in dir(compiled) if not one.startswith("_"))
        vars(self).update({one: getattr(compiled, one) for one in found})
        return getattr(compiled, name)
