"""Pseudo-locales on paper: the layout's test, which nobody may hand out."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.verify.page import read_pages
from pipeline.verify.text import read
from tests.conftest import told
from tests.sheets import printed, shortened

Run = Callable[..., tuple[int, str, str]]

NAME = "attachment-and-depression-handout"

LOCALES = ["qps", "qps_Arab"]
ONE_IN_FULL = ["qps", pytest.param("qps_Arab", marks=pytest.mark.exhaustive)]
DAY = ("--today", "2026-11-23")


@pytest.mark.exhaustive
@pytest.mark.parametrize(
    ("locale", "region", "number"),
    [
        ("qps", "US", "988"),
        ("qps", "GB", "116 123"),
        ("qps_Arab", "GB", "116 123"),
        ("qps_Arab", "US", "988"),
    ],
)
def test_a_pseudo_sheet_passes_every_check_of_the_paper(
    locale: str, region: str, number: str, folder: Path
) -> None:
    made = printed(locale, region, folder, root=shortened(folder))
    assert made.findings == (), "the typesetter has nothing to say"
    assert made.judge(made.pdf) == ()
    kinds = [one.kind for one in made.composition.expected]
    assert kinds.count("citation") == len([*made.plan.source.citations()]) == 2
    assert number in [one.shown for one in made.composition.expected]
    text = read(read_pages(made.pdf), rtl=False).text
    assert "Beck" in text


@pytest.mark.usefixtures("brief")
@pytest.mark.parametrize("locale", ONE_IN_FULL)
def test_it_says_in_english_that_it_is_for_no_patient(
    locale: str, project: Path, polyleaf: Run
) -> None:
    status, out, err = polyleaf("pdf", locale, "--region", "FR", *DAY)
    assert (status, told(err)) == (0, "")
    assert out == f"build/{locale}/{NAME}-{locale}-FR.pdf\n"
    file = project / out.strip()
    pages = read_pages(file.read_bytes())
    assert "Layout test - not for patients" in read(pages[:1], rtl=False).text.splitlines()[0]
    for page in pages:
        # Made-up words are longer: they may take the foot's one line for two.
        assert "Layout test" in " ".join(read([page], rtl=False).text.splitlines()[-2:])
    html = file.with_suffix(".html").read_text(encoding="utf-8")
    assert '<bdi lang="en" dir="ltr">Layout test – not for patients</bdi>' in html
    assert json.loads(file.with_suffix(".json").read_text(encoding="utf-8"))["state"] == "test"


@pytest.mark.exhaustive
def test_without_the_english_words_it_is_refused(folder: Path) -> None:
    made = printed("qps", "US", folder, root=shortened(folder))
    findings = made.judge(made.again("Layout test</bdi>", "Proof</bdi>"))
    assert {one.source for one in findings if one.code == "PDF008"} == {"Layout test"}
    assert {one.code for one in findings if one.is_error} == {"PDF008", "PDF013", "PDF014"}


@pytest.mark.exhaustive
@pytest.mark.usefixtures("brief")
@pytest.mark.parametrize("locale", LOCALES)
def test_inspect_says_that_it_may_not_be_handed_out(
    locale: str, project: Path, polyleaf: Run
) -> None:
    _, out, _ = polyleaf("pdf", locale, *DAY)
    status, said, err = polyleaf("inspect", str(project / out.strip()), *DAY)
    assert (status, err) == (1, "")
    assert re.search(r"^    calls itself +test$", said, re.MULTILINE)
    assert re.search(r"^    hand out +NO: it only tests the layout", said, re.MULTILINE)
    assert re.search(r"^    current +yes", said, re.MULTILINE), "nothing else is wrong with it"
    assert re.search(r"^    rebuilt +the same file, byte for byte$", said, re.MULTILINE)


def test_it_is_never_approved(project: Path, polyleaf: Run) -> None:
    status, out, err = polyleaf("pdf", "qps", "--approved")
    assert (status, out) == (1, "")
    assert "error CAT025: nobody can approve what qps says: it only tests the layout" in err
    assert not list((project / "build/qps").glob("*"))


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize(
    "command",
    [
        ("check",),
        ("messages",),
        ("status",),
        ("locale",),
        ("approve", "--by", "Ann Lee", "--role", "clinician"),
    ],
    ids=lambda words: words[0],
)
def test_other_commands_have_no_use_for_it(
    locale: str, command: tuple[str, ...], project: Path, polyleaf: Run
) -> None:
    word, *options = command
    assert polyleaf(word, locale, *options) == (
        2,
        "",
        f"polyleaf: '{locale}' is a pseudo-locale, made from the article to test the layout: "
        f"it can only be printed, with make pdf LANG={locale}\n",
    )
    assert not (project / "locales" / locale).exists()


@pytest.mark.usefixtures("unprinted")
def test_it_is_printed_only_where_it_is_named(project: Path, polyleaf: Run) -> None:
    assert "qps" not in polyleaf("status")[1]
    assert "qps" not in polyleaf("check", "--format", "json")[1]
    assert polyleaf("messages") == (0, "", "")
    _, out, _ = polyleaf("pdf", "--region", "intl")
    assert {Path(line).parent.name for line in out.splitlines()} == {"ar", "en", "es"}


@pytest.mark.usefixtures("unprinted")
def test_a_folder_with_its_name_is_no_locale(project: Path, polyleaf: Run) -> None:
    folder = project / "locales/qps/LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "sheet.po").write_text('msgid "Proof"\nmsgstr "Approved"\n', encoding="utf-8")
    (folder.parent / "credits.toml").write_text("nonsense", encoding="utf-8")
    status, out, err = polyleaf("pdf", "qps", "-v")
    assert (status, out) == (0, f"build/qps/{NAME}-qps-US.pdf\n")
    assert "warning CAT004: 'qps' is not the name of a locale" in err
    assert "credits" not in err


@pytest.mark.usefixtures("brief", "unprinted")
def test_its_sheets_do_not_count_among_those_in_use(project: Path, polyleaf: Run) -> None:
    before = polyleaf("services", "--due", "--today", "2026-11-23")
    polyleaf("pdf", *LOCALES)
    assert polyleaf("services", "--due", "--today", "2026-11-23") == before
