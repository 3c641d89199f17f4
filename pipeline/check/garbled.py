"""What nobody meant to print, in an article: every translation and every sheet would take it.

Letters of a wrong encoding, and what stands for a text that is still to be written.
"""

from collections.abc import Iterator

from pipeline.check.article import error_in
from pipeline.check.remarks import unwritten
from pipeline.check.rules import letters_damaged, remark_left
from pipeline.check.typed import printed_texts
from pipeline.records.encoding import garbled
from pipeline.values.article import Article
from pipeline.values.finding import Finding


def check_letters(article: Article) -> Iterator[Finding]:
    """Report words of an article whose letters nobody wrote, and TODO, XXX and lorem ipsum."""
    told: set[tuple[int, str]] = set()
    for line, place, text, _ in printed_texts(article):
        where = f" in the {place}" if place else ""
        for code, words, what, fix in (
            (
                letters_damaged.RULE.code,
                garbled(text),
                "letters of a wrong encoding",
                letters_damaged.RULE.fix,
            ),
            (
                remark_left.RULE.code,
                unwritten(text, article.language),
                "a text still to be written",
                "write it, or take it out",
            ),
        ):
            if words and (line, words) not in told:
                told.add((line, words))
                yield error_in(article, code, line, f"{what}{where}: {words}", fix)
