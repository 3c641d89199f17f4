"""One article among several: what is wrong with the others is not told."""

from pathlib import Path

import pytest

from pipeline.project import Project
from pipeline.project.sources import only, read_sources
from pipeline.values.errors import PolyleafError
from tests.conftest import ARTICLE

UNFINISHED = ARTICLE.replace("id: sleep", "id: draft").replace("@beck1967", "@nobody")
NAME = "attachment-and-depression"


@pytest.fixture
def two(project: Path) -> Project:
    """A project whose second article cites an unknown work."""
    (project / "source/draft.md").write_text(UNFINISHED, encoding="utf-8")
    return Project.at(project)


def test_an_unfinished_article_does_not_fail_the_other(two: Project) -> None:
    sources = read_sources(two)
    assert sources.broken == {"source/draft.md": "draft"}
    chosen = only(sources, NAME)
    assert ([one.id for one in chosen.articles], chosen.broken) == ([NAME], {})
    assert not [finding for finding in chosen.findings if finding.is_error]


def test_the_unfinished_one_is_refused_with_its_own_findings(two: Project) -> None:
    chosen = only(read_sources(two), "draft")
    assert ([*chosen.articles], chosen.broken) == ([], {"source/draft.md": "draft"})
    assert {finding.path for finding in chosen.findings if finding.is_error} == {"source/draft.md"}


def test_an_unknown_article_names_those_there_are(two: Project) -> None:
    with pytest.raises(PolyleafError, match=f"unknown article 'sleep'; known: {NAME} draft"):
        only(read_sources(two), "sleep")
