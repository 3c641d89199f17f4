"""How far each locale is."""

from pipeline.desk.status import progress, table
from pipeline.project import Project
from pipeline.project.sources import read_sources
from tests.conftest import ROOT
from tests.sheets import TODAY


def test_what_a_child_takes_over_is_counted() -> None:
    sources = read_sources(Project.at(ROOT))
    child, parent = progress(sources, ["fa_AF", "fa"], TODAY)
    assert 0 < child.inherited < child.words[0]
    assert parent.inherited == 0
    assert "inherited" in table([child]).splitlines()[0]
