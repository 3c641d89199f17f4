"""An article that cites very many works: each stands in its place and in the list."""

import json
import shutil
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Any

from pipeline.project import Project
from pipeline.verify.page import read_pages
from tests.bench.timing import polyleaf, table

WORKS = 600
"""As many as a long review cites."""

SAMPLE = Path(__file__).parents[1] / "data" / "references.json"


def works(project: Project, _rounds: int) -> str:
    """Print an article that cites many works once; return what it took."""
    with tempfile.TemporaryDirectory(prefix="polyleaf-bench-") as folder:
        root = Path(folder)
        _write(root, project, list(many_works(WORKS)))
        begin = time.perf_counter()
        command = [*polyleaf(root, "pdf", "en", "--cpu-seconds", "600")]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        seconds = time.perf_counter() - begin
        (pdf,) = root.glob("build/en/*.pdf") if done.returncode == 0 else (None,)
        pages = len(read_pages(pdf.read_bytes())) if pdf else 0
    became = f"{pages} pages" if pages else f"refused: {done.stderr[-300:]}"
    return table(
        "Works that are cited",
        "One run: an article that cites each work once is printed and read back, each citation and "
        "each reference whole and in its order.",
        [f"| {WORKS} works, {became} | {seconds:.0f} s |"],
        ("what", "wall time"),
    )


def many_works(count: int) -> list[dict[str, Any]]:
    """Return so many works as a reference manager exports them, after those of the tests."""
    sample = json.loads(SAMPLE.read_text(encoding="utf-8"))
    found = []
    for number in range(count):
        record = dict(sample[number % len(sample)])
        turn = number // len(sample)
        record["id"] = f"{record['id']}-{turn}"
        record["title"] = f"{record['title']}, part {turn + 1}"
        found.append(record)
    return found


def _write(root: Path, project: Project, records: list[dict[str, Any]]) -> None:
    shutil.copytree(project.source / "regions", root / "source/regions")
    shutil.copy(project.source / "publisher.toml", root / "source")
    (root / "source/references.json").write_text(json.dumps(records), encoding="utf-8")
    body = "\n\n".join(
        f"Sleep helps, as work {number} says [@{record['id']}]."
        for number, record in enumerate(records, 1)
    )
    (root / "source/many.md").write_text(
        "---\nid: many\ntitle: Many works\nversion: '1'\nlanguage: en\ndate: 2026-01-01\n"
        f"review-by: 2027-01-01\n---\n\n{body}\n",
        encoding="utf-8",
    )
