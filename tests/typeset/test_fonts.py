"""Hermetic fonts: a sheet sees what its locale names, and says what is missing."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.records.in_force import data_file
from pipeline.records.typography import is_chosen_by_style, locale_named
from pipeline.typeset.fonts import font_set
from pipeline.values.errors import PolyleafError
from tests.conftest import ROOT


@pytest.mark.parametrize("locale", ["en", "es", "ar"])
def test_only_the_named_families_are_seen(locale: str, tmp_path: Path) -> None:
    families = locale_named(locale).typography.families
    found = font_set(families, tmp_path)
    assert {file.family for file in found.files} == set(families)


def test_a_missing_family_is_named_with_its_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pipeline.typeset.fonts._FOLDERS", (str(tmp_path / "none"),))
    with pytest.raises(PolyleafError) as caught:
        font_set(locale_named("ar").typography.families, tmp_path)
    assert "Noto Naskh Arabic" in str(caught.value)
    assert "apt-get install fonts-lato fonts-noto-core" in str(caught.value)


@pytest.mark.parametrize("family", data_file("scripts")["families"])
def test_every_family_has_a_bold_that_is_chosen_when_bold_is_asked_for(
    family: str, tmp_path: Path
) -> None:
    configuration = font_set([family], tmp_path).configuration
    styles = [
        subprocess.run(
            ["fc-match", "--format=%{style[0]} %{weight}", f"{family}:weight={weight}"],
            env={**os.environ, "FONTCONFIG_FILE": str(configuration)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for weight in (80, 200)
    ]
    assert styles == ["Regular 80", "Bold 200"], (
        "give the family by_style = true in scripts.toml, or name another"
    )


def test_only_a_family_that_needs_it_is_chosen_by_the_names_of_its_styles() -> None:
    assert [name for name in data_file("scripts")["families"] if is_chosen_by_style(name)] == [
        "Noto Nastaliq Urdu"
    ]


def test_a_missing_fontconfig_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(PolyleafError, match="fc-list is missing"):
        font_set(["Lato"], tmp_path)


@pytest.mark.exhaustive
def test_a_missing_pango_is_one_line_and_status_2(project: Path, tmp_path: Path) -> None:
    # A weasyprint that fails as the real one does where the library is not there.
    fake = tmp_path / "fake" / "weasyprint"
    fake.mkdir(parents=True)
    (fake / "__init__.py").write_text(
        "raise OSError(\"cannot load library 'libpango-1.0-0': no such file\")", encoding="utf-8"
    )
    result = subprocess.run(
        [sys.executable, "-m", "pipeline", "pdf", "es", "--project", str(project)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": f"{fake.parent}:{ROOT}"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 2
    assert "apt-get install libpango-1.0-0" in result.stderr
    assert "Traceback" not in result.stderr
