"""What an article must find outside itself: the works it cites and the images it shows."""

import re
from collections.abc import Collection, Iterator
from functools import partial

from pipeline.check.passage import Passages
from pipeline.check.wording import unsafe_wordings
from pipeline.records.language import language_named
from pipeline.values.article import Article, Block, plain_text, walk_inlines
from pipeline.values.citation import Citation
from pipeline.values.finding import Finding, Severity

_DANGER = re.compile(
    r"suicid|self[-‐‑ ]harm|(?:hurt|harm|kill|injur|cut)(?:s|ing|e|es|ed|ting)?\s+"
    r"(?:yourself|yourselves|oneself|themselves|himself|herself|myself)|"
    r"(?:end|ends|ended|ending|take|takes|took|taken|taking)\s+"
    r"(?:your|one[’']s|their|his|her|my)\s+(?:own\s+)?li(?:fe|ves)|want(?:s|ed|ing)?\s+to\s+die",
    re.IGNORECASE,
)
"""Words of an English article after which a reader in danger must find help on the page."""

DANGER_IN = ("en",)
"""The languages of those words."""


def sections_without_note(article: Article) -> Iterator[tuple[int, str]]:
    """Yield the sections that speak of suicide or self-harm and have no crisis note.

    A section goes from one heading of the second level to the next; what stands before the first
    is one too. Each comes with the line of the passage and the section's heading.
    """
    heading, passage, has_note = plain_text(article.title.content), 0, False
    for block in article.laid_out().body:
        if block.kind == "heading" and block.level == _SECTION:
            if passage and not has_note:
                yield passage, heading
            heading, passage, has_note = plain_text(block.content), 0, False
        if block.kind == "container" and block.name.startswith("crisis"):
            has_note = True
        elif not passage:
            passage = _dangerous_line(block)
    if passage and not has_note:
        yield passage, heading
    notes = [
        line for note in article.footnotes for line in map(_dangerous_line, note.blocks) if line
    ]
    if notes and not any(block.name.startswith("crisis") for block in article.body):
        yield notes[0], plain_text(article.title.content)


def _dangerous_line(block: Block) -> int:
    """Return the line of the first passage in a block that speaks of it, 0 for none."""
    if _DANGER.search(plain_text(block.content)):
        return block.line
    return next(filter(None, map(_dangerous_line, block.children)), 0)


_SECTION = 2


def _unsafe_words(article: Article) -> Iterator[Finding]:
    """Report what guidelines on suicide advise against, for the author to weigh."""
    wordings = language_named(article.language).unsafe if article.language else ()
    line, passages = 0, Passages(article)
    for block in article.blocks():
        line, text = block.line or line, plain_text(block.content)
        key = block.unit.key if block.unit else ("", text)
        found = unsafe_wordings(
            text, wordings, partial(passages.text, key, {}), in_note=key[0] == "crisis"
        )
        for wording, written in found:
            yield error_in(
                article,
                "SAF010",
                line,
                f"unsafe wording: “{written}” ({wording.why})",
                f"write {wording.instead}",
                severity=Severity.WARNING,
            )


def check_article(
    article: Article, works: Collection[str] | None, images: Collection[str]
) -> Iterator[Finding]:
    """Report citation keys that no reference has, and images that are not there.

    ``works`` are the keys of the references, ``None`` where these cannot be read, which is told by
    itself; ``images`` are the files that exist, as the article writes them.
    """
    for line, heading in sections_without_note(article):
        yield error_in(
            article,
            "SAF009",
            line,
            f"the section “{heading}” speaks of suicide or self-harm and has no crisis note",
            "put a ::: crisis block into the section, before or after the passage",
        )
    yield from _unsafe_words(article)
    if article.cover and article.cover not in images:
        yield _absent_image(article, 1, article.cover)
    line = 0
    for block in article.blocks():
        line = block.line or line
        for inline in walk_inlines(block.content):
            if inline.citation:
                yield from _unfit_citation(article, line, inline.citation, works)
            elif inline.kind == "text":
                yield from _bare_keys(article, line, inline.text, works or ())
            elif inline.kind == "image" and inline.target not in images:
                yield _absent_image(article, line, inline.target)


def _unfit_citation(
    article: Article, line: int, citation: Citation, works: Collection[str] | None
) -> Iterator[Finding]:
    """Report the keys of a citation that no reference has, or all where it is to be no code."""
    for cite in citation.cites:
        if article.literal_citations:
            yield error_in(
                article,
                "SRC005",
                line,
                f"{citation} in an article that writes its citations out",
                "write the citation out, or take 'citations: literal' out of the front matter",
            )
        elif works is not None and cite.key not in works:
            yield error_in(
                article,
                "SRC005",
                line,
                f"the citation key '{cite.key}' is not in source/references.json",
                "correct the key or add the work",
            )


_KEY_ALONE = re.compile(r"(?<![\w.@/])@([A-Za-z0-9_][\w:.#$%&+?<>~/-]*)")
"""What may be a citation's key without its brackets."""


def _bare_keys(article: Article, line: int, text: str, works: Collection[str]) -> Iterator[Finding]:
    """Report the keys of works in running text: nothing would be made of them."""
    for found in _KEY_ALONE.finditer(text):
        if (key := found[1].rstrip(".:?")) in works:
            yield error_in(
                article,
                "SRC006",
                line,
                f"the citation key @{key} stands outside [ ], and would be printed as it is",
                f"write [@{key}]",
            )


def _absent_image(article: Article, line: int, name: str) -> Finding:
    return error_in(
        article,
        "SRC010",
        line,
        f"the image {name} is not there, or is not an SVG, PNG or JPEG file",
        "put it below source/ and name it relative to source/",
    )


def error_in(
    article: Article,
    code: str,
    line: int,
    message: str,
    fix: str,
    *,
    severity: Severity = Severity.ERROR,
    locale: str = "",
) -> Finding:
    """Return an error, or what weighs less, on a line of an article's file."""
    return Finding(
        code=code,
        severity=severity,
        path=article.path,
        line=line,
        message=message,
        fix=fix,
        locale=locale,
        article=article.id,
        source_path=article.path,
        source_line=line,
    )
