"""A translation on paper for those who approve it, in ``build/``."""

from dataclasses import dataclass
from pathlib import Path

from pipeline.compose.review import compose_review, families_of
from pipeline.project.disk import refuse_occupied
from pipeline.project.sources import Sources
from pipeline.publish import shelf
from pipeline.publish.executors import Executor, Lost, Spent
from pipeline.publish.executors.bounds import MEMORY
from pipeline.typeset.engine import typeset
from pipeline.typeset.fonts import font_set
from pipeline.typeset.scratch import scratch_folder
from pipeline.values.article import Article
from pipeline.values.errors import PolyleafError
from pipeline.values.finding import has_errors
from pipeline.values.review import Review, ReviewCommands
from pipeline.verify.page import read_pages


@dataclass(frozen=True, slots=True, kw_only=True)
class Commission:
    """A review that is to be printed."""

    sources: Sources
    article: Article
    review: Review
    paper: str
    commands: ReviewCommands
    kit: bool
    """Whether it begins with a guide for readers."""
    folder: Path
    """For configurations of fonts."""


def print_review(
    sources: Sources,
    article: Article,
    review: Review,
    paper: str,
    commands: ReviewCommands,
    executor: Executor,
    *,
    kit: bool,
) -> tuple[Path, int]:
    """Print a review into ``build/LOCALE/``; return the file and its pages.

    A `PolyleafError` says why it was refused: a letter that no font has, a line without room, a
    page without the copy's mark, or that it would take more than a sheet may.
    """
    refuse_occupied(_place(sources, review).parent)
    with scratch_folder() as folder:
        commission = Commission(
            sources=sources,
            article=article,
            review=review,
            paper=paper,
            commands=commands,
            kit=kit,
            folder=folder,
        )
        (printed,) = executor.run(_print, commission, [review.locale])
    match printed:
        case Spent():
            option = "--memory" if printed.what == MEMORY else "--cpu-seconds"
            raise PolyleafError(
                f"the review would take more {printed.what} than a sheet may: give it more with "
                f"{option}, or divide the article"
            )
        case Lost():
            raise PolyleafError(
                "setting the review crashes, as it does without fonts or memory; polyleaf "
                "doctor names missing fonts"
            )
        case _:
            return printed


def _print(commission: Commission, _: str) -> tuple[Path, int]:
    project, review = commission.sources.project, commission.review
    language = commission.article.language
    path = _place(commission.sources, review)
    works = commission.sources.references
    html = compose_review(
        review, language, works, commission.paper, commission.commands, kit=commission.kit
    )
    fonts = font_set(families_of(review, language), commission.folder)
    for unit in review.texts:
        if lacking := fonts.lacks("".join((unit.source, unit.translation, *unit.notes))):
            raise PolyleafError(f"number {unit.number}: no font has {lacking!r}")
    made = typeset(html, fonts, project.name(path))
    if has_errors(made.findings):
        raise PolyleafError(f"{project.name(path)}: {made.findings[0].message}")
    pages = _verified(made.pdf, review, project.name(path))
    record = {
        "state": "review",
        "article": review.article,
        "locale": review.locale,
        "mark": review.mark,
    }
    shelf.put(project, path, {"pdf": made.pdf}, record)
    return path, pages


def _place(sources: Sources, review: Review) -> Path:
    """Return the file that a review is printed into."""
    name = f"{review.article}-review-{review.locale}.pdf"
    return sources.project.build / review.locale / name


def _verified(pdf: bytes, review: Review, name: str) -> int:
    """Read the paper back: every page must bear the copy's mark; count the pages."""
    pages = read_pages(pdf)
    texts = ["".join(letter.text for letter in page.letters) for page in pages]
    for number, text in enumerate(texts, 1):
        if review.mark not in text.replace(" ", ""):
            raise PolyleafError(f"{name}: page {number} does not bear the mark {review.mark}")
    return len(pages)
