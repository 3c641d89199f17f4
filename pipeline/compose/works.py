"""The works that one article cites, told apart as APA Style does where they would read alike."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from pipeline.values.article import Article
from pipeline.values.citation import Reference


def cited_works(article: Article, references: Mapping[str, Reference]) -> dict[str, Reference]:
    """Return the references, those that an article cites told apart from each other.

    Works of the same authors and year get letters; authors who share their first surname get
    initials; lists of authors that shorten to the same get as many surnames as differ.
    Source: APA Style, 7th edition, 8.18 to 8.20.
    """
    keys = dict.fromkeys(cite.key for one in article.citations() for cite in one.cites)
    cited = [references[key] for key in keys if key in references]
    return {**references, **{work.key: work for work in told_apart(cited)}}


def told_apart(works: Iterable[Reference]) -> list[Reference]:
    """Return works with what tells them apart, in the order of the reference list."""
    named = _with_letters(_with_surnames(_with_initials(list(works))))
    return sorted(named, key=_place_in_list)


def _with_initials(works: Sequence[Reference]) -> list[Reference]:
    bearers: dict[str, set[str]] = defaultdict(set)
    for work in works:
        if work.surnames:
            bearers[work.surnames[0].casefold()].add(_first_initials(work))
    return [
        replace(work, has_initials=True)
        if work.surnames
        and _first_initials(work)
        and len(bearers[work.surnames[0].casefold()] - {""}) > 1
        else work
        for work in works
    ]


def _first_initials(work: Reference) -> str:
    return work.initials[0] if work.initials else ""


_AND_OTHERS = 3
"""From so many authors on, the first stands for all."""


def _with_surnames(works: Sequence[Reference]) -> list[Reference]:
    told = list(works)
    for _ in range(max((len(work.surnames) for work in works), default=0)):
        alike: dict[object, list[int]] = defaultdict(list)
        for number, work in enumerate(told):
            if len(work.surnames) >= _AND_OTHERS:
                shown = tuple(one.casefold() for one in work.surnames[: work.shown])
                alike[(shown, when(work))].append(number)
        crowded = [
            group
            for group in alike.values()
            if len({(told[one].surnames, told[one].initials) for one in group}) > 1
        ]
        for number in (one for group in crowded for one in group):
            # "Et al." stands for more than one author, so the last two are said together.
            room = len(told[number].surnames)
            more = told[number].shown + 1
            told[number] = replace(told[number], shown=room if more >= room - 1 else more)
    return told


def _with_letters(works: Sequence[Reference]) -> list[Reference]:
    alike: dict[object, list[Reference]] = defaultdict(list)
    for work in works:
        first = _first_initials(work) if work.has_initials else ""
        surnames = tuple(one.casefold() for one in work.surnames)
        names = surnames if len(surnames) < _AND_OTHERS else surnames[: work.shown]
        others = len(surnames) > len(names)
        alike[(names or (work.title,), first, others, when(work))].append(work)
    lettered = []
    for group in alike.values():
        ordered = sorted(group, key=lambda work: (_printed_day(work), _bare_title(work)))
        lettered += [
            replace(work, letter=_letter(number) if len(group) > 1 else "")
            for number, work in enumerate(ordered)
        ]
    return lettered


def _letter(number: int) -> str:
    """Return a to z, then aa, ab and so on."""
    before, last = divmod(number, 26)
    return (_letter(before - 1) if before else "") + "abcdefghijklmnopqrstuvwxyz"[last]


WITH_DAY = (
    *("webpage", "post", "post-weblog", "article-newspaper", "article-magazine", "broadcast"),
    *("speech", "interview", "event", "performance", "hearing", "paper-conference"),
)
"""Types whose day stands in the reference list."""


def _printed_day(work: Reference) -> tuple[int, ...]:
    if work.record.get("type") not in WITH_DAY:
        return ()
    return work.dated.parts[0][1:] if work.dated.parts else ()


def when(work: Reference) -> tuple[int, int, bool]:
    """Return a work's year as works are sorted by it: none first, what is in press last."""
    dated = work.dated
    year = -int(work.year) if dated.is_before_christ else int(work.year or 0)
    place = _LAST if dated.is_in_press else _FIRST if not work.year else _BETWEEN
    return place, year, dated.is_circa


_FIRST, _BETWEEN, _LAST = range(3)


def _place_in_list(work: Reference) -> tuple[Any, ...]:
    authors = [
        (_sorted_as(surname) if initials else _bare(surname), _sorted_as(initials))
        for surname, initials in zip(
            work.surnames, work.initials or ("",) * len(work.surnames), strict=True
        )
    ]
    return (
        authors or [(_bare_title(work), "")],
        when(work),
        _printed_day(work),
        work.letter,
        _bare_title(work),
        work.key,
    )


def _bare_title(work: Reference) -> str:
    """Return a title as it is sorted: without an article at its beginning."""
    return _bare(str(work.record.get("title", "")))


def _bare(text: str) -> str:
    """Return a title, or an organisation's name, as it is sorted: without an article before it."""
    return re.sub(r"^(a|an|the)\s+", "", _sorted_as(text))


def _sorted_as(text: str) -> str:
    """Return a text without markup, accents, case and signs, as an English list is sorted."""
    plain = unicodedata.normalize("NFKD", re.sub(r"<[^>]*>", "", text)).casefold()
    kept = (one for one in plain if one.isprintable() and not unicodedata.combining(one))
    letters = "".join(one if one.isalnum() else " " for one in kept if one not in "’'ʼ")
    return " ".join(letters.translate(_WITH_A_STROKE).split())


_WITH_A_STROKE = str.maketrans(
    {**dict(zip("øđłħıŧð", "odlhitd", strict=True)), "þ": "th", "æ": "ae", "œ": "oe"}
)
"""Letters that Unicode does not take apart, as an English list files them."""
