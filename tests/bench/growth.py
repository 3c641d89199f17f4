"""What it costs to learn that nothing has changed, or one word, in ever more sheets.

The sheets are short, and the typesetter is a stub: what is measured is reading, deciding and
writing. The first sheets are not even composed but written with the manifests that they would have.
"""

import hashlib
import json
import os
import tempfile
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path

from pipeline.project import Project
from pipeline.publish import shelf
from pipeline.publish.inputs import inputs_of, parts_of
from pipeline.publish.run import Batch, read_batch_sources
from pipeline.values.errors import PolyleafError
from tests.approvals import an_approval
from tests.bench.many import write_catalog, write_project
from tests.bench.timing import Aim, Row, Timing, table, with_stub
from tests.orders import order_of

SIZES = ((10, 2), (100, 2), (1000, 2), (1000, 20))
"""Numbers of articles and of locales beside the articles' own."""

APPROVALS = 1000
LONG_AGO = 1_700_000_000
"""A time, in seconds since 1970, at which the files were last changed."""


LARGE = 10_000
"""Sheets for which the aims are."""

DECIDED = Aim(
    most=5,
    said="5 s for 10,000 sheets",
    why="Of each sheet the marks of its files are looked at, and its manifest is read.",
)
WORD = Aim(
    most=0.3,
    said="0.3 s more than among the fewest",
    why="All other sheets are looked at, whether they are what they were; and each locale that "
    "inherits from the one that changed is composed to see that its page stays the same.",
)
NAMED = Aim(
    most=0.3,
    said="0.3 s more than among the fewest",
    why="The manifest of each sheet in `build/` is read, to name those that went stale beside it, "
    "and the names and marks of all files in `source/`.",
)
MEMORY = Aim(
    most=0,
    of="KiB",
    said="none",
    why="The list of sheets and the hashes of their files stay in memory.",
)
APPROVED = Aim(
    most=0.05,
    said="nothing measurable",
    why="The folder of approvals is listed once.",
)


def growth(project: Project, _: int) -> str:
    """Measure one run of each size, once each; return the table."""
    rows = [row for rows, _, _, _ in _points(project) for row in rows]
    return table(
        "Growth: nothing has changed, or one word",
        "One run each, in one process. The sheets are short and the typesetter is a stub: printing "
        "is not the point here. `one word` changes one text of one article in one locale. Ratio: "
        "to the smallest project. The aims are held against processor time.",
        [*rows, *_with_approvals(project)],
    )


@cache
def _points(project: Project) -> tuple[tuple[list[Row], int, float, float], ...]:
    return tuple(_measured(project))


_Size = tuple[Timing, Timing, Timing, int]
"""What was measured of a project, and how many sheets it has."""


def _measured(project: Project) -> Iterator[tuple[list[Row], int, float, float]]:
    """Yield for each size its rows, its sheets, and processor seconds for nothing and one word."""
    first: _Size | None = None
    for articles, locales in SIZES:
        with tempfile.TemporaryDirectory(prefix="polyleaf-bench-") as folder:
            root = Path(folder)
            names = write_project(project, root, articles, locales)
            sheets = fill(root)
            nothing, word = Timing(f"nothing of {sheets:,} sheets"), Timing("one word of them")
            named = Timing("one word, its article and language named")
            # Once to learn: who was here before knows the hashes of the files.
            Timing("").add(with_stub(root, "pdf", "--quiet"))
            nothing.add(with_stub(root, "pdf", "--quiet"))
            write_catalog(root, "sleep-0003", names[0], "Dormir mal y estar triste van juntos")
            word.add(with_stub(root, "pdf", "--quiet"))
            write_catalog(root, "sleep-0003", names[0], "Dormir mal y estar abatido van juntos")
            named.add(with_stub(root, "pdf", names[0], "--article", "sleep-0003", "--quiet"))
        now = nothing, word, named, sheets
        first = first or now
        yield [*_rows(first, now)], sheets, nothing.work, word.work


def _rows(first: _Size, now: _Size) -> Iterator[Row]:
    """Yield the rows of a size; of the largest with what became of the aims."""
    (few, alone, first_named, fewest), (nothing, word, named, sheets) = first, now
    if sheets < LARGE:
        yield nothing.row(few)
        yield word.row(alone)
        yield named.row(first_named)
        return
    yield nothing.row(few, DECIDED, value=nothing.work / sheets * LARGE)
    yield word.row(alone, WORD, value=word.work - alone.work)
    yield named.row(first_named, NAMED, value=named.work - first_named.work)
    each = (nothing.peak - few.peak) / (sheets - fewest)
    yield Row("", MEMORY.verdict("memory of each sheet more", each))


def fill(root: Path) -> int:
    """Write the sheets of a project as if they had been made; return how many."""
    sources, hashes = read_batch_sources(Project.at(root))
    order = order_of(sources.project, today=date.today())
    with tempfile.TemporaryDirectory() as folder:
        batch = Batch(sources=sources, hashes=hashes, orders=[order], folder=Path(folder))
        tasks = batch.tasks(sources.locales)
        for task in tasks:
            facts = sources.articles.fact(task.article)
            if not facts:
                raise PolyleafError(f"there is no article {task.article}")
            inputs = inputs_of(sources, hashes, facts, task.locale, order, batch.folder)
            record = {
                "inputs": inputs,
                "made_from": "",
                "parts": parts_of(sources, hashes, facts, task.locale, order),
                "article": task.article,
                "locale": task.locale,
                "region": order.region.code if order.region else "",
                "edition": order.edition.name,
                "paper": order.paper,
                "clinic": "",
                "state": "proof",
                "fonts": [],
            }
            _write(shelf.sheet_path(sources.project, task.article, task.locale, order), record)
    return len(tasks)


def _write(path: Path, record: Mapping[str, object]) -> None:
    """Write a sheet's files as they would be a year after they were made."""
    path.parent.mkdir(parents=True, exist_ok=True)
    files = shelf.files_of(path)
    contents = {name: f"{name} of {path.name}".encode() for name in ("pdf", "html")}
    digests = {name: hashlib.sha256(content).hexdigest() for name, content in contents.items()}
    contents["manifest"] = json.dumps({**record, "sha256": digests}).encode()
    for name, content in contents.items():
        files[name].write_bytes(content)
        os.utime(files[name], (LONG_AGO, LONG_AGO))


def _with_approvals(project: Project) -> Iterator[Row]:
    """Yield the rows of a small project without approvals and with many."""
    bare = Timing(f"{SIZES[0][0]} articles, no approval")
    with tempfile.TemporaryDirectory(prefix="polyleaf-bench-") as folder:
        root = Path(folder)
        write_project(project, root, *SIZES[0])
        fill(root)
        bare.add(with_stub(root, "pdf", "es", "--quiet"))
        bare.add(with_stub(root, "pdf", "es", "--quiet"))
        approvals = root / "locales/es/approvals"
        approvals.mkdir()
        for number in range(APPROVALS):
            (approvals / f"{number}.toml").write_text(
                an_approval(f"other-{number}"), encoding="utf-8"
            )
        many = Timing(f"the same, {APPROVALS:,} approvals of other articles")
        Timing("").add(with_stub(root, "pdf", "es", "--quiet"))
        many.add(with_stub(root, "pdf", "es", "--quiet"))
    yield bare.row(bare)
    yield many.row(bare, APPROVED, value=many.work - bare.work)


def plot(project: Project) -> str:
    """Draw the growth as an SVG picture: processor seconds over sheets, both axes linear."""
    found = [(sheets, nothing, word) for _, sheets, nothing, word in _points(project)]
    return drawing(
        {
            "one word has changed": [(sheets, word) for sheets, _, word in found],
            "nothing has changed": [(sheets, nothing) for sheets, nothing, _ in found],
        }
    )


def drawing(series: dict[str, list[tuple[int, float]]]) -> str:
    """Return lines over the number of sheets as an SVG picture."""
    width, height, left, bottom = 640, 360, 60, 50
    most = max(count for points in series.values() for count, _ in points)
    longest = max(seconds for points in series.values() for _, seconds in points)

    def place(count: float, seconds: float) -> tuple[float, float]:
        x = left + count / most * (width - left - 20)
        return round(x, 1), round(height - bottom - seconds / longest * (height - bottom - 30), 1)

    parts = []
    for count in range(0, most + 1, max(most // 5, 1)):
        x, y = place(count, 0)
        parts.append(f'<text x="{x}" y="{y + 18}" text-anchor="middle">{count:,}</text>')
    for step in range(5):
        seconds = longest * step / 4
        x, y = place(0, seconds)
        parts.append(f'<text x="{x - 8}" y="{y + 4}" text-anchor="end">{seconds:.1f} s</text>')
        parts.append(f'<path d="M{x} {y}H{width - 20}" stroke="#ccc"/>')
    for number, (name, points_) in enumerate(series.items()):
        dash = 'stroke-dasharray="5 4"' if number else ""
        places = [place(*point) for point in points_]
        path = " ".join(f"{x},{y}" for x, y in places)
        parts.append(f'<polyline points="{path}" fill="none" stroke="#000" {dash}/>')
        parts += [f'<circle cx="{x}" cy="{y}" r="3"/>' for x, y in places]
        x, y = places[-2]
        parts.append(
            f'<text x="{x}" y="{y + (24 if number else -14)}" text-anchor="middle">{name}</text>'
        )
    parts.append(
        f'<text x="{left}" y="18">Processor seconds of one run; the typesetter is a stub</text>'
    )
    parts.append(
        f'<text x="{width / 2}" y="{height - 8}" text-anchor="middle">number of sheets</text>'
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        f'font-family="sans-serif" font-size="13">\n'
        f'<rect width="{width}" height="{height}" fill="#fff"/>\n' + "\n".join(parts) + "\n</svg>\n"
    )
