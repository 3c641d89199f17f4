"""What keeps the tests short: each sheet is set once a run, in the process that asks for it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from textwrap import dedent

import pytest

from pipeline.publish.executors.processes import Processes
from pipeline.typeset import engine
from tests import once
from tests.conftest import ARTICLE

Run = Callable[..., tuple[int, str, str]]


def test_a_sheet_is_set_once_to_print_and_once_to_compare_in_this_process(
    project: Path, polyleaf: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / "source/attachment-and-depression.md").unlink()
    article = ARTICLE.replace("Sleep and low mood", f"Sleep {project.name}")
    (project / "source/sleep.md").write_text(article, encoding="utf-8")
    sheets: list[str] = []
    typeset = engine.typeset

    def counted(html: str, *words: object) -> object:
        sheets.append(html)
        return typeset(html, *words)  # type: ignore[arg-type]

    monkeypatch.setattr(engine, "typeset", counted)
    monkeypatch.setattr(Processes, "begin", lambda _: pytest.fail("a process is started"))
    for _ in range(2):
        status, out, _ = polyleaf("pdf", "en", "--force")
        assert status == 0
    assert len(sheets) == 1
    for _ in range(2):
        said = polyleaf("inspect", str(project / out.strip()))[1]
        assert "the same file, byte for byte" in said
    assert len(sheets) == 2


@dataclass(frozen=True)
class Made:
    """Something that is made once."""

    value: int


def test_what_is_given_stays_while_somebody_else_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    def made(value: int) -> Made:
        return Made(value)

    def both(one: Made, other: Callable[[], Made]) -> tuple[int, int]:
        return one.value, other().value

    make, join = once.each_once(made), once.each_once(both)
    one = make(1)
    monkeypatch.setattr(once, "_MOST", len(once._MADE))
    assert join(one, lambda: [make(2), make(3)][-1]) == (1, 3)


def test_a_function_of_a_module_is_known_by_its_name_and_by_what_it_was_given() -> None:
    asked: list[object] = []

    def read(text: str, how: Callable[[str], object]) -> object:
        asked.append(how)
        return how(text)

    once_read = once.each_once(read)
    for _ in range(2):
        assert once_read("12", partial(int, base=8)) == 10
        assert once_read("12", partial(int, base=16)) == 18
        assert once_read("12", dedent) == "12"
    assert len(asked) == 3
