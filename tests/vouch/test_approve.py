"""Who may approve which words, and what makes an approval void."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
import unicodedata
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from pipeline.project import Project
from pipeline.project.sources import locale_texts, read_sources
from pipeline.records.approval import approval_seal
from pipeline.vouch.standing import judge_text
from tests.conftest import ARTICLE, ROOT, replace
from tests.copies import copy_project, shorten

Run = Callable[..., tuple[int, str, str]]

NAME = "attachment-and-depression"
TODAY = ("--today", "2026-11-23")

pytestmark = pytest.mark.usefixtures("brief")


def po(project: Path, name: str = NAME, locale: str = "es") -> Path:
    return project / "locales" / locale / "LC_MESSAGES" / f"{name}.po"


def approve(
    polyleaf: Run, locale: str = "es", role: str = "clinician", by: str = "Eva Ruiz", *more: str
) -> tuple[int, str, str]:
    return polyleaf("approve", locale, "--role", role, "--by", by, *more, *TODAY)


def approvals(project: Path, locale: str = "es") -> list[Path]:
    return sorted((project / "locales" / locale / "approvals").glob("*.toml"))


def standing(polyleaf: Run, locale: str = "es", article: str = NAME) -> str:
    _, out, err = polyleaf("status", locale, *TODAY)
    found = re.search(rf"^{article} +{locale} .* \d+/\d+ +(.*)  yes$", out, re.MULTILINE)
    assert found, out + err
    states = [one.split()[-1] for one in found[1].split(", ")]
    unfilled = {"void": "void", "open": "no"}
    worst = next((unfilled[one] for one in unfilled if one in states), "")
    return worst or found[1].split(", ")[-1]


def only_services_are_missing(polyleaf: Run, locale: str = "es") -> bool:
    status, out, err = polyleaf("pdf", locale, "--approved", *TODAY)
    assert (status, out) == (1, "")
    assert "SVC010" in err, "no service in the project is confirmed"
    return "CAT025" not in err


def write_credits(project: Path, text: str, locale: str = "es") -> None:
    folder = project / "locales" / locale
    folder.mkdir(exist_ok=True)
    (folder / "credits.toml").write_text(f"[[translated]]\n{text}\n", encoding="utf-8")


def write_child(project: Path, polyleaf: Run, entries: str = "") -> None:
    assert polyleaf("locale", "es_MX")[0] == 0
    head = 'msgid ""\nmsgstr "Language: es_MX\\nContent-Type: text/plain; charset=UTF-8\\n"\n'
    po(project, locale="es_MX").write_text(f"{head}\n{entries}", encoding="utf-8")


def reseal(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    data = tomllib.loads(text)
    file.write_text(text.replace(data["seal"], approval_seal(data)), encoding="utf-8")


# Giving


def test_an_approval_is_a_file_that_says_who_of_what_and_when(project: Path, polyleaf: Run) -> None:
    status, out, err = approve(polyleaf)
    assert status == 0
    assert re.fullmatch(
        rf"locales/es/approvals/{NAME}-clinician-eva-ruiz-[0-9a-f]{{8}}\.toml\n", out
    )
    assert "approved by Eva Ruiz as clinician" in err
    said = tomllib.loads((project / out.strip()).read_text(encoding="utf-8"))
    stated = {name: said[name] for name in ("article", "locale", "role", "by", "named", "version")}
    assert stated == {
        "article": NAME,
        "locale": "es",
        "role": "clinician",
        "by": "Eva Ruiz",
        "named": False,
        "version": "1.0",
    }
    assert said["on"].isoformat() == "2026-11-23"
    assert all(said[kind] for kind in ("unit", "words", "citation", "term"))
    assert standing(polyleaf) == "clinician 2026-11-23"
    assert only_services_are_missing(polyleaf)


def test_a_name_goes_on_the_sheet_only_where_that_was_said(project: Path, polyleaf: Run) -> None:
    approve(polyleaf, "es", "clinician", "Eva Ruiz", "--named")
    assert tomllib.loads(approvals(project)[0].read_text(encoding="utf-8"))["named"] is True


def test_an_approval_can_be_of_an_earlier_day_but_of_no_later_one(
    project: Path, polyleaf: Run
) -> None:
    status, _, err = approve(polyleaf, "es", "clinician", "Eva Ruiz", "--on", "2026-11-24")
    assert status == 2
    assert "still to come" in err
    assert not approvals(project)
    replace(project / f"source/{NAME}.md", "date: 2026-11-23", "date: 2026-11-20")
    assert approve(polyleaf, "es", "clinician", "Eva Ruiz", "--on", "2026-11-20")[0] == 0
    assert standing(polyleaf) == "clinician 2026-11-20"


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        (f"source/{NAME}.md", f"{NAME} is dated 2026-11-23: nobody can have approved it on"),
        (f"locales/es/LC_MESSAGES/{NAME}.po", f"{NAME} was last changed in es on 2026-11-23: "),
        ("locales/es/LC_MESSAGES/sheet.po", f"{NAME} was last changed in es on 2026-11-23: "),
    ],
)
def test_an_approval_is_not_older_than_what_it_approves(
    project: Path, polyleaf: Run, changed: str, said: str
) -> None:
    replace(project / f"source/{NAME}.md", "date: 2026-11-23", "date: 2026-11-20")
    file = project / changed
    text = file.read_text(encoding="utf-8")
    file.write_text(re.sub(r"(?i)(date: 2026-11-)20", r"\g<1>23", text), encoding="utf-8")
    status, out, err = approve(polyleaf, "es", "clinician", "Eva Ruiz", "--on", "2026-11-22")
    assert (status, out) == (2, "")
    assert err.startswith(f"polyleaf: {said}")
    assert not approvals(project)


@pytest.mark.parametrize(
    ("locale", "role", "counts"),
    [
        ("es", "clinician", True),
        ("es", "editor", False),
        ("es", "reviser", False),
        ("ar", "clinician", True),
        ("en", "clinician", True),
        ("en", "editor", True),
    ],
)
def test_who_makes_a_text_approved(polyleaf: Run, locale: str, role: str, counts: bool) -> None:
    assert approve(polyleaf, locale, role)[0] == 0
    assert standing(polyleaf, locale) == (f"{role} 2026-11-23" if counts else "no")
    assert only_services_are_missing(polyleaf, locale) == counts


def test_all_lesser_roles_together_do_not_replace_a_clinician(polyleaf: Run) -> None:
    assert approve(polyleaf, "es", "editor")[0] == 0
    assert approve(polyleaf, "es", "reviser", "Noor Haddad")[0] == 0
    assert standing(polyleaf) == "no"


def test_the_source_has_no_reviser(project: Path, polyleaf: Run) -> None:
    status, out, err = approve(polyleaf, "en", "reviser")
    assert (status, out) == (2, "")
    assert "--role editor or clinician" in err
    assert not approvals(project, "en")


def test_a_role_may_be_written_in_capitals(project: Path, polyleaf: Run) -> None:
    assert approve(polyleaf, "es", "Clinician")[0] == 0
    assert len(approvals(project, "es")) == 1


@pytest.mark.parametrize("role", ["translator", "clinic", ""])
def test_another_role_is_refused(polyleaf: Run, role: str) -> None:
    status, out, err = approve(polyleaf, "es", role)
    assert (status, out) == (2, "")
    assert "use one of clinician, community, editor, reviser" in err


@pytest.mark.parametrize(
    "by", ["", "  ", "E", "Eva\u202eRuiz", "Eva\0Ruiz", "Eva\x1b[2JRuiz", "E.", "E 1", "12", "?!"]
)
def test_what_is_no_name_approves_nothing(project: Path, polyleaf: Run, by: str) -> None:
    status, out, err = approve(polyleaf, by=by)
    assert (status, out) == (2, "")
    assert "is not a name" in err
    assert not approvals(project)


@pytest.mark.parametrize(
    "by", ['Eva "Bo" O’Hara', "Eva \\ Ruiz", "'''Eva # Ruiz", "د. أحمد علي", "../Eva Ruiz", "王芳"]
)
def test_an_odd_name_is_kept_and_leads_nowhere_else(project: Path, polyleaf: Run, by: str) -> None:
    assert approve(polyleaf, by=by)[0] == 0
    (file,) = approvals(project)
    assert tomllib.loads(file.read_text(encoding="utf-8"))["by"] == by
    assert standing(polyleaf) == "clinician 2026-11-23"


def test_line_breaks_in_a_name_write_no_lines(project: Path, polyleaf: Run) -> None:
    assert approve(polyleaf, by=" Eva \n named = true \n Ruiz")[0] == 0
    said = tomllib.loads(approvals(project)[0].read_text(encoding="utf-8"))
    assert (said["by"], said["named"]) == ("Eva named = true Ruiz", False)


def test_the_locale_and_the_article_must_be_known(project: Path, polyleaf: Run) -> None:
    assert approve(polyleaf, "fr")[::2] == (
        2,
        "polyleaf: 'fr' (French) is not in this project: start it with 'polyleaf locale fr', "
        "or name one that is here: ar en es\n",
    )
    status, _, err = approve(polyleaf, "es", "clinician", "Eva Ruiz", "--article", "sleep")
    assert status == 2
    assert "unknown article 'sleep'" in err
    (project / "source/sleep.md").write_text(ARTICLE, encoding="utf-8")
    status, _, err = approve(polyleaf, "en", "editor")
    assert status == 2
    assert f"--article: {NAME} sleep" in err


def test_approving_again_replaces_the_persons_own_file(project: Path, polyleaf: Run) -> None:
    approve(polyleaf)
    replace(po(project), "Reflexiones finales", "Para terminar")
    assert standing(polyleaf) == "void"
    approve(polyleaf)
    assert len(approvals(project)) == 1
    assert standing(polyleaf) == "clinician 2026-11-23"


@pytest.mark.parametrize("again", ["Ruiz, Eva", "EVA  RUIZ", "Dra. Eva Ruiz", "Éva-Ruiz"])
def test_one_person_in_another_spelling_renews_and_does_not_double(
    project: Path, polyleaf: Run, again: str
) -> None:
    approve(polyleaf)
    status, out, err = approve(polyleaf, "es", "clinician", again)
    assert status == 0
    assert "it takes the place of what Eva Ruiz approved on 2026-11-23" in err
    assert [str(one.relative_to(project)) for one in approvals(project)] == [out.strip()]
    assert standing(polyleaf) == "clinician 2026-11-23"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Eva Ruiz", "E. Ruiz"),
        ("E. Ruiz", "Eva Ruiz"),
        ("Suharto (Puskesmas Kota)", "Suharto (RS Sutomo)"),
    ],
)
def test_a_name_that_may_be_the_same_persons_takes_no_ones_place(
    project: Path, polyleaf: Run, first: str, second: str
) -> None:
    approve(polyleaf, "es", "clinician", first)
    before = [one.read_bytes() for one in approvals(project)]
    status, _, err = approve(polyleaf, "es", "clinician", second)
    assert status == 2
    assert f"{second} may be {first}, who is the clinician of {NAME} in es already" in err
    assert f'--by "{first}"' in err
    assert [one.read_bytes() for one in approvals(project)] == before


def test_two_people_in_one_role_are_two_approvals(project: Path, polyleaf: Run) -> None:
    approve(polyleaf)
    status, _, err = approve(polyleaf, "es", "clinician", "Juan Soto")
    assert (status, "takes the place" in err) == (0, False)
    assert len(approvals(project)) == 2


@pytest.mark.parametrize(
    ("name", "old", "new", "code"),
    [
        (NAME, 'msgstr "Reflexiones finales"', 'msgstr ""', "CAT010"),
        (NAME, "#. title\n", "#. title\n#, fuzzy\n", "CAT011"),
        (NAME, "[@beck1967] subrayan", "subrayan", "CIT001"),
        (NAME, "[@beck1967] subrayan", "(Beck, 1967) subrayan", "CIT007"),
        (NAME, 'msgstr "Si necesita ayuda ahora mismo"', 'msgstr ""', "SAF006"),
        ("sheet", 'msgstr "Su clínica"', 'msgstr ""', "CAT010"),
        ("sheet", "Llame al {number} y luego", "Llame al 112 o al {number} y luego", "SAF002"),
    ],
)
def test_nobody_can_approve_what_cannot_be_printed(
    project: Path, polyleaf: Run, name: str, old: str, new: str, code: str
) -> None:
    replace(po(project, name), old, new)
    status, out, err = approve(polyleaf)
    assert (status, out) == (1, "")
    assert f"error {code}" in err
    assert f"not approved: {NAME} in es has errors" in err
    assert not approvals(project)


# Translators


@pytest.mark.parametrize("by", ["Ana Pérez", " Ana  PÉREZ ", "Pérez, Ana", "PÉREZ Ana"])
@pytest.mark.parametrize("role", ["clinician", "editor", "reviser"])
def test_a_translator_on_record_approves_in_no_role(
    project: Path, polyleaf: Run, by: str, role: str
) -> None:
    write_credits(project, 'by = "Ana Pérez"\non = 2026-11-01')
    status, out, err = approve(polyleaf, "es", role, by)
    assert (status, out) == (2, "")
    assert "another person has to read it" in err
    assert not approvals(project)


def test_accents_typed_in_two_ways_are_one_person(project: Path, polyleaf: Run) -> None:
    write_credits(project, 'by = "Ana Pérez"\non = 2026-11-01')
    assert approve(polyleaf, by=unicodedata.normalize("NFD", "Ana Pérez"))[0] == 2


def test_a_fault_in_the_credits_lets_no_translator_approve(project: Path, polyleaf: Run) -> None:
    write_credits(project, 'by = "Ana Pérez"\non = 2026-11-01\nnamed = "yes"')
    assert approve(polyleaf, by="Ana Pérez")[0] != 0


@pytest.mark.parametrize("name", [NAME, "sheet"])
def test_the_last_translator_of_a_catalog_cannot_approve(
    project: Path, polyleaf: Run, name: str
) -> None:
    replace(po(project, name), "Last-Translator: Polyleaf", "Last-Translator: Ana Pérez")
    assert approve(polyleaf, by="Ana Pérez")[0] == 2
    assert approve(polyleaf, by="Eva Ruiz")[0] == 0


def test_who_translated_something_else_can_approve(project: Path, polyleaf: Run) -> None:
    shutil.copy(project / f"source/{NAME}.md", project / "source/sleep.md")
    replace(project / "source/sleep.md", f"id: {NAME}", "id: sleep")
    write_credits(project, 'by = "Ana Pérez"\non = 2026-11-01\narticles = ["sleep"]')
    write_credits(project, 'by = "Ana Pérez"\non = 2026-11-01', "ar")
    assert approve(polyleaf, "es", "clinician", "Ana Pérez", "--article", NAME)[0] == 0


def test_who_translated_the_parent_cannot_approve_the_child(project: Path, polyleaf: Run) -> None:
    write_child(project, polyleaf, 'msgid "Final Thoughts"\nmsgstr "Para terminar"\n')
    write_credits(project, 'by = "Ana Pérez"\non = 2026-11-01')
    assert approve(polyleaf, "es_MX", by="Ana Pérez")[0] == 2
    assert approve(polyleaf, "es_MX", by="Eva Ruiz")[0] == 0


@pytest.mark.parametrize("locale", ["es", "en"])
def test_credits_for_an_unknown_article_are_an_error_and_let_nobody_approve(
    project: Path, polyleaf: Run, locale: str
) -> None:
    approve(polyleaf, locale)
    write_credits(project, 'by = "Ana Pérez"\non = 2026-11-01\narticles = ["sleeep"]', locale)
    said = f"locales/{locale}/credits.toml: error CAT022: articles: there is no article 'sleeep'"
    assert said in polyleaf("check", *TODAY)[1]
    status, _, err = polyleaf("status", locale, *TODAY)
    assert status == 1
    assert said in err
    assert not only_services_are_missing(polyleaf, locale)
    before = approvals(project, locale)
    assert approve(polyleaf, locale, "clinician", "Noor Haddad")[0] == 1
    assert approvals(project, locale) == before


def test_credits_for_a_broken_article_are_no_error_of_theirs(project: Path, polyleaf: Run) -> None:
    (project / "source/sleep.md").write_text(ARTICLE.replace("[@beck1967]", "[@x]"), "utf-8")
    write_credits(project, 'by = "Ana Pérez"\non = 2026-11-01\narticles = ["sleep"]')
    assert "CAT022" not in polyleaf("check", *TODAY)[1]


def test_credits_behind_a_link_to_nowhere_are_an_error(project: Path, polyleaf: Run) -> None:
    (project / "locales/es/credits.toml").unlink(missing_ok=True)
    (project / "locales/es/credits.toml").symlink_to(project / "nowhere.toml")
    status, out, _ = polyleaf("check", *TODAY)
    said = "locales/es/credits.toml: error CAT022: it is a link that leads nowhere\n"
    assert (status, said in out) == (1, True)
    assert approve(polyleaf)[0] != 0
    assert not approvals(project, "es")


def test_the_author_approves_the_source(project: Path, polyleaf: Run) -> None:
    write_credits(project, 'by = "Ana Pérez"\non = 2026-11-01', "en")
    assert approve(polyleaf, "en", "editor", "Ana Pérez")[0] == 0


def test_an_approver_who_turns_out_to_have_translated_counts_for_nothing(
    project: Path, polyleaf: Run
) -> None:
    approve(polyleaf)
    write_credits(project, 'by = "ruiz, eva"\non = 2026-11-01')
    assert standing(polyleaf) == "no"
    status, _, err = polyleaf("status", "es", *TODAY)
    assert status == 1
    assert "error CAT023: Eva Ruiz translated this text" in err
    assert not only_services_are_missing(polyleaf)


# Children


def test_a_child_that_adds_nothing_shares_its_parents_approval(
    project: Path, polyleaf: Run
) -> None:
    approve(polyleaf)
    write_child(project, polyleaf)
    assert standing(polyleaf, "es_MX") == "clinician 2026-11-23"
    assert only_services_are_missing(polyleaf, "es_MX")


def test_a_child_that_says_the_same_words_itself_shares_it_too(
    project: Path, polyleaf: Run
) -> None:
    approve(polyleaf)
    write_child(project, polyleaf, 'msgid "Final Thoughts"\nmsgstr "Reflexiones finales"\n')
    assert standing(polyleaf, "es_MX") == "clinician 2026-11-23"


def test_a_child_that_says_one_unit_otherwise_needs_its_own_approval(
    project: Path, polyleaf: Run
) -> None:
    approve(polyleaf)
    write_child(project, polyleaf, 'msgid "Final Thoughts"\nmsgstr "Para terminar"\n')
    assert standing(polyleaf, "es_MX") == "no"
    assert standing(polyleaf) == "clinician 2026-11-23"
    assert not only_services_are_missing(polyleaf, "es_MX")
    approve(polyleaf, "es_MX", "clinician", "Noor Haddad")
    assert standing(polyleaf, "es_MX") == "clinician 2026-11-23"


def test_a_child_loses_its_approval_when_the_parent_changes(project: Path, polyleaf: Run) -> None:
    write_child(project, polyleaf, 'msgid "Final Thoughts"\nmsgstr "Para terminar"\n')
    approve(polyleaf, "es_MX")
    replace(po(project, "sheet"), '"Su clínica"', '"Su centro"')
    assert standing(polyleaf, "es_MX") == "void"


def test_a_parent_has_nothing_of_its_childs_approval(project: Path, polyleaf: Run) -> None:
    write_child(project, polyleaf)
    approve(polyleaf, "es_MX")
    assert standing(polyleaf) == "no"


# Changing what was approved


def change_unit(project: Path) -> None:
    replace(po(project), '"Reflexiones finales"', '"Para terminar"')


def change_word(project: Path) -> None:
    replace(po(project, "sheet"), '"Su clínica"', '"Su centro"')


def change_surname(project: Path) -> None:
    replace(project / "source/references.json", '"family": "Beck"', '"family": "Becker"')


def change_year(project: Path) -> None:
    replace(project / "source/references.json", " 1967\n", " 1968\n")


def change_term(project: Path) -> None:
    replace(project / "locales/glossary.csv", "(psychology),es,apego,", "(psychology),es,lazo,")


def add_term(project: Path) -> None:
    with (project / "locales/glossary.csv").open("a", encoding="utf-8") as file:
        file.write("bedtime,es,hora de dormir,,,proposed,\n")


def change_article(project: Path) -> None:
    replace(project / f"source/{NAME}.md", "## Final Thoughts", "## Last Thoughts")
    replace(po(project), 'msgid "Final Thoughts"', 'msgid "Last Thoughts"')


def change_version(project: Path) -> None:
    replace(project / f"source/{NAME}.md", 'version: "1.0"', 'version: "1.1"')


def change_review_by(project: Path) -> None:
    replace(project / f"source/{NAME}.md", "review-by: 2027-11-23", "review-by: 2027-11-24")


BOUND = [
    (change_version, ["changed: the article’s “version”"]),
    (change_review_by, ["changed: the article’s “review-by”"]),
    (change_unit, ["changed: the text “Final Thoughts” (line "]),
    (change_word, ["changed: the sheet’s word “Your clinic”"]),
    (change_surname, ["changed: the printed citation “[@beck1967]”"]),
    (change_year, ["changed: the printed citation “[@beck1967]”"]),
    (change_term, ["changed: the glossary’s term “attachment (psychology)”"]),
    (add_term, ["new: the glossary’s term “bedtime”"]),
    (change_article, ["new: the text “Last Thoughts” (line ", "gone: 1 × the text"]),
]


@pytest.mark.parametrize(("change", "told"), BOUND, ids=[one[0].__name__ for one in BOUND])
def test_a_change_of_anything_bound_makes_the_sheet_a_proof_again(
    project: Path, polyleaf: Run, change: Callable[[Path], None], told: list[str]
) -> None:
    approve(polyleaf)
    before = {file: file.read_bytes() for file in project.rglob("*") if file.is_file()}
    change(project)
    assert standing(polyleaf) == "void"
    status, out, err = polyleaf("status", "es", *TODAY)
    assert status == 0
    assert "the clinician Eva Ruiz approved other words on 2026-11-23. Since then\n" in out
    changes = out.partition("Since then\n")[2].splitlines()
    assert len(changes) == len(told)
    for line, start in zip(changes, told, strict=True):
        assert line.strip().startswith(start)
    assert "warning CAT024" in err
    assert not only_services_are_missing(polyleaf)
    for file, content in before.items():
        file.write_bytes(content)
    assert standing(polyleaf) == "clinician 2026-11-23", "the same words are approved again"


def test_the_source_is_bound_as_its_translations_are(project: Path, polyleaf: Run) -> None:
    approve(polyleaf, "en", "editor")
    replace(project / f"source/{NAME}.md", "## Final Thoughts", "## Last Thoughts")
    assert standing(polyleaf, "en") == "void"
    out = polyleaf("status", "en", *TODAY)[1]
    assert "new: the text “Last Thoughts”" in out
    assert "gone: 1 × the text" in out


def test_the_order_of_the_text_is_bound(project: Path, polyleaf: Run) -> None:
    approve(polyleaf)
    file = project / f"source/{NAME}.md"
    parts = file.read_text(encoding="utf-8").split("\n\n")
    one, other = (
        next(place for place, part in enumerate(parts) if words in part)
        for words in ("Cognitive theories", "Depression is not just chemical")
    )
    parts[one], parts[other] = parts[other], parts[one]
    file.write_text("\n\n".join(parts), encoding="utf-8")
    assert standing(polyleaf) == "void"
    assert "    changed: the order of the text\n" in polyleaf("status", "es", *TODAY)[1]


def test_status_names_a_text_that_stands_once_less_or_once_more(
    project: Path, polyleaf: Run
) -> None:
    approve(polyleaf)
    file = project / f"source/{NAME}.md"
    replace(file, "\n## Final Thoughts", "\n## Final Thoughts\n\n## Final Thoughts")
    assert standing(polyleaf) == "void"
    assert polyleaf("status", "es", *TODAY)[1].partition("Since then\n")[2].strip()


PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {0} 9"/>'
PICTURED = f"{ARTICLE}\n![A lamp](lamp.svg)\n\n![A hand](hand.svg)\n"
TWO_NOTES = f"""{ARTICLE}
::: crisis
## When it is too much

{{services}}

Someone will listen.
:::
"""


def write_sleep(project: Path, text: str) -> None:
    """Leave one small article in the project, and two pictures."""
    (project / f"source/{NAME}.md").unlink(missing_ok=True)
    (project / "source/sleep.md").write_text(text, encoding="utf-8")
    for name, width in (("lamp", 8), ("hand", 9)):
        (project / f"source/{name}.svg").write_text(PICTURE.format(width), encoding="utf-8")


def test_the_bytes_of_each_picture_are_bound(project: Path, polyleaf: Run) -> None:
    write_sleep(project, PICTURED)
    assert approve(polyleaf, "en", "editor")[0] == 0
    said = tomllib.loads(approvals(project, "en")[0].read_text(encoding="utf-8"))
    assert (len(said["picture"]), len(said["facts"])) == (2, 2)
    assert standing(polyleaf, "en", "sleep") == "editor 2026-11-23"
    replace(project / "source/hand.svg", "0 0 9 9", "0 0 9 8")
    assert standing(polyleaf, "en", "sleep") == "void"
    assert "changed: the picture “hand.svg” (line " in polyleaf("status", "en", *TODAY)[1]


def test_the_place_of_a_picture_is_bound(project: Path, polyleaf: Run) -> None:
    write_sleep(project, PICTURED)
    approve(polyleaf, "en", "editor")
    write_sleep(project, PICTURED.replace("(lamp.svg)", "(x)").replace("(hand", "(lamp", 1))
    replace(project / "source/sleep.md", "(x)", "(hand.svg)")
    assert standing(polyleaf, "en", "sleep") == "void"


def test_the_places_of_services_are_bound(project: Path, polyleaf: Run) -> None:
    write_sleep(project, TWO_NOTES)
    assert approve(polyleaf, "en", "editor")[0] == 0
    assert standing(polyleaf, "en", "sleep") == "editor 2026-11-23"
    moved = "{services}\n\nSomeone will listen."
    assert moved in TWO_NOTES
    write_sleep(project, TWO_NOTES.replace(moved, "Someone will listen.\n\n{services}"))
    assert standing(polyleaf, "en", "sleep") == "void"
    assert polyleaf("status", "en", *TODAY)[1].partition("Since then\n")[2].strip()
    write_sleep(project, TWO_NOTES)
    assert standing(polyleaf, "en", "sleep") == "editor 2026-11-23"


def touch_clinic(project: Path) -> None:
    replace(project / "source/clinics/riverside.toml", "555-0100", "555-0101")


def touch_services(project: Path) -> None:
    replace(
        project / "source/regions/US.toml", "source_date = 2023-07-13", "source_date = 2023-07-14"
    )


def touch_publisher(project: Path) -> None:
    replace(project / "source/publisher.toml", "#1f4e5f", "#1f4e50")


def touch_other_locale(project: Path) -> None:
    file = po(project, locale="ar")
    text = file.read_text(encoding="utf-8")
    changed = re.sub(r'(msgid "Final Thoughts"\nmsgstr ").*"', r'\1خاتمة"', text)
    assert changed != text
    file.write_text(changed, encoding="utf-8")


def touch_other_locales_term(project: Path) -> None:
    replace(project / "locales/glossary.csv", "(psychology),fr,attachement", "(psychology),fr,lien")


def touch_note_of_a_term(project: Path) -> None:
    replace(project / "locales/glossary.csv", "pt-BR and pt-PT differ", "the two differ")


def touch_comments(project: Path) -> None:
    replace(po(project), "#. title\n", "# Is this short enough?\n#. title\n")
    replace(po(project, "sheet"), "# Spanish, neutral", "# Spanish")


def touch_layout_of_the_catalog(project: Path) -> None:
    replace(po(project), 'msgstr "Reflexiones finales"', 'msgstr ""\n"Reflexiones "\n"finales"')


def touch_header(project: Path) -> None:
    replace(po(project), "PO-Revision-Date: 2026-11-20", "PO-Revision-Date: 2026-11-24")


def touch_reference_list(project: Path) -> None:
    replace(project / "source/references.json", "Attachment in adulthood", "Attachment of adults")


UNBOUND = [
    touch_clinic,
    touch_services,
    touch_publisher,
    touch_other_locale,
    touch_other_locales_term,
    touch_note_of_a_term,
    touch_comments,
    touch_layout_of_the_catalog,
    touch_header,
    touch_reference_list,
]


def test_a_change_of_anything_else_keeps_the_approval(project: Path, polyleaf: Run) -> None:
    approve(polyleaf)
    for touch in UNBOUND:
        touch(project)
        assert standing(polyleaf) == "clinician 2026-11-23", touch.__name__


# Ahead of its day


def test_an_approval_dated_ahead_holds_from_its_day_on(project: Path, polyleaf: Run) -> None:
    approve(polyleaf)
    for today, holds in (("2026-11-22", False), ("2026-11-23", True)):
        _, out, err = polyleaf("status", "es", "--today", today)
        assert ("clinician 2026-11-23" in out) is holds
        ahead = "warning CAT024: the approval of Eva Ruiz is dated 2026-11-23, which is still to"
        assert (ahead in err) is not holds
        err = polyleaf("pdf", "es", "--approved", "--today", today)[2]
        assert ("error CAT025" in err) is not holds


def test_an_approval_dated_ahead_does_not_hide_an_earlier_one(project: Path, polyleaf: Run) -> None:
    replace(project / f"source/{NAME}.md", "date: 2026-11-23", "date: 2026-11-20")
    approve(polyleaf)
    approve(polyleaf, "es", "clinician", "Noor Haddad", "--on", "2026-11-20")
    assert "clinician 2026-11-20" in polyleaf("status", "es", "--today", "2026-11-22")[1]


# Forging


@pytest.mark.parametrize(
    ("role", "old", "new"),
    [
        ("reviser", 'role = "reviser"', 'role = "clinician"'),
        ("clinician", 'by = "Eva Ruiz"', 'by = "Noor Haddad"'),
        ("clinician", "on = 2026-11-23", "on = 2026-11-22"),
        ("clinician", "named = false", "named = true"),
        ("clinician", 'version = "1.0"', 'version = "2.0"'),
        ("clinician", "[unit]\n", '[unit]\n0123456789abcdef = "0123456789abcdef"\n'),
    ],
)
def test_an_approval_edited_by_hand_counts_for_nothing(
    project: Path, polyleaf: Run, role: str, old: str, new: str
) -> None:
    approve(polyleaf, "es", role)
    replace(approvals(project)[0], old, new)
    assert standing(polyleaf) == "no"
    status, _, err = polyleaf("status", "es", *TODAY)
    assert status == 1
    assert "error CAT021: the file was changed after the approval was given" in err
    assert "error CAT021" in polyleaf("check", "es", *TODAY)[1]
    assert not only_services_are_missing(polyleaf)


@pytest.mark.parametrize("kind", ["wording", "seal"])
def test_a_hash_edited_by_hand_counts_for_nothing(project: Path, polyleaf: Run, kind: str) -> None:
    approve(polyleaf)
    digest = tomllib.loads(approvals(project)[0].read_text(encoding="utf-8"))[kind]
    replace(approvals(project)[0], digest, digest[::-1])
    assert standing(polyleaf) == "no"
    assert "error CAT021" in polyleaf("status", "es", *TODAY)[2]


@pytest.mark.parametrize("damage", [b"", b"\xff\xfe", b"article = ", b"by = 3\n", b"[[unit]]\n"])
def test_a_damaged_approval_is_a_finding_and_counts_for_nothing(
    project: Path, polyleaf: Run, damage: bytes
) -> None:
    approve(polyleaf)
    approvals(project)[0].write_bytes(damage)
    assert standing(polyleaf) == "no"
    status, _, err = polyleaf("status", "es", *TODAY)
    assert status == 1
    assert "error CAT021" in err


def copied_from_arabic(project: Path, polyleaf: Run) -> Path:
    approve(polyleaf, "ar")
    folder = project / "locales/es/approvals"
    folder.mkdir()
    return Path(shutil.copy(approvals(project, "ar")[0], folder))


def test_an_approval_copied_from_another_locale_counts_for_nothing(
    project: Path, polyleaf: Run
) -> None:
    file = copied_from_arabic(project, polyleaf)
    assert standing(polyleaf) == "no"
    assert "is ar, but the file lies in es" in polyleaf("status", "es", *TODAY)[2]
    replace(file, 'locale = "ar"', 'locale = "es"')
    reseal(file)
    assert standing(polyleaf) == "void"
    assert not only_services_are_missing(polyleaf)


def test_an_approval_copied_from_another_article_counts_for_nothing(
    project: Path, polyleaf: Run
) -> None:
    (project / "source/sleep.md").write_text(ARTICLE, encoding="utf-8")
    approve(polyleaf, "en", "editor", "Eva Ruiz", "--article", "sleep")
    (file,) = approvals(project, "en")
    file = file.rename(file.with_name(file.name.replace("sleep", NAME)))
    assert standing(polyleaf, "en") == "no"
    assert standing(polyleaf, "en", "sleep") == "editor 2026-11-23", "the file's name says nothing"
    replace(file, 'article = "sleep"', f'article = "{NAME}"')
    reseal(file)
    assert standing(polyleaf, "en") == "void"


def test_an_approval_renamed_to_another_role_keeps_its_role(project: Path, polyleaf: Run) -> None:
    approve(polyleaf, "es", "reviser")
    (file,) = approvals(project)
    shutil.copy(file, file.with_name(file.name.replace("reviser", "clinician")))
    assert standing(polyleaf) == "no"


def test_a_seal_made_anew_does_not_bring_back_other_words(project: Path, polyleaf: Run) -> None:
    approve(polyleaf)
    change_unit(project)
    (file,) = approvals(project)
    replace(file, "on = 2026-11-23", "on = 2026-11-22")
    reseal(file)
    assert standing(polyleaf) == "void"
    assert not only_services_are_missing(polyleaf)


# Two people


def test_approvals_in_two_branches_are_two_files(
    project: Path, polyleaf: Run, tmp_path_factory: pytest.TempPathFactory
) -> None:
    approve(polyleaf)
    theirs = tmp_path_factory.mktemp("theirs")
    copy_project(theirs)
    shorten(theirs)
    approve(polyleaf, "es", "clinician", "Noor Haddad", "--project", str(theirs))
    ours, others = approvals(project), approvals(theirs)
    assert {file.name for file in ours}.isdisjoint(file.name for file in others)
    for file in others:
        shutil.copy(file, ours[0].parent)
    assert standing(polyleaf) == "clinician 2026-11-23"
    replace(ours[0], "on = 2026-11-23", "on = 2026-11-22")
    assert standing(polyleaf) == "clinician 2026-11-23", "the other one still holds"


@pytest.mark.parametrize(
    ("first", "second", "plain"),
    [("Иван Петров", "Анна Иванова", ""), ("Eva Đặng", "Eva Ặng", "eva-ang-")],
)
def test_names_that_look_alike_have_files_of_their_own(
    project: Path, polyleaf: Run, first: str, second: str, plain: str
) -> None:
    approve(polyleaf, by=first)
    approve(polyleaf, by=second)
    names = [file.name for file in approvals(project)]
    assert len(names) == 2
    assert all(re.fullmatch(rf".*-clinician-{plain}[0-9a-f]{{8}}\.toml", name) for name in names)


def test_bytes_that_are_no_name_are_one_clear_line(project: Path) -> None:
    words = ("es", "--role", "clinician", "--by", b"Ana \xff\xfe", *TODAY)
    done = subprocess.run(
        [sys.executable, "-m", "pipeline", "approve", "--project", project, *words],
        cwd=ROOT,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr == b"polyleaf: --by 'Ana \\udcff\\udcfe' is not a name: " + (
        b"write the name of whoever did it\n"
    )


def test_two_people_never_write_one_file(project: Path, polyleaf: Run) -> None:
    approve(polyleaf, by="王芳 MD")
    approve(polyleaf, by="李明 MD")
    assert len(approvals(project)) == 2


def test_one_person_in_two_roles_has_two_files(project: Path, polyleaf: Run) -> None:
    approve(polyleaf, "es", "clinician")
    approve(polyleaf, "es", "reviser")
    assert len(approvals(project)) == 2


def test_an_approval_that_holds_makes_a_void_one_of_its_role_quiet(
    project: Path, polyleaf: Run
) -> None:
    approve(polyleaf)
    change_unit(project)
    approve(polyleaf, "es", "clinician", "Noor Haddad")
    assert standing(polyleaf) == "clinician 2026-11-23"
    assert "approved other words" not in polyleaf("status", "es", *TODAY)[2]


# A change of signs alone


def test_a_change_of_signs_keeps_approvals(project: Path, polyleaf: Run) -> None:
    for locale in ("es", "en"):
        assert approve(polyleaf, locale)[0] == 0
    article = project / f"source/{NAME}.md"
    text = article.read_text(encoding="utf-8")
    assert "’" in text
    article.write_text(text.replace("’", "'"), encoding="utf-8")
    status, _, err = polyleaf("messages")
    assert status == 0
    assert "signs only, translations stay" in err
    assert standing(polyleaf) == "clinician 2026-11-23"
    assert standing(polyleaf, "en") == "clinician 2026-11-23"


def as_before_0_2_0(project: Path) -> None:
    """Rewrite an approval as 0.1.0 wrote it: without the hash of the source's signs in one form."""
    sources = read_sources(Project.at(project))
    texts = locale_texts(sources, sources.articles[0], "es")
    assert texts.catalog
    assert texts.words
    wording = judge_text(
        sources, sources.articles[0], texts.catalog, texts.words, date(2026, 11, 23)
    ).wording
    (file,) = approvals(project)
    text = re.sub(r"^(bound|text) = .*\n", "", file.read_text(encoding="utf-8"), flags=re.MULTILINE)
    for part in wording.parts:
        text = text.replace(f'{part.key} = "{part.digest}"', f'{part.exact[0]} = "{part.exact[1]}"')
    file.write_text(text, encoding="utf-8")
    reseal(file)


def test_an_approval_of_0_1_0_holds_until_a_sign_changes_and_says_which(
    project: Path, polyleaf: Run
) -> None:
    assert approve(polyleaf)[0] == 0
    as_before_0_2_0(project)
    assert "bound" not in approvals(project)[0].read_text(encoding="utf-8")
    assert standing(polyleaf) == "clinician 2026-11-23"
    replace(project / f"source/{NAME}.md", "Joiner’s Interpersonal", "Joiner's Interpersonal")
    assert polyleaf("messages")[0] == 0
    assert standing(polyleaf) == "void"
    out = polyleaf("status", "es", *TODAY)[1]
    assert out.count("    new: ") == 1
    assert "Joiner" in out
