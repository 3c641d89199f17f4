"""What programs read of commands for people."""

import json
from collections.abc import Callable

import pytest

Run = Callable[..., tuple[int, str, str]]


@pytest.mark.usefixtures("unprinted")
def test_pdf_says_what_became_of_each_sheet(polyleaf: Run) -> None:
    status, out, err = polyleaf("pdf", "es", "--json")
    (sheet,) = json.loads(out)
    assert status == 0
    assert sheet["locale"] == "es"
    assert "1 sheet: Spanish" in err
    assert polyleaf("pdf", "es", "--json", "--region", "ZZ")[0] == 2


def test_pdf_without_any_sheet_is_an_empty_list(polyleaf: Run) -> None:
    status, out, _ = polyleaf("pdf", "es", "--json", "--approved", "--paper", "a5")
    assert (status, json.loads(out or "[]")) in ((1, []), (2, []))


@pytest.mark.usefixtures("all_regions")
def test_services_write_all_regions_one_or_what_is_due(polyleaf: Run) -> None:
    everything = json.loads(polyleaf("services", "--json")[1])
    assert len(everything) > 20
    (region,) = json.loads(polyleaf("services", "US", "--json")[1])
    records = {record["record"]: record for record in region["records"]}
    assert records["US/988"]["prints"].startswith("call 988")
    assert records["US/988"]["confirmed"] is None
    due = json.loads(polyleaf("services", "--due", "--json")[1])
    assert all(record["due"] for one in due for record in one["records"])
    assert polyleaf("services", "ZZ", "--json")[0] == 2
