"""The review: what an approver sees, what is marked, and what comes back from paper."""

import json
import re
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from markupsafe import escape

from pipeline.catalog import po
from pipeline.compose.review import compose_review
from pipeline.desk.review import review_of
from pipeline.project import Project
from pipeline.project.sources import read_sources
from pipeline.records.guide import reading_guide
from pipeline.values.review import Review, review_commands
from tests.conftest import ROOT, replace

Run = Callable[..., tuple[int, str, str]]

NAME = "sleep-and-mood"
TODAY = ("--today", "2026-11-23")
OLD, NEW = "which grows in sleepless nights", "which spreads in sleepless nights"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "tests/golden/stock", tmp_path, dirs_exist_ok=True)
    return tmp_path


def review(project: Path, locale: str = "es") -> Review:
    sources = read_sources(Project.at(project))
    return review_of(sources, sources.articles[0], locale, date(2026, 11, 23))


def approve(polyleaf: Run) -> None:
    assert polyleaf("approve", "es", "--role", "clinician", "--by", "Eva Ruiz", *TODAY)[0] == 0


def change(project: Path, polyleaf: Run) -> None:
    """Reword a sentence, and translate it anew."""
    assert polyleaf("messages")[0] == 0
    approve(polyleaf)
    assert polyleaf("release", NAME, "1.0", *TODAY)[0] == 0
    replace(project / f"source/{NAME}.md", OLD, NEW)
    replace(project / f"source/{NAME}.md", 'version: "1.0"', 'version: "1.1"')
    assert polyleaf("messages")[0] == 0
    file = catalog(project)
    entries = []
    for one in po.read(file.read_text(encoding="utf-8")):
        if one.fuzzy:
            words = one.translation.replace("que crece", "que se extiende")
            (done,) = po.read(one.raw.replace("#, fuzzy\n", ""))
            entries.append(po.with_translation(done, words))
        else:
            entries.append(one)
    file.write_text(po.write(entries), encoding="utf-8")
    assert polyleaf("messages")[0] == 0


def catalog(project: Path) -> Path:
    return project / f"locales/es/LC_MESSAGES/{NAME}.po"


def test_all_is_to_be_read_where_nobody_has_approved(project: Path) -> None:
    found = review(project)
    assert found.since == ""
    assert len(found.open_numbers) == len(found.units) + len(found.words)
    assert [one.number for one in (*found.units, *found.words)] == found.open_numbers
    assert re.fullmatch("es@[0-9a-f]{8}", found.mark)


def test_only_what_changed_since_the_last_approval_is_marked_with_the_old_text(
    project: Path, polyleaf: Run
) -> None:
    change(project, polyleaf)
    found = review(project)
    assert found.since == "the clinician Eva Ruiz, 2026-11-23"
    (number,) = found.open_numbers
    unit = found.units[number - 1]
    assert unit.state == "changed"
    assert NEW in unit.source
    assert OLD in unit.source_before
    assert "que se extiende" in unit.translation
    assert "que crece" in unit.translation_before


def test_a_change_of_signs_asks_nobody_to_read(project: Path, polyleaf: Run) -> None:
    assert polyleaf("messages")[0] == 0
    approve(polyleaf)
    replace(
        project / f"source/{NAME}.md", "“I will never sleep again.”", '"I will never sleep again."'
    )
    assert polyleaf("messages")[0] == 0
    assert review(project).open_numbers == []


def test_the_page_shows_both_texts_what_changed_and_findings(project: Path, polyleaf: Run) -> None:
    change(project, polyleaf)
    replace(catalog(project), "Noches sin dormir", "Nights Without Sleep")
    sources = read_sources(Project.at(project))
    found = review(project)
    html = compose_review(
        found, "en", sources.references, "letter", review_commands(found), kit=True
    )
    assert "<del>grows</del>" in html
    assert "<ins>spreads</ins>" in html
    assert "TXT007" in html
    assert "(Beck" in html
    assert html.count('class="state"') == 2, "the heading and the sentence"


def test_a_kit_has_the_guide_the_makers_doubts_and_the_words_that_stand_alone(
    project: Path,
) -> None:
    replace(
        catalog(project),
        'msgid "Sleep and Low Mood"',
        '# Unsure: «Sueño» could be «Dormir».\n# Looks well.\nmsgid "Sleep and Low Mood"',
    )
    sources = read_sources(Project.at(project))
    found = review(project)
    assert found.units[0].doubts == ["«Sueño» could be «Dormir»."]
    html = compose_review(
        found, "en", sources.references, "letter", review_commands(found), kit=True
    )
    guide = html[html.index('class="guide"') : html.index('<div class="head">')]
    assert reading_guide("es").title in guide.replace("\u00a0", " ")
    assert "<li><b>1</b>: <bdi>«Sueño» could be «Dormir».</bdi> </li>" in guide
    assert "Looks well" not in guide
    assert re.findall(r'<td class="word" lang="es" dir="ltr">(.*)</td><td>', guide) == [
        "Añadido por la entidad editora",
        "Versión provisional – sin aprobar",
        "Borrador",
        "Aprobada",
        "Provisional",
    ]
    plain = compose_review(
        found, "en", sources.references, "letter", review_commands(found), kit=False
    )
    assert 'class="guide' not in plain


def test_the_page_names_commands_as_they_are_typed_where_it_was_printed(project: Path) -> None:
    found = review(project)
    commands = review_commands(found, lambda said: said.replace("polyleaf", "make"))
    references = read_sources(Project.at(project)).references
    html = compose_review(found, "en", references, "letter", commands, kit=True)
    assert "polyleaf " not in html
    said = re.findall(r'class="code">(make [^<]*)<', html)
    assert said == [
        str(escape(one)) for one in (commands.note,) * 2 + (commands.approve, commands.review)
    ]


def test_of_a_language_with_few_texts_only_these_are_there_and_nobody_signs(project: Path) -> None:
    emptied = [
        one if one.key == ("", "") or number < 4 else po.with_translation(one, "")
        for number, one in enumerate(po.read(catalog(project).read_text(encoding="utf-8")))
    ]
    catalog(project).write_text(po.write(emptied), encoding="utf-8")
    found = review(project)
    references = read_sources(Project.at(project)).references
    html = compose_review(found, "en", references, "letter", review_commands(found), kit=True)
    done = 3 + len(found.words)
    assert found.how_many == f"{done} of {len(found.units) + len(found.words)} texts"
    assert html.count(f"{found.how_many} are translated") == 2, "for readers, and above the texts"
    rows = [int(one) for one in re.findall(r'<td class="number"><b>(\d+)</b><span', html)]
    assert rows == found.open_numbers
    assert len(rows) == done
    assert f"not finished: 4–{len(found.units)}." in html
    assert ('class="sign"' in html, reading_guide("es").notes[-1][:12] in html) == (False, False)


def test_where_nothing_is_translated_there_is_nothing_to_read(project: Path, polyleaf: Run) -> None:
    entries = po.read(catalog(project).read_text(encoding="utf-8"))
    emptied = [one if not one.text else po.with_translation(one, "") for one in entries]
    catalog(project).write_text(po.write(emptied), encoding="utf-8")
    status, out, err = polyleaf("review", "es", *TODAY)
    assert (status, out, "nothing of it is translated yet" in err) == (2, "", True)


def test_each_guide_speaks_of_signing_last() -> None:
    for file in (ROOT / "pipeline/records/data/guides").glob("*.toml"):
        notes = reading_guide(file.stem).notes
        assert ["{command}" in one for one in notes] == [False, True, False], file.stem


def test_a_note_is_kept_in_the_catalog_and_on_the_next_copy(project: Path, polyleaf: Run) -> None:
    mark = review(project).mark
    status, out, err = polyleaf("note", mark, "2", "too stiff?", "--by", "Ana Pérez", *TODAY)
    assert status == 0, err
    assert out == f"locales/es/LC_MESSAGES/{NAME}.po\n"
    found = review(project)
    assert found.mark == mark, "a note changes no words"
    assert list(found.units[1].notes) == ["Ana Pérez, 2026-11-23: too stiff?"]
    assert polyleaf("note", mark, "2", "or not", "--by", "Ana Pérez", *TODAY)[0] == 0
    assert len(review(project).units[1].notes) == 2
    words = len(found.units) + 1
    assert polyleaf("note", mark, str(words), "unclear", "--by", "Ana Pérez", *TODAY)[0] == 0
    assert review(project).words[0].notes


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("es@00000000", "2", "too stiff"), "the words have changed since the copy"),
        (("es", "2", "too stiff"), "is not the mark of a copy"),
        (("xx@00000000", "2", "too stiff"), "unknown locale 'xx'"),
        (("MARK", "999", "too stiff"), "they go from 1 to"),
        (("MARK", "0", "too stiff"), "is not the number of a text"),
        (("MARK", "2", " "), "says nothing"),
        (("MARK", "2", "well", "--by", "admin"), "is an example"),
    ],
)
def test_a_slip_is_refused_and_changes_nothing(
    project: Path, polyleaf: Run, words: tuple[str, ...], said: str
) -> None:
    before = catalog(project).read_bytes()
    given = [review(project).mark if word == "MARK" else word for word in words]
    by = () if "--by" in given else ("--by", "Ana Pérez")
    status, out, err = polyleaf("note", *given, *by, *TODAY)
    assert (status, out) == (2, "")
    assert said in err
    assert catalog(project).read_bytes() == before


def test_the_original_is_not_reviewed_against_itself(project: Path, polyleaf: Run) -> None:
    status, _, err = polyleaf("review", "en", *TODAY)
    assert status == 2
    assert "is written in en" in err


@pytest.mark.exhaustive
def test_the_paper_bears_the_mark_and_clean_takes_it(project: Path, polyleaf: Run) -> None:
    status, out, err = polyleaf("review", "es", "--kit", "--paper", "a4", *TODAY)
    assert status == 0, err
    mark = review(project).mark
    assert err.startswith(f"{mark}: ")
    path = project / out.strip()
    assert path.read_bytes().startswith(b"%PDF")
    assert json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))["mark"] == mark
    assert polyleaf("clean")[0] == 0
    assert not path.exists()
