"""States and provinces whose code in an address is the code of a country elsewhere."""

from collections.abc import Sequence

from pipeline.records.in_force import data_file


def country_of_state(word: str, known: Sequence[str] | None = None) -> str:
    """Return the country of which a word is a state, by name or code; empty if none.

    ``known`` are the regions on record, which alone can be meant; without them any country can.
    """
    for country, states in data_file("states").items():
        names = [name.removeprefix("the ").casefold() for name in states.values()]
        can_be_meant = known is None or country in known
        if can_be_meant and (word.casefold() in names or word.upper() in states):
            return country
    return ""


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
