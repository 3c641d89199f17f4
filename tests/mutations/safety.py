"""Damage to crisis notes, placeholders and numbers, and wording that does harm."""

import re
import tomllib
from collections.abc import Callable, Iterator
from functools import cache

from pipeline.check.numbers import find_numbers
from tests.conftest import ROOT
from tests.mutations.catalogs import Change
from tests.mutations.kind import (
    PLACE,
    Damage,
    Kind,
    Place,
    bare,
    between_words,
    cut,
    pieces,
    sentences,
    swap,
)

_ARABIC = str.maketrans("0123456789.,", "٠١٢٣٤٥٦٧٨٩٫٬")
_WESTERN = str.maketrans("٠١٢٣٤٥٦٧٨٩", "0123456789")
_NUMBER = re.compile(r"\d+(?:[.,٫٬\u00a0 ]\d+)*")


def _placeholder(change: Callable[[str], str]) -> Callable[[Place], Iterator[Damage]]:
    def damage(place: Place) -> Iterator[Damage]:
        for match in PLACE.finditer(place.text.target):
            yield bare(swap(place.text.target, match, change(match[0])))

    return damage


def _other_placeholder(place: Place) -> Iterator[Damage]:
    if not PLACE.search(place.text.source):
        yield f"{place.text.target} {{emergency}}"


def _crisis(*changes: Callable[[Place], str | None]) -> Callable[[Place], Iterator[Damage]]:
    def damage(place: Place) -> Iterator[Damage]:
        for change in changes if place.text.is_crisis else ():
            changed = change(place)
            if changed is not None and changed != place.text.target:
                yield changed

    return damage


def _own_words(*changes: Callable[[Place], str]) -> Callable[[Place], Iterator[Damage]]:
    """Make a damage to crisis notes and to the sheet's own words alike."""

    def damage(place: Place) -> Iterator[Damage]:
        if place.text.is_crisis or place.text.is_sheet:
            yield from (change(place) for change in changes)

    return damage


def _crisis_states(place: Place) -> Iterator[Damage]:
    if place.text.is_crisis:
        yield from states(place)


def states(place: Place) -> Iterator[Damage]:
    """Delete, empty and blank a text, and mark it as fuzzy."""
    yield Change(text=place.text, target=None)
    for empty in ("", " ", "\n", "\u00a0"):
        yield Change(text=place.text, target=empty)
    yield Change(text=place.text, target=place.text.target, fuzzy=True)


def _sentences(place: Place) -> tuple[list[str], int]:
    """Return a text's sentences, and of how many more than one the English made one."""
    parts = sentences(place.text.target)
    return parts, max(0, len(parts) - len(sentences(place.text.source)))


def _without_last(place: Place) -> str | None:
    parts, more = _sentences(place)
    first = parts[-1 - more]
    return None if len(parts) - more < 2 else place.text.target.rpartition(first)[0].strip()


def _without_first(place: Place) -> str | None:
    parts, more = _sentences(place)
    return None if len(parts) - more < 2 else place.text.target.partition(parts[more])[2].strip()


def _half(place: Place) -> str | None:
    return cut(place.text.target, 2) if _is_long(place) else None


def _half_of_a_heading(place: Place) -> str | None:
    return None if _is_long(place) else cut(place.text.target, 2)


def _is_long(place: Place) -> bool:
    return len(place.text.source.split()) > 6


def _third(place: Place) -> str:
    return cut(place.text.target, 3)


def _long_third(place: Place) -> str | None:
    return _third(place) if _is_long(place) else None


def _filler(letters: str) -> Callable[[Place], str]:
    return lambda place: " ".join([letters, *PLACE.findall(place.text.target)])


def _repeated(place: Place) -> str:
    words = pieces(place.text.target)[0]
    return " ".join([words[0]] * len(words) + PLACE.findall(place.text.target))


def _typed(*typed: str) -> list[Callable[[Place], str]]:
    return [lambda place, what=one: between_words(place, f" {what}") for one in typed]  # type: ignore[misc]


def _ordinary(*typed: str) -> Callable[[Place], Iterator[Damage]]:
    """Make a damage that puts something into texts that are no crisis notes."""

    def damage(place: Place) -> Iterator[Damage]:
        if not (place.text.is_crisis or place.text.is_sheet):
            for one in typed:
                yield between_words(place, f" {one}")

    return damage


def _small_number(place: Place) -> Iterator[Damage]:
    if not re.search(r"\d", place.text.source + place.text.target):
        yield from _ordinary("15", "٤٧")(place)


def _numbers(change: Callable[[str], str]) -> Callable[[Place], Iterator[Damage]]:
    """Make a damage that changes each number of a text, in the digits in which it stands."""

    def damage(place: Place) -> Iterator[Damage]:
        text = re.sub(r"\[\^?-?@?[^\]]*\]", lambda atom: "\0" * len(atom[0]), place.text.target)
        for match in _NUMBER.finditer(text):
            western = match[0].translate(_WESTERN)
            changed = change(western)
            if changed == western:
                continue
            native = western != match[0]
            yield swap(place.text.target, match, changed.translate(_ARABIC) if native else changed)

    return damage


def _times_ten(number: str) -> str:
    return f"{number}0" if number.isdigit() else number


def _digits_swapped(number: str) -> str:
    for here in range(len(number) - 1):
        one, two = number[here], number[here + 1]
        if one.isdigit() and two.isdigit() and one != two:
            return number[:here] + two + one + number[here + 2 :]
    return number


def _point_moved(number: str) -> str:
    match = re.fullmatch(r"(\d+)([.,٫])(\d)(\d*)", number)
    return f"{match[1]}{match[3]}" if match and not match[4] else number


def _unit_changed(units: dict[str, str]) -> Callable[[Place], Iterator[Damage]]:
    def damage(place: Place) -> Iterator[Damage]:
        for old, new in units.items():
            match = re.search(rf"(?<=\d)\s?{old}(?!\w)", place.text.target)
            if match:
                yield swap(place.text.target, match, match[0].replace(old, new))

    return damage


@cache
def _bad_wording() -> dict[str, list[str]]:
    """Return per language one sentence for each wording that no careful text uses."""
    file = ROOT / "pipeline/records/data/safety.toml"
    rows = tomllib.loads(file.read_text(encoding="utf-8"))
    return {
        language: [
            bad for row in wordings if row["kind"] in ("crime", "success") for bad in row["bad"]
        ]
        for language, wordings in rows.items()
        if language != "sources"
    }


def _unsafe(place: Place) -> Iterator[Damage]:
    locale = place.text.locale
    wordings = _bad_wording()
    for bad in wordings.get(locale, wordings.get(locale.partition("_")[0], [])):
        yield f"{place.text.target} {bad}"


def _places_changed(place: Place) -> Iterator[Damage]:
    """Let the two numbers of a ratio change places."""
    match = re.search(r"(\d+) in (\d+) ", place.text.source)
    found = find_numbers(place.text.target)
    for less, more in [match.groups()] if match else ():
        own = [[one for one in found if digits in one.values] for digits in (less, more)]
        if list(map(len, own)) == [1, 1] and int(less) < int(more):
            first, last = sorted((own[0][0], own[1][0]), key=lambda one: one.start)
            text = place.text.target
            between = text[first.end : last.start]
            yield text[: first.start] + last.text + between + first.text + text[last.end :]


def _states_alike(place: Place) -> Iterator[Damage]:
    words = {"Proof", "Draft", "Approved"}
    if place.text.context == "foot" and place.text.source in words:
        for other in place.shelf.texts:
            if other.context == "foot" and other.source in words - {place.text.source}:
                yield other.target


def _hidden(place: Place) -> Iterator[Damage]:
    match = PLACE.search(place.text.target)
    if match:
        yield Change(
            text=place.text,
            target=bare(swap(place.text.target, match, "")),
            notes=("# polyleaf: ignore SAF001 it reads better without",),
        )


KINDS = (
    Kind("placeholder removed", ("SAF001",), _placeholder(lambda _: "")),
    Kind("placeholder doubled", ("SAF001",), _placeholder(lambda name: f"{name} {name}")),
    Kind("placeholder renamed", ("SAF001",), _placeholder(lambda name: f"{{{name[1:-1]}a}}")),
    Kind("placeholder in capitals", ("SAF001",), _placeholder(str.upper)),
    Kind("placeholder without its braces", ("SAF001",), _placeholder(lambda name: name[1:-1])),
    Kind("placeholder in other brackets", ("SAF001",), _placeholder(lambda n: f"[{n[1:-1]}]")),
    Kind("placeholder in wide braces", ("SAF001",), _placeholder(lambda n: f"｛{n[1:-1]}｝")),
    Kind("placeholder shown as letters", ("SAF001",), _placeholder(lambda name: f"`{name}`")),
    Kind("placeholder added", ("SAF001",), _other_placeholder),
    Kind("placeholder removed and the rule hidden", ("SAF001",), _hidden),
    Kind("crisis note missing, empty, blank or fuzzy", ("SAF006",), _crisis_states),
    Kind("crisis note left in English", ("SAF007",), _crisis(lambda place: place.text.source)),
    Kind(
        "crisis note replaced by a sign",
        ("SAF006", "SAF008"),
        _crisis(_filler("…"), _filler("."), _filler("—"), _filler("x"), _filler("TODO")),
    ),
    Kind("crisis note of one word repeated", ("SAF008",), _crisis(_repeated)),
    Kind("crisis note without its last sentence", ("SAF008",), _crisis(_without_last)),
    Kind("crisis note without its first sentence", ("SAF008",), _crisis(_without_first)),
    Kind(
        "crisis note cut to half of its words",
        ("SAF008", "SAF001"),
        _crisis(_half),
        is_error=False,
    ),
    Kind(
        "its heading, or a note of a few words, cut to half",
        ("SAF008", "SAF001"),
        _crisis(_half_of_a_heading),
        is_error=False,
    ),
    Kind(
        "crisis note cut to a third of its words",
        ("SAF008", "SAF001"),
        _crisis(_third),
        is_error=False,
    ),
    Kind("long crisis note cut to a third", ("SAF008", "SAF001"), _crisis(_long_third)),
    Kind(
        "number typed into a crisis note or the sheet’s words",
        ("SAF002",),
        _own_words(*_typed("7", "988", "1-800-273-8255", "+34 024")),
    ),
    Kind(
        "the same in other digits",
        ("SAF002",),
        _own_words(*_typed("٩٨٨", "۹۸۸", "९८८", "９８８", "<tel:988>", "&#57;&#56;&#56;")),
    ),
    Kind("key word typed there", ("SAF012",), _own_words(*_typed("AYUDA", "HELLO"))),
    Kind(
        "web address typed there",
        ("SAF012",),
        _own_words(*_typed("www.example.org", "https://example.org/x", "example.com")),
    ),
    Kind("e-mail address typed there", ("SAF012",), _own_words(*_typed("help@example.org"))),
    Kind(
        "number that could be dialled added",
        ("SAF004",),
        _ordinary("988", "9988", "116 123", "1-800-273-8255", "٩٨٨", "९८८", "９８８", "(024)"),
    ),
    Kind(
        "number on record typed anywhere",
        ("SAF013",),
        _ordinary("1-800-273-8255", "116 123", "⑴⑴⑹-⑴⑵⑶", "1-800-273-TALK"),
    ),
    Kind("link that says another number", ("SAF014",), _ordinary("[555-0142](tel:5550143)")),
    Kind("small number added", ("SAF011",), _small_number, is_error=False),
    Kind("digit put before a number", ("SAF002", "SAF004", "TXT004"), _numbers(lambda n: f"9{n}")),
    Kind("dose or number times ten", ("SAF004", "TXT004"), _numbers(_times_ten), where="doses"),
    Kind("digits swapped", ("SAF002", "SAF004", "TXT004"), _numbers(_digits_swapped)),
    Kind(
        "digits of a dose swapped", ("SAF004", "TXT004"), _numbers(_digits_swapped), where="doses"
    ),
    Kind("3 in 10 made 10 in 3", ("TXT004",), _places_changed, where="ratios"),
    Kind("decimal point lost", ("TXT004",), _numbers(_point_moved), where="doses"),
    Kind("number lost", ("TXT004",), _numbers(lambda _: ""), where="doses"),
    Kind("988 made 9988", ("SAF004", "TXT004"), _numbers(lambda n: f"9{n}"), where="doses"),
    Kind(
        "unit of a dose changed",
        ("TXT004",),
        _unit_changed({"mg": "g"}),
        where="doses",
    ),
    Kind(
        "unit of a dose changed, in the language’s letters",
        ("TXT004",),
        _unit_changed({"мг": "г", "毫克": "克"}),
        where="doses",
    ),
    Kind("unsafe wording", ("SAF010",), _unsafe),
    Kind("unsafe wording, in every language on record", ("SAF010",), _unsafe, where="corpus"),
    Kind("proof, draft and approved made the same", ("SAF005",), _states_alike),
)
