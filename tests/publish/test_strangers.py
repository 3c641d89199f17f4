"""Articles as people write them who have never read ours: printed, and read back from paper."""

from pathlib import Path

import pytest

from pipeline.cli.main import main
from pipeline.verify.page import read_pages
from pipeline.verify.text import read
from tests.copies import FRONT, start_project

CENTRED = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100"><g opacity="0.9">'
    '<text x="100" y="50" font-size="14" text-anchor="middle">Breathe in</text></g></svg>'
)

ARTICLE = """\
::: crisis short
## Help

Please talk to someone today.

{services}

In danger, call {emergency}.
:::

Ask for help.[^1] Read [this](https://ex\u00e4mple.org/\u00fc?q=\u00e9) or [that](HTTPS://example.org/a%%20b).

::: action
- Go for a walk.
  - In the morning
  - In the evening

> - Or rest.

1. Then sleep.
:::

![A face that breathes in](breathe.svg)

| ![A face](breathe.svg) | |
|---|---|
| by day | |

::: voice
*I find it first in myself: if fjords, jiffies and wolf’s fur fit you, lift yourself off.*
:::

| Rest well, by day and by night | Sleep as long as you need to | Talk |
|---|---|---|
| When you rest, rest a while [@beck1967, p. 12] and go out | [@beck1967] says so | [@beck1967] |
| As long as you can, and then [@beck1967] | No longer and then [@beck1967, p. 12] | [-@beck1967] |

```
%s
```

[^1]: As in a book [@beck1967].
"""


MANY = [
    f"{how} {what}"
    for how in ("read", "draw", "plan", "share")
    for what in ("a letter", "a walk", "a song", "the day", "a meal", "a tree")
]
"""Things to do, each in other words."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    source = start_project(tmp_path, "references.json")
    (source / "breathe.svg").write_text(CENTRED, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    "edition", ["handout", pytest.param("wall-poster", marks=pytest.mark.exhaustive)]
)
def test_what_check_passes_is_printed(
    folder: Path, edition: str, capsys: pytest.CaptureFixture[str]
) -> None:
    # Boxes to tick in a list within a list, centred words in a picture, cells without letters,
    # italic letters that hang over their neighbours, citations that break in cells side by side,
    # a line of code that nothing breaks; on a poster, a footnote whose mark it does not show.
    text = FRONT + ARTICLE % ("x" * 150)
    (folder / "source" / "help.md").write_text(text, encoding="utf-8")
    assert main(["check", "en", "--project", str(folder)]) == 0, capsys.readouterr().out
    ordered = ["--region", "US", "--edition", edition, "--project", str(folder)]
    assert main(["pdf", "en", *ordered]) == 0, capsys.readouterr().err


def test_a_table_that_goes_on_keeps_its_head(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = "\n".join(f"| Rest well | for {number} days |" for number in range(2, 72))
    text = f"{FRONT}\n| What | How long [@beck1967] |\n|---|---|\n{rows}\n"
    (folder / "source" / "help.md").write_text(text, encoding="utf-8")
    ordered = ["--region", "US", "--project", str(folder)]
    assert main(["pdf", "en", *ordered]) == 0, capsys.readouterr().err
    (sheet,) = (folder / "build/en").glob("*.pdf")
    rows_on = [read([page], rtl=False).rows() for page in read_pages(sheet.read_bytes())]
    assert [rows.count("What\tHow long |Beck, 1967|") for rows in rows_on] == [1, 1, 1]


def test_two_long_lists_of_what_to_do_are_printed_one_below_the_other(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    does = "\n".join(f"- Rest well, and then {what}, slowly and with a friend." for what in MANY)
    asks = "\n".join(
        f"- What may help me to {what}, if nothing has helped so far?" for what in MANY
    )
    lists = f"::: action\n## What to do\n\n{does}\n\n### What to ask\n\n{asks}\n:::\n"
    (folder / "source" / "help.md").write_text(f"{FRONT}\nHelp.\n\n{lists}", encoding="utf-8")
    ordered = ["--region", "US", "--project", str(folder)]
    assert main(["pdf", "en", *ordered]) == 0, capsys.readouterr().err


def test_a_word_that_has_no_room_is_told_in_its_own_cell(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    long = "Krankenversicherungsbeitragsbescheinigung"
    row = f"| {long} | {long} | {long} | e |"
    text = f"{FRONT}\nHelp.\n\n| a | b | c | d |\n|---|---|---|---|\n{row}\n"
    (folder / "source" / "help.md").write_text(text, encoding="utf-8")
    assert main(["pdf", "en", "--region", "US", "--project", str(folder)]) == 1
    told = capsys.readouterr().err
    line = text[: text.index(row)].count("\n") + 1
    assert f"source/help.md:{line}: error PDF006" in told
    # A letter alone is part of every text; it is led to the cell that is that letter.
    assert "source/help.md:3:" not in told
