"""Which people a text needs: the shipped policy, and what a publisher may ask for or weigh."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.vouch.test_approve import standing

Run = Callable[..., tuple[int, str, str]]

DAY = ("--today", "2026-11-23")
FIT = ("--qualification", "sworn translator", "--languages", "en es")


@pytest.fixture
def shipped(project: Path) -> Path:
    """The copy under the policy that the project ships with."""
    shutil.copy(ROOT / "source/policy.toml", project / "source/policy.toml")
    return project


def approve(polyleaf: Run, role: str, by: str, *more: str) -> tuple[int, str, str]:
    return polyleaf("approve", "es", "--role", role, "--by", by, *more, *DAY)


def signatures(polyleaf: Run) -> str:
    """Return how each role that the policy asks for stands, as the table has it."""
    line = polyleaf("status", "es", *DAY)[1].splitlines()[1]
    return line.split("7/7")[1].removesuffix("yes").strip()


def test_a_machines_translation_needs_a_reviser_and_a_clinician(
    shipped: Path, polyleaf: Run
) -> None:
    assert signatures(polyleaf) == "reviser open, clinician open"
    assert approve(polyleaf, "clinician", "Luis Gómez")[0] == 0
    assert standing(polyleaf) == "no"
    assert signatures(polyleaf) == "reviser open, clinician 2026-11-23"
    assert approve(polyleaf, "reviser", "Eva Ruiz", *FIT)[0] == 0
    assert standing(polyleaf) == "clinician 2026-11-23"
    assert signatures(polyleaf) == "reviser 2026-11-23, clinician 2026-11-23"


@pytest.mark.usefixtures("unprinted")
def test_a_proof_names_whom_its_text_awaits_last(shipped: Path, polyleaf: Run) -> None:
    def bands() -> set[str]:
        polyleaf("pdf", "es", *DAY)
        (page,) = (shipped / "build/es").glob("*.html")
        marks = re.findall(r'class="band">([^<]*)', page.read_text(encoding="utf-8"))
        return {word for word in ("segunda lectura", "clínico") if word in " ".join(marks)}

    assert bands() == {"clínico"}  # and a second reader before: the paper has no room for both
    approve(polyleaf, "clinician", "Luis Gómez")
    assert bands() == {"segunda lectura"}
    (approval,) = (shipped / "locales/es/approvals").glob("*.toml")
    approval.unlink()
    approve(polyleaf, "reviser", "Eva Ruiz", *FIT)
    assert bands() == {"clínico"}


def test_one_person_cannot_be_both_and_is_told_at_once(shipped: Path, polyleaf: Run) -> None:
    assert approve(polyleaf, "clinician", "Luis Gómez")[0] == 0
    status, _, err = approve(polyleaf, "reviser", "Gómez, luis", *FIT)
    assert status == 2
    assert "is the clinician of attachment-and-depression in es already; the reviser must" in err
    assert approve(polyleaf, "community", "Luis Gómez")[0] == 0  # which the policy does not ask for
    assert standing(polyleaf) == "no"
    assert approve(polyleaf, "reviser", "Eva Ruiz", *FIT)[0] == 0
    assert standing(polyleaf) == "clinician 2026-11-23"


def test_one_person_who_became_both_before_the_policy_asked_counts_once(
    project: Path, polyleaf: Run
) -> None:
    assert approve(polyleaf, "clinician", "Luis Gómez")[0] == 0
    assert approve(polyleaf, "reviser", "Gómez, luis", *FIT)[0] == 0
    shutil.copy(ROOT / "source/policy.toml", project / "source/policy.toml")
    assert standing(polyleaf) == "no"
    assert approve(polyleaf, "clinician", "Eva Ruiz")[0] == 0
    assert standing(polyleaf) == "clinician 2026-11-23"


def test_a_persons_translation_needs_a_clinician(shipped: Path, polyleaf: Run) -> None:
    (shipped / "locales/es/credits.toml").write_text(
        '[[translated]]\nby = "Ana Pérez"\non = 2026-11-20\n', encoding="utf-8"
    )
    assert approve(polyleaf, "clinician", "Luis Gómez")[0] == 0
    assert standing(polyleaf) == "clinician 2026-11-23"


def test_a_translation_of_nobody_knows_whom_counts_as_a_machines(
    shipped: Path, polyleaf: Run
) -> None:
    (shipped / "locales/es/credits.toml").unlink()
    assert approve(polyleaf, "clinician", "Luis Gómez")[0] == 0
    assert standing(polyleaf) == "no"


def test_a_reviser_must_say_what_the_policy_asks_for(shipped: Path, polyleaf: Run) -> None:
    status, _, err = approve(polyleaf, "reviser", "Eva Ruiz")
    assert status == 2
    assert "add --qualification" in err
    assert not list((shipped / "locales/es").glob("approvals/*"))


@pytest.mark.parametrize("said", ["…", "...", "-", "none", "n/a", "Qualification"])
def test_a_placeholder_is_no_qualification(shipped: Path, polyleaf: Run, said: str) -> None:
    options = ("--qualification", said, "--languages", "en es")
    status, _, err = approve(polyleaf, "reviser", "Eva Ruiz", *options)
    assert status == 2
    assert "says nothing of the person" in err or "add --qualification" in err
    assert not list((shipped / "locales/es").glob("approvals/*"))


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("…", "'…' names no language"),
        ("en Klingonish", "'Klingonish' names no language"),
        ("es", "lacks en"),
        ("Spanish", "lacks en"),
        ("English", "lacks es"),
        ("fr de", "lacks en and es"),
    ],
)
def test_a_reviser_reads_both_languages(shipped: Path, polyleaf: Run, said: str, why: str) -> None:
    options = ("--qualification", "sworn translator", "--languages", said)
    status, _, err = approve(polyleaf, "reviser", "Eva Ruiz", *options)
    assert status == 2
    assert why in err
    assert not list((shipped / "locales/es").glob("approvals/*"))


@pytest.mark.parametrize(
    "said", ["en es", "es, en", "English Spanish", "español,en", "en_US es_MX"]
)
def test_languages_are_codes_or_names(shipped: Path, polyleaf: Run, said: str) -> None:
    options = ("--qualification", "sworn translator", "--languages", said)
    status, _, err = approve(polyleaf, "reviser", "Eva Ruiz", *options)
    assert status == 0, err
    assert standing(polyleaf) == "no"
    assert "CAT021" not in polyleaf("status", "es", *DAY)[2]


def test_who_approves_is_told_what_it_is_and_how_to_take_it_back(
    shipped: Path, polyleaf: Run
) -> None:
    _, _, err = approve(polyleaf, "clinician", "Luis Gómez")
    assert (
        "this is a signature: Luis Gómez says that they have read these words as clinician" in err
    )
    undo = 'polyleaf revoke es --of "Luis Gómez" --role clinician'
    assert undo in err
    words = (
        "--of",
        "Luis Gómez",
        "--role",
        "clinician",
        "--by",
        "Eva Ruiz",
        "--because",
        "by slip",
    )
    assert polyleaf("revoke", "es", *words, "--on", "2026-11-23")[0] == 0
    assert not list((shipped / "locales/es").glob("approvals/*.toml"))


def test_an_approval_that_does_not_say_it_counts_for_nothing(project: Path, polyleaf: Run) -> None:
    assert approve(polyleaf, "clinician", "Luis Gómez")[0] == 0
    assert standing(polyleaf) == "clinician 2026-11-23"
    (project / "source/policy.toml").write_text(
        '[needs]\nmachine = ["clinician"]\n[states]\nclinician = ["qualification"]\n', "utf-8"
    )
    assert standing(polyleaf) == "no"
    assert "CAT026" in polyleaf("status", "es", *DAY)[2]


def test_what_is_missing_is_named_where_an_approved_sheet_is_asked_for(
    shipped: Path, polyleaf: Run
) -> None:
    assert approve(polyleaf, "clinician", "Luis Gómez")[0] == 0
    status, _, err = polyleaf("pdf", "es", "--approved", *DAY)
    assert status == 1
    assert "CAT025: no reviser has approved these words" in err
    assert "no clinician" not in err


def test_a_finding_is_weighed_down_to_its_floor_with_the_reason(
    project: Path, polyleaf: Run
) -> None:
    policy = project / "source/policy.toml"
    policy.write_text(
        '[[finding]]\ncode = "CIT001"\nseverity = "warning"\nreason = "we like it short"\n', "utf-8"
    )
    status, out, _ = polyleaf("check", "es")
    assert status == 1
    assert "SRC026: finding: CIT001 protects the reader and cannot be lowered" in out
