"""Words around a picture: the line goes on beside it, or below."""

import shutil
from pathlib import Path

import pytest

from tests.once import typeset
from tests.sheets import ROOT, printed

ARTICLE = """\
---
id: help
title: Free help
version: "1"
language: en
date: 2026-01-10
review-by: 2027-01-10
---

Press ![A bell](images/bell.svg).

Then rest.[^1]

| by day | at night |
|---|---|
| See ![A hand](images/bell.svg). | Sleep |

[^1]: For a while ![A clock](images/bell.svg).
"""
BELL = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><path d="M0 0h40v20z"/></svg>'


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pictured")
    (folder / "source" / "images").mkdir(parents=True)
    shutil.copytree(ROOT / "source" / "regions", folder / "source" / "regions")
    shutil.copy(ROOT / "source" / "publisher.toml", folder / "source")
    (folder / "source" / "help.md").write_text(ARTICLE, encoding="utf-8")
    (folder / "source" / "images" / "bell.svg").write_text(BELL, encoding="utf-8")
    return folder


def test_a_sentence_may_end_behind_a_picture(root: Path) -> None:
    made = printed("en", "US", root, root=root)
    assert not [one for one in made.judge(made.pdf) if one.is_error]


def test_what_ends_otherwise_behind_a_picture_is_told(root: Path) -> None:
    made = printed("en", "US", root, root=root)
    before, picture, after = made.composition.html.partition('<img class="picture" alt="A bell"')
    assert ">." in after
    html = before + picture + after.replace(">.", ">!", 1)
    told = made.judge(typeset(html, made.fonts, "build/sheet.pdf").pdf)
    assert ("PDF013", "Press .") in {(one.code, one.source) for one in told}
