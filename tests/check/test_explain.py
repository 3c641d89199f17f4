"""What `polyleaf explain` prints."""

import re
from pathlib import Path

import pytest

from pipeline.check.explain import FAMILIES, document, explanation, overview, section
from pipeline.check.rule import Example, Rule
from pipeline.check.rules import RULES, RULES_BY_CODE
from pipeline.cli import main
from tests.rows import each_row


def explain(*words: str) -> int:
    return main(["explain", *words])


def squeezed(text: str) -> str:
    return " ".join(text.split())


@each_row("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_is_explained_with_all_that_it_says(rule: Rule) -> None:
    text = explanation(rule)
    assert text.startswith(f"{rule.code}: {rule.name} ({rule.severity})\n")
    assert squeezed(rule.why) in squeezed(text)
    assert squeezed(rule.fix) in squeezed(text)
    assert text.index("\nbad:\n") < text.index("\ngood:\n")
    assert max(map(len, text.splitlines()[:9])) <= 110


@each_row("rule", RULES, ids=lambda rule: rule.code)
def test_how_to_ignore_a_rule_is_said_only_where_one_may(rule: Rule) -> None:
    comment = f"# polyleaf: ignore {rule.code} because …"
    assert (comment in explanation(rule)) is rule.may_be_ignored
    assert (comment in section(rule)) is rule.may_be_ignored


def test_both_texts_of_an_example_stand_as_a_finding_shows_them() -> None:
    text = explanation(RULES_BY_CODE["CIT001"])
    assert "    source: Cognitive theories [@beck1967] emphasize guilt.\n    here:   Las" in text
    assert "    here:   (nothing)\n" in explanation(RULES_BY_CODE["CAT010"])


def test_an_example_of_many_lines_keeps_them_under_each_other() -> None:
    rule = Rule(
        code="CIT001",
        name="a name",
        why="It matters.",
        fix="mend it",
        bad=Example(source="one", target="two\n\nthree"),
        good=Example(target="## four\n\n```\nfive\n```"),
    )
    assert "    source: one\n    here:   two\n\n            three\n" in explanation(rule)
    assert "    ## four\n\n    ```\n" in explanation(rule)
    assert "\n````text\n## four\n" in section(rule)


@pytest.mark.parametrize("text", [document(), explanation(RULES_BY_CODE["CAT012"])])
def test_an_invisible_character_is_shown_and_not_obeyed(text: str) -> None:
    assert "Llame<U+202E> ya." in text
    assert not re.search("[\u202a-\u202e\u2066-\u2069]", text)


def test_several_codes_are_explained_in_the_order_asked_for(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert explain("saf001", "CIT001 TXT004") == 0
    out = capsys.readouterr().out
    assert re.findall(r"^([A-Z]{3}\d{3}):", out, re.MULTILINE) == ["SAF001", "CIT001", "TXT004"]


def test_without_a_code_all_rules_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert explain() == 0
    out = capsys.readouterr().out
    assert out == overview()
    assert {line.split()[0] for line in out.splitlines()} == set(RULES_BY_CODE)
    families = list(dict.fromkeys(line[:3] for line in out.splitlines()))
    assert families == list(FAMILIES)
    assert "CIT001  error    citation missing\n" in out


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["SVC099"], "unknown code 'SVC099'; near: SVC009 "),
        (["CIT001", "cit0O1"], "unknown code 'cit0O1'; near: CIT001 "),
        (["SAF777"], "unknown code 'SAF777'; near: SAF007"),
        (["sleep"], "unknown code 'sleep'; codes begin with SRC CAT REL CIT SAF TXT TRM SVC PDF"),
    ],
)
def test_an_unknown_code_is_one_line_that_names_near_ones(
    words: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert explain(*words) == 2
    output = capsys.readouterr()
    assert output.out == ""
    assert output.err.startswith(f"polyleaf: {message}")
    assert output.err.count("\n") == 1


def test_the_document_has_all_rules_by_family(capsys: pytest.CaptureFixture[str]) -> None:
    assert explain("--markdown") == 0
    out = capsys.readouterr().out
    headings = re.findall(r"^#{2,3} ([A-Z]{3}\d*): ", out, re.MULTILINE)
    wanted = []
    for family in FAMILIES:
        wanted += [family, *(rule.code for rule in RULES if rule.code.startswith(family))]
    assert headings == wanted
    assert out.index("STRICT=1") < out.index("# polyleaf: ignore") < out.index("## SRC")


def test_the_document_is_of_all_rules_or_of_none(capsys: pytest.CaptureFixture[str]) -> None:
    assert explain("--markdown", "CIT001") == 2
    assert "name no code with it" in capsys.readouterr().err


def test_explaining_needs_no_project(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert explain("CIT001", "--project", str(tmp_path)) == 0
    assert capsys.readouterr().out == explanation(RULES_BY_CODE["CIT001"])
