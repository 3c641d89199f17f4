"""Places that are named in place of the country in which they lie, and codes that mean both."""

import re
from collections.abc import Iterable, Sequence

from babel.core import get_global

from pipeline.records.in_force import data_file
from pipeline.records.naming import OFFICES, folded_name, meant_territory
from pipeline.records.typography import cldr


def place_in(word: str) -> tuple[str, str]:
    """Return a place that a word names, and the code of its country; both empty if none.

    It is a state, by its name or its letters, another part of a country, or a city, perhaps with
    its state or country behind it: ``Chicago, IL``.
    """
    if found := _state(word) or _part(word) or _city(word):
        return found
    inside = re.fullmatch(r"([^\W\d_][^,]{3,}?)(?: *, *([^,]+)| +([A-Z]{2}))", word.strip())
    if not inside:
        return "", ""
    behind = inside[2] or inside[3]
    _, country = _state(behind) or _part(behind) or ("", meant_territory(behind))
    return (inside[1], country) if country else ("", "")


def _state(word: str) -> tuple[str, str] | None:
    wanted = folded_name(word)
    for country, states in data_file("states").items():
        for letters, name in states.items():
            if wanted in (letters.casefold(), folded_name(name)):
                return name, country
    return None


def _part(word: str) -> tuple[str, str] | None:
    wanted = folded_name(word)
    for country, names in data_file("parts").items():
        for name in names:
            if folded_name(name) == wanted:
                return name, country
    return None


def _city(word: str) -> tuple[str, str] | None:
    """Return a city after which CLDR names a time zone, in languages of many offices."""
    wanted = folded_name(word)
    if not wanted:
        return None
    zones = {
        zone: country
        for zone, country in get_global("zone_territories").items()
        if country not in ("001", "ZZ")
    }
    for zone, country in zones.items():
        if folded_name(zone.rpartition("/")[2]) == wanted:
            return word, country
    for language in OFFICES:
        for zone, names in cldr(language).time_zones.items():
            if zone in zones and folded_name(str(names.get("city", ""))) == wanted:
                return word, str(zones[zone])
    return None


def lies_in_state(code: str, address: Iterable[str]) -> bool:
    """Say whether an address has a state's letters before a postal code: *Chicago, IL 60608*."""
    return any(re.search(rf"\b{code},? +[A-Z]?\d[\w-]{{2,}}", one) for one in address)


def states_called(code: str, known: Sequence[str]) -> list[tuple[str, str]]:
    """Return the states that a region's code names, too, each with the code of its country.

    ``known`` are the codes of the regions on record: whoever means a state can only be sent to one
    of them. Empty for a code that names no state, and for one that is no region on record.
    """
    countries = data_file("states") if code in known else {}
    return [
        (states[code], country)
        for country, states in countries.items()
        if code in states and country in known and country != code
    ]
