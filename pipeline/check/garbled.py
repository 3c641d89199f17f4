"""Letters of a wrong encoding in an article: every translation and every sheet would take them."""

from collections.abc import Iterator

from pipeline.check.article import error_in
from pipeline.check.rules.letters_damaged import RULE
from pipeline.check.typed import printed_texts
from pipeline.records.encoding import garbled
from pipeline.values.article import Article
from pipeline.values.finding import Finding


def check_letters(article: Article) -> Iterator[Finding]:
    """Report words of an article whose letters nobody wrote."""
    told: set[tuple[int, str]] = set()
    for line, place, text, _ in printed_texts(article):
        words = garbled(text)
        if words and (line, words) not in told:
            told.add((line, words))
            where = f" in the {place}" if place else ""
            message = f"letters of a wrong encoding{where}: {words}"
            yield error_in(article, RULE.code, line, message, RULE.fix)
