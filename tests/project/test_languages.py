"""A project's ``source/languages/`` reaches checks and paper, of its own language alone."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import told

Run = Callable[..., tuple[int, str, str]]

pytestmark = pytest.mark.usefixtures("unprinted")

ET_AL = '[citations]\net_al = " y otros"\n'


def say(project: Path, locale: str, text: str) -> None:
    folder = project / "source/languages"
    folder.mkdir(exist_ok=True)
    (folder / f"{locale}.toml").write_text(text, encoding="utf-8")


def html(project: Path, locale: str) -> str:
    (file,) = (project / "build" / locale).glob("*.html")
    return file.read_text(encoding="utf-8")


def test_it_is_printed_and_makes_no_other_language_stale(project: Path, polyleaf: Run) -> None:
    assert polyleaf("pdf", "es ar")[0] == 0
    assert "y otros" not in html(project, "es")
    say(project, "es", ET_AL)
    status, _, err = polyleaf("pdf", "ar es")
    assert status == 0, err
    assert "unchanged: attachment-and-depression in ar\n" in told(err)
    assert "in es" not in told(err)
    assert "y otros" in html(project, "es")
    assert "unchanged: attachment-and-depression in es\n" in polyleaf("pdf", "es")[2]
    (project / "source/languages/es.toml").unlink()
    polyleaf("pdf", "es")
    assert "y otros" not in html(project, "es")


@pytest.mark.exhaustive
@pytest.mark.usefixtures("foldable", "elsewhere")
def test_processes_of_their_own_know_it(project: Path, polyleaf: Run) -> None:
    say(
        project,
        "es",
        ET_AL + '[[safety]]\nkind = "crime"\npattern = "reflexiones"\nwhy = "x"\ninstead = "x"\n',
    )
    assert "SAF010" in polyleaf("check", "es")[1]
    say(project, "es", ET_AL)
    status, _, err = polyleaf("pdf", "es en", "--jobs", "2")
    assert status == 0, err
    assert "y otros" in html(project, "es")


def test_a_broken_file_stops_its_language_alone(project: Path, polyleaf: Run) -> None:
    say(project, "es", "[citations]\net_al = 3\n")
    status, out, err = polyleaf("pdf", "es ar")
    assert (status, out) == (1, "build/ar/attachment-and-depression-handout-ar-US.pdf\n")
    assert "source/languages/es.toml:2: error SRC029: citations.et_al: is not a text" in err
    status, out, _ = polyleaf("check")
    assert (status, out.count("SRC029")) == (1, 1)


def test_a_file_of_no_locale_is_told(project: Path, polyleaf: Run) -> None:
    say(project, "spanish", ET_AL)
    say(project, "so", "[citations]\nx = 1\n")
    say(project, "om", ET_AL + "what is this")
    status, out, _ = polyleaf("check")
    assert status == 1
    assert "source/languages/spanish.toml: error SRC029: 'spanish' is not the name of a loc" in out
    assert "source/languages/so.toml:2: error SRC029: citations.x: is unknown" in out
    assert "source/languages/om.toml:3: error SRC029: this line cannot be read" in out
    assert polyleaf("pdf", "es")[0] == 0, "no sheet rests on them"


def test_a_language_that_the_program_lacks_is_printed(project: Path, polyleaf: Run) -> None:
    polyleaf("locale", "om")
    assert "add [citations] to source/languages/om.toml" in polyleaf("check", "om")[1]
    say(
        project,
        "om",
        '[citations]\nlast_and = " fi "\net_al = " fi kanneen biroo"\nbefore_year = ", "\n'
        'between_works = "; "\n',
    )
    status, _, err = polyleaf("pdf", "om", "--draft")
    assert status == 0, err
    assert "fi kanneen biroo" in html(project, "om")


def test_status_says_which_is_which(project: Path, polyleaf: Run) -> None:
    assert "languages" not in polyleaf("status")[2]
    say(project, "es", ET_AL + '[words]\ndays = ["lu", "ma", "mi", "ju", "vi", "sá", "do"]')
    err = polyleaf("status")[2]
    assert (
        "your own: source/languages/es.toml; overrules citations (et_al); adds words (days)\n"
        in err
    )


def test_an_approval_ends_with_the_citation_that_it_was_given_for(
    project: Path, polyleaf: Run
) -> None:
    policy = '[needs]\nmachine = ["clinician"]\n'
    (project / "source/policy.toml").write_text(policy, encoding="utf-8")
    assert polyleaf("approve", "es", "--role", "clinician", "--by", "Ana Ruiz")[0] == 0
    assert '"approval": "clinician ' in polyleaf("status", "es", "--json")[1]
    say(project, "es", '[words]\ndays = ["lu", "ma", "mi", "ju", "vi", "sá", "do"]')
    assert '"approval": "clinician ' in polyleaf("status", "es", "--json")[1]
    say(project, "es", ET_AL)
    assert '"approval": "clinician ' not in polyleaf("status", "es", "--json")[1]
