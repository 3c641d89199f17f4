"""Marks and numbers over and over: no check takes more than a moment for any of them.

What is measured is the processor's time against a bound far above what is needed: a spot where it
grows with the square of the text's length passes it many times over.
"""

import signal
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from pipeline.catalog.read import MOST_LETTERS, read_catalog
from pipeline.check.catalog import check_catalog
from pipeline.parse.article import parse_article
from pipeline.parse.inline import parse_inline
from pipeline.parse.size import MOST_BRACKETS
from pipeline.parse.size import MOST_LETTERS as MOST_IN_A_LINE
from tests.check.test_catalog import CITING, PATH, REFERENCES, article, catalog_text
from tests.conftest import ARTICLE
from tests.steps import in_two_steps

MARKS = (
    *("!", "![", "[", "]", "](", "[a](", "![a](", "[a][", "[^", "[^a", "^[", "[@a", "[-@", "{"),
    *("{a", "*", "**", "*a ", "_", "__", "_a ", "`", "``a", "<", "<a ", "<!--", "<?", "&", "&#"),
    *("<![CDATA[", "\\", "|", "| a ", "~", "^", "#", "http://", "www.", "a@", "a@b.", "(", "(("),
)
WORDS = (
    *("1", "1 ", "1.", "1,", "1-", "1 - ", "+1 ", "1/2 ", "12:30 ", "½", "%", "988 ", "9 8 8 "),
    *("9-8-8 ", "a", "a ", "A. ", "a1", "Beck, ", "(Beck, 1967) ", "(1967", "“", "«", "…", "–"),
    *("/", "ا", "你", "١ ", "5 mg ", "\u0301"),
)
"""Numbers and words on which the rules have something to say."""

FEW = ("[", "[^", "**", "<", "1", "a ")
"""Those that `make test` tries."""

MANY = 20_000
BOUND = 2.0
"""Seconds of the processor."""


class TooLongError(BaseException):
    """Breaks off what takes too long; no rule catches it."""


@contextmanager
def within(seconds: float) -> Iterator[None]:
    def stop(*_: object) -> None:
        raise TooLongError

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def each(*marks: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("mark", in_two_steps(marks, FEW))


@each(*MARKS)
def test_a_mark_over_and_over_is_parsed_at_once_or_refused(mark: str) -> None:
    """As many as may stand in a line, which is twenty thousand of most, and more of all."""
    line = MOST_IN_A_LINE // len(mark)
    text = mark * (min(line, MOST_BRACKETS) if "[" in mark else line)
    with within(BOUND):
        parse_inline(text)
        parse_article(f"{ARTICLE}\n{text}\n", "source/sleep.md")
        article_, _ = parse_article(f"{ARTICLE}\n{mark * MANY}{mark}\n", "source/sleep.md")
    assert article_ is None


@each(*MARKS, *WORDS)
def test_a_translation_of_one_thing_over_and_over_is_checked_at_once(mark: str) -> None:
    count = min(3_000, MOST_LETTERS // len(mark))
    text = catalog_text({CITING: f"Dormir mal [@beck1967] {mark * count}"})
    with within(BOUND):
        catalog, _, findings = read_catalog(text.encode(), "es", PATH, "sleep")
        assert catalog or findings
        if catalog:
            list(check_catalog(article(), catalog, REFERENCES))
