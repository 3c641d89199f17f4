"""The long crisis note on finished sheets: one thing, on one page."""

from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.compose.sheet import editions
from pipeline.values.sheet import Layout
from pipeline.verify.page import read_pages
from pipeline.verify.sheet import pages_on
from pipeline.verify.text import read

Run = Callable[..., tuple[int, str, str]]

NAME = "attachment-and-depression"
LAST = "If it is hard to find words, show them this page."


def pages(project: Path, locale: str, edition: str, region: str) -> list[str]:
    """Return what stands on each page or panel."""
    file = project / f"build/{locale}/{NAME}-{edition}-{locale}-{region}.pdf"
    asked = "letter" if region == "US" else "a4"
    layouts = [
        Layout(paper=fold.paper_for(asked), folding=fold.name)
        for fold in editions()[edition].folds
        if fold.paper_for(asked)
    ]
    return [
        read([page], rtl=False).text for page in pages_on(read_pages(file.read_bytes()), layouts)
    ]


@pytest.mark.exhaustive
@pytest.mark.usefixtures("foldable")
@pytest.mark.parametrize(
    "edition",
    ["bilingual", "brochure", "large-print"],
)
def test_head_first_number_and_emergency_number_stand_together(
    project: Path, polyleaf: Run, edition: str
) -> None:
    status, _, err = polyleaf("pdf", "es", "--edition", edition, "--region", "KE")
    assert status == 0, err
    found = pages(project, "es", edition, "KE")
    (note,) = (page for page in found if "La ayuda existe" in page)
    for words in ("0722 178 177", "999", "112", "intérprete", "confianza"):
        assert words in note
    assert "1199" in note, "both services on record for everyone fit"
    assert "findahelpline.com" not in note


@pytest.mark.usefixtures("foldable")
@pytest.mark.parametrize(
    "edition",
    [
        "handout",
        pytest.param("booklet", marks=pytest.mark.exhaustive),
        pytest.param("large-print", marks=pytest.mark.exhaustive),
    ],
)
def test_full_pages_and_large_print_have_one_list(
    project: Path, polyleaf: Run, edition: str
) -> None:
    """Kenya has three services on record, the last for the young, with five ways in all."""
    status, _, err = polyleaf("pdf", "en", "--edition", edition, "--region", "KE")
    assert status == 0, err
    single = "-pages" if editions()[edition].folds else ""
    file = project / f"build/en/{NAME}-{edition}-en-KE{single}.pdf"
    found = [read([page], rtl=False).text for page in read_pages(file.read_bytes())]
    (note,) = (page for page in found if "Help is there" in page)
    for words in ("0722 178 177", "1199", "999", " ".join(LAST.split()[-2:])):
        assert words in note
    assert "0722 116 116" in note
    assert "findahelpline.com" not in note


@pytest.mark.exhaustive
@pytest.mark.usefixtures("foldable")
def test_what_follows_the_numbers_may_part_under_the_head_once_more(
    project: Path, polyleaf: Run
) -> None:
    article = project / f"source/{NAME}.md"
    source = article.read_text(encoding="utf-8")
    more = [f"{LAST} This is line {letter} of a note that goes on." for letter in "ABCDEFGHI"]
    assert source.count(LAST) == 1
    article.write_text(source.replace(LAST, "\n\n".join(more)), encoding="utf-8")
    status, _, err = polyleaf("pdf", "en", "--edition", "large-print")
    assert status == 0, err
    heads = [page for page in pages(project, "en", "large-print", "US") if "Help is there" in page]
    assert len(heads) == 2
    assert "988" in heads[0]
    assert "911" in heads[0]
    assert "line I of a note" in " ".join(heads[1].split())


@pytest.mark.usefixtures("foldable")
def test_the_box_says_nothing_that_frightens(project: Path, polyleaf: Run) -> None:
    assert polyleaf("pdf", "en", "--region", "KE")[0] == 0
    text = " ".join("\n".join(pages(project, "en", "handout", "KE")).split())
    assert "not known" not in text
    note, rest = text.partition("Help is there")[2].split("Final Thoughts", 1)
    assert "Record of" not in note
    assert "Record of" in rest
