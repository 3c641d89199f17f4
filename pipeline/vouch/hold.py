"""Whether a release may be handed out though its original has changed since."""

import hashlib
import json
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from pipeline.catalog.change import LIKENESS, change_of, difference, normal_text, weighs
from pipeline.project.sources import Released
from pipeline.values.article import Article, Unit
from pipeline.values.change import Change, Weight
from pipeline.values.finding import Finding, Severity

MOST_TOLD = 3
"""How many changes a finding tells one by one."""


def changes_of_substance(released: Article, now: Article) -> list[Change]:
    """Return how an original has changed, since a release, in what can do harm.

    A text that came or went as a whole has nothing before or after it.
    """
    return [one for one in _changes(released, now) if one.weight is Weight.SAFETY]


def _changes(released: Article, now: Article) -> Iterator[Change]:
    gone, come = _without(released, now), _without(now, released)
    for unit in come:
        before = _nearest(unit, gone)
        if before:
            gone.remove(before)
            crisis = "crisis" in (before.context, unit.context)
            yield change_of(before.text, unit.text, now.language, crisis=crisis)
        elif weighs(unit.text, now.language, crisis=unit.context == "crisis"):
            yield Change(weight=Weight.SAFETY, before="", after=unit.text)
    for unit in gone:
        if weighs(unit.text, now.language, crisis=unit.context == "crisis"):
            yield Change(weight=Weight.SAFETY, before=unit.text, after="")


def _without(article: Article, other: Article) -> list[Unit]:
    """Return the units of an article that another has not, signs aside, each once."""
    known = {_key(unit) for unit in other.units()}
    own = {_key(unit): unit for unit in article.units()}
    return [unit for key, unit in own.items() if key not in known]


def _key(unit: Unit) -> tuple[str, str]:
    return unit.context, normal_text(unit.text)


def _nearest(unit: Unit, others: Sequence[Unit]) -> Unit | None:
    text = text_most_like(unit.text, [other.text for other in others])
    return next((other for other in others if other.text == text), None)


def text_most_like(text: str, others: Sequence[str]) -> str | None:
    """Return the text that is most like another, word by word; ``None`` where none is."""
    best, likeness = None, LIKENESS
    for other in others:
        alike = SequenceMatcher(None, other.split(), text.split(), autojunk=False).ratio()
        if alike >= likeness:
            best, likeness = other, alike
    return best


def digest_of(changes: Sequence[Change]) -> str:
    """Return the hash of changes, by which somebody who keeps a release knows of them."""
    pairs = sorted((one.before, one.after) for one in changes)
    return hashlib.sha256(json.dumps(pairs, ensure_ascii=False).encode()).hexdigest()


def held_back(released: Released, now: Article) -> list[Change]:
    """Return the changes that hold a release back; empty where nobody need look, or has looked."""
    changes = changes_of_substance(released.article, now)
    known = {one.changes for one in released.kept}
    return [] if digest_of(changes) in known else changes


def hold_finding(released: Released, changes: Sequence[Change]) -> Finding:
    """Say that a release is held back, and what for."""
    release = released.release
    told = "; ".join(f"“{difference(one)}”" for one in changes[:MOST_TOLD])
    more = f"; and {len(changes) - MOST_TOLD} more" if len(changes) > MOST_TOLD else ""
    name = f"{release.article} {release.version}"
    return Finding(
        code="REL002",
        severity=Severity.WARNING,
        path=release.path,
        message=f"release {release.version} is held back, for the original has changed in "
        f"substance: {told}{more}",
        fix=f'if it may still be handed out: polyleaf release keep {name} --by "…" --why "…"; '
        f'if not: polyleaf release withdraw {name} --by "…" --why "…"',
        article=release.article,
    )
