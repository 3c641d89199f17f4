"""What is on record of crisis services, for people: tables, reports and the document."""

import json
import re
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from pipeline.desk import services as tables
from pipeline.desk.services import due, due_table, hours_text, overview, region_report, way_text
from pipeline.project import Project
from pipeline.records.region import confirmation_seal
from pipeline.values.region import Region
from tests import regions
from tests.conftest import ROOT, replace
from tests.regions import made
from tests.rows import each_row

Run = Callable[..., tuple[int, str, str]]

TODAY = date(2026, 11, 23)

CODES = Project.at(ROOT).region_codes()


def service(id_: str = "line", *, days: int | None = None, **fields: Any) -> dict[str, Any]:
    """Return a service with one number, whose source was looked at some days ago."""
    if days is not None:
        fields = {"source_date": TODAY - timedelta(days=days), **fields}
    return regions.service({"kind": "call", "number": "116 123"}, id=id_, **fields)


def confirmed(one: dict[str, Any], days: int, code: str = "GB") -> dict[str, Any]:
    digest = made(one, code=code).services[0].digest
    on = TODAY - timedelta(days=days)
    seal = confirmation_seal(digest, "Ana Pérez", "asked its office", on)
    return {
        **one,
        "confirmed": {"by": "Ana Pérez", "how": "asked its office", "on": on, "record": seal},
    }


def run(polyleaf: Run, *words: str) -> str:
    status, out, err = polyleaf("services", *words, "--today", str(TODAY))
    assert (status, err) == (0, "")
    return out


def confirm(polyleaf: Run, name: str, on: str = "2026-11-20") -> None:
    words = ("--by", "Ana Pérez", "--how", "asked its office", "--on", on, "--today", str(TODAY))
    assert polyleaf("confirm", name, *words)[0] == 0


def cells(line: str) -> list[str]:
    return re.split(r" {2,}", line.strip())


def row(table: str, first: str) -> list[str]:
    return next(cells(line) for line in table.splitlines() if line.startswith(f"{first} "))


def places(region: Region, sheets: dict[str, int] | None = None) -> list[str]:
    return [line.footing.name.partition("/")[2] for line in due([region], sheets or {}, TODAY)]


# One line a region


@pytest.mark.usefixtures("all_regions")
def test_the_overview_has_a_line_for_each_region(project: Path, polyleaf: Run) -> None:
    lines = run(polyleaf).splitlines()
    assert cells(lines[0]) == ["region", "name", "services", "printed", "confirmed", "oldest"]
    assert [line.split()[0] for line in lines[1:]] == CODES


def test_a_line_counts_services_and_what_is_printed_and_confirmed(
    project: Path, polyleaf: Run
) -> None:
    held = [{"kind": "call", "number": "211", "held": "unsure"}]
    dateless = made(service("a", days=9), service("b", ways=held))
    assert row(overview([FULL, dateless], TODAY), "GB") == [
        "GB",
        "United Kingdom",
        "2",
        "2",
        "0/3",
        "1300 days",
    ]
    assert row(overview([dateless], TODAY), "GB")[2:] == ["2", "1", "0/2", "no date"]
    assert row(run(polyleaf), "US")[2:5] == ["3", "3", "0/4"]
    confirm(polyleaf, "US/988-es")
    assert row(run(polyleaf), "US")[4] == "1/4"


def test_a_void_confirmation_and_one_dated_ahead_are_not_counted() -> None:
    good, ahead = confirmed(service(), 5), confirmed(service(), -5)
    void = {**good, "free": True}
    counts = [row(overview([made(one)], TODAY), "GB")[4] for one in (good, ahead, void)]
    assert counts == ["1/1", "0/1", "0/1"]


def test_a_region_without_any_record_has_no_oldest() -> None:
    assert row(overview([made()], TODAY), "GB")[2:] == ["0", "0", "0/0", "–"]


# One region


FULL = made(
    service(
        "first",
        days=40,
        names={"cy": "Y Llinell", "en": "The Line"},
        languages=["cy", "en"],
        hours="always",
        hours_held="claimed by one list",
        audience=["young", "parents"],
        agreement="high",
        conflicts="One list differs.",
        caution="Ask for | the hours.",
        replaces=[{"number": "08457 90 90 90", "note": "still forwards"}],
        never=[{"number": "116 123", "press": "3", "why": "it has ended"}],
        ways=[
            {"kind": "call", "number": "116 123", "press": "2"},
            {"kind": "text", "number": "85258", "keywords": {"en": "SHOUT"}, "held": "unsure"},
        ],
        sources=[
            {"title": "https://example.org", "kind": "operator"},
            {"title": "a list", "kind": "dataset"},
        ],
    ),
    service("second", days=1300, hours="always"),
    emergency={
        "numbers": ["999", "112"],
        "held": [{"number": "939", "why": "the fire service"}],
        "sources": [{"title": "another list", "kind": "dataset"}],
        "source_date": TODAY - timedelta(days=17),
        "caution": "Ask of 939.",
    },
    never=[{"number": "182", "why": "it books appointments"}],
)


def test_a_region_report_says_what_each_record_prints_rests_on_and_lacks() -> None:
    assert region_report(FULL, ["en"], TODAY).splitlines() == [
        "United Kingdom (GB), paper a4",
        "",
        "GB/first  Y Llinell / The Line",
        "    call 116 123, then press 2",
        "    text 85258, send SHOUT (en)  (held, not printed: unsure)",
        "    hours: always (held, not printed: claimed by one list)",
        "    answers in Welsh, English",
        "    for young and parents",
        "    replaces 08457 90 90 90: still forwards",
        "    never print 116 123, then 3: it has ended",
        "    conflict: One list differs.",
        "    rests on 2 sources, which agree: high",
        "        operator: https://example.org",
        "        dataset: a list",
        "    not confirmed by anybody; its newest source is 40 days old",
        "    ask: Ask for | the hours.",
        "",
        "GB/second  The Line",
        "    call 116 123",
        "    hours: always",
        "    answers in English",
        "    rests on 1 source, which agree: low",
        "        dataset: a list",
        "    not confirmed by anybody; its newest source is 1300 days old",
        "",
        "GB/emergency  999 or 112",
        "    939  (held, not printed: the fire service)",
        "    rests on 1 source",
        "        dataset: another list",
        "    not confirmed by anybody; its newest source is 17 days old",
        "    ask: Ask of 939.",
        "never print 182: it books appointments",
        "",
        "a sheet in this language prints",
        "    en  GB/first, GB/second",
    ]


def test_services_us_says_which_languages_sheet_shows_what(project: Path, polyleaf: Run) -> None:
    out = run(polyleaf, "US")
    assert out.startswith("United States (US), paper letter\n\nUS/988  988 Suicide")
    assert "\n    call 988, then press 2\n" in out
    shown = out.partition("a sheet in this language prints\n")[2].splitlines()
    assert [line.split()[0] for line in shown] == ["ar", "en", "es"]
    assert shown[0].endswith(", and how to ask for an interpreter")
    assert cells(shown[1]) == ["en", "US/988, US/crisis-text-line"]
    assert cells(shown[2]) == ["es", "US/988-es"]


def test_a_region_without_a_service_says_why() -> None:
    assert region_report(made(), ["es"], TODAY).endswith(
        "\nno service: None is known.\n\n"
        "a sheet in this language prints\n    es  no service: where to look for one\n"
    )


@each_row(
    ("one", "words"),
    [
        (
            confirmed(service(), 3),
            "confirmed by Ana Pérez on 2026-11-20, 3 days ago (asked its office)",
        ),
        (confirmed(service(), 1), "on 2026-11-22, 1 day ago (asked its office)"),
        (
            {**confirmed(service(days=40), 3), "free": True},
            "changed since Ana Pérez confirmed it on 2026-11-20; its newest source is 40 days old",
        ),
        (service(days=40), "not confirmed by anybody; its newest source is 40 days old"),
        (service(), "not confirmed by anybody; its newest source is of no known day"),
    ],
)
def test_a_region_report_says_who_stands_for_a_record(one: dict[str, Any], words: str) -> None:
    assert f"{words}\n" in region_report(made(one), ["en"], TODAY)


def test_a_region_report_says_that_a_service_is_free() -> None:
    report = region_report(made(service(free=True)), ["en"], TODAY)
    assert re.search(r"\bfree\b", report.lower())


def test_a_key_never_to_be_printed_is_named_with_its_number() -> None:
    never = [{"number": "988", "press": "3", "why": "It has ended."}]
    report = region_report(made(service(), never=never), ["en"], TODAY)
    assert "never print 988, then 3: It has ended." in report


@pytest.mark.parametrize("words", [("XX",), ("../US",)])
def test_an_unknown_region_is_refused(project: Path, polyleaf: Run, words: tuple[str, ...]) -> None:
    status, out, err = polyleaf("services", *words, "--today", str(TODAY))
    assert (status, out) == (2, "")
    assert f"unknown region '{words[0]}'; known: 001 AT" in err


@pytest.mark.parametrize("words", [(), ("--due",), ("--markdown",), ("US",)])
def test_a_region_with_a_fault_is_reported_and_the_others_are_shown(
    project: Path, polyleaf: Run, words: tuple[str, ...]
) -> None:
    replace(project / "source/regions/US.toml", 'paper = "letter"', 'paper = "legal"')
    status, out, err = polyleaf("services", *words, "--today", str(TODAY))
    assert status == 1
    assert "source/regions/US.toml:3: error SVC001: paper: 'legal' is unknown" in err
    assert "US/988" not in out
    assert ("GB" in out) is (words != ("US",))


# Ways and hours in words


@each_row(
    ("way", "words"),
    [
        ({"kind": "call", "number": "988"}, "call 988"),
        ({"kind": "call", "number": "988", "press": "2"}, "call 988, then press 2"),
        ({"kind": "text", "number": "85258"}, "text 85258"),
        (
            {"kind": "text", "number": "85258", "keywords": {"en": "HOME", "es": "HOLA"}},
            "text 85258, send HOME (en) or HOLA (es)",
        ),
        ({"kind": "whatsapp", "number": "+44 7700 900123"}, "WhatsApp +44 7700 900123"),
        ({"kind": "chat", "address": "https://example.org"}, "chat https://example.org"),
        ({"kind": "web", "address": "https://example.org"}, "look at https://example.org"),
        (
            {"kind": "call", "number": "988", "areas": {"fr": "Ville", "en": "City"}},
            "call 988 (Ville)",
        ),
        (
            {"kind": "call", "number": "988", "areas": {"en": "City"}, "hours": "always"},
            "call 988 (City, always)",
        ),
    ],
)
def test_a_way_is_said_in_plain_english(way: dict[str, Any], words: str) -> None:
    assert way_text(made(service(ways=[way])).services[0].ways[0]) == words


WEEK = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]


@each_row(
    ("hours", "words"),
    [
        ({}, "not known"),
        ({"hours": "always"}, "always"),
        ({"hours": [{"days": WEEK, "opens": "16:00", "closes": "24:00"}]}, "daily 16:00–24:00"),
        (
            {
                "hours": [
                    {"days": ["mon", "fri"], "opens": "09:00", "closes": "17:30"},
                    {"days": ["sun"], "opens": "00:00", "closes": "06:00"},
                ]
            },
            "Mon, Fri 09:00–17:30; Sun 00:00–06:00",
        ),
        ({"hours": "always", "hours_held": "old"}, "always (held, not printed: old)"),
    ],
)
def test_hours_are_said_in_plain_english(hours: dict[str, Any], words: str) -> None:
    assert hours_text(made(service(**hours)).services[0].hours) == words


# What to confirm next


def test_the_older_and_the_more_printed_come_first() -> None:
    region = made(
        service("new", days=10),
        service("old", days=400),
        service("printed", days=150),
        service("dateless"),
        service("never-printed", days=500),
    )
    assert places(region) == ["dateless", "never-printed", "old", "printed", "new"]
    sheets = {"GB/printed": 3, "GB/old": 1}
    assert places(region, sheets) == ["dateless", "old", "printed", "never-printed", "new"]


def test_a_source_of_a_day_to_come_counts_as_one_without_a_day() -> None:
    region = made(service("old", days=400), service("ahead", days=-3))
    assert places(region) == ["ahead", "old"]
    assert row(overview([region], TODAY), "GB")[-1] == "no date"
    assert row(due_table(due([region], {}, TODAY)), "GB/ahead")[1] == "no date"


def test_records_that_weigh_the_same_stand_by_name() -> None:
    region = made(service("b", days=100), service("a", days=100), service("c", days=50))
    assert places(region, {"GB/c": 1}) == ["a", "b", "c"]


@each_row(("days", "listed"), [(0, False), (180, False), (181, True), (-1, True)])
def test_a_confirmed_record_is_listed_again_after_half_a_year(days: int, listed: bool) -> None:
    assert places(made(confirmed(service(), days))) == ["line"] * listed


def test_a_record_that_has_been_changed_is_listed_again() -> None:
    changed = {**confirmed(service(), 5), "free": True}
    assert places(made(changed)) == ["line"]


def test_the_list_says_how_old_how_often_printed_what_and_what_to_ask() -> None:
    region = made(
        service(days=40, caution="Ask for the hours."),
        emergency={"numbers": ["999", "112"]},
    )
    lines = due_table(due([region], {"GB/line": 2}, TODAY)).splitlines()
    assert [cells(line) for line in lines] == [
        ["confirm", "age", "sheets", "what is printed"],
        ["GB/emergency", "no date", "0", "999, 112"],
        ["GB/line", "40 days", "2", "call 116 123"],
        ["ask: Ask for the hours."],
    ]


def test_the_list_is_no_wider_than_a_terminal() -> None:
    long = "Ask which hours hold by telephone, and which by chat, in each of its languages. " * 4
    lines = due_table(due([made(service(days=40, caution=long))], {}, TODAY)).splitlines()
    assert max(map(len, lines)) <= 98
    assert " ".join(" ".join(line.split()) for line in lines).count("Ask which hours") == 4


def test_a_record_that_prints_nothing_says_so() -> None:
    held = [{"kind": "call", "number": "116 123", "held": "unsure"}]
    assert "nothing is printed" in due_table(due([made(service(ways=held))], {}, TODAY))


def manifest(project: Path, name: str, content: object) -> None:
    file = project / f"build/{name}.json"
    file.parent.mkdir(exist_ok=True)
    file.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")


def due_names(polyleaf: Run) -> list[str]:
    lines = run(polyleaf, "--due").splitlines()[1:]
    return [line.split()[0] for line in lines if not line.startswith(" ")]


def test_sheets_in_build_bring_their_records_forward(project: Path, polyleaf: Run) -> None:
    before = run(polyleaf, "--due")
    names = due_names(polyleaf)
    assert names.index("ES/024") < names.index("GB/samaritans")
    assert row(before, "GB/samaritans")[2] == "0"
    for number in range(99):
        rows = [["GB/samaritans", "12345678", ""], ["GB/emergency", "12345678", ""]]
        manifest(project, f"ar/sheet-{number}", {"services": rows})
    manifest(project, "es/sheet", {"services": [["GB/samaritans", "12345678", "2026-11-20"]]})
    names = due_names(polyleaf)
    assert names.index("GB/samaritans") < names.index("ES/024")
    after = run(polyleaf, "--due")
    assert row(after, "GB/samaritans")[2] == "100"
    assert row(after, "GB/emergency")[2] == "99"
    assert row(after, "GB/shout")[2] == "0"


@pytest.mark.usefixtures("unprinted")
def test_a_sheet_that_was_printed_counts_for_the_records_on_it(
    project: Path, polyleaf: Run
) -> None:
    assert polyleaf("pdf", "es", "--region", "US", "--today", str(TODAY))[0] == 0
    table = run(polyleaf, "--due")
    counts = {name: row(table, name)[2] for name in due_names(polyleaf)}
    assert {name for name, sheets in counts.items() if sheets != "0"} == {
        "US/988-es",
        "US/emergency",
    }
    assert counts["US/988-es"] == "1"


@pytest.mark.parametrize(
    "content",
    [
        "",
        "{",
        "[]",
        "3",
        "{}",
        {"services": None},
        {"services": 3},
        {"services": [[]]},
        {"services": [3]},
        {"services": [["ZZ/gone", "", ""]]},
    ],
    ids=str,
)
def test_a_damaged_manifest_counts_for_nothing(
    project: Path, polyleaf: Run, content: object
) -> None:
    before = run(polyleaf, "--due")
    manifest(project, "ar/sheet", content)
    assert run(polyleaf, "--due") == before


def test_what_is_confirmed_leaves_the_list_and_returns_with_age(
    project: Path, polyleaf: Run
) -> None:
    everything = due_names(polyleaf)
    confirm(polyleaf, "GB/shout")
    assert due_names(polyleaf) == [name for name in everything if name != "GB/shout"]
    later = polyleaf("services", "--due", "--today", "2027-05-20")[1]
    assert row(later, "GB/shout")[1] == "181 days"


def test_when_nothing_is_due_the_list_says_so(project: Path, polyleaf: Run) -> None:
    for file in (project / "source/regions").glob("*.toml"):
        if file.stem != "TR":
            file.unlink()
    assert due_names(polyleaf) == ["TR/emergency"]
    confirm(polyleaf, "TR/emergency")
    assert run(polyleaf, "--due") == "every record is confirmed\n"


# The document


def document(polyleaf: Run) -> str:
    return run(polyleaf, "--markdown")


@pytest.mark.usefixtures("all_regions")
def test_the_document_in_docs_is_up_to_date(project: Path, polyleaf: Run) -> None:
    written = (ROOT / "docs/regions.md").read_text(encoding="utf-8")
    assert document(polyleaf) == written, "run make regions"


def test_the_document_is_the_same_on_every_day(project: Path, polyleaf: Run) -> None:
    later = polyleaf("services", "--markdown", "--today", "2031-01-01")[1]
    assert later == document(polyleaf)


@pytest.mark.usefixtures("all_regions")
def test_the_document_names_every_record_and_the_fallback_last(
    project: Path, polyleaf: Run
) -> None:
    text = document(polyleaf)
    headings = re.findall(r"^## (\S+) · ", text, re.MULTILINE)
    assert headings == [*CODES[1:], CODES[0]]
    folder = Project.at(ROOT)
    names = [
        f"{code}/{record.id}"
        for code in headings
        for region in [folder.region(code)[0]]
        if region
        for record in region.records
    ]
    assert re.findall(r"^\| ☐ \| `(\S+)` \|", text, re.MULTILINE) == names


def test_the_document_says_of_a_record_what_to_read_and_ask_on_the_telephone() -> None:
    rows = [line for line in tables.document([FULL]).splitlines() if line.startswith("| ☐")]
    assert rows == [
        "| ☐ | `GB/first` | **Y Llinell / The Line**: call 116 123, then press 2; "
        "for young and parents | always (held, not printed: claimed by one list) | cy, en "
        "| 2 sources, 2026-10-14, agreement high | Ask for \\| the hours. "
        "text 85258, send SHOUT (en): unsure. hours: claimed by one list. "
        "never print 116 123, then 3: it has ended. replaces 08457 90 90 90: still forwards. "
        "One list differs. |",
        "| ☐ | `GB/second` | **The Line**: call 116 123 | always | en "
        "| 1 source, 2023-05-03, agreement low |  |",
        "| ☐ | `GB/emergency` | **emergency**: 999, 112 |  |  | 1 source, 2026-11-06 "
        "| Ask of 939. 939: the fire service. |",
    ]
    assert "\nNever print 182: it books appointments\n" in tables.document([FULL])
    assert "\nNo service on record. None is known.\n" in tables.document([made()])


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('number = "988"', 'number = "989"'),
        ('press = "2"', 'press = "4"'),
        ('en = "HOME"', 'en = "HELP"'),
        ('hours = "always"\n', ""),
        ('held = "', 'held = "because '),
        ('caution = "', 'caution = "Ask. '),
        ('why = "', 'why = "because '),
        ('numbers = ["911"]', 'numbers = ["112"]'),
        ('id = "988"', 'id = "nine-eight-eight"'),
        ('agreement = "high"', 'agreement = "low"'),
    ],
)
def test_a_change_of_a_region_makes_the_document_out_of_date(
    project: Path, polyleaf: Run, old: str, new: str
) -> None:
    before = document(polyleaf)
    replace(project / "source/regions/US.toml", old, new)
    assert document(polyleaf) != before


@pytest.mark.parametrize(
    "fields", [{"free": True}, {"audience": ["young"]}], ids=lambda fields: next(iter(fields))
)
def test_all_that_a_sheet_says_of_a_service_stands_in_the_document(fields: dict[str, Any]) -> None:
    assert tables.document([made(service(**fields))]) != tables.document([made(service())])


@pytest.mark.parametrize("name", ["US/988-es", "US/emergency"])
def test_a_confirmation_is_a_tick_until_the_record_is_changed(
    project: Path, polyleaf: Run, name: str
) -> None:
    confirm(polyleaf, name)
    ticked = re.findall(r"^\| ✓ \| `(\S+)` \|", document(polyleaf), re.MULTILINE)
    assert ticked == [name]
    old = 'press = "2"' if name == "US/988-es" else 'numbers = ["911"]'
    new = 'press = "4"' if name == "US/988-es" else 'numbers = ["112"]'
    replace(project / "source/regions/US.toml", old, new)
    assert "| ✓ | `" not in document(polyleaf)


def test_every_row_of_the_document_has_as_many_cells_as_its_heading(
    project: Path, polyleaf: Run
) -> None:
    text = tables.document([FULL]) + document(polyleaf)
    rows = [line for line in text.splitlines() if line.startswith("|")]
    assert {len(re.findall(r"(?<!\\)\|", line)) for line in rows} == {8}


def test_a_text_of_several_lines_stays_in_its_row() -> None:
    text = tables.document([made(service(caution="Ask for the hours.\nAsk for the price."))])
    row_of = next(line for line in text.splitlines() if "`GB/line`" in line)
    assert "Ask for the price." in row_of
