"""What a region's numbers cannot be, and where they clash."""

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import phonenumbers
import pytest

from pipeline.check.services import clinic_faults, country_code, lint_region
from pipeline.check.slips import slips
from pipeline.project import Project
from pipeline.values.finding import Finding, Severity
from pipeline.values.publisher import Clinic
from pipeline.values.region import Region
from tests.conftest import ROOT
from tests.regions import SOURCE, made, service
from tests.rows import each_row

Run = Callable[..., tuple[int, str, str]]

PROJECT = Project.at(ROOT)


def call(number: str, **fields: Any) -> dict[str, Any]:
    return {"kind": "call", "number": number, **fields}


def text(number: str, **fields: Any) -> dict[str, Any]:
    return {"kind": "text", "number": number, **fields}


NINE = {"names": {"en": "988 Suicide & Crisis Lifeline"}}


@each_row(
    ("code", "number", "fields"),
    [
        ("US", "998", NINE),
        ("US", "116 123", {}),
        ("US", "899", {}),
        ("US", "741741", {}),
        ("US", "1-900-555-0199", {}),
        ("GB", "0909 8790123", {}),
        ("GB", "116 132", {"sources": [{**SOURCE, "numbers": ["116 128"]}]}),
        ("GB", "116 132", {"names": {"en": "Samaritans 116 123"}}),
        ("IR", "1408", {"names": {"fa": "صدای مشاور ۱۴۸۰", "en": "Voice"}}),
        ("US", "989", {"names": {"en": "9/8/8 Lifeline"}}),
        ("US", "989", {"names": {"en": "The nine eight eight Lifeline"}}),
        ("US", "989", {"names": {"en": "⑨⑧⑧ Lifeline"}}),
        ("US", "989", {"names": {"en": "Lifeline", "zh-Hans": "九八八生命线"}}),
        ("US", "989", {"names": {"en": "Lifeline", "es": "Línea nueve ocho ocho"}}),
        ("US", "1998", {"names": {"en": "Lifeline 1989"}}),
        ("GB", "116 132", {}),
        ("DE", "116 124", {}),
        ("GB", "020 7946 0018", {}),
        ("US", "1-800-555-0142", {}),
        ("FR", "01 99 00 12 34", {}),
    ],
)
def test_a_number_that_the_record_contradicts_is_an_error(
    code: str, number: str, fields: dict[str, Any]
) -> None:
    region = made(service(call(number), **fields), code=code)
    assert "SVC015" in codes(region)


@each_row(
    ("code", "number", "fields"),
    [
        ("US", "988", NINE),
        ("US", "1-800-273-8255", {"names": {"en": "The 24/7 Line"}}),
        ("US", "988", {"names": {"en": "The nine 8 eight Lifeline", "zh-Hans": "九八八生命线"}}),
        ("JP", "0120-061-338", {"names": {"en": "Line", "ja": "よりそいホットライン #いのちSOS"}}),
        ("NZ", "1737", {"names": {"en": "Need to talk? 1737", "mi": "Waea 1737"}}),
        ("GB", "116 123", {"sources": [{**SOURCE, "numbers": ["+44 116 123", "116123"]}]}),
        ("GB", "116 123", {"sources": [{**SOURCE, "numbers": ["85258"]}, SOURCE]}),
        ("GB", "0800 068 41 41", {"sources": [{**SOURCE, "numbers": ["+44 800 068 4141"]}]}),
        ("CA", "1 866 277-3553", {"names": {"en": "1 866 APPELLE"}}),
        ("IR", "1480", {"names": {"fa": "صدای مشاور ۱۴۸۰", "en": "Voice"}}),
    ],
)
def test_a_number_that_the_record_bears_out_is_none(
    code: str, number: str, fields: dict[str, Any]
) -> None:
    assert "SVC015" not in codes(made(service(call(number), **fields), code=code))


@each_row(
    ("code", "emergency", "is_wrong"),
    [
        ("US", {"numbers": ["119"]}, True),
        ("US", {"numbers": ["99999"]}, True),
        ("GB", {"numbers": ["911"]}, True),
        ("US", {"numbers": ["911"]}, False),
        ("MA", {"numbers": ["150"], "caution": "150 is in no list: ask."}, False),
        ("MA", {"numbers": ["150"], "sources": [{**SOURCE, "numbers": ["150"]}]}, False),
        ("MA", {"numbers": ["150"]}, True),
    ],
)
def test_an_emergency_number_that_no_network_has_is_an_error(
    code: str, emergency: dict[str, Any], is_wrong: bool
) -> None:
    assert ("SVC015" in codes(made(code=code, emergency=emergency))) is is_wrong


def test_no_shipped_record_contradicts_itself() -> None:
    for code in PROJECT.region_codes():
        region, _ = PROJECT.region(code)
        assert region
        assert "SVC015" not in codes(region), code


def slipped(number: str) -> set[str]:
    """Return what slips of the pen make of a number: two digits swapped, one lost, one doubled."""
    places = [place for place, letter in enumerate(number) if letter.isdigit()]
    made = {number[:place] + number[place + 1 :] for place in places}
    made |= {number[:place] + number[place:][:1] + number[place:] for place in places}
    for one, other in pairwise(places):
        letters = list(number)
        letters[one], letters[other] = letters[other], letters[one]
        made.add("".join(letters))
    return made - {number}


def test_every_slip_in_every_shipped_number_is_told() -> None:
    tried, missed = 0, []
    for code in PROJECT.region_codes():
        region, _ = PROJECT.region(code)
        assert region
        for index, one in enumerate(region.services):
            for step, way in enumerate(one.ways):
                for number in slipped(way.number):
                    ways = (*one.ways[:step], replace(way, number=number), *one.ways[step + 1 :])
                    services = list(region.services)
                    services[index] = replace(one, ways=ways)
                    tried += 1
                    if not any(slips(replace(region, services=tuple(services)))):
                        missed.append((code, way.number, number))
        for step, number in enumerate(region.emergency.numbers):
            for other in slipped(number):
                numbers = list(region.emergency.numbers)
                numbers[step] = other
                emergency = replace(region.emergency, numbers=tuple(numbers))
                tried += 1
                if not any(slips(replace(region, emergency=emergency))):
                    missed.append((code, number, other))
    assert missed == []
    assert tried > 1_500


def web(address: str) -> dict[str, Any]:
    return {"kind": "web", "address": address}


@each_row(
    ("number", "address"),
    [
        ("988", "https://998lifeline.org/chat/"),
        ("988", "https://chat.989lifeline.org"),
        ("988", "https://lif\u0435line.org"),
        ("988", "https://\u03bflife.org/988"),
    ],
)
def test_an_address_that_the_number_or_its_own_letters_contradict_is_an_error(
    number: str, address: str
) -> None:
    finding = only(made(service(call(number), web(address)), code="US"))
    assert (finding.code, finding.severity) == ("SVC015", Severity.ERROR)
    assert address in finding.message


@each_row(
    ("number", "address"),
    [
        ("988", "https://988lifeline.org/998"),
        ("988", "https://www.help24.org"),
        ("988", "https://lifeline2020.org"),
        ("988", "https://помощь.рф"),
        ("988", "https://ayúdame.example"),
        ("112", "https://www.112.be/en"),
        ("1408", "https://1480.ir"),
    ],
)
def test_an_address_may_have_other_numbers_and_letters(number: str, address: str) -> None:
    found = codes(made(service(call(number), web(address)), code="IR"))
    assert found == (["SVC015"] if number == "1408" else [])


def test_a_key_word_that_is_the_number_is_an_error() -> None:
    finding = only(made(service(text("741741", keywords={"en": "741 741"})), code="US"))
    assert (finding.code, finding.severity) == ("SVC015", Severity.ERROR)
    assert codes(made(service(text("741741", keywords={"en": "CONNECT 741741"})), code="US")) == []


def test_a_year_in_a_name_is_no_number() -> None:
    names = {"en": "Lifeline, since 1998"}
    assert codes(made(service(call("988"), names=names), code="US")) == []


def test_emergency_numbers_that_are_gone_are_told() -> None:
    emergency = {"numbers": [], "stated": [], "sources": [SOURCE]}
    finding = only(made(emergency=emergency))
    assert (finding.code, finding.severity) == ("SVC015", Severity.ERROR)
    assert codes(made()) == []


@each_row(
    ("code", "way", "wanted"),
    [
        ("GB", call("85258"), ["SVC015"]),
        ("GB", text("85258"), []),
        ("IE", call("50808"), ["SVC015"]),
        ("IE", text("50808"), []),
        ("NZ", call("1737"), []),
    ],
)
def test_a_code_for_text_messages_that_is_called_is_a_warning(
    code: str, way: dict[str, Any], wanted: list[str]
) -> None:
    found = [*lint_region(made(service(way, stated=[way["number"]]), code=code))]
    assert [one.code for one in found] == wanted
    assert not any(one.is_error for one in found)


def test_the_emergency_number_as_a_lines_is_a_warning() -> None:
    emergency = {"numbers": ["999"], "sources": [SOURCE]}
    finding = only(made(service(call("999")), emergency=emergency))
    assert (finding.code, finding.severity) == ("SVC015", Severity.WARNING)
    assert codes(made(service(call("999", press="8")), emergency=emergency)) == []


def test_a_key_that_another_service_refuses_is_an_error() -> None:
    never = [{"number": "988", "press": "3", "why": "It has ended."}]
    lines = [service(call("988"), id="one", never=never)]
    region = made(*lines, service(call("988", press="3"), id="two"), code="US")
    assert "SVC005" in codes(region)
    assert codes(made(*lines, service(call("988", press="2"), id="two"), code="US")) == []


def test_a_record_may_write_its_numbers_once() -> None:
    assert codes(made(service(call("116 123")))) == []
    assert codes(made(service(call("116 123"), stated=["116-123"]))) == []
    assert codes(made(service(call("116 123"), stated=["116 123", "85258"]))) == ["SVC015"]
    assert codes(made(service(call("116 123", held="unsure"), stated=["116 132"]))) == [
        "SVC015",
        "SVC015",
    ]


def codes(region: Region) -> list[str]:
    return [finding.code for finding in lint_region(region)]


def of_number(number: str, code: str = "GB") -> list[str]:
    return codes(made(service(call(number)), code=code))


def only(region: Region) -> Finding:
    (finding,) = lint_region(region)
    assert finding.path == region.path
    assert finding.fix
    return finding


# SVC003: numbers that cannot be


@each_row(
    ("code", "number"),
    [
        ("GB", "0800 1111 2222 3333"),
        ("GB", "0000 000"),
        ("GB", "8888888888"),
        ("GB", "+1 800 273 8255"),
        ("US", "+44 808 164 0123"),
        ("US", "555 0100"),
        ("US", "800 273 825"),
        ("US", "1-800-273-825"),
        ("US", "1-800-273-82555"),
        ("US", "0-800-273-8255"),
        ("US", "2-800-273-8255"),
        ("US", "123 456 7890"),
        ("US", "023 456 7890"),
        ("US", "800 173 8255"),
        ("US", "1-800-073-8255"),
        ("US", "98"),
        ("CA", "800 273 825"),
        ("CA-QC", "1 866 277-355"),
    ],
)
def test_a_number_that_cannot_be_is_an_error(code: str, number: str) -> None:
    finding = only(made(service(call(number)), code=code))
    assert (finding.code, finding.severity) == ("SVC003", Severity.ERROR)
    assert finding.message.startswith(f"services[0].ways[0].number: {number} ")


@each_row(
    ("code", "number"),
    [
        ("AU", "000"),
        ("GB", "999 999"),
        ("GB", "116 123"),
        ("GB", "08457 90 90 90"),
        ("GB", "+44 808 164 0123"),
        ("US", "988"),
        ("US", "1-800-273-8255"),
        ("US", "(800) 273-8255"),
        ("US", "+1 800 273 8255"),
        ("CA", "9-8-8"),
        ("CA-QC", "1 866 277-3553"),
        ("ES", "717 003 717"),
        ("EG", "16328"),
    ],
)
def test_a_number_as_people_there_dial_it_is_let_pass(code: str, number: str) -> None:
    assert of_number(number, code) == []


def test_a_held_number_is_looked_at_too() -> None:
    assert codes(made(service(call("555 0100", held="unsure")), code="US")) == ["SVC003"]


@pytest.mark.parametrize("kind", ["text", "whatsapp"])
def test_every_kind_of_number_is_looked_at(kind: str) -> None:
    way = {"kind": kind, "number": "555 0100"}
    assert codes(made(service(way), code="US")) == ["SVC003"]


def test_a_way_is_named_by_its_place() -> None:
    region = made(
        service(call("988")),
        service(text("741741"), call("555 0100"), id="other"),
        code="US",
    )
    assert only(region).message.startswith("services[1].ways[1].number: 555 0100")


@each_row("number", ["+1 800 273 825", "+1 123 456 7890", "+1 800 273 82555"])
def test_a_number_with_its_countrys_code_is_counted_too(number: str) -> None:
    assert of_number(number, "US")


# SVC004: short codes with the country's code


@each_row(
    ("code", "number", "rest"),
    [("GB", "+44 116 123", "116123"), ("US", "+1 988", "988"), ("EG", "+20 16328", "16328")],
)
def test_a_short_code_with_the_countrys_code_is_an_error(code: str, number: str, rest: str) -> None:
    finding = only(made(service(call(number)), code=code))
    assert (finding.code, finding.severity) == ("SVC004", Severity.ERROR)
    assert rest in finding.fix


# SVC005: numbers that clash


@each_row("place", ["replaces", "never"])
@each_row("written", ["08457 90 90 90", "0845-790-9090"])
def test_a_number_that_its_record_says_not_to_print_is_an_error(place: str, written: str) -> None:
    other = {"number": written, **({"why": "It has ended."} if place == "never" else {})}
    finding = only(made(service(call("08457 90 90 90"), **{place: [other]})))
    assert (finding.code, finding.severity) == ("SVC005", Severity.ERROR)
    assert "08457 90 90 90" in finding.message


def test_a_number_that_the_region_says_not_to_print_is_an_error() -> None:
    never = [{"number": "116 123", "why": "It is another line."}]
    finding = only(made(service(call("116 123")), never=never))
    assert finding.code == "SVC005"
    assert "It is another line." in finding.message


def test_a_number_that_another_service_has_replaced_is_an_error() -> None:
    region = made(
        service(call("08457 90 90 90"), id="old"),
        service(call("116 123"), id="new", replaces=[{"number": "08457 909090"}]),
    )
    finding = only(region)
    assert finding.code == "SVC005"
    assert finding.message.startswith("services[0].ways[0]")
    assert "'new'" in finding.message


def test_a_key_makes_another_number() -> None:
    never = [{"number": "988", "press": "3", "why": "It has ended."}]
    assert codes(made(service(call("988"), call("988", press="2"), never=never), code="US")) == []
    assert codes(made(service(call("988", press="3"), never=never), code="US")) == ["SVC005"]


@pytest.mark.parametrize("press", ["", "2"])
def test_a_number_never_to_be_printed_without_a_key_is_so_with_every_key(press: str) -> None:
    never = [{"number": "988", "why": "It has ended."}]
    way = call("988", **({"press": press} if press else {}))
    assert codes(made(service(way, never=never), code="US")) == ["SVC005"]
    assert codes(made(service(way), never=never, code="US")) == ["SVC005"]


@each_row(
    ("code", "printed", "forbidden"),
    [
        ("GB", "116 123", "+44 116 123"),
        ("GB", "08457 90 90 90", "+44 8457 909090"),
        ("GB", "08457 90 90 90", "0044 8457 909090"),
        ("GB", "+44 8457 909090", "08457 90 90 90"),
        ("US", "1-800-273-8255", "(800) 273-8255"),
        ("US", "800 273 8255", "+1 800 273 8255"),
        ("CA-QC", "1 866 277-3553", "866 277 3553"),
    ],
)
@each_row("place", ["replaces", "never", "of the region", "of another service"])
def test_a_number_is_the_same_in_national_and_international_form(
    code: str, printed: str, forbidden: str, place: str
) -> None:
    other = {"number": forbidden, "why": "It has ended."}
    region = {
        "replaces": lambda: made(
            service(call(printed), replaces=[{"number": forbidden}]), code=code
        ),
        "never": lambda: made(service(call(printed), never=[other]), code=code),
        "of the region": lambda: made(service(call(printed)), never=[other], code=code),
        "of another service": lambda: made(
            service(call(printed)),
            service(call("211"), id="new", replaces=[{"number": forbidden}]),
            code=code,
        ),
    }[place]()
    assert [one.code for one in lint_region(region) if one.is_error] == ["SVC005"]


@each_row("other", ["+1 116 123", "+44 116 124", "1116 123", "116 12"])
def test_another_number_is_not_the_same(other: str) -> None:
    never = [{"number": other, "why": "It is another."}]
    assert codes(made(service(call("116 123"), never=never))) == []


def test_a_number_that_the_emergency_record_holds_back_is_printed_by_no_service() -> None:
    emergency = {"numbers": [], "held": [{"number": "116 123", "why": "unsure"}]}
    assert codes(made(service(call("116123")), emergency=emergency)) == ["SVC005"]


def test_a_held_number_may_be_one_not_to_print() -> None:
    never = [{"number": "116 123", "why": "It is another line."}]
    assert codes(made(service(call("116 123", held="unsure"), never=never))) == []


@pytest.mark.parametrize("place", ["never", "held"])
def test_an_emergency_number_that_is_not_to_be_printed_is_an_error(place: str) -> None:
    row = [{"number": "939", "why": "It is the fire service."}]
    emergency = {"numbers": ["939"], "sources": [{**SOURCE, "numbers": ["939"]}]}
    region = (
        made(emergency=emergency, never=row)
        if place == "never"
        else made(emergency={**emergency, "held": row})
    )
    assert codes(region) == ["SVC005"]


@each_row("place", ["never", "replaces"])
@each_row("index", [0, 1])
def test_an_emergency_number_that_any_service_says_not_to_print_is_an_error(
    place: str, index: int
) -> None:
    row = {"number": "9-3-9", **({"why": "It is the fire service."} if place == "never" else {})}
    lines = [service(call("116 123"), id="one"), service(call("116 111"), id="two")]
    lines[index][place] = [row]
    finding = only(
        made(
            *lines,
            emergency={"numbers": ["999", "939"], "sources": [{**SOURCE, "numbers": ["939"]}]},
        )
    )
    assert (finding.code, finding.severity) == ("SVC005", Severity.ERROR)
    assert finding.message.startswith("emergency: 939 ")


def test_a_key_never_to_be_pressed_forbids_no_emergency_number() -> None:
    never = [{"number": "999", "press": "3", "why": "It has ended."}]
    emergency = {"numbers": ["999"], "sources": [SOURCE]}
    assert codes(made(never=never, emergency=emergency)) == []


@each_row(("name", "value"), [("hours", "always"), ("free", True), ("audience", ["young"])])
def test_two_services_that_disagree_about_one_number_are_an_error(name: str, value: Any) -> None:
    region = made(
        service(call("116 123"), id="one", **{name: value}),
        service(call("116-123"), id="two"),
    )
    finding = only(region)
    assert (finding.code, finding.severity) == ("SVC005", Severity.ERROR)
    assert "services[0] and services[1]" in finding.message
    assert finding.message.endswith(f"disagree about {name}")


def test_hours_of_a_way_count_before_those_of_its_service() -> None:
    one = service(call("116 123", hours="always"), id="one")
    two = service(call("116 123"), id="two", hours="always")
    assert codes(made(one, two)) == []
    assert codes(made(one, service(call("116 123"), id="two"))) == ["SVC005"]


@each_row(
    ("one", "two"),
    [
        (call("116 123"), call("116 111")),
        (call("116 123"), text("116 123")),
        (call("116 123"), call("116 123", press="1")),
        (call("116 123"), call("116 123", held="unsure")),
    ],
)
def test_services_with_different_ways_may_differ(one: Any, two: Any) -> None:
    assert codes(made(service(one, id="one", free=True), service(two, id="two"))) == []


def test_two_services_that_agree_about_one_number_may_share_it() -> None:
    one, two = (service(call("116 123"), id=name, hours="always") for name in ("one", "two"))
    assert codes(made(one, two)) == []


# SVC006: words to send


def test_a_word_in_a_language_that_is_not_answered_is_an_error() -> None:
    finding = only(made(service(text("85258", keywords={"en": "SHOUT", "es": "GRITO"}))))
    assert (finding.code, finding.severity) == ("SVC006", Severity.ERROR)
    assert "'GRITO' is for es" in finding.message


def test_the_languages_of_a_way_count_before_those_of_its_service() -> None:
    way = text("85258", keywords={"es": "HOLA"})
    assert codes(made(service(way, languages=["en", "es"]))) == []
    assert codes(made(service({**way, "languages": ["es"]}))) == []
    narrow = {**way, "languages": ["en"]}
    assert codes(made(service(narrow, languages=["en", "es"]))) == ["SVC006"]


def test_a_word_may_name_its_language_more_closely() -> None:
    assert codes(made(service(text("85258", keywords={"en-GB": "SHOUT"})))) == []


# SVC007: numbers with two digits swapped


def sourced(number: str, title: str, *numbers: str, **fields: Any) -> Region:
    source = {"title": title, "kind": "press", **({"numbers": [*numbers]} if numbers else {})}
    return made(service(call(number), sources=[source], **fields))


def test_a_number_whose_digits_stand_swapped_in_its_source_is_an_error() -> None:
    for region in (
        sourced("117 132", "https://example.org", "117 123"),
        sourced("117 132", "a paper (call 117 123, free)"),
        sourced("0800 11 10 111", "a paper", "0800-11-01-111"),
    ):
        finding = only(region)
        assert (finding.code, finding.severity) == ("SVC007", Severity.ERROR)


def test_both_numbers_and_the_source_are_named() -> None:
    finding = only(sourced("117 132", "a paper", "117 123"))
    assert "117 132" in finding.message
    assert "117 123: a paper" in finding.message


@each_row(
    ("number", "title", "theirs"),
    [
        ("117 123", "a paper", ["117 123"]),
        ("117 123", "a paper", ["117-123"]),
        ("117 123", "a paper", ["117 321"]),
        ("117 123", "a paper", ["117 124"]),
        ("117 123", "a paper", ["117 21"]),
        ("12", "a paper", ["21"]),
        ("117 132", "https://example.org/117123/117-123", []),
        ("117 132", "a paper that prints no number", []),
    ],
)
def test_other_numbers_of_a_source_are_no_swap(number: str, title: str, theirs: list[str]) -> None:
    assert "SVC007" not in codes(sourced(number, title, *theirs))


def test_a_swapped_number_that_is_accounted_for_is_let_pass() -> None:
    other = {"number": "117 123", "why": "It is another line."}
    titled = ("a paper", "117 123")
    assert codes(sourced("117 132", *titled, never=[other])) == []
    assert codes(sourced("117 132", *titled, replaces=[{"number": "117 123"}])) == []
    source = {"title": "a paper", "kind": "press", "numbers": ["117 123", "117 132"]}
    assert codes(made(service(call("117 132"), call("117 123"), sources=[source]))) == []
    region = made(service(call("117 132"), sources=[{**source}]), never=[other])
    assert codes(region) == []


def test_a_swap_of_a_held_number_is_let_pass() -> None:
    source = {"title": "a paper", "kind": "press", "numbers": ["117 123"]}
    assert codes(made(service(call("117 132", held="unsure"), sources=[source]))) == []


# SVC008: what the library doubts


@pytest.mark.parametrize(("code", "number"), [("KH", "1280"), ("LB", "1564")])
def test_a_number_that_the_library_does_not_know_is_a_warning(code: str, number: str) -> None:
    finding = only(made(service(call(number)), code=code))
    assert (finding.code, finding.severity) == ("SVC008", Severity.WARNING)
    assert number in finding.message


def test_a_number_with_a_digit_too_few_is_doubted() -> None:
    assert of_number("717 003 717", "ES") == []
    assert of_number("717 003 71", "ES") == ["SVC008"]


# SVC009: emergency numbers


def test_emergency_numbers_without_a_source_are_a_warning_each() -> None:
    findings = list(lint_region(made(emergency={"numbers": ["999", "112"]})))
    assert [(finding.code, finding.severity) for finding in findings] == [
        ("SVC009", Severity.WARNING)
    ] * 2
    assert ["999" in findings[0].message, "112" in findings[1].message] == [True, True]


def test_emergency_numbers_with_a_source_and_none_at_all_are_let_pass() -> None:
    assert codes(made(emergency={"numbers": ["999"], "sources": [SOURCE]})) == []
    assert codes(made(emergency={"numbers": []})) == []
    assert codes(made()) == []


# SVC014: numbers of a clinic


OWN = made(
    service(
        call("988"),
        call("800 555 0100", press="2"),
        never=[{"number": "988", "press": "3", "why": "It has ended."}],
        replaces=[{"number": "1-800-273-8255"}],
    ),
    code="US",
    never=[{"number": "800 555 0199", "why": "It costs money."}],
)
ELSEWHERE = made(
    service(call("116 123"), never=[{"number": "0845 790 9090", "why": "It costs."}]), code="GB"
)


def clinic(**fields: Any) -> Clinic:
    return Clinic(**{"id": "riverside", "name": "Riverside", **fields})


def of_clinic(**fields: Any) -> list[tuple[str, Severity]]:
    found = list(clinic_faults(clinic(**fields), [OWN, ELSEWHERE]))
    assert all(one.path == "source/clinics/riverside.toml" and one.fix for one in found)
    return [(one.code, one.severity) for one in found]


@each_row(
    "fields",
    [
        {"phone": "1-800-273-8255"},
        {"phone": "(800) 273-8255"},
        {"interpreter": "+1 800 273 8255"},
        {"interpreter": "1 800 555 0199"},
        {"address": ("12 Mill Lane", "Call 800 273-8255 at night")},
    ],
    ids=str,
)
def test_a_clinics_number_that_its_regions_record_refuses_is_an_error(
    fields: dict[str, Any],
) -> None:
    assert of_clinic(**fields) == [("SVC014", Severity.ERROR)]


@each_row(
    "fields",
    [
        {"phone": "116 123"},
        {"interpreter": "+44 116 123"},
        {"phone": "0845 790 9090"},
        {"phone": "988"},
        {"phone": "1 800 555 0100"},
    ],
    ids=str,
)
def test_a_clinics_number_that_is_a_crisis_line_is_an_error(fields: dict[str, Any]) -> None:
    assert of_clinic(**fields) == [("SVC014", Severity.ERROR)]


def test_a_short_number_that_is_a_line_elsewhere_is_a_warning() -> None:
    elsewhere = made(service(call("1323")), code="TH")
    (finding,) = clinic_faults(clinic(phone="1323"), [OWN, elsewhere])
    assert (finding.code, finding.severity) == ("SVC014", Severity.WARNING)


@each_row(
    "fields",
    [
        {},
        {"phone": "555-0100", "interpreter": "555-0199"},
        {"address": ("12 Mill Lane", "Springfield 62701-1162")},
    ],
    ids=str,
)
def test_a_clinics_own_number_is_let_pass(fields: dict[str, Any]) -> None:
    assert of_clinic(**fields) == []


def test_each_wrong_number_of_a_clinic_is_named_with_its_region() -> None:
    one = clinic(phone="1-800-273-8255", interpreter="116 123")
    messages = [found.message for found in clinic_faults(one, [OWN, ELSEWHERE])]
    assert messages == [
        "phone: 1-800-273-8255 is never to be printed, as the record of US says",
        "interpreter: 116 123 is a crisis line, as the record of GB says",
    ]


def test_check_reports_the_numbers_of_every_clinic(project: Path, polyleaf: Run) -> None:
    file = project / "source/clinics/riverside.toml"
    written = file.read_text(encoding="utf-8")
    file.write_text(written.replace("555-0100", "116 123"), encoding="utf-8")
    status, out, _ = polyleaf("check", "--today", "2026-11-23")
    assert status == 1
    assert "source/clinics/riverside.toml: error SVC014: phone: 116 123 is a crisis" in out
    file.write_text(written.replace("555-0199", "1-800-273-8255"), encoding="utf-8")
    status, out, _ = polyleaf("check", "--today", "2026-11-23")
    assert status == 1
    assert (
        "source/clinics/riverside.toml: error SVC014: interpreter: 1-800-273-8255 is never" in out
    )


# Together


def test_all_faults_are_reported_in_one_run() -> None:
    region = made(
        service(
            call("555 0100"),
            text("+1 988", keywords={"fr": "AIDE"}),
            call("741741"),
            never=[{"number": "741741", "why": "It has ended."}],
        ),
        code="US",
        emergency={"numbers": ["911"]},
    )
    assert sorted(codes(region)) == [
        *("SVC003", "SVC004", "SVC005", "SVC006", "SVC009", "SVC015"),
    ]


@each_row("code", PROJECT.region_codes())
def test_no_shipped_region_contradicts_itself(code: str) -> None:
    region, _ = PROJECT.region(code)
    assert region
    assert [finding for finding in lint_region(region) if finding.is_error] == []


def test_check_reports_the_numbers_of_every_region(project: Path, polyleaf: Run) -> None:
    file = project / "source/regions/CA.toml"
    written = file.read_text(encoding="utf-8")
    file.write_text(written.replace('number = "9-8-8"', 'number = "9-8"'), encoding="utf-8")
    status, out, _ = polyleaf("check", "--today", "2026-11-23")
    assert status == 1
    assert "source/regions/CA.toml: error SVC003: services[0].ways[0].number: 9-8 " in out


def test_codes_of_countries_are_those_of_the_library() -> None:
    for region in sorted(phonenumbers.SUPPORTED_REGIONS):
        assert country_code(region) == phonenumbers.country_code_for_region(region)
    assert (country_code("CA-QC"), country_code("ZZ")) == (1, 0)
