"""``docs/speed.md`` is what ``make bench`` printed: its form comes from nowhere else."""

import ast
import re
import sys
from collections.abc import Iterator

import pytest

from pipeline.values.errors import PolyleafError
from tests.bench.__main__ import PICTURE, SECTIONS, head
from tests.bench.timing import COLUMNS, Aim, Timing, run_command, table
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


def timed_rows() -> list[list[str]]:
    return [row for row in rows() if len(row) == len(COLUMNS)]


def test_its_tables_are_those_of_the_bench() -> None:
    titles = re.findall(r"(?m)^## (.+)$", SPEED)
    assert len(titles) == len(SECTIONS)
    assert set(titles) == titles_in_the_bench()


def test_it_begins_and_ends_as_the_bench_does() -> None:
    said = re.match(r"# Speed\n\nWhat `python -m tests\.bench --rounds (\d+)` printed", SPEED)
    assert said
    numbers = re.compile(r"\d+ cores|version \d+\.\d+\.\d+")
    assert numbers.sub("", SPEED).startswith(numbers.sub("", head(int(said[1]))))
    assert SPEED.endswith(f"\n\n{PICTURE}")
    assert (ROOT / "docs/growth.svg").read_text(encoding="utf-8").startswith("<svg ")


def test_it_says_of_each_aim_whether_it_is_met() -> None:
    wanted = [(name, aim) for name, *_, aim, _ in timed_rows() if aim]
    assert len(wanted) > 10
    for name, aim in wanted:
        told = re.findall(rf"(?m)^- {re.escape(name)}: {re.escape(aim)}, (.+)$", SPEED)
        assert told, name
        for one in told:
            assert re.fullmatch(r"met\.|missed by \d+\.\d\d[^.]*\. .+\.", one), one


def test_every_row_is_one_that_the_bench_can_print() -> None:
    assert len(timed_rows()) > 10
    for name, wall, ratio, processor, work, _, memory in timed_rows():
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
    half, most = Aim(most=0.4, of="ratio", why="It is slow."), Aim(most=2, said="2 s, all of it")
    lines = [slow.row(fast), fast.row(slow, half), fast.row(slow, most, value=2.5), slow.row(slow)]
    text = table("Title", "Note.", lines)
    assert text.splitlines() == [
        "## Title",
        "",
        "Note.",
        "",
        "| what | wall | ratio | processor | ratio | aim | peak memory |",
        "|---|---:|---:|---:|---:|---:|---:|",
        "| slow | 3.00 s | 2.00 | 4.00 s | 4.00 |  |  |",
        "| fast | 1.50 s | 0.50 | 1.00 s | 0.25 | 0.4 |  |",
        "| fast | 1.50 s | 0.50 | 1.00 s | 0.25 | 2 s, all of it |  |",
        "| slow | 3.00 s | 1.00 | 4.00 s | 1.00 |  |  |",
        "",
        "Aims:",
        "",
        "- fast: 0.4, missed by 0.10. It is slow.",
        "- fast: 2 s, all of it, missed by 0.50 s.",
    ]


def test_a_command_has_its_own_memory_and_not_that_of_whoever_measures_it() -> None:
    ballast = bytearray(300_000_000)
    small = run_command([sys.executable, "-I", "-S", "-c", "pass"])
    assert 1_000 < small.peak < 100_000
    large = run_command([sys.executable, "-I", "-S", "-c", "bytearray(200_000_000)"])
    assert large.peak > 190_000
    assert len(ballast) == 300_000_000
    with pytest.raises(PolyleafError, match="failed"):
        run_command([sys.executable, "-I", "-S", "-c", "raise SystemExit(3)"])


def test_an_aim_is_met_up_to_what_it_names_and_told_in_its_unit() -> None:
    aim = Aim(most=0, of="KiB", said="none", why="A list stays.")
    assert aim.verdict("memory", 0) == "- memory: none, met."
    assert aim.verdict("memory", 3.1) == "- memory: none, missed by 3.10 KiB. A list stays."
    assert Aim(most=5).verdict("check", 5) == "- check: 5 s, met."
