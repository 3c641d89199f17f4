"""The laws and standards that the shipped policy rests on are data, and the page shows them."""

from datetime import date

from pipeline.records.in_force import data_file
from tests.conftest import ROOT


def test_the_page_shows_every_row_as_it_is_on_record() -> None:
    rows = data_file("standards")["standard"]
    page = (ROOT / "docs/approvals.md").read_text(encoding="utf-8")
    assert len(rows) > 1
    for row in rows:
        cells = (row["name"], row["where"], row["asks"], row["since"], str(row["seen"]))
        assert f"| {' | '.join(cells)} |\n" in page, row["name"]
        assert row["published"]
        assert isinstance(row["seen"], date)


def test_the_page_shows_no_other_rows() -> None:
    page = (ROOT / "docs/approvals.md").read_text(encoding="utf-8")
    table = page.partition("| source | where |")[2].partition("\n\n")[0].splitlines()[2:]
    assert len(table) == len(data_file("standards")["standard"])
