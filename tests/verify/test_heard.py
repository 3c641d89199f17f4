"""Pictures in a text: what is heard of them, and the words around them; language and title."""

from pathlib import Path

import pikepdf
import pytest

from tests.copies import FRONT, start_project
from tests.mutations.paper import pages
from tests.once import typeset
from tests.sheets import printed
from tests.steps import in_two_steps

ALTERNATIVE = "A hand, and “5 < 6”: rest"
ARTICLE = f"""{FRONT}
Ask for an interpreter.

![{ALTERNATIVE}](images/hand.svg)

## Rest

Press ![A bell](images/hand.svg).

Then rest.[^1]

| by day | at night |
|---|---|
| See ![A lamp](images/hand.svg). | Sleep |

[^1]: For a while ![A clock](images/hand.svg).
"""
HAND = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><path d="M0 0h40v20z"/></svg>'


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("heard")
    source = start_project(folder)
    (source / "images").mkdir()
    (source / "help.md").write_text(ARTICLE, encoding="utf-8")
    (source / "images" / "hand.svg").write_text(HAND, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    "edition", in_two_steps(["handout", "large-print", "brochure", "booklet"], ["handout"])
)
def test_pictures_are_heard_and_words_go_on_behind_them(root: Path, edition: str) -> None:
    made = printed("en", "US", root, root=root, edition=edition)
    files = [one for one in (made.pdf, made.pages_pdf) if one]
    assert not [one for pdf in files for one in made.judge(pdf) if one.is_error]


def test_an_alternative_text_that_says_something_else_is_told(root: Path) -> None:
    def change(document: pikepdf.Pdf) -> None:
        for one in document.objects:
            if isinstance(one, pikepdf.Dictionary) and str(one.get("/Alt", "")) == ALTERNATIVE:
                one.Alt = pikepdf.String("A fist")

    made = printed("en", "US", root, root=root)
    told = [one for one in made.judge(pages(change)(made.pdf)) if one.is_error]
    assert [(one.code, one.source) for one in told] == [("PDF013", ALTERNATIVE)]
    assert told[0].message == (
        "the file does not have the alternative text of a picture that was composed"
    )


def test_what_ends_otherwise_behind_a_picture_is_told(root: Path) -> None:
    made = printed("en", "US", root, root=root)
    before, picture, after = made.composition.html.partition(
        '<img class="picture scales" alt="A bell"'
    )
    assert ">." in after
    html = before + picture + after.replace(">.", ">!", 1)
    told = made.judge(typeset(html, made.fonts, "build/sheet.pdf").pdf)
    assert ("PDF013", "Press .") in {(one.code, one.source) for one in told}
