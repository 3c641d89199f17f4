"""Which locales a project has, and what is asked of the disk for that."""

from pathlib import Path

import pytest

from pipeline.project import Project
from pipeline.project.catalogs import Catalogs
from pipeline.project.sources import locale_texts, read_sources


def test_a_locale_is_there_where_the_list_has_it(tmp_path: Path) -> None:
    for name in ("es/LC_MESSAGES", "es_MX/LC_MESSAGES", "xx_nowhere/LC_MESSAGES", "fr/other"):
        (tmp_path / "locales" / name).mkdir(parents=True)
    (tmp_path / "source").mkdir()
    (tmp_path / "locales/de").mkdir()
    (tmp_path / "locales/de/LC_MESSAGES").write_text("no folder", encoding="utf-8")
    project = Project.at(tmp_path)
    names = ("es", "es_MX", "xx_nowhere", "fr", "de", "it", "qps")
    assert (
        [name for name in names if project.has_locale(name)] == project.locales() == ["es", "es_MX"]
    )


def test_the_texts_of_a_locale_are_read_without_listing_all_locales(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sources = read_sources(Project.at(project))
    asked: list[Catalogs] = []

    def listed(catalogs: Catalogs) -> list[str]:
        asked.append(catalogs)
        return []

    monkeypatch.setattr(Catalogs, "_locale_folders", listed)
    texts = locale_texts(sources, sources.articles[0], "es")
    assert texts.catalog
    assert asked == []
