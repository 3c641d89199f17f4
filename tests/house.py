"""The map of the house, drawn from ``STAGES`` and the rooms' own docstrings.

``python -m tests.house`` writes it into ``docs/architecture.md``, between its two marks.
"""

import ast
import sys
from pathlib import Path

import pipeline
from pipeline import STAGES

ROOT = Path(pipeline.__file__).resolve().parent.parent
PAGE = ROOT / "docs/architecture.md"
BEGIN, END = "<!-- map -->\n", "<!-- end of the map -->\n"

_STREETS = (
    ("sheet", "the way of one sheet", "values", "verify"),
    ("walks", "who walks it", "project", "publish"),
    ("looks", "who looks at it", "desk", "cli"),
)


def _words(room: str) -> str:
    """Return the first line of a room's docstring, without its full stop."""
    text = (ROOT / "pipeline" / room / "__init__.py").read_text(encoding="utf-8")
    first = (ast.get_docstring(ast.parse(text)) or "").splitlines()[0]
    return first.replace("``", "").replace('"', "'").rstrip(".")


def drawing() -> str:
    """Return the map as a Mermaid flow chart: the rooms in their order, street by street."""
    lines = ["```mermaid", "flowchart LR"]
    for key, title, first, last in _STREETS:
        rooms = STAGES[STAGES.index(first) : STAGES.index(last) + 1]
        lines.append(f'  subgraph {key}["{title}"]')
        lines.append("    direction TB")
        lines += [f'    {room}["<b>{room}/</b><br>{_words(room)}"]' for room in rooms]
        lines.append("    " + " --> ".join(rooms))
        lines.append("  end")
    lines += ["  sheet --> walks --> looks", "```", ""]
    return "\n".join(lines)


def main() -> None:
    """Write the map into its page."""
    text = PAGE.read_text(encoding="utf-8")
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    PAGE.write_text(f"{before}{BEGIN}{drawing()}{END}{after}", encoding="utf-8")
    sys.stdout.write(f"{PAGE.relative_to(ROOT)}\n")


if __name__ == "__main__":
    main()
