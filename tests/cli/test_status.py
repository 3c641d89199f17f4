"""`polyleaf status` for programs."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, str, str]]


def test_a_program_reads_how_far_a_locale_is_and_what_blocks_it(
    project: Path, polyleaf: Run
) -> None:
    catalog = project / "locales/es/LC_MESSAGES/sheet.po"
    text = catalog.read_text(encoding="utf-8")
    catalog.write_text(text.replace('msgstr "Provisional"', 'msgstr ""'), encoding="utf-8")
    status, out, _ = polyleaf("status", "es", "ar", "--json")
    assert status == 0
    spanish, arabic = json.loads(out)
    assert (spanish["locale"], arabic["locale"]) == ("es", "ar")
    assert arabic["prints"] is True
    assert arabic["words"]["translated"] == arabic["words"]["all"] > 0
    assert spanish["prints"] is False
    assert spanish["blocks"] == ["1 error in sheet.po"]


def test_a_project_without_a_licence_says_so(project: Path, polyleaf: Run) -> None:
    said = "no licence is on record for attachment-and-depression"
    assert said in polyleaf("status", "es")[2]
    with (project / "source/publisher.toml").open("a", encoding="utf-8") as file:
        file.write('licence = "CC BY 4.0"\nowner = "Ana Author"\n')
    assert "no licence" not in polyleaf("status", "es")[2]


@pytest.mark.usefixtures("unprinted")
def test_the_owner_of_the_text_stands_on_the_sheet(project: Path, polyleaf: Run) -> None:
    with (project / "source/publisher.toml").open("a", encoding="utf-8") as file:
        file.write('owner = "Ana Author"\n')
    status, out, err = polyleaf("pdf", "ar")
    assert status == 0, err
    page = project / out.strip().replace(".pdf", ".html")
    assert "© Ana Author" in page.read_text(encoding="utf-8")
