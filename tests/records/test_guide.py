"""The reader's guide: each shipped locale has its own, whole."""

from pipeline.records.guide import reading_guide
from pipeline.records.typography import is_pseudo
from tests.conftest import ROOT
from tests.rows import each_row

LOCALES = sorted(one.name for one in (ROOT / "locales").iterdir() if one.is_dir())


@each_row("locale", ["en", *LOCALES])
def test_a_guide_is_whole_and_in_the_readers_language(locale: str) -> None:
    assert not is_pseudo(locale)
    guide, english = reading_guide(locale), reading_guide("en")
    assert guide.locale == locale
    assert "{title}" in guide.asked
    assert len(guide.points) == len(english.points)
    assert len(guide.notes) == len(english.notes)
    assert [index for index, one in enumerate(guide.notes) if "{command}" in one] == [1]
    if locale != "en":
        assert guide.title != english.title
        assert not set(guide.points) & set(english.points)


def test_a_child_reads_its_parents_guide_and_others_the_english_one() -> None:
    assert reading_guide("es_MX").locale == "es"
    assert reading_guide("km").locale == "en"
