"""What a tired person does costs nobody a sheet."""

from pathlib import Path

import pytest

from tests.mistakes.mistake import files, made, recorded, stated


@pytest.mark.usefixtures("away", "unprinted")
@pytest.mark.parametrize("file", files(), ids=lambda file: file.stem)
def test_a_mistake_ends_as_it_is_written_down(file: Path, tmp_path: Path) -> None:
    assert made(stated(file), tmp_path) == recorded(file)


def test_no_mistake_is_made_twice() -> None:
    titles = [stated(file)["title"] for file in files()]
    assert len(titles) == len(set(titles))
