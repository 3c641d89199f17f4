"""A sheet is set on trial first, with lines that end as they come: nothing else comes of it."""

from pathlib import Path

import pytest

from pipeline.typeset.engine import typeset
from pipeline.typeset.manuscript import Manuscript, Seen
from tests.sheets import EACH_FORM, ROOT, composed

OTHERS = [
    *((*one.values, ROOT) for one in EACH_FORM),
    ("ja", "JP", "handout", ROOT / "tests/third"),
    ("ja", "JP", "handout", ROOT),
    ("zh_Hans", "CN", "brochure", ROOT),
    ("ar", "GB", "booklet", ROOT / "tests/third"),
]


@pytest.mark.parametrize(
    ("locale", "region", "edition", "root"),
    [
        ("en", "US", "handout", ROOT / "tests/second"),
        *[pytest.param(*one, marks=pytest.mark.exhaustive) for one in OTHERS],
    ],
)
def test_a_trial_is_as_high_as_the_sheet_and_never_printed(
    locale: str,
    region: str,
    edition: str,
    root: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sheet = composed(locale, region, tmp_path, edition=edition, root=root)
    html, forms = sheet.composition.html, sheet.composition.forms
    made = typeset(html, sheet.fonts, "build/sheet.pdf", forms)
    trials = []
    own = Manuscript.render

    def in_full(
        self: Manuscript, style: str, variant: str, seen: Seen | None, *, is_trial: bool
    ) -> object:
        trials.append(is_trial)
        return own(self, style, variant, seen)

    monkeypatch.setattr(Manuscript, "render", in_full)
    assert typeset(html, sheet.fonts, "build/sheet.pdf", forms).pdf == made.pdf
    assert any(trials)
