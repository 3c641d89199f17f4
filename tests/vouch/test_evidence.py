"""How a translation was tried: who may say so, of which words, and where it shows."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from pipeline.project import Project
from pipeline.project.sources import read_sources
from pipeline.publish.run import read_batch_sources
from pipeline.publish.sheet import Prepared, look_at_sheet
from tests.conftest import replace
from tests.orders import order_of

Run = Callable[..., tuple[int, str, str]]

NAME = "attachment-and-depression"
TODAY = ("--today", "2026-12-23")
TEST = ("--kind", "field-test", "--by", "Eva Ruiz", "--readers", "12", "--found", "two words")


def html(project: Path) -> str:
    sources, hashes = read_batch_sources(Project.at(project))
    order = order_of(sources.project, region="US", today=date(2026, 12, 23))
    made = look_at_sheet(sources, hashes, sources.articles[0], "es", order, project / "build")
    assert isinstance(made, Prepared), made.findings
    return made.html


def test_a_test_with_readers_stands_in_status_and_in_the_last_lines(
    project: Path, polyleaf: Run
) -> None:
    assert "Prueba con lectores" not in html(project)
    status, out, err = polyleaf("evidence", "es", *TEST, *TODAY)
    assert (status, err) == (0, "")
    assert out.startswith(f"locales/es/evidence/{NAME}-field-test-eva-ruiz-")
    assert (
        "field-test with 12 readers, Eva Ruiz, 2026-12-23: two words"
        in (polyleaf("status", "es", *TODAY)[1])
    )
    said = html(project)
    assert "Prueba con lectores: 12" in said
    assert "Eva Ruiz" not in said
    words = ("--kind", "back-translation", "--by", "Tom Field", "--found", "no difference")
    assert polyleaf("evidence", "es", *words, "--named", *TODAY)[0] == 0
    assert "Tom Field" in html(project)


def test_it_holds_for_the_words_that_were_tried(project: Path, polyleaf: Run) -> None:
    assert polyleaf("evidence", "es", *TEST, *TODAY)[0] == 0
    file = project / f"locales/es/LC_MESSAGES/{NAME}.po"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("hoja", "página", 1), encoding="utf-8")
    replace(project / f"source/{NAME}.md", 'version: "1.0"', 'version: "1.1"')
    assert "Prueba con lectores" not in html(project)
    assert "(of other words): two words" in polyleaf("status", "es", *TODAY)[1]


def test_what_was_changed_by_hand_counts_for_nothing(project: Path, polyleaf: Run) -> None:
    out = polyleaf("evidence", "es", *TEST, *TODAY)[1]
    replace(project / out.strip(), "readers = 12", "readers = 120")
    assert "Prueba con lectores" not in html(project)
    assert "CAT021" in polyleaf("check", "es", *TODAY)[1]


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        (("--readers", "0"), "is not a number of readers"),
        (("--found", "ok"), "says nothing"),
        (("--by", "translator"), "what somebody is, not who"),
        (("--kind", "back-translation"), "for a field test alone"),
        (("--on", "2027-01-01"), "still to come"),
        (("--article", "sleep"), "unknown article 'sleep'"),
    ],
)
def test_a_slip_is_refused(
    project: Path, polyleaf: Run, changed: tuple[str, ...], said: str
) -> None:
    status, out, err = polyleaf("evidence", "es", *TEST, *changed, *TODAY)
    assert (status, out) == (2, "")
    assert said in err
    assert not read_sources(Project.at(project)).evidence("es")[0]
