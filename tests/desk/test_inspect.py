"""What ``polyleaf inspect`` says of a file: good only where it may be handed out."""

import json
import re
import shutil
import signal
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from pipeline.cli import main
from pipeline.typeset.seal import is_sealed
from tests.conftest import leave_small_article, replace
from tests.copies import copy_project
from tests.desk.forging import saved
from tests.sheets import Printed, printed

Run = Callable[..., tuple[int, str, str]]

TODAY = ("--today", "2026-11-23")
PDF = "build/en/sleep-handout-en-US.pdf"
RECORDS = ("US/988", "US/crisis-text-line", "US/emergency")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with one small article and its approved English sheet."""
    project = tmp_path_factory.mktemp("built")
    copy_project(project)
    leave_small_article(project)
    where = ("--project", str(project))
    for record in RECORDS:
        words = ("--by", "Ben Adams", "--how", "asked its office")
        assert main(["confirm", *where, record, *words, *TODAY]) == 0
    who = ("--role", "editor", "--by", "Eva Ruiz", "--named")
    assert main(["approve", *where, "en", *who, *TODAY]) == 0
    assert main(["pdf", *where, "en", "--approved", *TODAY]) == 0
    return project


@pytest.fixture(scope="module")
def sheet(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Printed:
    return printed("en", "US", tmp_path_factory.mktemp("fonts"), root=built)


@pytest.fixture
def project(built: Path, tmp_path: Path) -> Path:
    shutil.copytree(built, tmp_path, dirs_exist_ok=True)
    return tmp_path


def record_of(pdf: bytes) -> dict[str, Any]:
    with pikepdf.open(BytesIO(pdf)) as document:
        return dict(json.loads(str(document.docinfo["/polyleaf"])))


def bearing(record: str | None) -> bytes:
    """Return an empty page with a record."""
    with pikepdf.new() as document:
        document.add_blank_page()
        if record is not None:
            document.docinfo["/polyleaf"] = record
        return saved(document)


@pytest.fixture
def inspect(project: Path, polyleaf: Run) -> Callable[..., tuple[int, dict[str, list[str]], str]]:
    """Inspect the sheet, or other bytes in its place; returns status, rows by word, and errors."""

    def run(pdf: bytes | None = None) -> tuple[int, dict[str, list[str]], str]:
        file = project / PDF
        if pdf is not None:
            file.write_bytes(pdf)
        status, out, err = polyleaf("inspect", str(file), *TODAY)
        rows: dict[str, list[str]] = {"findings": []}
        for line in out.splitlines():
            word, gap, text = line.removeprefix("    ").partition("  ")
            if line.startswith("    ") and gap and not word.endswith(":"):
                rows.setdefault(word, []).append(text.strip())
            else:
                rows["findings"].append(line)
        return status, rows, err

    return run


Inspect = Callable[..., tuple[int, dict[str, list[str]], str]]


def told(rows: dict[str, list[str]], word: str) -> str:
    return "\n".join(rows[word])


def test_a_sheet_as_it_left_the_press_is_good(project: Path, inspect: Inspect) -> None:
    status, rows, err = inspect()
    assert (status, err) == (0, "")
    said = record_of((project / PDF).read_bytes())
    assert rows["article"] == [f"sleep 1.0, revision {said['revision']}"]
    assert rows["language"] == ["English (en)"]
    assert rows["made for"] == ["US"]
    assert rows["calls itself"] == ["approved"]
    assert rows["approval"][0].startswith("editor: Eva Ruiz, 2026-11-23, of the wording ")
    assert rows["altered"] == ["no: it is as it left the press"]
    assert rows["withdrawn"] == ["no"]
    assert len(rows["record"]) == len(RECORDS)
    for name, line in zip(RECORDS, rows["record"], strict=True):
        assert line.startswith(f"{name} ")
        assert line.endswith(", confirmed on 2026-11-23: unchanged")
    assert told(rows, "current").startswith("yes")
    assert told(rows, "paper").startswith("all ")
    assert rows["rebuilt"] == ["the same file, byte for byte"]


def test_a_proof_is_good_as_a_proof(project: Path, polyleaf: Run) -> None:
    words = ("--clinic", "riverside", "--region", "intl", "--paper", "a4")
    status, out, _ = polyleaf("pdf", "en", *words, *TODAY)
    assert status == 0
    status, out, _ = polyleaf("inspect", str(project / out.strip()), *TODAY)
    assert status == 0
    assert "no region, for the clinic riverside" in out
    assert "handout on a4" in out
    assert "calls itself  proof" in out
    assert "001/find-a-helpline" in out
    verdict = "verdict       may be handed out to reviewers, NOT to patients: it is a proof"
    assert out.splitlines()[1].strip() == verdict
    assert re.search(
        r"^    lacks +001/find-a-helpline: no person has confirmed it$", out, re.MULTILINE
    )
    asked = "pdf en --article sleep --region intl --clinic riverside --approved"
    assert f"{asked}' says how to mend each" in re.sub(" --project [^']*", "", out)
    newest = polyleaf("inspect", "en", "--clinic", "riverside", *TODAY)[1]
    assert newest.splitlines()[1:] == out.splitlines()[1:], "the newest by its language"


@pytest.mark.exhaustive
def test_a_notice_asks_nobody_to_confirm_what_it_does_not_print(
    project: Path, polyleaf: Run
) -> None:
    notice = ("--edition", "notice", "--proofs", "--region", "GB")
    _, out, err = polyleaf("pdf", *notice, "--today", "2026-11-23")
    assert out, err
    status, out, err = polyleaf("inspect", str(project / out.strip()), "--today", "2026-11-23")
    assert (status, err) == (0, "")
    assert "NOT to patients: it is a proof" in out
    assert "confirmed" not in out
    polyleaf("pdf", "en", *notice[3:], "--today", "2026-11-23")
    out = polyleaf("inspect", "en", "--edition", "handout", "--today", "2026-11-23")[1]
    assert "lacks         GB/samaritans: no person has confirmed it" in out


def test_a_proof_of_a_region_says_how_to_mend_it_by_the_regions_code(
    project: Path, polyleaf: Run
) -> None:
    made = polyleaf("pdf", "en", "--region", "GB", *TODAY)[1].strip()
    out = polyleaf("inspect", str(project / made), *TODAY)[1]
    (asked,) = re.findall(r"^    next +'(.*)' says how to mend each$", out, re.MULTILINE)
    words = "pdf en --article sleep --region GB --approved"
    assert asked.split(" --project ")[0].endswith(words)


@pytest.mark.exhaustive
def test_a_proof_of_the_working_text_says_how_to_mend_that_text(
    project: Path, polyleaf: Run
) -> None:
    status, _, err = polyleaf("release", "sleep", "1.0", *TODAY)
    assert status == 0, err
    article = project / "source/sleep.md"
    replace(article, 'version: "1.0"', 'version: "1.1"')
    replace(article, "often go together", "often come together")
    made = polyleaf("pdf", "en", "--working", *TODAY)[1].strip()
    out = polyleaf("inspect", str(project / made), *TODAY)[1]
    (asked,) = re.findall(r"^    next +'(.*)' says how to mend each$", out, re.MULTILINE)
    assert asked.split(" --project ")[0].endswith("--region US --working --approved")


def test_a_proof_is_not_for_patients(project: Path, polyleaf: Run) -> None:
    approved = str(project / PDF)
    assert polyleaf("inspect", approved, "--approved", *TODAY)[0] == 0
    proof = str(project / polyleaf("pdf", "en", "--region", "intl", *TODAY)[1].strip())
    assert polyleaf("inspect", approved, proof, *TODAY)[0] == 0
    assert polyleaf("inspect", approved, proof, "--approved", *TODAY)[0] == 1
    told = json.loads(polyleaf("inspect", approved, proof, "--json", *TODAY)[1])
    assert [one["to"] for one in told] == ["patients", "reviewers"]


def test_no_patient_gets_a_sheet_with_a_made_up_number(project: Path, polyleaf: Run) -> None:
    publisher = project / "source/publisher.toml"
    mended = publisher.read_text(encoding="utf-8")
    address = re.search(r'corrections = "(.*)"', mended)
    assert address
    left = mended.replace(address[1], "corrections@polyleaf.example")
    publisher.write_text(left.replace(f'name = "{name_of(mended)}"', 'name = "Polyleaf"'), "utf-8")
    proof = str(project / polyleaf("pdf", "en", *TODAY, "--region", "intl")[1].strip())
    _, out, _ = polyleaf("inspect", proof, *TODAY)
    assert re.search(r"^    made up +corrections: corrections@polyleaf.example", out, re.MULTILINE)
    status, out, _ = polyleaf("inspect", str(project / PDF), *TODAY)
    assert status == 1
    assert "may NOT be handed out: corrections: corrections@polyleaf.example is made up" in out


def name_of(publisher: str) -> str:
    found = re.search(r'^name = "(.*)"', publisher, re.MULTILINE)
    assert found
    return found[1]


def test_a_draft_is_never_good(project: Path, polyleaf: Run) -> None:
    status, out, _ = polyleaf("pdf", "en", "--draft", *TODAY)
    assert status == 0
    status, out, err = polyleaf("inspect", str(project / out.strip()), *TODAY)
    assert (status, err) == (1, "")
    assert re.search(r"^    calls itself +draft$", out, re.MULTILINE)
    assert re.search(r"^    current +yes", out, re.MULTILINE), "nothing else is wrong with it"
    assert re.search(r"^    rebuilt +the same file, byte for byte$", out, re.MULTILINE)


def test_where_a_sheet_lies_and_what_it_is_called_does_not_matter(
    project: Path, polyleaf: Run, tmp_path_factory: pytest.TempPathFactory
) -> None:
    copy = tmp_path_factory.mktemp("post") / "from the waiting room"
    shutil.copy(project / PDF, copy)
    assert polyleaf("inspect", str(copy), *TODAY)[0] == 0


# Not current


@pytest.mark.parametrize(
    ("file", "old", "new", "line"),
    [
        ("sleep.md", "often go together", "go together", "NO: the article's text is "),
        ("sleep.md", '"1.0"', '"1.1"', "NO: the article's version is 1.1 now, on this sheet 1.0"),
        ("sleep.md", "often go", "go", "NO: the standing is proof now, on this sheet approved"),
        (
            "regions/US.toml",
            'en = "HOME"',
            'en = "HELLO"',
            "NO: US/crisis-text-line would be printed diff",
        ),
        (
            "regions/US.toml",
            'numbers = ["911"]\nstated = ["911"]',
            'numbers = ["112"]\nstated = ["112"]',
            "NO: US/emergency would be printed differently",
        ),
        ("regions/US.toml", 'id = "988"', 'id = "nine"', "NO: US/988 would not be printed today"),
        ("publisher.toml", "corrections@", "errors@", "NO: something else on the page for United"),
        ("references.json", '"Beck"', '"Becker"', "NO: the standing is proof now"),
    ],
)
def test_a_sheet_of_other_texts_or_records_is_not_current(
    project: Path, inspect: Inspect, file: str, old: str, new: str, line: str
) -> None:
    replace(project / "source" / file, old, new, -1 if file.startswith("regions") else 1)
    status, rows, err = inspect()
    assert (status, err) == (1, "")
    assert line in told(rows, "current")
    assert "yes" not in told(rows, "current")
    assert rows["altered"] == ["no: it is as it left the press"]
    assert "rebuilt" not in rows


def test_a_sheet_whose_approval_is_gone_is_not_current(project: Path, inspect: Inspect) -> None:
    shutil.rmtree(project / "locales/en/approvals")
    status, rows, _ = inspect()
    assert status == 1
    assert "NO: the standing is proof now, on this sheet approved" in rows["current"]


def test_a_sheet_whose_confirmations_have_aged_is_not_current(project: Path, polyleaf: Run) -> None:
    status, out, _ = polyleaf("inspect", str(project / PDF), "--today", "2027-11-22")
    assert status == 1
    assert "NO: the standing is proof now" in out


def test_a_sheet_whose_article_is_past_its_review_is_not_current(
    project: Path, polyleaf: Run
) -> None:
    assert polyleaf("inspect", str(project / PDF), "--today", "2027-01-10")[0] == 0
    status, out, _ = polyleaf("inspect", str(project / PDF), "--today", "2027-01-11")
    assert status == 1
    assert "NO: the standing is proof now, on this sheet approved" in out


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ('en = "HOME"', 'en = "HELLO"', "US/crisis-text-line"),
        ('id = "988"', 'id = "nine"', "US/988"),
    ],
)
def test_each_record_on_the_sheet_is_compared(
    project: Path, inspect: Inspect, old: str, new: str, line: str
) -> None:
    replace(project / "source/regions/US.toml", old, new)
    rows = inspect()[1]
    for row in rows["record"]:
        changed = row.endswith((": CHANGED since this sheet was made", ": no longer on record"))
        assert changed == (row.split()[0].rstrip(",") == line)


@pytest.mark.parametrize(
    ("region", "old", "new"),
    [
        ("US", '"741741"', '"+1 741741"'),
        ("US", 'paper = "letter"', 'paper = "legal"'),
        ("001", 'kind = "web"\naddress', 'kind = "call"\nnumber = "1234567890123456"\n\n'
         '[[services.ways]]\nkind = "web"\naddress'),
    ],
)  # fmt: skip
def test_a_region_that_contradicts_itself_leaves_no_sheet_good(
    project: Path, inspect: Inspect, region: str, old: str, new: str
) -> None:
    replace(project / f"source/regions/{region}.toml", old, new)
    status, rows, err = inspect()
    assert (status, err) == (1, "")
    (current,) = rows["current"]
    assert current.startswith(f"cannot be said: source/regions/{region}.toml: ")


def test_an_article_with_a_fault_says_that_it_cannot_be_said(
    project: Path, inspect: Inspect
) -> None:
    replace(project / "source/sleep.md", "[@beck1967]", "[@beck1976]")
    status, rows, _ = inspect()
    assert status == 1
    assert rows["current"] == ["cannot be said: this project has no printable article sleep"]


# Altered


def flipped(pdf: bytes) -> bytes:
    place = pdf.rindex(b"/ID")
    place = pdf.index(b"><", place) + 2
    return pdf[:place] + bytes([pdf[place] ^ 1]) + pdf[place + 1 :]


def resaved(pdf: bytes) -> bytes:
    with pikepdf.open(BytesIO(pdf)) as document:
        return saved(document)


def linearized(pdf: bytes) -> bytes:
    with pikepdf.open(BytesIO(pdf)) as document:
        return saved(document, linearize=True)


def with_a_page_more(pdf: bytes) -> bytes:
    with pikepdf.open(BytesIO(pdf)) as document:
        document.add_blank_page()
        return saved(document)


@pytest.mark.parametrize(
    "alter", [flipped, resaved, linearized, with_a_page_more, lambda pdf: pdf + b"\n"]
)
def test_an_altered_sheet_is_not_good_however_it_looks(
    project: Path, inspect: Inspect, alter: Callable[[bytes], bytes]
) -> None:
    status, rows, err = inspect(alter((project / PDF).read_bytes()))
    assert (status, err) == (1, "")
    assert rows["altered"] == ["YES: it was changed since"]
    assert told(rows, "current").startswith("yes")
    assert "rebuilt" not in rows


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        (">988<", ">989<", "PDF003"),
        pytest.param(">911<", ">112<", "PDF003", marks=pytest.mark.exhaustive),
        pytest.param("Beck", "Bock", "PDF002", marks=pytest.mark.exhaustive),
        pytest.param("United States", "Canada", "PDF008", marks=pytest.mark.exhaustive),
    ],
)
def test_a_sheet_set_again_with_something_else_and_sealed_again_is_seen_through(
    sheet: Printed, inspect: Inspect, old: str, new: str, code: str
) -> None:
    forged = sheet.again(old, new, -1)
    assert is_sealed(forged)
    status, rows, err = inspect(forged)
    assert (status, err) == (1, "")
    assert rows["altered"] == ["no: it is as it left the press"]
    assert told(rows, "paper").startswith("not all that must stand on it does: ")
    assert f"error {code}" in told(rows, "findings")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("often go together", "go often together"),
        pytest.param("someone today", "today someone", marks=pytest.mark.exhaustive),
    ],
)
def test_words_in_another_order_are_other_words(
    sheet: Printed, inspect: Inspect, old: str, new: str
) -> None:
    status, rows, _ = inspect(sheet.again(old, new))
    assert status == 1
    assert told(rows, "rebuilt").startswith("NOT the same: the pages show other words")


def test_the_record_of_a_good_sheet_on_an_empty_page_is_seen_through(
    project: Path, inspect: Inspect
) -> None:
    record = json.dumps(record_of((project / PDF).read_bytes()))
    status, rows, _ = inspect(bearing(record))
    assert status == 1
    assert rows["altered"] == ["YES: it was changed since"]
    assert told(rows, "current").startswith("yes")
    assert told(rows, "objects").startswith("NOT as in our sheets: ")
    assert told(rows, "paper").startswith("not looked at")


# Withdrawn


@pytest.mark.parametrize("mark", ["version", "revision", "record"])
def test_a_withdrawn_sheet_says_why(project: Path, inspect: Inspect, mark: str) -> None:
    said = record_of((project / PDF).read_bytes())
    service, record, _ = said["services"][0]
    marks = {
        "version": 'version = "1.0"',
        "revision": f'revision = "{said["revision"]}"',
        "record": f'service = "{service}"\nrecord = "{record}"',
    }
    (project / "source/withdrawn.toml").write_text(
        f'[[withdrawn]]\nreason = "a wrong number"\non = 2026-11-22\n{marks[mark]}\n',
        encoding="utf-8",
    )
    status, rows, _ = inspect()
    assert status == 1
    assert rows["withdrawn"] == ["YES, on 2026-11-22: a wrong number"]
    assert told(rows, "current").startswith("yes"), "withdrawn is said of itself"


def test_a_fault_in_the_withdrawals_leaves_no_sheet_good(project: Path, inspect: Inspect) -> None:
    (project / "source/withdrawn.toml").write_text("[[withdrawn]", encoding="utf-8")
    assert inspect()[0] == 2


# Not a sheet


def locked(pdf: bytes) -> bytes:
    with pikepdf.open(BytesIO(pdf)) as document:
        return saved(document, encryption=pikepdf.Encryption(owner="a", user="b"))


FOREIGN: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda _: b"",
    "text": lambda _: "Polyleaf – Notizen\n".encode(),
    "truncated": lambda pdf: pdf[:200],
    "locked": locked,
    "another program's": lambda _: bearing(None),
    "an empty record": lambda _: bearing(""),
    "broken JSON": lambda pdf: bearing(json.dumps(record_of(pdf))[:-1]),
    "a list": lambda _: bearing("[]"),
    "a number": lambda _: bearing("3"),
    "a huge number": lambda _: bearing("1" * 10_000),
    "deep nesting": lambda _: bearing("[" * 100_000),
}


def is_one_clear_line(out: str, err: str) -> bool:
    return out == "" and err.count("\n") == 1 and err.startswith("polyleaf: ")


@pytest.mark.parametrize("make", FOREIGN.values(), ids=FOREIGN)
def test_what_is_no_sheet_of_ours_is_one_line(
    project: Path, polyleaf: Run, make: Callable[[bytes], bytes]
) -> None:
    file = project / "sheet.pdf"
    file.write_bytes(make((project / PDF).read_bytes()))
    status, out, err = polyleaf("inspect", str(file), *TODAY)
    assert status == 2
    assert is_one_clear_line(out, err), err


@pytest.mark.parametrize("name", ["build", "nothing.pdf"])
def test_what_is_no_file_is_one_line(project: Path, polyleaf: Run, name: str) -> None:
    status, out, err = polyleaf("inspect", str(project / name), *TODAY)
    assert status == 2
    assert is_one_clear_line(out, err), err


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("article", None),
        ("version", 1.0),
        ("locale", 3),
        ("locale", ""),
        ("locale", "../../x"),
        ("locale", "/etc"),
        ("locale", "EN"),
        ("services", None),
        ("services", 5),
        ("services", "US/988"),
        ("services", [["US/988"]]),
        ("services", [["US/988", 1, ""]]),
        ("approvals", [[]]),
        ("approvals", [["editor", "2026-11-23", None, ""]]),
        ("content", ["x"]),
    ],
)
def test_a_record_of_the_wrong_form_is_one_line(
    project: Path, polyleaf: Run, field: str, value: object
) -> None:
    file = project / PDF
    record = {**record_of(file.read_bytes()), field: value}
    file.write_bytes(bearing(json.dumps(record)))
    status, out, err = polyleaf("inspect", str(file), *TODAY)
    assert status == 2
    assert is_one_clear_line(out, err), err
    assert "it has been altered" in err


@pytest.mark.parametrize(
    ("field", "value", "why"),
    [
        ("article", "worry", "no printable article worry"),
        ("article", "../../x", "no printable article ../../x"),
        ("locale", "fr", "no locale fr"),
        ("locale", "es", "the texts in es have errors"),
        ("region", "XX", "unknown region 'XX'"),
        ("region", "../../x", "unknown region '../../x'"),
        ("clinic", "lakeside", "unknown clinic 'lakeside'"),
        ("clinic", "../../x", "unknown clinic '../../x'"),
        ("edition", "../../x", "unknown edition '../../x'"),
        ("paper", "a0", "unknown paper 'a0'"),
    ],
)
def test_a_record_that_names_what_is_not_there_is_one_row(
    project: Path, inspect: Inspect, field: str, value: str, why: str
) -> None:
    record = {**record_of((project / PDF).read_bytes()), field: value}
    status, rows, err = inspect(bearing(json.dumps(record)))
    assert (status, err) == (1, "")
    assert len(rows["current"]) == 1
    assert rows["current"][0].startswith("cannot be said: ")
    assert why in rows["current"][0]


@pytest.mark.parametrize("name", ["", "US", "/", "../../x/988", "US/nobody", "XX/988"])
def test_a_record_of_services_that_nobody_knows_is_one_row(
    project: Path, inspect: Inspect, name: str
) -> None:
    record = {**record_of((project / PDF).read_bytes()), "services": [[name, "00000000", ""]]}
    status, rows, err = inspect(bearing(json.dumps(record)))
    assert (status, err) == (1, "")
    assert rows["record"] == [f"{name}, not confirmed: no longer on record".strip()]


def test_a_record_with_half_a_letter_is_no_traceback(project: Path, polyleaf: Run) -> None:
    record = {**record_of((project / PDF).read_bytes()), "version": "\ud800"}
    (project / PDF).write_bytes(bearing(json.dumps(record)))
    assert polyleaf("inspect", str(project / PDF), *TODAY)[0] in (1, 2)


@pytest.mark.parametrize("value", ["1.0\n    altered       no", "1.0\x1b[2J", "1.0\r    current"])
def test_a_record_cannot_write_rows_of_its_own(project: Path, polyleaf: Run, value: str) -> None:
    record = {**record_of((project / PDF).read_bytes()), "version": value}
    (project / PDF).write_bytes(bearing(json.dumps(record)))
    status, out, _ = polyleaf("inspect", str(project / PDF), *TODAY)
    assert status in (1, 2)
    assert value not in out


def test_a_page_too_large_to_look_at_is_no_traceback(project: Path, polyleaf: Run) -> None:
    file = project / PDF
    with pikepdf.open(BytesIO(file.read_bytes())) as document:
        document.pages[0].obj.MediaBox = pikepdf.Array([0, 0, 10**7, 10**7])
        file.write_bytes(saved(document))
    assert polyleaf("inspect", str(file), *TODAY)[0] in (1, 2)


def out_of_time(*_: object) -> None:
    raise TimeoutError


@pytest.mark.exhaustive
def test_a_reference_with_one_wrong_letter_is_found_soon(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    sheet = printed("en", "intl", tmp_path_factory.mktemp("fonts"))
    forged = sheet.again("Brunner-Routledge", "Brunner-Rautledge", -1)
    # Processor time: a busy machine is no fault of the pattern.
    before = signal.signal(signal.SIGVTALRM, out_of_time)
    signal.setitimer(signal.ITIMER_VIRTUAL, 2)
    try:
        findings = sheet.judge(forged)
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
    assert "PDF007" in {finding.code for finding in findings}


def test_the_verdict_comes_first_with_its_reasons(project: Path, polyleaf: Run) -> None:
    good, bad = project / PDF, project / "bad.pdf"
    bad.write_bytes(resaved(good.read_bytes()))
    for file, status, verdict in (
        (good, 0, "may be handed out"),
        (bad, 1, "may NOT be handed out: it was changed since it left the press"),
    ):
        found, out, _ = polyleaf("inspect", str(file), *TODAY)
        assert found == status
        line = out.splitlines()[1]
        assert re.fullmatch(rf"    verdict +{verdict}", line), line


def test_a_program_reads_the_verdict_of_each_file(project: Path, polyleaf: Run) -> None:
    good, bad = project / PDF, project / "bad.pdf"
    bad.write_bytes(resaved(good.read_bytes()))
    status, out, _ = polyleaf("inspect", str(good), str(bad), "--json", *TODAY)
    assert status == 1
    first, second = json.loads(out)
    assert (first["may_be_handed_out"], first["reasons"]) == (True, [])
    assert (second["may_be_handed_out"], second["file"]) == (False, "bad.pdf")
    assert second["reasons"] == ["it was changed since it left the press"]


def test_one_bad_file_among_several_decides_the_status(project: Path, polyleaf: Run) -> None:
    good, bad = project / PDF, project / "bad.pdf"
    bad.write_bytes(resaved(good.read_bytes()))
    status, out, _ = polyleaf("inspect", str(bad), str(good), *TODAY)
    assert status == 1
    assert out.count("    altered ") == 2


def test_each_file_that_is_no_sheet_is_one_line_and_the_others_are_inspected(
    project: Path, polyleaf: Run
) -> None:
    good, text, missing = project / PDF, project / "notes.pdf", project / "nothing.pdf"
    text.write_bytes(b"notes")
    status, out, err = polyleaf("inspect", *map(str, (text, good, missing, project)), *TODAY)
    assert status == 2
    lines = err.splitlines()
    assert len(lines) == 3
    for file, line in zip((text, missing, project), lines, strict=True):
        assert line.startswith(f"polyleaf: {file}: ")
    assert out.startswith(f"{PDF}\n")
    assert out.count("    rebuilt ") == 1


@pytest.mark.exhaustive
@pytest.mark.usefixtures("elsewhere")
def test_files_are_read_in_a_process_of_their_own_that_is_bounded(
    project: Path, polyleaf: Run
) -> None:
    good, text = project / PDF, project / "notes.pdf"
    text.write_bytes(b"notes")
    status, out, err = polyleaf("inspect", str(text), str(good), *TODAY)
    assert (status, len(err.splitlines())) == (2, 1)
    assert "the same file, byte for byte" in out
    status, out, err = polyleaf("inspect", str(good), "--memory", "5", *TODAY)
    assert (status, out) == (2, "")
    assert err.endswith(": it takes more memory than any sheet does: it is not one of ours\n")


def test_a_file_of_many_megabytes_is_not_read(project: Path, polyleaf: Run) -> None:
    file = project / "large.pdf"
    with file.open("wb") as hole:
        hole.truncate(60_000_000)
    status, out, err = polyleaf("inspect", str(file), *TODAY)
    assert (status, out) == (2, "")
    assert err.endswith(": it is 60 MB: it is not one of our sheets\n")
