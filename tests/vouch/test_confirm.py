"""Writing down that a person has checked a record, and what voids it."""

import difflib
import re
import time
import tomllib
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from pipeline.check.confirmation import footing
from pipeline.project import Project
from pipeline.project.disk import write_files
from pipeline.records.region import confirmation_seal
from pipeline.vouch.confirm import confirm, find_record
from tests.conftest import replace
from tests.terminal import on_terminal

Run = Callable[..., tuple[int, str, str]]

TODAY = date(2026, 11, 23)

ASKED = "asked its office"

SMALL = """\
# Nowhere in particular.
code = "US"   # for its plan of numbers
paper     =   "letter"
languages = ["en"]

  [emergency]
  numbers = [ "911",   # the one
              "112" ]
  source_date = 2026-11-06
  [[emergency.sources]]
  title = 'a "list"'
  kind = "dataset"

# The first line.
[[services]]
names = { en = "The Line", es = "La línea" }   # id comes later
id = "line"
languages = ["en"]
hours = "always"
agreement = "low"
ways = [
    { kind = "call", number = "988", press = "2" },   # daily
    { kind = "text", number = "741741", keywords = { en = "HOME" }, held = "unsure" },
]
[[services.never]]
number = "988"
press = "3"
why = "It has ended."
[[services.sources]]
title = "a paper"
kind = "press"


# The second line.
[[services]]
id = "other"
names = { en = "Other" }
languages = ["en"]
agreement = "low"
source_date = 2026-06-02

[[services.ways]]
kind = "call"
number = "211"

[[services.sources]]
title = "a list"
kind = "dataset"

# The end.
"""
"""A region laid out as no program would lay it out."""


def give(polyleaf: Run, name: str, *options: str) -> tuple[int, str, str]:
    words = {"--by": "Ana Pérez", "--how": "asked its office", "--today": str(TODAY)}
    words.update(zip(options[::2], options[1::2], strict=True))
    return polyleaf("confirm", name, *(part for pair in words.items() for part in pair))


def file_of(project: Path, code: str) -> Path:
    return project / f"source/regions/{code}.toml"


def added_lines(before: str, after: str) -> list[str]:
    """List the lines that were added; a line that was taken away is an error."""
    changes = list(difflib.ndiff(before.splitlines(True), after.splitlines(True)))
    assert [line for line in changes if line.startswith("- ")] == []
    return [line[2:].strip() for line in changes if line.startswith("+ ")]


def block(table: str, record: str, by: str = "Ana Pérez", on: date = TODAY) -> list[str]:
    return [
        f"[{table}.confirmed]",
        f'by = "{by}"',
        'how = "asked its office"',
        f"on = {on}",
        'record = "' + confirmation_seal(record, by, "asked its office", on) + '"',
    ]


def stands(project: Path, name: str) -> str:
    region, record = find_record(Project.at(project), name)
    one = footing(region, record, TODAY)
    if one.is_void:
        return "void"
    return "holds" if one.confirmed else "none"


def digest(project: Path, name: str) -> str:
    return find_record(Project.at(project), name)[1].digest


# What is written


@pytest.mark.parametrize(
    ("name", "table"),
    [
        ("US/988", "services"),
        ("US/988-es", "services"),
        ("US/crisis-text-line", "services"),
        ("US/emergency", "emergency"),
        ("TR/emergency", "emergency"),
        ("CA-QC/1-866-appelle", "services"),
    ],
)
def test_only_the_block_of_one_record_is_written(
    project: Path, polyleaf: Run, name: str, table: str
) -> None:
    file = file_of(project, name.partition("/")[0])
    before = file.read_bytes().decode()
    others = {other: other.read_bytes() for other in project.rglob("*.*") if other != file}
    status, out, _ = give(polyleaf, name)
    assert (status, out) == (0, f"source/regions/{file.name}\n")
    added = added_lines(before, file.read_bytes().decode())
    assert list(filter(None, added)) == block(table, digest(project, name))
    assert stands(project, name) == "holds"
    assert {other: other.read_bytes() for other in project.rglob("*.*") if other != file} == others


@pytest.mark.parametrize("name", ["US/line", "US/other", "US/emergency"])
def test_comments_and_layout_are_kept(project: Path, polyleaf: Run, name: str) -> None:
    file = file_of(project, "US")
    file.write_text(SMALL, encoding="utf-8")
    assert give(polyleaf, name)[0] == 0
    added = added_lines(SMALL, file.read_bytes().decode())
    table = "emergency" if name == "US/emergency" else "services"
    assert list(filter(None, added)) == block(table, digest(project, name))
    assert stands(project, name) == "holds"


def test_every_shipped_record_can_be_confirmed_and_voids_no_other(project: Path) -> None:
    folder = Project.at(project)
    for code in folder.region_codes():
        region, _ = folder.region(code)
        assert region
        file = file_of(project, code)
        before = file.read_bytes().decode()
        for record in region.records:
            confirm(
                folder,
                f"{code}/{record.id}",
                by="Ana Pérez",
                how="asked its office",
                on=TODAY,
                today=TODAY,
            )
        added = added_lines(before, file.read_bytes().decode())
        assert len(list(filter(None, added))) == 5 * len(region.records)
        for record in region.records:
            assert stands(project, f"{code}/{record.id}") == "holds"


def test_a_comment_stays_over_the_service_that_it_speaks_of(project: Path, polyleaf: Run) -> None:
    file = file_of(project, "US")
    file.write_text(SMALL, encoding="utf-8")
    give(polyleaf, "US/line")
    assert "# The second line.\n[[services]]\n" in file.read_text(encoding="utf-8")


def test_line_ends_are_kept(project: Path, polyleaf: Run) -> None:
    file = file_of(project, "US")
    file.write_bytes(SMALL.replace("\n", "\r\n").encode())
    assert give(polyleaf, "US/line")[0] == 0
    assert file.read_bytes().count(b"\r\n") >= SMALL.count("\n")


def test_a_file_with_a_byte_order_mark_can_be_confirmed(project: Path, polyleaf: Run) -> None:
    file = file_of(project, "US")
    file.write_bytes(b"\xef\xbb\xbf" + SMALL.encode())
    assert give(polyleaf, "US/line")[0] == 0


def test_blanks_around_an_id_do_not_keep_it_from_being_confirmed(
    project: Path, polyleaf: Run
) -> None:
    file = file_of(project, "US")
    file.write_text(SMALL.replace('id = "line"', 'id = " line "'), encoding="utf-8")
    assert give(polyleaf, "US/line")[0] == 0


def test_a_layout_that_cannot_be_added_to_is_told_what_to_write_by_hand(
    project: Path, polyleaf: Run
) -> None:
    file = file_of(project, "US")
    start, rest = SMALL.split("  [emergency]", 1)
    services = rest[rest.index("# The first line.") :]
    text = f'{start}emergency = {{ numbers = ["911"] }}\n\n{services}'
    file.write_text(text, encoding="utf-8")
    status, _, err = give(polyleaf, "US/emergency")
    assert (status, file.read_text(encoding="utf-8")) == (2, text)
    assert f'confirmed = {{ by = "Ana Pérez", how = "asked its office", on = {TODAY}' in err
    assert re.search(r'record = "[0-9a-f]{64}"', err)


@pytest.mark.parametrize(
    "who", ['Ana "Anita" Pérez', r"C:\Ana", "أنا بيريز", "O’Brien, RN", "Ana = Bo # no comment"]
)
def test_a_name_is_written_as_it_is(project: Path, polyleaf: Run, who: str) -> None:
    assert (
        give(polyleaf, "US/988", "--by", f" {who} ", "--how", " wrote, then asked its office ")[0]
        == 0
    )
    confirmed = services_of(project)[0]["confirmed"]
    assert (confirmed["by"], confirmed["how"]) == (who, "wrote, then asked its office")


def services_of(project: Path, code: str = "US") -> list[dict[str, Any]]:
    data = tomllib.loads(file_of(project, code).read_text(encoding="utf-8"))
    return list(data["services"])


def test_the_block_stands_with_the_record_that_was_named(project: Path, polyleaf: Run) -> None:
    give(polyleaf, "US/988-es")
    assert ["confirmed" in service for service in services_of(project)] == [False, True, False]


def test_the_day_is_today_or_the_one_that_is_given(project: Path, polyleaf: Run) -> None:
    give(polyleaf, "US/988")
    assert services_of(project)[0]["confirmed"]["on"] == TODAY
    give(polyleaf, "US/988", "--on", "2026-11-20")
    assert services_of(project)[0]["confirmed"]["on"] == date(2026, 11, 20)


def test_what_was_confirmed_is_shown(project: Path, polyleaf: Run) -> None:
    _, _, err = give(polyleaf, "US/988", "--on", "2026-11-20")
    assert "confirmed by Ana Pérez on 2026-11-20, 3 days ago (asked its office)" in err
    assert "call 988" in err


def test_check_reports_a_confirmed_record_no_more(project: Path, polyleaf: Run) -> None:
    assert "US/988: " in polyleaf("check", "--today", str(TODAY))[1]
    give(polyleaf, "US/988")
    status, out, _ = polyleaf("check", "--today", str(TODAY))
    assert status == 0
    assert "US/988: " not in out
    assert "US/988-es: " in out
    replace(file_of(project, "US"), 'number = "988"', 'number = "98 8"')
    assert "SVC011: US/988: " in polyleaf("check", "--today", str(TODAY))[1]


# An earlier confirmation


@pytest.mark.parametrize("name", ["US/988", "US/crisis-text-line", "US/emergency"])
def test_an_earlier_confirmation_is_replaced(project: Path, polyleaf: Run, name: str) -> None:
    give(polyleaf, name, "--by", "Bo Li", "--on", "2026-11-20")
    earlier = file_of(project, "US").read_text(encoding="utf-8")
    give(polyleaf, name)
    text = file_of(project, "US").read_text(encoding="utf-8")
    seals = [re.findall(r'^record = "(\w+)"$', one, re.MULTILINE) for one in (earlier, text)]
    earlier = earlier.replace("Bo Li", "Ana Pérez").replace("2026-11-20", str(TODAY))
    assert text == earlier.replace(seals[0][0], seals[1][0])
    assert seals[0] != seals[1]
    assert stands(project, name) == "holds"
    assert text.count(".confirmed]") == 1


def test_the_same_confirmation_again_changes_nothing(project: Path, polyleaf: Run) -> None:
    give(polyleaf, "US/988")
    once = file_of(project, "US").read_bytes()
    give(polyleaf, "US/988")
    assert file_of(project, "US").read_bytes() == once


def test_a_void_confirmation_is_replaced_by_one_that_holds(project: Path, polyleaf: Run) -> None:
    give(polyleaf, "US/988")
    replace(file_of(project, "US"), 'number = "988"', 'number = "98 8"')
    assert stands(project, "US/988") == "void"
    give(polyleaf, "US/988")
    assert stands(project, "US/988") == "holds"


def test_one_that_was_written_by_hand_in_one_line_is_replaced(project: Path, polyleaf: Run) -> None:
    file = file_of(project, "US")
    by_hand = f'confirmed = {{ by = "Bo", how = "mail", on = 2026-01-01, record = "{"0" * 64}" }}\n'
    file.write_text(SMALL.replace('id = "line"\n', f'id = "line"\n{by_hand}'), encoding="utf-8")
    assert stands(project, "US/line") == "void"
    assert give(polyleaf, "US/line")[0] == 0
    added = added_lines(SMALL, file.read_text(encoding="utf-8"))
    assert list(filter(None, added)) == block("services", digest(project, "US/line"))


@pytest.mark.parametrize("name", ["US/line", "US/emergency"])
def test_a_comment_after_an_earlier_confirmation_is_kept(
    project: Path, polyleaf: Run, name: str
) -> None:
    table = "emergency" if name == "US/emergency" else "services"
    earlier = "\n".join(block(table, "0" * 64, by="Bo Li"))
    before = "# The first line." if table == "emergency" else "# The second line."
    file = file_of(project, "US")
    file.write_text(SMALL.replace(before, f"{earlier}\n\n{before}"), encoding="utf-8")
    assert give(polyleaf, name)[0] == 0
    added = added_lines(SMALL, file.read_text(encoding="utf-8"))
    assert list(filter(None, added)) == block(table, digest(project, name))


# What is refused


@pytest.mark.parametrize(
    ("name", "options", "said"),
    [
        ("US/999", (), "unknown record 'US/999'; known: US/line US/other US/emergency"),
        ("US/", (), "names no record"),
        ("US", (), "names no record"),
        ("/line", (), "unknown region ''"),
        ("XX/line", (), "unknown region 'XX'"),
        ("../US/line", (), "unknown region '..'"),
        ("TR/line", (), "known: TR/emergency"),
        ("001/emergency", (), "unknown record '001/emergency'"),
        ("US/line", ("--by", ""), "--by ''"),
        ("US/line", ("--by", "   "), "--by '   '"),
        ("US/line", ("--by", "A"), "--by 'A'"),
        ("US/line", ("--by", "Ana\u202ePérez"), r"--by 'Ana\u202ePérez'"),
        ("US/line", ("--by", "?!"), "--by '?!'"),
        ("US/line", ("--by", "YOUR NAME"), "--by 'YOUR NAME' is an example, not a name"),
        ("US/line", ("--by", "the nurse"), "--by 'the nurse' is what somebody is, not who"),
        ("US/line", ("--how", "…"), "--how '…' says nothing"),
        ("US/line", ("--how", "ok, checked"), "--how 'ok, checked' says nothing"),
        ("US/line", ("--how", "called it"), "nobody calls a crisis line to check it: ask the off"),
        ("US/emergency", ("--how", "I rang 911"), "nobody calls an emergency number to check it"),
        ("US/line", ("--how", ""), "--how ''"),
        ("US/line", ("--how", "\t\t\t"), "--how"),
        ("US/line", ("--on", "2026-11-24"), "2026-11-24, which is still to come"),
        ("US/other", ("--on", "2026-06-01"), "a source of 2026-06-02, which is newer"),
        ("US/emergency", ("--on", "2026-11-05"), "a source of 2026-11-06, which is newer"),
    ],
)
def test_a_confirmation_that_cannot_be_is_refused(
    project: Path, polyleaf: Run, name: str, options: tuple[str, ...], said: str
) -> None:
    file_of(project, "US").write_text(SMALL, encoding="utf-8")
    before = {file: file.read_bytes() for file in project.rglob("*.toml")}
    status, out, err = give(polyleaf, name, *options)
    assert (status, out) == (2, "")
    assert said in err
    assert {file: file.read_bytes() for file in project.rglob("*.toml")} == before


@pytest.mark.parametrize("option", ["--by", "--how"])
def test_who_and_how_must_be_said(project: Path, polyleaf: Run, option: str) -> None:
    words = {"--by": "Ana Pérez", "--how": "asked its office", "--today": str(TODAY)}
    del words[option]
    said = (part for pair in words.items() for part in pair)
    status, out, err = polyleaf("confirm", "US/988", *said)
    assert (status, out) == (2, "")
    assert f"confirm needs {option};" in err


def test_a_region_with_a_fault_is_to_be_mended_first(project: Path, polyleaf: Run) -> None:
    file = file_of(project, "US")
    replace(file, 'paper = "letter"', 'paper = "legal"')
    before = file.read_bytes()
    status, _, err = give(polyleaf, "US/988")
    assert status == 2
    assert "source/regions/US.toml: paper: 'legal' is unknown" in err
    assert file.read_bytes() == before


def test_a_region_that_contradicts_itself_is_to_be_mended_first(
    project: Path, polyleaf: Run
) -> None:
    file = file_of(project, "US")
    replace(file, 'number = "741741"', 'number = "+1 741741"')
    before = file.read_bytes()
    status, out, err = give(polyleaf, "US/988")
    assert (status, out) == (2, "")
    assert "source/regions/US.toml: services[2].ways[" in err
    assert "mend it first" in err
    assert file.read_bytes() == before
    assert give(polyleaf, "GB/samaritans")[0] == 0


def test_a_doubt_about_a_region_does_not_keep_it_from_being_confirmed(
    project: Path, polyleaf: Run
) -> None:
    file = file_of(project, "US")
    text = file.read_text(encoding="utf-8")
    start, end = text.index("[[emergency.sources]]"), text.index("[[services]]")
    file.write_text(text[:start] + text[end:], encoding="utf-8")
    assert "SVC009" in polyleaf("check", "--today", str(TODAY))[1]
    assert give(polyleaf, "US/emergency")[0] == 0


def test_the_day_of_the_source_itself_is_not_too_early(project: Path, polyleaf: Run) -> None:
    file_of(project, "US").write_text(SMALL, encoding="utf-8")
    assert give(polyleaf, "US/other", "--on", "2026-06-02")[0] == 0


# Who else writes, and how


def test_confirmations_given_at_once_are_all_kept(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slowly(root: Path, files: Mapping[Path, bytes]) -> None:
        time.sleep(0.05)
        write_files(root, files)

    monkeypatch.setattr("pipeline.vouch.confirm.write_files", slowly)
    folder = Project.at(project)
    names = [
        f"{code}/{record.id}"
        for code in ("US", "GB")
        for region in [folder.region(code)[0]]
        if region
        for record in region.records
    ]
    assert len(names) > 5
    with ThreadPoolExecutor(len(names)) as pool:
        given = [
            pool.submit(confirm, folder, name, by="Ana Pérez", how=ASKED, on=TODAY, today=TODAY)
            for name in names
        ]
    assert all(one.result() for one in given)
    assert {name: stands(project, name) for name in names} == dict.fromkeys(names, "holds")


@pytest.mark.parametrize("mode", [0o600, 0o664, 0o640])
def test_who_may_read_the_file_stays_the_same(project: Path, polyleaf: Run, mode: int) -> None:
    file = file_of(project, "US")
    file.chmod(mode)
    assert give(polyleaf, "US/988")[0] == 0
    assert file.stat().st_mode & 0o777 == mode


def in_ascii(project: Path, *words: str | bytes) -> tuple[int, str, str]:
    """Run a command as on a terminal that shows ASCII alone."""
    command, *rest = words
    return on_terminal(command, "--project", project, *rest, encoding="ascii")


@pytest.mark.parametrize("option", ["--by", "--how"])
def test_bytes_that_are_no_text_are_one_clear_line(project: Path, option: str) -> None:
    said: dict[str, str | bytes] = {
        "--by": "Ana Pérez",
        "--how": "asked its office",
        option: b"Ana \xff\xfe",
    }
    words = [part for pair in said.items() for part in pair]
    status, out, err = in_ascii(project, "confirm", "US/988", *words, "--today", str(TODAY))
    assert (status, out) == (2, "")
    wrong = {"--by": "is not a name", "--how": "says nothing"}[option]
    assert re.fullmatch(rf"polyleaf: {option} 'Ana \\udcff\\udcfe' {wrong}.*\n", err)


def test_a_terminal_that_shows_ascii_alone_is_no_traceback(project: Path) -> None:
    words = ("--by", "Ana Pérez", "--how", "llamó a Léa", "--today", str(TODAY))
    status, out, err = in_ascii(project, "confirm", "CA-QC/1-866-appelle", *words)
    assert (status, out) == (0, f"{project}/source/regions/CA-QC.toml\n")
    assert r"confirmed by Ana P\xe9rez on" in err
    assert services_of(project, "CA-QC")[0]["confirmed"]["by"] == "Ana Pérez"
    status, out, err = in_ascii(project, "services", "CA-QC", "--today", str(TODAY))
    assert (status, err) == (0, "")
    assert r"Ana P\xe9rez" in out


# What voids it


@pytest.mark.parametrize("name", ["US/line", "US/emergency"])
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('by = "Ana Pérez"', 'by = "Bo Li"'),
        ('how = "asked its office"', 'how = "read it"'),
        (f"on = {TODAY}", "on = 2026-11-22"),
    ],
)
def test_a_confirmation_edited_by_hand_is_void(
    project: Path, polyleaf: Run, name: str, old: str, new: str
) -> None:
    file_of(project, "US").write_text(SMALL, encoding="utf-8")
    give(polyleaf, name)
    replace(file_of(project, "US"), old, new)
    assert stands(project, name) == "void"
    assert f"SVC011: {name}: " in polyleaf("check", "--today", str(TODAY))[1]


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("US/line", 'number = "988", p', 'number = "989", p'),
        ("US/line", 'number = "988", p', 'number = "98 8", p'),
        ("US/line", 'press = "2"', 'press = "4"'),
        ("US/line", 'press = "3"', 'press = "4"'),
        ("US/line", 'en = "HOME"', 'en = "HELLO"'),
        ("US/line", 'held = "unsure"', 'held = "no source confirms it"'),
        ("US/line", ', held = "unsure"', ""),
        ("US/line", 'hours = "always"\n', ""),
        ("US/line", 'hours = "always"', 'hours = "always"\nhours_held = "unsure"'),
        ("US/line", 'title = "a paper"', 'title = "another paper"'),
        ("US/line", 'kind = "press"', 'kind = "operator"'),
        ("US/line", 'agreement = "low"', 'agreement = "high"'),
        ("US/line", 'languages = ["en"]\nhours', 'languages = ["en", "es"]\nhours'),
        ("US/other", "source_date = 2026-06-02", "source_date = 2026-06-03"),
        ("US/other", "source_date = 2026-06-02\n", ""),
        ("US/emergency", '"112" ]', '"112", "999" ]'),
        ("US/emergency", '"list"', '"book"'),
        ("US/emergency", "source_date = 2026-11-06", "source_date = 2026-11-07"),
    ],
)
def test_a_change_after_confirming_voids_it(
    project: Path, polyleaf: Run, name: str, old: str, new: str
) -> None:
    file_of(project, "US").write_text(SMALL, encoding="utf-8")
    give(polyleaf, name)
    assert stands(project, name) == "holds"
    replace(file_of(project, "US"), old, new)
    assert stands(project, name) == "void"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('id = "line"\n', '# checked twice\nid = "line"   # really\n\n\n'),
        ('id = "line"\nlanguages = ["en"]\n', 'languages = [ "en", ]\n   id   =   "line"\n'),
        ('id = "line"', "id = 'line'"),
        ('number = "988", p', r'number = "\u0039\u0038\u0038", p'),
        ('number = "211"', 'number = "311"'),
        ('"112" ]', '"112", "999" ]'),
        ('paper     =   "letter"', 'paper = "a4"'),
        (
            '[[services.never]]\nnumber = "988"\npress = "3"\nwhy = "It has ended."\n',
            'never = [{ why = "It has ended.", press = "3", number = "988" }]\n',
        ),
        (
            'names = { en = "The Line", es = "La línea" }',
            'names.en = "The Line"\nnames.es = "La línea"',
        ),
    ],
    ids=[
        "comments",
        "order",
        "quotes",
        "escapes",
        "another service",
        "emergency",
        "paper",
        "inline",
        "dotted",
    ],
)
def test_layout_comments_and_other_records_void_nothing(
    project: Path, polyleaf: Run, old: str, new: str
) -> None:
    file = file_of(project, "US")
    file.write_text(SMALL, encoding="utf-8")
    give(polyleaf, "US/line")
    replace(file, old, new)
    assert stands(project, "US/line") == "holds"


def test_windows_line_ends_void_nothing(project: Path, polyleaf: Run) -> None:
    give(polyleaf, "US/988")
    file = file_of(project, "US")
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert stands(project, "US/988") == "holds"


def test_a_block_that_is_taken_out_leaves_the_record_unconfirmed(
    project: Path, polyleaf: Run
) -> None:
    give(polyleaf, "US/988")
    replace(file_of(project, "US"), block_of(project), "")
    assert stands(project, "US/988") == "none"


def block_of(project: Path, code: str = "US") -> str:
    text = file_of(project, code).read_text(encoding="utf-8")
    found = re.search(r"\[\w+\.confirmed\]\n(\w+ = .+\n){4}", text)
    assert found
    return found[0]


# A copy confirms nothing else


def test_a_block_copied_to_another_service_does_not_confirm_that_one(
    project: Path, polyleaf: Run
) -> None:
    give(polyleaf, "US/crisis-text-line")
    copied = block_of(project)
    replace(
        file_of(project, "US"),
        '[[services]]\nid = "988-es"',
        f'{copied}\n[[services]]\nid = "988-es"',
    )
    assert stands(project, "US/988") == "void"
    assert stands(project, "US/crisis-text-line") == "holds"


def test_a_block_of_emergency_numbers_does_not_confirm_a_service(
    project: Path, polyleaf: Run
) -> None:
    give(polyleaf, "US/emergency")
    copied = block_of(project).replace("[emergency.", "[services.")
    file = file_of(project, "US")
    file.write_text(f"{file.read_text(encoding='utf-8')}\n{copied}", encoding="utf-8")
    assert stands(project, "US/crisis-text-line") == "void"


def test_a_service_copied_under_another_name_is_not_confirmed(project: Path, polyleaf: Run) -> None:
    file = file_of(project, "US")
    file.write_text(SMALL, encoding="utf-8")
    give(polyleaf, "US/other")
    text = file.read_text(encoding="utf-8")
    own = text[text.index('[[services]]\nid = "other"') :]
    copied = own.replace('id = "other"', 'id = "third"')
    file.write_text(f"{text}\n{copied}", encoding="utf-8")
    assert stands(project, "US/other") == "holds"
    assert stands(project, "US/third") == "void"


def test_a_region_copied_for_another_is_not_confirmed(project: Path, polyleaf: Run) -> None:
    give(polyleaf, "GB/samaritans")
    give(polyleaf, "GB/emergency")
    text = file_of(project, "GB").read_text(encoding="utf-8")
    copied = text.replace('code = "GB"', 'code = "IM"')
    file_of(project, "IM").write_text(copied, encoding="utf-8")
    assert [stands(project, name) for name in ("GB/samaritans", "GB/emergency")] == ["holds"] * 2
    assert [stands(project, name) for name in ("IM/samaritans", "IM/emergency")] == ["void"] * 2
