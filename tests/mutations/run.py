"""Do every damage to every text, and count what the checks catch."""

import random
import tomllib
import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import islice

from pipeline.catalog.read import read_catalog
from pipeline.values.finding import Finding
from tests.conftest import ROOT
from tests.mutations import citations, everyday, paper, safety, series, texts
from tests.mutations.catalogs import Change, Shelf, Text, shelves, stock_shelf
from tests.mutations.kind import Damage, Kind, Place
from tests.mutations.ratios import OF_ALL
from tests.mutations.stock import AMOUNTS, DOSES, LITERAL
from tests.once import STORE

SEED = 5

EXAMPLES = 3
"""In how many catalogs `make test` does the damage of a kind, once in each."""

FIRST = ("ar", "es")
"""The locales whose catalogs are the first of these."""

GROUPS = {
    "Citations": citations.KINDS,
    "Safety": safety.KINDS,
    "Text": texts.KINDS,
    "Characters": (*series.CHARACTERS, *series.FILLINGS),
    "Crisis numbers": (
        *series.WRITINGS,
        *series.SHORT,
        *series.LABELS,
        *series.PLACES,
        *series.PARTED,
        *series.OWNERS,
        *series.REGIONS,
        *series.SPELLED,
        *series.HALF_SPELLED,
        *series.SAID,
    ),
    "Amounts": series.AMOUNTS,
    "Everyday": everyday.KINDS,
    "Tags and comments": (*series.TAGS, *series.COMMENTS),
}
KINDS = {kind.name: kind for kinds in GROUPS.values() for kind in kinds}


@dataclass(slots=True)
class Score:
    """How much of a kind of damage is caught."""

    total: int = 0
    caught: int = 0
    locales: set[str] = field(default_factory=set)
    """Those whose texts have something of the kind."""
    missed: list[tuple[Change, ...]] = field(default_factory=list)


@cache
def score(name: str) -> Score:
    """Do all damage of a kind, one at a time, and return how much of it is caught."""
    kind = KINDS[name]
    return STORE.once(("damage to catalogs", name), lambda: _score(kind, _in_all(kind)))


def example(name: str) -> Score:
    """Do damage of a kind once in each of a few catalogs, and return how much of it is caught."""
    kind = KINDS[name]
    return _score(kind, islice(_in_each(kind), EXAMPLES))


Done = tuple[Shelf, Text, Damage]
"""What is done to a text of a catalog."""


def _in_all(kind: Kind) -> Iterator[Done]:
    """Yield what is done in every catalog, as often as the kind allows."""
    for shelf in _shelves(kind.where):
        for text, damage in islice(_damages(kind, shelf), kind.most):
            yield shelf, text, damage


def _in_each(kind: Kind) -> Iterator[Done]:
    """Yield what is done first in each catalog that has something of the kind, `FIRST` before."""
    for shelf in sorted(_shelves(kind.where), key=lambda one: one.locale not in FIRST):
        for text, damage in islice(_damages(kind, shelf), 1):
            yield shelf, text, damage


def _score(kind: Kind, done: Iterable[Done]) -> Score:
    found = Score()
    for shelf, text, damage in done:
        changes = _changes(text, damage)
        found.total += 1
        found.locales.add(shelf.locale)
        if _is_caught(kind, shelf, changes):
            found.caught += 1
        else:
            found.missed.append(changes)
    return found


def _damages(kind: Kind, shelf: Shelf) -> Iterator[tuple[Text, Damage]]:
    """Yield damages of a kind over a catalog: of all texts one, then of all the next."""
    here = random.Random(zlib.crc32(f"{SEED}/{kind.name}/{shelf.locale}".encode()))  # noqa: S311 - it chooses places for damage
    texts = here.sample(shelf.texts, len(shelf.texts))
    open_ = [(text, iter(_of_text(kind, shelf, text))) for text in texts]
    while open_:
        left = []
        for text, damages in open_:
            damage = next(damages, None)
            if damage is not None:
                left.append((text, damages))
                yield text, damage
        open_ = left


def _of_text(kind: Kind, shelf: Shelf, text: Text) -> Iterator[Damage]:
    return kind.damage(Place(text, shelf, f"{SEED}/{kind.name}"))


def _changes(text: Text, damage: Damage) -> tuple[Change, ...]:
    if isinstance(damage, str):
        return (Change(text=text, target=damage),)
    return damage if isinstance(damage, tuple) else (damage,)


def _is_caught(kind: Kind, shelf: Shelf, changes: tuple[Change, ...]) -> bool:
    """Say whether each text that was changed is told, by one of the codes, as a new finding."""
    untouched: Counter[tuple[str, str]] = Counter()
    for change in changes:
        untouched += _untouched(shelf, change.text, kind.is_error)
    told = Counter(
        _told(one) for one in shelf.findings(*changes) if one.is_error or not kind.is_error
    )
    new = told - untouched
    return all(any((code, change.text.source) in new for code in kind.codes) for change in changes)


def _untouched(shelf: Shelf, text: Text, is_error: bool) -> Counter[tuple[str, str]]:
    return Counter(_told(one) for one in _as_it_is(shelf, text) if one.is_error or not is_error)


@cache
def _as_it_is(shelf: Shelf, text: Text) -> list[Finding]:
    """Return what is found in a text of a catalog before it is damaged."""
    return shelf.findings(Change(text=text, target=text.target))


def _told(finding: Finding) -> tuple[str, str]:
    return finding.code, finding.source


@cache
def _shelves(where: str) -> tuple[Shelf, ...]:
    match where:
        case "shipped":
            return shelves()
        case "literal":
            return tuple(_stock(where, LITERAL, literal=True))
        case "amounts":
            return tuple(_stock(where, AMOUNTS))
        case "ratios":
            return tuple(_stock(where, OF_ALL))
        case "doses":
            return tuple(_stock(where, DOSES))
        case "corpus":
            return tuple(_corpus())
    return tuple(_everyday(everyday.SLIPS[where]))


def _everyday(slips: everyday.Slips) -> Iterator[Shelf]:
    good = {locale: texts[0] for locale, texts in slips.texts.items()}
    yield from _stock(
        "everyday", {slips.source: good}, literal=slips.literal, in_note=slips.in_note
    )


def _stock(
    name: str, pairs: dict[str, dict[str, str]], *, literal: bool = False, in_note: bool = False
) -> Iterator[Shelf]:
    for locale in next(iter(pairs.values())):
        texts_of = {source: targets[locale] for source, targets in pairs.items()}
        yield stock_shelf(name, locale, texts_of, literal=literal, in_note=in_note)


def _corpus(*, whole: bool = False) -> Iterator[Shelf]:
    for file in sorted((ROOT / "tests/corpus").glob("*.toml")):
        rows = tomllib.loads(file.read_text(encoding="utf-8"))
        pairs = {
            row["source"]: row["target"]
            for row in rows["pair"]
            if not row.get("literal") and not row.get("role") and "{" not in row["source"]
        }
        first = pairs if whole else dict(list(pairs.items())[:3])
        yield stock_shelf("corpus", rows["locale"], first)


@cache
def false_alarms() -> tuple[Finding, ...]:
    """Return what is found in texts that have no fault: shipped catalogs and good pairs."""
    return tuple(
        one
        for shelf in (*shelves(), *_corpus(whole=True))
        for one in shelf.findings(*(Change(text=text, target=text.target) for text in shelf.texts))
        if not _is_explained(one) and not (one.code in OF_ONE_TEXT and shelf.name == "corpus")
    )


OF_ONE_TEXT = ("TXT016", "TRM004")
"""What a catalog says in one way: the sentences of a corpus are of no one text."""


def _is_explained(finding: Finding) -> bool:
    """Say whether a shipped catalog's comment explains a finding; `Shelf` leaves comments out."""
    files = f"locales/{finding.locale}/LC_MESSAGES/*.po"
    for file in (*ROOT.glob(files), *ROOT.glob(f"tests/second/{files}")):
        catalog, _, _ = read_catalog(file.read_bytes(), finding.locale, file.name, file.stem)
        for (_, source), entry in catalog.translations.items() if catalog else ():
            if source == finding.source and any(f"ignore {finding.code}" in x for x in entry.notes):
                return True
    return False


def _alarms() -> int:
    return len(false_alarms())


def _good_pairs() -> int:
    return sum(len(shelf.texts) for shelf in _corpus(whole=True))


def scores(tell: Callable[[str], object]) -> dict[str, Score]:
    """Do all damage, and return how much of each kind is caught; ``tell`` is told how far it is."""
    found: dict[str, Score] = {}
    for group, kinds in GROUPS.items():
        for number, kind in enumerate(kinds):
            if number % TOLD == 0:
                tell(f"{len(found):4} of {len(KINDS)} kinds done; {group}: {kind.name} …")
            found[kind.name] = score(kind.name)
    return found


TOLD = 20
"""After so many kinds it is told how far it is, and at the beginning of each group."""


def markdown(tell: Callable[[str], object] = bool) -> str:
    """Return the scores as a page of the documentation."""
    found = scores(tell)
    tell(f"false alarms, and {len(paper.KINDS)} kinds of damage to the printed sheet …")
    total = sum(one.total for one in found.values())
    caught = sum(one.caught for one in found.values())
    lines = [
        "# What the checks catch",
        "",
        "Written by `python -m tests.mutations --write`; a test holds that it is up to date.",
        "",
        "Each kind of damage is done to the shipped catalogs, and to those of the second project "
        "in the tests, one unit at a time, in every locale whose texts have what the kind damages, "
        "a few times in each catalog, in places chosen by chance that are always the same. "
        "Written citations, doses and the wording of languages that are not shipped have small "
        "texts of their own. It counts as caught when one of the codes is told of the unit, and "
        "where the kind has to keep a sheet from being printed, as an error. What is not caught "
        "could be told by words, stems or length alone; `python -m tests.mutations --missed KIND` "
        "lists it.",
        "",
        f"{caught:,} of {total:,} are caught, in {len(found)} kinds. The catalogs as they are, and "
        f"the {_good_pairs():,} good pairs of `tests/corpus`, have {_alarms()} false alarms.",
    ]
    for group, kinds in GROUPS.items():
        lines += [
            "",
            f"## {group}",
            "",
            "| damage | told as | locales | caught | of |",
            "|---|---|--:|--:|--:|",
        ]
        for kind in kinds:
            one = found[kind.name]
            codes = ", ".join(kind.codes) + ("" if kind.is_error else " (warning)")
            lines.append(
                f"| {kind.name} | {codes} | {len(one.locales)} | {one.caught:,} | {one.total:,} |"
            )
    return "\n".join([*lines, *paper_section()]) + "\n"


def paper_section() -> list[str]:
    """Return what is caught of all that is done to a finished sheet."""
    caught = [paper.is_caught(kind) for kind in paper.KINDS]
    lines = [
        "",
        "## The printed sheet",
        "",
        "Done to the page before it is typeset, or to the finished file, and read back as a build "
        "does; what is done to one passage may share its sheet with what is done to others, and "
        f"counts when it is told of this passage. {sum(caught)} of {len(caught)} kinds are caught.",
        "",
        "| damage | told as | caught |",
        "|---|---|---|",
    ]
    for kind, is_told in zip(paper.KINDS, caught, strict=True):
        lines.append(f"| {kind.name} | {' or '.join(kind.codes)} | {'yes' if is_told else 'no'} |")
    return lines


def plain(tell: Callable[[str], object] = bool) -> str:
    """Return the scores for a terminal."""
    found, lines = scores(tell), []
    for group, kinds in GROUPS.items():
        lines += [group]
        for kind in kinds:
            one = found[kind.name]
            mark = "" if one.caught == one.total else "  *"
            codes = "/".join(kind.codes)
            lines.append(f"  {kind.name:54} {codes:21} {one.caught:5} /{one.total:5}{mark}")
    return "\n".join(lines)


def missed(found: Score) -> str:
    """Return what is not caught, text by text."""
    return "\n".join(
        f"{change.text.locale} {change.text.source!r}\n    {change.target!r}"
        for changes in found.missed
        for change in changes
    )


def missed_on_paper(kind: paper.Tampering) -> str:
    """Return what a damaged sheet is told as; empty where that tells the damage."""
    if paper.is_caught(kind):
        return ""
    wanted = " or ".join(kind.codes)
    told = "\n".join(f"    {one.code} {one.message}" for one in paper.found_after(kind))
    return f"{kind.name}: not told as {wanted}; on a sheet of its own is found:\n{told or '    -'}"
