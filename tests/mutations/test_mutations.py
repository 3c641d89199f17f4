"""What the checks must catch, and how much of the rest they catch today."""

import re
from pathlib import Path

import pytest

from pipeline.catalog.read import read_catalog
from pipeline.check.rules import PAIR_RULES, RULES_BY_CODE
from tests.conftest import ROOT
from tests.mutations import paper
from tests.mutations.catalogs import read_po, shelves
from tests.mutations.run import GROUPS, KINDS, example, false_alarms, markdown, missed, score
from tests.steps import in_two_steps

OF_A_CATALOG = {"CAT010", "CAT011", "CAT014", "CAT015", "CIT005", "SAF005", "SAF006"}
"""Rules about a translation that look at more than one text, or at its state."""

COUNTS = {
    "Citations": (45, 2_400),
    "Safety": (42, 3_300),
    "Text": (70, 5_000),
    "Characters": (74, 4_800),
    "Crisis numbers": (96, 4_000),
    "Amounts": (29, 84),
    "Everyday": (45, 1_000),
    "Tags and comments": (59, 2_000),
}
"""How many kinds each group has, and how many damages at least."""

FLOORS = {
    "its heading, or a note of a few words, cut to half": 47,
    "Portuguese in Spanish": 16,
    "Italian in Spanish": 14,
    "French in Spanish": 16,
    "Persian in Arabic": 16,
    "German in Dutch, Polish or Turkish": 21,
    "number on record typed with two digits swapped": 39,
}
"""How many are caught where a text is judged by its commonest words, by the stems of words, or by
its length. Measured; never less."""

LEAST_KINDS = 300

FEW_WORDS = "its heading, or a note of a few words, cut to half"
"""The one kind of safety with a floor: a good translation of five words may be as short."""

WHOLE = [name for name in KINDS if name not in FLOORS]


@pytest.mark.parametrize("group", GROUPS)
def test_damage_of_each_kind_is_caught_in_a_few_catalogs(group: str) -> None:
    done = {name: example(name) for kind in GROUPS[group] if (name := kind.name) in WHOLE}
    assert [name for name, found in done.items() if not found.total] == []
    passed = [f"{name}\n{missed(it)}" for name, it in done.items() if it.caught != it.total]
    assert "\n".join(passed) == ""


@pytest.mark.exhaustive
@pytest.mark.parametrize("name", WHOLE)
def test_all_damage_of_a_kind_is_caught(name: str) -> None:
    found = score(name)
    assert found.caught == found.total, missed(found)


@pytest.mark.exhaustive
@pytest.mark.parametrize("name", FLOORS)
def test_as_much_foreign_text_is_caught_as_ever(name: str) -> None:
    assert score(name).caught >= FLOORS[name]


def test_no_citation_or_safety_kind_but_one_makes_do_with_a_floor() -> None:
    strict = {kind.name for group in ("Citations", "Safety") for kind in GROUPS[group]}
    assert strict & set(FLOORS) == {FEW_WORDS}


def test_no_kind_of_damage_has_vanished() -> None:
    assert {group: len(kinds) for group, kinds in GROUPS.items()} == {
        group: kinds for group, (kinds, _) in COUNTS.items()
    }, "a new kind of damage: raise its group's two numbers in COUNTS"


@pytest.mark.exhaustive
@pytest.mark.parametrize("group", GROUPS)
def test_damage_of_each_group_is_done_as_often_as_ever(group: str) -> None:
    _, damages = COUNTS[group]
    assert sum(score(kind.name).total for kind in GROUPS[group]) >= damages


def test_there_are_as_many_kinds_as_ever() -> None:
    assert len(KINDS) >= LEAST_KINDS


def test_kinds_have_different_names() -> None:
    assert len(KINDS) == sum(map(len, GROUPS.values()))


def test_every_rule_has_a_kind_of_damage() -> None:
    told = {code for kind in KINDS.values() for code in kind.codes}
    wanted = {rule.code for rule in PAIR_RULES} | OF_A_CATALOG
    assert wanted - told == set(), (
        "write a kind of damage that each tells: tests/mutations/texts.py"
    )
    assert told - wanted == set(), "no rule in PAIR_RULES and none of OF_A_CATALOG has this code"
    assert told <= set(RULES_BY_CODE)


def test_damage_is_done_to_every_shipped_catalog() -> None:
    names = [(shelf.locale, shelf.name) for shelf in shelves()]
    files = [*ROOT.glob("locales/*/*/*.po"), *ROOT.glob("tests/second/locales/*/*/*.po")]
    assert sorted(names) == sorted((file.parent.parent.name, file.stem) for file in files)
    assert len({locale for locale, _ in names}) >= 18
    assert sum(len(shelf.texts) for shelf in shelves()) >= 2_200


@pytest.mark.exhaustive
def test_no_good_text_raises_a_false_alarm() -> None:
    assert false_alarms() == ()


@pytest.mark.parametrize("root", [ROOT, ROOT / "tests/second"], ids=lambda root: root.name)
@pytest.mark.parametrize("name", ["es", "ar"])
def test_the_reader_of_its_own_reads_what_the_checks_read(root: Path, name: str) -> None:
    files = sorted(root.glob(f"locales/{name}/LC_MESSAGES/*.po"))
    assert len(files) == 2
    for file in files:
        assert_read_alike(file, name)


def assert_read_alike(file: Path, locale: str) -> None:
    catalog, _, findings = read_catalog(file.read_bytes(), locale, file.name, file.stem)
    assert catalog
    assert findings == []
    texts = read_po(file.read_text(encoding="utf-8"), locale, file.stem)
    theirs = {key: entry.text for key, entry in catalog.translations.items() if key[1]}
    assert {text.key: text.target for text in texts} == theirs


def test_at_least_sixty_ways_to_tamper_with_a_sheet_are_tried() -> None:
    assert len({kind.name for kind in paper.KINDS}) == len(paper.KINDS) >= 60
    assert not paper.sheet().judge(paper.sheet().pdf)


FIRST_SHEETS = (paper.shared()[0], paper.shared()[-1])
"""One fault of each passage, and what is too much: the sheets that `make test` sets."""

AT_ONCE = {*(kind for kinds in FIRST_SHEETS for kind in kinds), *paper.without_a_sheet()}


@pytest.mark.parametrize("kind", in_two_steps(paper.KINDS, AT_ONCE), ids=lambda kind: kind.name)
def test_a_sheet_that_was_tampered_with_is_told(kind: paper.Tampering) -> None:
    assert paper.is_caught(kind), sorted(paper.told(kind))


@pytest.mark.parametrize(
    "kinds", in_two_steps(paper.shared(), FIRST_SHEETS), ids=lambda kinds: kinds[0].name
)
def test_on_a_shared_sheet_no_other_passage_is_told(kinds: tuple[paper.Tampering, ...]) -> None:
    places = {kind.place or kind.named for kind in kinds}
    assert len(places) == len(kinds)
    others = [one for one in paper.KINDS if one.named and (one.place or one.named) not in places]
    found = paper.found_after(*kinds)
    told = [
        one.name
        for one in others
        for it in found
        if it.code in one.codes and paper.is_about(it, one)
    ]
    assert told == []


def test_each_tampering_with_the_sheet_has_its_row() -> None:
    table = (ROOT / "docs/mutations.md").read_text("utf-8").partition("## The printed sheet")[2]
    rows = re.findall(r"^\| (.+?) \| .* \| (?:yes|no) \|$", table, re.MULTILINE)
    assert rows == [kind.name for kind in paper.KINDS]


@pytest.mark.exhaustive
def test_the_table_is_up_to_date() -> None:
    assert (ROOT / "docs/mutations.md").read_text(encoding="utf-8") == markdown()
