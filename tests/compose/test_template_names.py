"""What templates may name of a sheet: nothing that none of them asks for."""

import re
from pathlib import Path

from pipeline.compose.services import printed_services
from pipeline.compose.sheet import template_sources
from pipeline.compose.template_names import template_names
from tests.sheets import composed


def test_some_template_asks_for_each_name(tmp_path: Path) -> None:
    plan = composed("en", "US", tmp_path).plan
    services = printed_services(plan.region, plan.locale, None, plan.edition)
    names = template_names(plan, services, record="", screen=False)
    asked = {*re.findall(r"\w+", "\n".join(template_sources().values()))}
    assert len(names) > 100
    assert not {*names} - asked
