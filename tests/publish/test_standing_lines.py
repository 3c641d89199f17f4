"""What the small print says of a release, and of how the words were tried, read back from paper."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from pipeline.compose.sheet import compose
from pipeline.publish.plan import judged_by
from pipeline.values.approval import Evidence
from tests.once import typeset, verify
from tests.sheets import composed, shortened


def evidence(kind: str, *, named: bool = False) -> Evidence:
    return Evidence(
        path="locales/es/evidence/one.toml",
        article="attachment-and-depression",
        locale="es",
        kind=kind,
        by="Eva Ruiz",
        named=named,
        on=date(2026, 11, 20),
        readers=12,
        found="two words changed",
        wording="0" * 64,
        bound="0" * 64,
    )


@pytest.mark.parametrize("locale", ["es", pytest.param("ar", marks=pytest.mark.exhaustive)])
def test_a_release_and_evidence_are_said_in_the_last_lines(
    locale: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder: Path = tmp_path_factory.mktemp("fonts")
    sheet = composed(locale, "TR", folder, root=shortened(folder))
    plan = replace(
        sheet.plan,
        release="1.0",
        now_version="1.1",
        evidence=(evidence("back-translation", named=True), evidence("field-test")),
    )
    composition = compose(plan)
    assert ">1.1<" in composition.html
    assert "Eva Ruiz" in composition.html
    made = typeset(composition.html, sheet.fonts, "build/sheet.pdf", composition.forms)
    assert not verify(made.pdf, judged_by(plan, composition, "build/sheet.pdf"))
    silent = judged_by(sheet.plan, sheet.composition, "build/sheet.pdf")
    assert {one.code for one in verify(made.pdf, silent)} & {"PDF013", "PDF014"}
