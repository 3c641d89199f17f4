"""What became of each sheet of a run, as lines of JSON: for shards, and for whatever runs them."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from pipeline.values.errors import PolyleafError

if TYPE_CHECKING:
    from pipeline.project import Project
    from pipeline.publish.order import Order
    from pipeline.publish.run import Outcome


@contextmanager
def outcomes_file(name: str, project: Path) -> Iterator[TextIO | None]:
    """Open the file that outcomes are written into, if one is named."""
    from pipeline.project.ground import named_place

    if not name:
        yield None
        return
    try:
        file = named_place(project, Path(name)).open("w", encoding="utf-8")
    except OSError as error:
        raise PolyleafError(f"cannot write {name}: {error.strerror}") from None
    with file:
        yield file


def as_line(project: "Project", outcome: "Outcome", order: "Order") -> str:
    """Return what became of one sheet as a line of JSON.

    ``became`` is ``printed``, ``copied`` (from the store), ``unchanged``, ``refused``, or
    ``failed``: then ``error`` says what kept the sheet from being made at all.
    """
    from pipeline.cli.formats import as_rows  # it knows every rule, which `--help` need not

    result = outcome.result
    said = {
        "article": outcome.task.article,
        "locale": outcome.task.locale,
        "edition": order.edition.name,
        **({"beside": order.beside} if order.beside else {}),
        **({"names": " ".join(order.named)} if order.named else {}),
        "region": order.region.code if order.region else "",
        "clinic": order.clinic.id if order.clinic else "",
        "became": result.became if result else "failed",
        "state": result.state if result else "",
        "file": project.name(result.path) if result and result.is_printed else "",
        "error": outcome.error,
        "findings": as_rows(result.findings) if result else [],
    }
    return json.dumps(said, ensure_ascii=False) + "\n"
