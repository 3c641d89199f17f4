"""Whether a clinic's telephones are numbers of the region whose crisis numbers its sheet prints."""

import re
from collections.abc import Iterator, Sequence

from pipeline.check.digits import dialled_in
from pipeline.check.fiction import kept_numbers
from pipeline.check.services import country_code, digits
from pipeline.records.states import lies_in_state, states_called
from pipeline.records.typography import cldr
from pipeline.values.finding import Finding, Severity
from pipeline.values.publisher import Clinic


def telephone_faults(clinic: Clinic, region: str, known: Sequence[str]) -> Iterator[Finding]:
    """Report a clinic's telephones that are none, or another region's.

    ``region`` is the sheet's, ``known`` are all on record. A number with a country's code is any
    country's; one that is right in the clinic's own region is no slip of the profile's.
    """
    own = [one for one in (region, clinic.region) if one]
    for name, text in clinic.telephones.items():
        if any(kept_numbers(text, region)):
            continue  # SRC027 tells it
        if fault := _no_number(name, text, own):
            yield _finding(clinic, "SVC017", *fault)
        elif any(_is_of(text, one) for one in own):
            continue
        elif others := _others(text, region, known):
            yield _of_another(clinic, name, text, region, others)
        elif not _can_be(text, region):
            yield _finding(
                clinic,
                "SVC017",
                f"{name}: {text} is no number of {_name(region)}: count its digits",
                "write it as people there dial it, with its area code",
                Severity.WARNING,
            )


def _no_number(name: str, text: str, regions: Sequence[str]) -> tuple[str, str] | None:
    """Say why a field does not hold one number and nothing else, wherever it is, and what to do."""
    if not digits(text):
        return f"{name}: '{text}' is no telephone number: it has no digit", _WRITE_OR_LEAVE_OUT
    if _is_filled_in(digits(text)):
        return f"{name}: {text} only fills the place of a number", _WRITE_OR_LEAVE_OUT
    if several := _numbers_in(text, regions):
        return (
            f"{name}: '{text}' is {len(several)} numbers, and a field is for one",
            f'write {name} = "{several[0]}"; a second one goes into second_phone, with whom it '
            "reaches in second_name",
        )
    if words := _words_in(text):
        return (
            f"{name}: '{text}' has words in it, which stand on the sheet of every language: "
            f"{' '.join(words)}",
            "write the number alone; whom a second one reaches goes into second_name, when "
            "somebody answers into hours",
        )
    return None


_WRITE_OR_LEAVE_OUT = "write the number as people there dial it, or take the line out"


def _numbers_in(text: str, regions: Sequence[str]) -> list[str]:
    """Return the whole numbers that a text has in one of some regions; none where it is one."""
    import phonenumbers

    for region in regions:
        country = region[:2]
        found = [
            one.raw_string
            for one in phonenumbers.PhoneNumberMatcher(text, country)
            if phonenumbers.is_valid_number(one.number)
        ]
        if len(found) > 1:
            return found
    return []


_EXTENSION = re.compile(r"[\s,;(（]*(?P<word>[^\W\d_]+\.?|#)[\s:：]*\d{1,6}[)）]?\s*$")
"""A line behind a switchboard: *ext. 12*, *poste 12*, *内線12*."""

_SHORT_FOR_IT = ("ext", "extn", "int", "x")
"""Short words for such a line that need no full stop; others that short join two numbers: *or*."""

_JOINS = re.compile("[a-z]{1,4}")


def _words_in(text: str) -> list[str]:
    """Return the words beside a number, but for the one that leads to its extension.

    Letters in capitals are none: they are keyed, as in *1-800-FLOWERS*, or known, as *TTY*.
    """
    line = _EXTENSION.search(text)
    word = line["word"].casefold() if line else ""
    if line and (word in _SHORT_FOR_IT or not _JOINS.fullmatch(word)):
        text = text[: line.start()]
    return [one for one in re.findall(r"[^\W\d_]{2,}", text) if not re.fullmatch("[A-Z]+", one)]


def _is_filled_in(figures: str) -> bool:
    """Say whether digits are one over and over, or counted: 000-000-0000, 123-456-7890."""
    is_long = len(figures) >= _WHOLE
    is_counted = figures in "01234567890" or figures in "9876543210"
    return bool(figures) and (
        not figures.strip("0") or (is_long and (is_counted or len({*figures}) == 1))
    )


_WHOLE = 9
"""Digits of a whole number: shorter ones that are easy to remember are somebody's."""


def region_doubts(
    region: str, clinic: Clinic | None, known: Sequence[str], *, asked: bool, path: str
) -> Iterator[Finding]:
    """Report a sheet's region that may have been named for another.

    ``asked`` says whether the command names it; ``path`` is the file that does so otherwise. A code
    that is a state's, too, is left alone where the clinic has a telephone of that region; it is an
    error where the clinic lies in that state's country, by its profile or by its address.
    """
    texts = clinic.telephones.values() if clinic else ()
    states = states_called(region, known)
    if states and not any(_is_written_as_in(text, region) for text in texts):
        meant = [
            f"for {state} write " + (f"--region {country}" if asked else f'region = "{country}"')
            for state, country in states
        ]
        is_there = clinic and _lies_in(clinic, region, [country for _, country in states])
        if is_there and asked:
            meant.append(f'for {_name(region)} name a clinic with region = "{region}"')
        yield Finding(
            code="SVC018",
            severity=Severity.ERROR if is_there else Severity.WARNING,
            path=f"source/regions/{region}.toml" if asked else path,
            message=f"{region} is {_name(region)}",
            fix="; ".join(meant),
        )
        if is_there:
            return
    if asked and clinic and clinic.region not in ("", region):
        yield Finding(
            code="SVC018",
            severity=Severity.WARNING,
            path=f"source/clinics/{clinic.id}.toml",
            message=f"the clinic is in {_name(clinic.region)}, and this sheet is for "
            f"{_name(region)}, as the command says",
            fix=f"for the numbers of {_name(clinic.region)} leave --region out",
        )


def _lies_in(clinic: Clinic, code: str, countries: Sequence[str]) -> bool:
    """Say whether a clinic is in a country of which a code names a state: *Chicago, IL 60608*."""
    return clinic.region in countries or lies_in_state(code, clinic.address)


def _others(text: str, region: str, known: Sequence[str]) -> list[str]:
    """Return the regions whose number a text is; first of all those whose state the code names."""
    meant = [country for _, country in states_called(region, known) if _is_of(text, country)]
    return meant or [one for one in known if len(one) == len("US") and _is_written_as_in(text, one)]


def _is_of(text: str, region: str) -> bool:
    """Say whether a text holds a number that is right in a region, or that names its country."""
    import phonenumbers

    country = region[:2]
    parsed = dialled_in(text, country)
    if parsed is None:
        return _holds_several(text, country)
    if text.lstrip(" (").startswith(("+", "00")) or parsed.country_code != country_code(country):
        return phonenumbers.is_possible_number(parsed)
    is_short = phonenumbers.is_possible_short_number_for_region(parsed, country)
    own = phonenumbers.is_valid_number_for_region(parsed, country)
    return own or is_short or _holds_several(text, country)


def _holds_several(text: str, country: str) -> bool:
    """Say whether a text is two numbers or more, or one with words around it."""
    import phonenumbers

    found = [match.number for match in phonenumbers.PhoneNumberMatcher(text, country)]
    return any(phonenumbers.is_valid_number_for_region(one, country) for one in found)


def _is_written_as_in(text: str, region: str) -> bool:
    """Say whether a number is right in a region and grouped as people there write it."""
    import phonenumbers

    country = region[:2]
    parsed, code = dialled_in(text, country), country_code(country)
    if parsed is None or parsed.country_code != code:
        return False
    form = phonenumbers.PhoneNumberFormat.NATIONAL
    parsed.extension = None
    written = re.findall(r"\d+", phonenumbers.format_number(parsed, form))
    groups = re.findall(r"\d+", re.split(r"(?i)\s*(?:ext|x|#)", text)[0])
    is_alike = written == groups or [str(code), *written] == groups
    return is_alike and phonenumbers.is_valid_number_for_region(parsed, country)


def _can_be(text: str, region: str) -> bool:
    """Say whether a number has as many digits as one may have in a region, with its area or not."""
    import phonenumbers

    parsed = dialled_in(text, region[:2])
    return parsed is not None and phonenumbers.is_possible_number(parsed)


def _of_another(
    clinic: Clinic, name: str, text: str, region: str, others: Sequence[str]
) -> Finding:
    there = " or ".join(_name(one) for one in others[:_NAMED])
    wanted = " or ".join(f'region = "{one}"' for one in others[:_NAMED])
    return _finding(
        clinic,
        "SVC016",
        f"{name}: {text} is a number of {there}, and this sheet has the numbers of {_name(region)}",
        f"write {wanted}; or, if it is right, the number with + and its country's code",
    )


_NAMED = 3
"""How many regions are named that a number may be of."""


def _name(region: str) -> str:
    """Name a region in English, within a sentence."""
    name = cldr("en").territories.get(region[:2], region)
    return f"the {name}" if name.startswith(_WITH_THE) else str(name)


_WITH_THE = ("United ", "Netherlands", "Philippines")


def _finding(
    clinic: Clinic, code: str, message: str, fix: str, severity: Severity = Severity.ERROR
) -> Finding:
    path = f"source/clinics/{clinic.id}.toml"
    return Finding(code=code, severity=severity, path=path, message=message, fix=fix)
