"""What an article must find outside itself: the works it cites and the images it shows."""

from collections.abc import Collection, Iterator

from pipeline.values.article import Article, walk_inlines
from pipeline.values.finding import Finding, Severity


def check_article(
    article: Article, works: Collection[str], images: Collection[str]
) -> Iterator[Finding]:
    """Report citation keys that no reference has, and images that are not there.

    ``works`` are the keys of the references; ``images`` the files that exist, as the article
    writes them.
    """

    def error(code: str, line: int, message: str, fix: str) -> Finding:
        return Finding(
            code=code,
            severity=Severity.ERROR,
            path=article.path,
            line=line,
            message=message,
            fix=fix,
            article=article.id,
            source_path=article.path,
            source_line=line,
        )

    line = 0
    for block in article.blocks():
        line = block.line or line
        for inline in walk_inlines(block.content):
            for cite in inline.citation.cites if inline.citation else ():
                if article.literal_citations:
                    yield error(
                        "SRC005",
                        line,
                        f"{inline.citation} in an article that writes its citations out",
                        "write the citation out, or take 'citations: literal' out of the "
                        "front matter",
                    )
                elif cite.key not in works:
                    yield error(
                        "SRC005",
                        line,
                        f"the citation key '{cite.key}' is not in source/references.json",
                        "correct the key or add the work",
                    )
            if inline.kind == "image" and inline.target not in images:
                yield error(
                    "SRC010",
                    line,
                    f"the image {inline.target} is not there, or is neither SVG nor PNG",
                    "put it below source/ and name it relative to source/",
                )
