"""What tests of typed numbers share."""

import pytest

from pipeline.check.recorded import OnRecord, numbers_on_record
from pipeline.project import Project
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def on_record() -> OnRecord:
    """Return the numbers that are on record in the shipped regions."""
    project = Project.at(ROOT)
    regions = [project.region(code)[0] for code in project.region_codes()]
    return numbers_on_record(filter(None, regions))
