"""Telephone numbers and names of the internet that are kept for examples: they reach nobody.

Sources: NANPA's guidelines on 555 line numbers (555-0100 to 555-0199); Ofcom,
"Telephone numbers for use in TV and radio drama programmes"; ACMA, "Phone numbers for use in TV
shows, films and creative works"; Bundesnetzagentur, order 148/2021 on numbers for media; ARCEP,
decision 2018-0881, on numbers for audiovisual works; RFC 2606 and RFC 6761 on names.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.values.lazy_regex import lazy_regex


@dataclass(frozen=True, slots=True, kw_only=True)
class _Plan:
    """The numbers of one country that are kept for stories, as its people dial them."""

    code: str
    trunk: str
    """What stands before a number within the country."""
    kept: re.Pattern[str]
    """Digits without country code and trunk prefix."""
    countries: frozenset[str]


_NORTH_AMERICA = frozenset(
    {"US", "CA", "AG", "AI", "AS", "BB", "BM", "BS", "DM", "DO", "GD", "GU", "JM", "KN", "KY"}
    | {"LC", "MP", "MS", "PR", "SX", "TC", "TT", "VC", "VG", "VI"}
)

_PLANS = (
    _Plan(code="1", trunk="1?", kept=lazy_regex(r"[2-9]\d\d55501\d\d"), countries=_NORTH_AMERICA),
    _Plan(
        code="44",
        trunk="0",
        kept=lazy_regex(
            r"(11[3-8]|1[2-6]1)4960\d{3}|1914980\d{3}|2079460\d{3}|2896496\d{3}"
            r"|2920180\d{3}|1632960\d{3}|7700900\d{3}|8081570\d{3}|9098790\d{3}|3069990\d{3}"
        ),
        countries=frozenset({"GB", "GG", "IM", "JE"}),
    ),
    _Plan(
        code="61",
        trunk="0",
        kept=lazy_regex(r"[2378](5550|7010)\d{4}|491570(006|110|156|157|158|159|313|737)"),
        countries=frozenset({"AU"}),
    ),
    _Plan(
        code="49",
        trunk="0",
        kept=lazy_regex(r"(3023125|6990009|4066969|8999998)\d{3}|2214710\d{3}|17139200\d\d"),
        countries=frozenset({"DE"}),
    ),
    _Plan(
        code="33",
        trunk="0",
        kept=lazy_regex(r"(19900|26191|35301|46571|53649|63998)\d{4}"),
        countries=frozenset({"FR"}),
    ),
)

_LOCAL = lazy_regex(r"555[\s.‑–-]*01\d\d")
"""The line alone, as North America's people write it."""

_APART = (lazy_regex(r"[^\d\s().+/‑–-]+"), lazy_regex(r"[^\d\s().+‑–-]+|\s[‑–-]\s"))
"""What stands between two numbers; a stroke may be part of one."""

_NAME = lazy_regex(
    r"(?i)(?<![\w-])(?:(?:[\w-]+\.)+(?:example|test|invalid|localhost)"
    r"|(?:[\w-]+\.)*example\.(?:com|net|org))(?!\.?[\w-])"
)


def kept_numbers(text: str, region: str = "") -> Iterator[str]:
    """Yield the numbers in a text that no telephone has; ``region`` is where they are dialled.

    What is written without a country's code is judged for that region alone: the same digits may
    be somebody's elsewhere.
    """
    country = region.partition("-")[0]
    parts = {part.strip(" .(/"): None for apart in _APART for part in apart.split(text)}
    for part in parts:
        digits = re.sub(r"\D", "", part)
        abroad = digits.removeprefix("00")
        is_abroad = part.startswith(("+", "00"))
        for plan in _PLANS:
            within = f"{plan.trunk}(?:{plan.kept.pattern})"
            without = f"{plan.code}0?(?:{plan.kept.pattern})"
            if (is_abroad and re.fullmatch(without, abroad)) or (
                country in plan.countries and re.fullmatch(within, digits)
            ):
                yield part
        if _LOCAL.fullmatch(part):
            yield part


def kept_names(text: str) -> Iterator[str]:
    """Yield the names of the internet in a text that can belong to nobody."""
    yield from (match[0].casefold() for match in _NAME.finditer(text))
