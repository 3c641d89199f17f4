"""``docs/speed.md`` is what ``make bench`` printed: its form comes from nowhere else."""

import ast
import re
from collections.abc import Iterator

from tests.bench.__main__ import AIMS, PICTURE, SECTIONS, head, left_out
from tests.bench.timing import COLUMNS, Timing, table
from tests.conftest import ROOT

SPEED = (ROOT / "docs/speed.md").read_text(encoding="utf-8")


def titles_in_the_bench() -> set[str]:
    """Return the titles of all tables that the bench can print."""
    return {
        node.args[0].value
        for file in (ROOT / "tests/bench").glob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "table"
        and isinstance(node.args[0], ast.Constant)
        and isinstance(node.args[0].value, str)
    }


def rows() -> Iterator[list[str]]:
    for line in SPEED.splitlines():
        if line.startswith("| ") and not line.startswith("| what |"):
            yield [cell.strip() for cell in line.strip("|").split("|")]


def test_its_tables_are_those_of_the_bench() -> None:
    titles = re.findall(r"(?m)^## (.+)$", SPEED)
    assert len(titles_in_the_bench()) == len(SECTIONS)
    assert 0 < len(titles) == len(set(titles))
    assert set(titles) - {"Aims that are missed, and why"} <= titles_in_the_bench()
    missing = titles_in_the_bench() - set(titles)
    assert (left_out(missing) in SPEED) == bool(missing), f"of all: {missing} too"
    assert missing or "Not measured" not in SPEED


def test_it_begins_and_ends_as_the_bench_does() -> None:
    said = re.match(r"# Speed\n\nWhat `python -m tests\.bench --rounds (\d+)` printed", SPEED)
    assert said
    numbers = re.compile(r"\d+ cores|version \d+\.\d+\.\d+")
    assert numbers.sub("", SPEED).startswith(numbers.sub("", head(int(said[1]))))
    assert SPEED.endswith(f"{PICTURE}\n{AIMS}")
    assert (ROOT / "docs/growth.svg").read_text(encoding="utf-8").startswith("<svg ")


def test_every_row_is_one_that_the_bench_can_print() -> None:
    timed = [row for row in rows() if len(row) == len(COLUMNS)]
    assert len(timed) > 10
    for name, wall, ratio, processor, work, _, memory in timed:
        assert name
        assert re.fullmatch(r"\d+\.\d\d s", wall), wall
        assert re.fullmatch(r"\d+\.\d\d s", processor), processor
        assert re.fullmatch(r"\d+\.\d\d", ratio), ratio
        assert re.fullmatch(r"\d+\.\d\d", work), work
        assert re.fullmatch(r"(\d+ MiB)?", memory), memory
    for name, *counts in (row for row in rows() if len(row) != len(COLUMNS)):
        assert name
        assert counts


def test_a_table_has_a_row_for_each_timing() -> None:
    slow, fast = Timing("slow"), Timing("fast")
    slow.note(3.0, 4.0)
    fast.note(1.5, 1.0)
    text = table("Title", "Note.", [slow.row(fast), fast.row(slow, "1 s")])
    assert text.splitlines() == [
        "## Title",
        "",
        "Note.",
        "",
        "| what | wall | ratio | processor | ratio | aim | peak memory |",
        "|---|---:|---:|---:|---:|---:|---:|",
        "| slow | 3.00 s | 2.00 | 4.00 s | 4.00 |  |  |",
        "| fast | 1.50 s | 0.50 | 1.00 s | 0.25 | 1 s |  |",
    ]
