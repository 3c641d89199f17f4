"""``docs/reliability.md``: each row is a test, and no row has lost anything."""

import ast
import re

from tests.conftest import ROOT
from tests.rows import each_row

PAGE = (ROOT / "docs/reliability.md").read_text(encoding="utf-8")
ROWS = re.findall(
    r"^\| (.+) \| .+ \| (\d+) \| (\d+) \| (\d+) \| `(.+)::(.+)` \|$", PAGE, re.MULTILINE
)


def test_the_table_is_read_whole() -> None:
    lines = [line for line in PAGE.splitlines() if line.startswith("| ") and "::" in line]
    assert len(ROWS) == len(lines) >= 15


@each_row("row", ROWS, ids=[row[5] for row in ROWS])
def test_a_row_is_a_test_and_says_that_all_was_handled(row: tuple[str, ...]) -> None:
    _, tries, handled, lost, file, name = row
    assert (handled, lost) == (tries, "0")
    tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
    assert name in {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
