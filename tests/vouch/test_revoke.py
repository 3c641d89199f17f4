"""Taking an approval back leaves a trace, and no sheet that rests on it."""

from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, str, str]]

NAME = "attachment-and-depression"
TODAY = ("--today", "2026-11-23")
BACK = ("--by", "Rosa Martín", "--because", "the dose is wrong in part 3")


@pytest.fixture
def approved(project: Path, polyleaf: Run) -> Path:
    """A project whose Spanish texts two people have approved."""
    for by, role in (("Eva Ruiz", "clinician"), ("Luis Vega", "reviser")):
        assert polyleaf("approve", "es", "--role", role, "--by", by, *TODAY)[0] == 0
    assert "clinician 2026-11-23" in polyleaf("status", "es", *TODAY)[1]
    return project / "locales/es/approvals"


def test_an_approval_is_taken_back_and_kept_with_who_when_and_why(
    approved: Path, polyleaf: Run
) -> None:
    (given,) = approved.glob("*clinician*.toml")
    text = given.read_text(encoding="utf-8")
    status, out, err = polyleaf("revoke", "es", "--of", "ruiz, EVA", *BACK, *TODAY)
    assert (status, out) == (
        0,
        f"locales/es/approvals/taken-back/{given.stem}-2026-11-23.toml\n",
    )
    assert err.startswith(f"taken back: Eva Ruiz as clinician: {NAME} in es\n")
    assert "polyleaf pdf es" in err
    assert "clinician open" in polyleaf("status", "es", *TODAY)[1]
    assert [file.name for file in approved.glob("*.toml")] == [
        next(approved.glob("*reviser*.toml")).name
    ]
    (kept,) = (approved / "taken-back").glob("*.toml")
    head, _, rest = kept.read_text(encoding="utf-8").partition("\n")
    assert head == "# Taken back by Rosa Martín on 2026-11-23: the dose is wrong in part 3"
    assert rest == text


def test_what_was_taken_back_can_be_given_and_taken_back_again(
    approved: Path, polyleaf: Run
) -> None:
    polyleaf("revoke", "es", "--of", "Eva Ruiz", *BACK, *TODAY)
    polyleaf("approve", "es", "--role", "clinician", "--by", "Eva Ruiz", *TODAY)
    assert "clinician 2026-11-23" in polyleaf("status", "es", *TODAY)[1]
    assert polyleaf("revoke", "es", "--of", "Eva Ruiz", *BACK, *TODAY)[0] == 0
    assert len(list((approved / "taken-back").iterdir())) == 2


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--of", "Noor Haddad", *BACK), "there are: Eva Ruiz (clinician, "),
        (("--of", "Eva Ruiz", "--role", "reviser", *BACK), "no such approval of 'Eva Ruiz' in es"),
        (("--of", "Eva Ruiz", "--article", "sleep", *BACK), "no such approval of 'Eva Ruiz'"),
        (("--of", "Eva Ruiz", "--by", "NAME", "--because", "wrong"), "is an example, not a name"),
        (("--of", "Eva Ruiz", "--by", "Rosa Martín", "--because", "…"), "says nothing: write why"),
        (("--of", "Eva Ruiz", "--by", "Rosa Martín"), "revoke needs --because"),
    ],
)
def test_what_cannot_be_taken_back_stays(
    approved: Path, polyleaf: Run, words: tuple[str, ...], said: str
) -> None:
    before = {file: file.read_bytes() for file in approved.rglob("*") if file.is_file()}
    status, out, err = polyleaf("revoke", "es", *words, *TODAY)
    assert (status, out) == (2, "")
    assert said in err
    assert {file: file.read_bytes() for file in approved.rglob("*") if file.is_file()} == before
