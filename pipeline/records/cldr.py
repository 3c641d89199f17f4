"""CLDR's data of a locale, which no other locale changes.

Babel (2.18) keeps what an alias stands for in tables that locales share: once somebody had asked
for the days of the week in Swahili, which has none of its own that stand alone, Thai and Chinese
had Swahili ones. Here each locale has tables of its own. Nobody else in this program reads them.
"""

from functools import cache, cached_property
from typing import Any

from babel import Locale, localedata
from babel.localedata import LocaleDataDict

ALIASED = ("currency_formats", "days", "eras", "months", "quarters")
"""The tables in which something stands for something else, in Babel's root."""


class _OwnLocale(Locale):
    """A locale of Babel's with tables of its own, read when something in them is asked for.

    Most often it is only asked whether CLDR knows a locale, and in which script: its name tells.
    """

    @cached_property
    def _data(self) -> LocaleDataDict:
        shared = localedata.load(vars(self)["_Locale__data_identifier"])
        own: dict[Any, Any] = {
            key: _copied(part) if key in ALIASED else part for key, part in shared.items()
        }
        return LocaleDataDict(own)


@cache
def cldr_data(name: str) -> Locale:
    """Return what CLDR knows of a locale; Babel's errors where it knows nothing."""
    return _OwnLocale.parse(name)


def _copied(part: Any) -> Any:
    if isinstance(part, tuple):
        return tuple(map(_copied, part))  # an alias, and what is otherwise
    return {key: _copied(one) for key, one in part.items()} if isinstance(part, dict) else part
