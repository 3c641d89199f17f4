"""Starting a language, taking texts over from a parent, and saying how far each is."""

import re
from collections.abc import Callable
from pathlib import Path
from shutil import copytree

import pytest

from tests.conftest import ROOT, told

Run = Callable[..., tuple[int, str, str]]

NAME = "attachment-and-depression"

pytestmark = pytest.mark.usefixtures("unprinted")


def po(project: Path, locale: str, name: str = NAME) -> Path:
    return project / "locales" / locale / "LC_MESSAGES" / f"{name}.po"


def build(polyleaf: Run, *options: str) -> tuple[int, str, str]:
    status, out, err = polyleaf("pdf", "es", *options)
    return status, out, told(err)


def test_a_language_is_started_in_one_step(project: Path, polyleaf: Run) -> None:
    status, out, err = polyleaf("locale", "fr")
    assert (status, err) == (0, "")
    assert f"locales/fr/LC_MESSAGES/{NAME}.po" in out
    assert "locales/fr/LC_MESSAGES/sheet.po" in out
    assert re.search(r"attachment-and-depression +fr +0/\d+ .* 0/10 +0/7 +no +\d+ errors", out)
    text = po(project, "fr").read_text(encoding="utf-8")
    assert '"Language: fr\\n"' in text
    assert '"Plural-Forms: nplurals=2; plural=(n > 1);\\n"' in text
    assert polyleaf("locale", "fr")[1].count(".po") == 1, "a second time changes nothing"


def test_what_the_program_lacks_for_a_language_is_said(polyleaf: Run) -> None:
    out = polyleaf("locale", "si")[1]
    assert "no typography for the script Sinh" in out
    assert "no citation form for 'si'" in out


def test_a_started_language_is_told_what_it_needs_and_what_would_help(polyleaf: Run) -> None:
    _, needed, helpful, asked = polyleaf("locale", "te")[1].split("\n\n")
    assert asked.startswith("Nobody can approve it before this is there:\n")
    assert "    locales/te/credits.toml: who translates: " in asked
    assert needed.startswith("It cannot be printed before this is there:\n")
    assert "    no typography for the script Telu of 'te': add [scripts] to " in needed
    assert "    no citation form for 'te': add [citations] to source/languages/te.toml" in needed
    assert helpful.startswith("The checks would find more with:\n")
    for row in ("[languages] in ", "[safety] in ", "rows for te in ", "[surnames] in "):
        assert f"    {row}" in helpful


def test_what_is_there_is_not_asked_for(polyleaf: Run) -> None:
    (_, asked) = polyleaf("locale", "fr_CA")[1].split("\n\n")
    assert asked.startswith("Nobody can approve it before this is there:\n")
    assert "[surnames]" not in polyleaf("locale", "eo")[1], "Esperanto has the authors' letters"


@pytest.mark.usefixtures("brief")
def test_a_language_that_is_only_started_prints_as_a_draft(polyleaf: Run) -> None:
    polyleaf("locale", "pl")
    status, out, err = polyleaf("pdf", "pl", "--draft", "--edition", "handout,large-print")
    assert (status, out.count("-draft.pdf\n")) == (0, 2), err


def test_a_translated_locale_that_cannot_be_printed_is_a_finding_and_stops_no_other(
    project: Path, polyleaf: Run
) -> None:
    polyleaf("locale", "eo")
    for name in (NAME, "sheet"):
        text = po(project, "es", name).read_text(encoding="utf-8")
        po(project, "eo", name).write_text(
            text.replace('"Language: es\\n"', '"Language: eo\\n"'), encoding="utf-8"
        )
    status, out, err = polyleaf("check")
    assert (status, err) == (1, "")
    assert (
        "locales/eo: error CAT006: no citation form for 'eo'\n    fix:    add [citations] to "
        in out
    )
    assert "1 error, " in out
    assert polyleaf("check", "es")[0] == 0


def test_a_name_that_is_no_locale_is_refused(project: Path, polyleaf: Run) -> None:
    for name in ("xx", "../es", "es_ES_x"):
        status, out, err = polyleaf("locale", name)
        assert (status, out) == (2, "")
        assert "is not the name of a locale" in err
    assert sorted(folder.name for folder in (project / "locales").glob("*/")) == ["ar", "es"]


def test_no_empty_twin_of_what_is_there_is_started(project: Path, polyleaf: Run) -> None:
    for name in ("pt_BR", "pt_PT", "zh_Hant"):
        assert polyleaf("locale", name)[0] in (0, 1)
    before = sorted(folder.name for folder in (project / "locales").glob("*/"))
    for name, kin in (("pt", "pt_BR and pt_PT"), ("zh", "zh_Hant"), ("Chinese", "zh_Hant")):
        status, out, err = polyleaf("locale", name)
        assert (status, out) == (2, "")
        assert f"is here as {kin}: translate one of these" in err
    assert sorted(folder.name for folder in (project / "locales").glob("*/")) == before


def test_a_country_makes_no_second_language(project: Path, polyleaf: Run) -> None:
    status, out, err = polyleaf("locale", "lt_LT")
    assert (status, "'lt_LT' is taken as lt" in err) == (0, True)
    assert "locales/lt/LC_MESSAGES/sheet.po" in out
    status, out, err = polyleaf("locale", "lt_LT")
    assert (status, out) == (2, "")
    assert "'lt_LT' is written as lt, which is there: translate that one" in err
    assert not (project / "locales/lt_LT").exists()
    assert polyleaf("locale", "de_DE")[2].endswith(
        "de_DE is for one country: polyleaf locale de is for all who read the language\n"
    )
    said = polyleaf("locale", "es_ES")[2]
    assert "es_ES takes its texts from es, which is there" in said
    assert "where nothing does: polyleaf locale es_ES --remove" in said
    assert polyleaf("locale", "es_ES")[2] == "", "it is said once"


def test_the_language_of_the_articles_is_not_started(project: Path, polyleaf: Run) -> None:
    for name in ("en", "en_US", "English", "en_Latn"):
        status, out, err = polyleaf("locale", name)
        assert (status, out) == (2, "")
        assert f"'{name}' is the language in which all articles are written (en)" in err
    polyleaf("locale", "en_GB")
    assert (project / "locales/en_GB").is_dir(), "British spelling is somebody's work"
    assert sorted(folder.name for folder in (project / "locales").glob("en*")) == ["en_GB"]


def test_one_language_is_started_at_a_time(project: Path, polyleaf: Run) -> None:
    before = sorted((project / "locales").rglob("*"))
    for words in ("fr it", "fr, it", "French and Italian"):
        status, _, err = polyleaf("locale", words)
        assert status == 2
        assert "one language is started at a time: polyleaf locale" in err
    assert sorted((project / "locales").rglob("*")) == before
    assert "'Spanish (Mexico)' is taken as es_MX" in polyleaf("locale", "Spanish (Mexico)")[2]


def test_no_script_is_named_where_there_is_one_alone(project: Path, polyleaf: Run) -> None:
    for name, folder in (("ms_MY", "ms_MY"), ("sr_Latn", "sr_Latn"), ("uz_UZ", "uz_Latn")):
        polyleaf("locale", name)
        assert (project / "locales" / folder / "LC_MESSAGES").is_dir()
    polyleaf("locale", "pa")
    for name in ("pa_IN", "pa_Guru"):
        status, _, err = polyleaf("locale", name)
        assert status == 2
        assert f"'{name}' is written as pa, which is there: translate that one" in err
    polyleaf("locale", "pa_Arab")
    assert (project / "locales/pa_Arab").is_dir(), "another script is another locale"


def test_a_child_holds_only_what_differs(project: Path, polyleaf: Run) -> None:
    assert polyleaf("locale", "es_MX")[0] == 0
    assert not list((project / "locales/es_MX").rglob("*.po"))
    po(project, "es_MX").write_text(
        'msgid ""\nmsgstr "Language: es_MX\\nContent-Type: text/plain; charset=UTF-8\\n"\n\n'
        'msgid "Final Thoughts"\nmsgstr "Para terminar"\n',
        encoding="utf-8",
    )
    assert polyleaf("messages")[0] == 0
    assert po(project, "es_MX").read_text(encoding="utf-8").count("msgid") == 2
    status, out, _ = polyleaf("pdf", "es_MX")
    assert (status, out) == (0, f"build/es_MX/{NAME}-handout-es_MX-US.pdf\n")
    html = (project / f"build/es_MX/{NAME}-handout-es_MX-US.html").read_text(encoding="utf-8")
    assert "Para terminar" in html
    assert "Reflexiones finales" not in html
    assert "Llame al" in html


@pytest.mark.usefixtures("brief")
def test_a_fault_in_a_parent_is_named_with_the_parents_file(project: Path, polyleaf: Run) -> None:
    polyleaf("locale", "es_MX")
    file = po(project, "es")
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace('msgstr "Reflexiones finales"', 'msgstr ""'), encoding="utf-8")
    status, _, err = polyleaf("pdf", "es_MX")
    assert status == 1
    assert re.search(rf"^locales/es/LC_MESSAGES/{NAME}.po:\d+: error CAT010", err, re.MULTILINE)


def test_status_counts_words_citations_and_crisis_units(project: Path, polyleaf: Run) -> None:
    status, out, _ = polyleaf("status")
    assert status == 0
    assert len(re.findall(r"(\d+)/\1 +0 +0 +0 +10/10 +7/7 +[a-z ]+ open +yes", out)) == 3
    file = po(project, "es")
    text = file.read_text(encoding="utf-8")
    text = text.replace('msgstr "Reflexiones finales"', 'msgstr ""')
    file.write_text(text.replace("#. title\n", "#. title\n#, fuzzy\n"), encoding="utf-8")
    out = polyleaf("status", "es")[1]
    assert re.search(r"es +1025/1035 +8 +2 +0 +10/10 +7/7 +no +2 errors in the catalog", out)


@pytest.mark.usefixtures("brief")
def test_what_is_built_from_the_same_is_not_built_again(project: Path, polyleaf: Run) -> None:
    path = f"build/es/{NAME}-handout-es-US.pdf\n"
    assert build(polyleaf) == (0, path, "")
    before = (project / path.strip()).stat().st_mtime_ns
    assert build(polyleaf) == (0, path, f"unchanged: {NAME} in es\n")
    assert (project / path.strip()).stat().st_mtime_ns == before
    assert build(polyleaf, "--force") == (0, path, "")
    assert (project / path.strip()).stat().st_mtime_ns > before


@pytest.mark.usefixtures("brief")
def test_anything_that_shapes_the_page_builds_it_again(project: Path, polyleaf: Run) -> None:
    pdf = project / f"build/es/{NAME}-handout-es-US.pdf"
    polyleaf("pdf", "es")
    whole = pdf.read_bytes()
    pdf.write_bytes(whole[:-1])
    assert build(polyleaf)[2] == "", "a sheet that somebody changed is made again"
    assert pdf.read_bytes() == whole
    for file, old, new in (
        (po(project, "es"), "Reflexiones finales", "Para terminar"),
        (po(project, "es", "sheet"), "Su clínica", "Su centro"),
        (
            project / "source/regions/US.toml",
            "source_date = 2023-07-13",
            "source_date = 2023-07-14",
        ),
        (project / "source/publisher.toml", "#1f4e5f", "#1f4e50"),
    ):
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new), encoding="utf-8")
        assert build(polyleaf)[2] == "", file.name
    assert "unchanged" in polyleaf("pdf", "es")[2]


def test_a_childs_reworded_text_is_fuzzy_and_does_not_print_the_parents(
    project: Path, polyleaf: Run
) -> None:
    polyleaf("locale", "es_MX")
    english = "This leads to a belief that they are unwanted, even when that is not the case."
    po(project, "es_MX").write_text(
        'msgid ""\nmsgstr "Language: es_MX\\nContent-Type: text/plain; charset=UTF-8\\n"\n\n'
        f'msgid "{english}"\nmsgstr "Creen que nadie los quiere."\n',
        encoding="utf-8",
    )
    article = project / f"source/{NAME}.md"
    text = article.read_text(encoding="utf-8")
    article.write_text(text.replace(english, english.replace("when", "where")), encoding="utf-8")
    assert polyleaf("messages")[0] == 0
    child = po(project, "es_MX").read_text(encoding="utf-8")
    assert "#, fuzzy" in child
    assert "CAT011" in polyleaf("pdf", "es_MX")[2]


def test_an_update_with_nothing_new_keeps_even_an_odd_file_end(
    project: Path, polyleaf: Run
) -> None:
    file = po(project, "es", "sheet")
    for ending in (b"\n\n", b""):
        file.write_bytes(file.read_bytes().rstrip() + ending)
        before = file.read_bytes()
        assert polyleaf("messages") == (0, "", "")
        assert file.read_bytes() == before


@pytest.mark.usefixtures("brief")
def test_a_change_that_the_sheet_does_not_show_leaves_it_as_it_is(
    project: Path, polyleaf: Run
) -> None:
    polyleaf("pdf", "es")
    manifest = project / f"build/es/{NAME}-handout-es-US.json"
    before = manifest.read_bytes()
    publisher = project / "source/publisher.toml"
    publisher.write_text(f"{publisher.read_text(encoding='utf-8')}# checked\n", encoding="utf-8")
    assert build(polyleaf)[2] == f"unchanged: {NAME} in es\n"
    assert manifest.read_bytes() != before, "from now on it is known for the same at a glance"
    after = manifest.read_bytes()
    assert build(polyleaf)[2] == f"unchanged: {NAME} in es\n"
    assert manifest.read_bytes() == after


@pytest.mark.usefixtures("brief")
def test_only_messages_writes_catalogs(project: Path, polyleaf: Run) -> None:
    def catalogs() -> dict[Path, bytes]:
        return {file: file.read_bytes() for file in (project / "locales").rglob("*.po*")}

    file = po(project, "es")
    file.write_bytes(file.read_bytes().replace(b"Reflexiones finales", b"") + b"\n\n")
    before = catalogs()
    for command in (["check"], ["status"], ["pdf", "es"], ["pdf", "es", "--draft"], ["doctor"]):
        polyleaf(*command)
        assert catalogs() == before, command


def test_a_sheet_reads_as_its_locale_writes(project: Path, polyleaf: Run) -> None:
    said = {}
    for locale, parent in (("ja", ""), ("fa_AF", "fa")):
        for name in filter(None, (locale, parent)):
            copytree(ROOT / "locales" / name, project / "locales" / name, dirs_exist_ok=True)
        assert polyleaf("pdf", locale, "--region", "US")[0] == 0
        file = project / f"build/{locale}/{NAME}-handout-{locale}-US.html"
        said[locale] = re.sub(r"<[^>]*>", "", file.read_text(encoding="utf-8"))
    assert "دری" in said["fa_AF"].splitlines(), "the language names itself at the head"
    assert "Dari – دری" in said["fa_AF"], "and staff read it in English"
    assert "“Dari”" in said["fa_AF"] or "«Dari»" in said["fa_AF"]
    assert len(re.findall("ترجمه: کمپیوتر", said["fa_AF"])) == 1, "parent and child have one maker"
    assert re.search(r"ものではありません。\S", said["ja"])
    assert re.search(r"発行：Polyleaf。\S", said["ja"])
    assert "2027年11月23日" in said["ja"]
