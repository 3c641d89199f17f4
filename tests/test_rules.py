"""Every code has a rule, every rule is found somewhere, and what rules say is true."""

import ast
import json
import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path

from pipeline.catalog.read import read_catalog
from pipeline.check.article import check_article
from pipeline.check.explain import FAMILIES, document
from pipeline.check.recorded import OnRecord, numbers_on_record
from pipeline.check.rule import Example, Pair, Rule
from pipeline.check.rules import PAIR_RULES, RULES, RULES_BY_CODE
from pipeline.check.services import lint_region
from pipeline.parse.article import parse_article
from pipeline.project import Project
from pipeline.records.approval import read_credits
from pipeline.records.glossary import read_glossary, terms_of
from pipeline.records.language import language_named
from pipeline.records.publisher import read_publisher
from pipeline.records.reference import read_references
from pipeline.records.region import read_region
from pipeline.records.withdrawn import read_withdrawn
from pipeline.values.finding import Finding
from tests.conftest import ROOT
from tests.rows import each_row

CODE = re.compile(r"[A-Z]{3}\d{3}")
PACKAGE = ROOT / "pipeline"
DESCRIPTIONS = PACKAGE / "check/rules"


def is_code(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and bool(CODE.fullmatch(node.value))
    )


def codes_in(file: Path) -> set[str]:
    """Return the codes that a module emits: not those it compares with, or only lists."""
    text = file.read_text(encoding="utf-8")
    if not CODE.search(text):
        return set()
    tree = ast.parse(text)
    asked = {
        id(part)
        for node in ast.walk(tree)
        if isinstance(node, ast.Compare)
        or (isinstance(node, ast.Tuple | ast.List | ast.Set) and all(map(is_code, node.elts)))
        for part in ast.walk(node)
    }
    return {
        str(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and is_code(node) and id(node) not in asked
    }


@cache
def emitted() -> frozenset[str]:
    """Return the codes that stand outside of the rules' descriptions."""
    files = [file for file in PACKAGE.rglob("*.py") if not file.is_relative_to(DESCRIPTIONS)]
    return frozenset().union(*map(codes_in, files))


def test_the_codes_that_modules_emit_are_found() -> None:
    # Without this the tests below could pass because they see nothing.
    assert {"SRC001", "SAF003", "SAF006", "CAT024", "SVC012", "PDF003", "PDF006"} <= emitted()
    assert codes_in(PACKAGE / "vouch/approve.py") == set()


def test_every_code_that_is_emitted_has_a_rule() -> None:
    assert emitted() - set(RULES_BY_CODE) == set()


def test_every_rule_is_emitted_somewhere() -> None:
    judged = {rule.code for rule in PAIR_RULES}
    assert set(RULES_BY_CODE) - judged - emitted() == set()


def test_a_code_belongs_to_one_rule_of_a_known_family() -> None:
    assert len(RULES_BY_CODE) == len(RULES)
    assert all(CODE.fullmatch(rule.code) for rule in RULES)
    assert {rule.code[:3] for rule in RULES} == set(FAMILIES)


def test_rules_that_judge_a_pair_have_a_check_and_the_others_none() -> None:
    assert all(rule.check for rule in PAIR_RULES)
    assert not any(rule.check for rule in RULES if rule not in PAIR_RULES)


def test_every_module_of_rules_is_listed() -> None:
    modules = sorted(DESCRIPTIONS.glob("[a-z]*.py"))
    described = {
        code
        for file in modules
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.keyword) and node.arg == "code" and is_code(node.value)
        for code in [ast.literal_eval(node.value)]
    }
    assert described - set(RULES_BY_CODE) == set(), (
        "import the rule's module in check/rules/__init__.py, and name it in PAIR_RULES"
    )
    assert set(RULES_BY_CODE) - described == set(), 'say code="…" in the rule\'s own module'


def test_no_safety_rule_may_be_ignored() -> None:
    assert not [rule.code for rule in RULES if rule.code[:3] == "SAF" and rule.may_be_ignored]


def test_names_are_unique() -> None:
    names = [rule.name for rule in RULES]
    assert sorted(set(names)) == sorted(names)


@each_row("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_speaks_as_all_others_do(rule: Rule) -> None:
    """A name is a few words, a reason whole sentences, a fix what to do, without a full stop."""
    for text in (rule.name, rule.why, rule.fix):
        assert text == " ".join(text.split())
    assert rule.name[0].islower() or rule.name.split()[0].isupper()
    assert rule.name[-1].isalnum()
    assert len(rule.name) <= 60
    assert re.match(r"[A-Z“{]|\d", rule.why)
    assert rule.why[-1] in ".?!"
    assert rule.fix[0].islower()
    assert rule.fix[-1] not in ".?!;:,"
    assert rule.bad != rule.good


def test_the_document_of_rules_is_up_to_date() -> None:
    written = (ROOT / "docs/rules.md").read_text(encoding="utf-8")
    assert written == document(), "run 'make rules'"


LOCALES = {"CIT007": "zh_Hans", "TXT006": "zh_Hans", "CIT009": "ru"}
"""Of the examples that are not in Spanish; a text in a wrong language is judged as Spanish."""

NOT_IN_A_NOTE = ("SAF004", "SAF010", "SAF011", "SAF013", "SAF014")
"""Safety rules whose example stands in the article's own text."""


@cache
def project() -> Project:
    return Project.at(ROOT)


@cache
def crisis_numbers() -> OnRecord:
    regions = [project().region(code)[0] for code in project().region_codes()]
    return numbers_on_record(filter(None, regions))


def pair(rule: Rule, example: Example) -> Pair:
    references, _ = project().references()
    terms, _ = project().terms()
    locale = LOCALES.get(rule.code, "es")
    in_note = rule.code.startswith("SAF") and rule.code not in NOT_IN_A_NOTE
    return Pair(
        text=example.source,
        translation=example.target,
        role="crisis heading" if rule.code == "TXT011" else "paragraph",
        context="crisis" if in_note else "",
        language=language_named(locale, terms_of(terms, locale)),
        source_language=language_named("en"),
        references=references,
        cited_works=tuple(references),
        literal=rule.code == "CIT010",
        crisis_numbers=crisis_numbers,
    )


def found_in(rule: Rule, example: Example) -> set[str]:
    judged = pair(rule, example)
    return {one.code for one in PAIR_RULES if one.check and list(one.check(judged))}


@each_row("rule", PAIR_RULES, ids=lambda rule: rule.code)
def test_a_bad_example_is_found(rule: Rule) -> None:
    assert rule.code in found_in(rule, rule.bad)


@each_row("rule", PAIR_RULES, ids=lambda rule: rule.code)
def test_nothing_is_found_in_a_good_example(rule: Rule) -> None:
    assert found_in(rule, rule.good) == set()


FRONT = """\
---
id: sleep
title: Sleep and low mood
version: "1.0"
language: en
date: 2026-01-10
review-by: 2027-01-10
---

"""

NOTE = "::: crisis short\n{text}\n\n{{services}}\n:::\n\nSleep helps."

ENTRY = """\
msgid ""
msgstr ""
{header}
"Content-Type: text/plain; charset=UTF-8\\n"

msgid "Sleep"
{entry}
"""

REGION = """\
code = "{code}"
paper = "letter"
languages = ["en"]

[[services]]
id = "lifeline"
names = {{ en = "Lifeline" }}
languages = ["en"]
agreement = "high"

[[services.sources]]
title = "{title}"
kind = "press"

[[services.ways]]
{way}
"""


def of_article(text: str) -> Iterator[Finding]:
    article, found = parse_article(text, "example")
    yield from found
    if article:
        yield from check_article(article, ["beck1967"], ["growth.svg"])


def of_catalog(*, header: str = "", entry: str = 'msgstr "Sueño"') -> list[Finding]:
    text = ENTRY.format(header=header, entry=entry)
    return read_catalog(text.encode(), "es", "example", "sleep")[2]


def of_region(
    code: str = "US", title: str = "", way: str = 'kind = "call"\nnumber = "988"\n', more: str = ""
) -> list[Finding]:
    text = REGION.format(code=code, title=title or "A list", way=way) + more
    region, found = read_region(tomllib.loads(text), "example", code)
    return [*found, *lint_region(region)]


def read_example(code: str, example: Example) -> Sequence[Finding]:
    """Return what is found where an example is read as what it is part of."""
    text, path = example.target, "example"
    match code:
        case "SRC001":
            found: Iterable[Finding] = of_article(text)
        case "SAF003":
            found = of_article(FRONT + NOTE.format(text=text))
        case "SAF009":
            found = of_article(FRONT + NOTE.format(text="Talk to someone.") + f"\n\n{text}")
        case "SRC013":
            found = read_references(json.loads(text), path)[1]
        case "SRC020":
            found = read_publisher(tomllib.loads(text), path)[1]
        case "SRC021":
            found = read_withdrawn(tomllib.loads(text), path)[1]
        case "CAT002":
            found = of_catalog(entry=text)
        case "CAT003":
            found = of_catalog(header=text)
        case "CAT022":
            found = read_credits(tomllib.loads(text), path)[1]
        case "TRM001":
            found = read_glossary(text + "\n", path)[1]
        case "SVC009":
            found = of_region(more=text)
        case "SVC008":
            found = of_region(Path(example.source).stem, way=text)
        case _ if code.startswith("SVC"):
            found = of_region(title=example.source, way=text)
        case _:
            found = of_article(FRONT + text)
    return list(found)


READ = [
    *(f"SRC{number:03}" for number in (*range(1, 12), 13, 15, 20, 21)),
    *("SAF003", "SAF009", "CAT002", "CAT003", "CAT022", "TRM001"),
    *(f"SVC{number:03}" for number in (1, *range(3, 10))),
]
"""Rules whose examples can be read as they stand."""


@each_row("code", READ)
def test_a_bad_example_of_what_is_read_is_found_and_nothing_else(code: str) -> None:
    found = {(one.code, one.severity) for one in read_example(code, RULES_BY_CODE[code].bad)}
    assert found == {(code, RULES_BY_CODE[code].severity)}


@each_row("code", READ)
def test_nothing_is_found_in_a_good_example_of_what_is_read(code: str) -> None:
    assert read_example(code, RULES_BY_CODE[code].good) == []
