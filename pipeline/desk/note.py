"""Writing down what somebody noted on a printed copy: ``polyleaf note``."""

import re
from datetime import date
from pathlib import Path

from pipeline.catalog import po
from pipeline.catalog.messages import SHEET
from pipeline.desk.review import review_of
from pipeline.project import disk
from pipeline.project.sources import Sources
from pipeline.records.typography import parents_of
from pipeline.values.errors import PolyleafError
from pipeline.values.review import Review, ReviewUnit
from pipeline.vouch.person import refuse_name

_MARK = re.compile(r"(?P<locale>[A-Za-z_]+)@(?P<words>[0-9a-f]{8})")


def note(
    sources: Sources, copy: str, number: int, text: str, *, by: str, today: date
) -> tuple[Path, ReviewUnit]:
    """Keep a note on a unit as a translators' comment in its catalog; return file and unit.

    ``copy`` is the mark on the printed copy, ``es@1a2b3c4d``. A copy of other words than there are
    now is refused: its numbers may mean other texts.
    """
    text, by = " ".join(text.split()), refuse_name(by)
    if sum(map(str.isalnum, text)) < 1 or not text.isprintable():
        raise PolyleafError(f"{text!r} says nothing: write the note in quotation marks")
    review = _review(sources, copy, today)
    unit = next((one for one in review.texts if one.number == number), None)
    if not unit:
        last = review.texts[-1].number
        raise PolyleafError(f"the copy {copy} has no number {number}: they go from 1 to {last}")
    name = review.article if unit in review.units else SHEET
    for locale in (review.locale, *parents_of(review.locale)):
        _, entries, findings = sources.project.catalog(locale, name)
        if findings:
            raise PolyleafError(f"{findings[0].path}: {findings[0].message}; {findings[0].fix}")
        if any(_is_of(entry, unit) for entry in entries):
            line = f"{by}, {today}: {text}"
            after = [po.with_note(one, line) if _is_of(one, unit) else one for one in entries]
            file = sources.project.catalog_file(locale, name)
            disk.write_files(sources.project.root, {file: po.write(after).encode()})
            return file, unit
    raise PolyleafError(f"number {number} is in no catalog of this project: nothing was noted")


def _is_of(entry: po.Entry, unit: ReviewUnit) -> bool:
    return entry.key == unit.key and not entry.obsolete and bool(entry.translation)


def _review(sources: Sources, copy: str, today: date) -> Review:
    """Return the review that a copy was printed from."""
    mark = _MARK.fullmatch(copy.strip())
    if not mark:
        raise PolyleafError(
            f"'{copy}' is not the mark of a copy: write it as printed, such as es@1a2b3c4d"
        )
    locale = mark["locale"]
    if locale not in sources.locales:
        known = " ".join(sources.locales)
        raise PolyleafError(f"unknown locale '{locale}' in the mark {copy}; known: {known}")
    now = []
    for article in sources.articles:
        if article.language != locale:
            review = review_of(sources, article, locale, today)
            if review.mark == copy.strip():
                return review
            now.append(f"{review.article} is {review.mark}")
    raise PolyleafError(
        f"the words have changed since the copy {copy} was printed, so its numbers may mean other "
        f"texts: print it again with polyleaf review {locale} ({'; '.join(now)})"
    )
