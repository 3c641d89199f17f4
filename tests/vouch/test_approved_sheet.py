"""A sheet that calls itself approved: what it takes, what it shows, and whom it names."""

import dataclasses
import json
import re
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from html import unescape
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from pipeline.cli import main
from pipeline.verify.page import read_pages
from pipeline.verify.text import read
from tests.conftest import replace, told
from tests.copies import copy_project, shorten

Run = Callable[..., tuple[int, str, str]]

NAME = "attachment-and-depression"
TODAY = ("--today", "2026-11-23")
RECORDS = ("US/988", "US/988-es", "US/crisis-text-line", "US/emergency")
"""All that an English and a Spanish sheet print for the United States."""

PEOPLE = {
    "clinician": "Noor Haddad",
    "reviser": "Wilhelmina Quist",
    "editor": "Tobias Eklund",
    "translator": "Ximena Yáñez",
    "second translator": "Ottoline Vasquez",
    "confirmer": "Zebedee Nkemelu",
}
NAMED = ("clinician", "translator")
CREDITS = """
[[translated]]
by = "Ximena Yáñez"
named = true
on = 2026-11-01

[[translated]]
by = "Ottoline Vasquez"
on = 2026-11-02
"""


class Clock:
    """A calendar whose today is the day that a test supposes, so that it is none to come."""

    day = date(2026, 11, 23)

    @classmethod
    def today(cls) -> date:
        return cls.day


@pytest.fixture(autouse=True)
def _clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Clock, "day", Clock.day)
    monkeypatch.setattr("pipeline.cli.pdf.date", Clock)


def confirm(project: Path, *records: str) -> None:
    by = PEOPLE["confirmer"]
    for record in records:
        words = ["--by", by, "--how", "asked its office", "--on", "2026-11-20", *TODAY]
        assert main(["confirm", "--project", str(project), record, *words]) == 0


def approve(project: Path, locale: str, role: str, *more: str) -> None:
    words = ["--role", role, "--by", PEOPLE[role], *more, "--on", "2026-11-23", *TODAY]
    assert main(["approve", "--project", str(project), locale, *words]) == 0


@pytest.fixture(scope="module")
def approved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with every text and record of the sheets for the United States vouched for."""
    project = tmp_path_factory.mktemp("approved")
    copy_project(project)
    shorten(project)
    (project / "build").mkdir()
    (project / "locales/es/credits.toml").write_text(CREDITS, encoding="utf-8")
    confirm(project, *RECORDS)
    approve(project, "es", "clinician", "--named")
    approve(project, "es", "reviser")
    approve(project, "en", "editor")
    assert main(["pdf", "--project", str(project), "en", "es", "--approved", *TODAY]) == 0
    return project


@pytest.fixture
def project(approved: Path, tmp_path: Path) -> Path:
    """A copy of the approved project, with its sheets, free to break."""
    shutil.copytree(approved, tmp_path, dirs_exist_ok=True)
    return tmp_path


def sheet(project: Path, locale: str, ending: str = ".pdf") -> Path:
    return project / f"build/{locale}/{NAME}-handout-{locale}-US{ending}"


def manifest(project: Path, locale: str) -> dict[str, object]:
    return dict(json.loads(sheet(project, locale, ".json").read_text(encoding="utf-8")))


def page_text(project: Path, locale: str) -> tuple[str, ...]:
    return texts_of(sheet(project, locale).read_bytes())


def beside_the_clinic(project: Path, locale: str) -> str:
    """Return what the last page says of the sheet, without the clinic's box at its left."""
    page = read_pages(sheet(project, locale).read_bytes())[-1]
    letters = tuple(one for one in page.letters if one.x > page.width * 0.46)
    return " ".join(read([dataclasses.replace(page, letters=letters)], rtl=False).text.split())


@cache
def texts_of(pdf: bytes) -> tuple[str, ...]:
    return tuple(" ".join(read([page], rtl=False).text.split()) for page in read_pages(pdf))


def composed_text(project: Path, locale: str) -> str:
    """Return what stands on a sheet that was composed and not set (`unprinted`)."""
    html = sheet(project, locale).read_bytes().rstrip(b"\0").decode("utf-8")
    return " ".join(
        unescape(re.sub("<style.*?</style>|<[^>]*>", "", html, flags=re.DOTALL)).split()
    )


@cache
def unpacked(pdf: bytes) -> tuple[bytes, ...]:
    return tuple(contents(pdf))


def contents(pdf: bytes) -> Iterator[bytes]:
    """Yield all that a PDF holds, its streams decoded."""
    yield pdf
    with pikepdf.open(BytesIO(pdf)) as document:
        for value in document.objects:
            if isinstance(value, pikepdf.Stream):
                yield value.read_bytes()
            yield repr(value).encode()
        for entry in document.docinfo.values():
            yield str(entry).encode()


@pytest.mark.parametrize(
    ("locale", "word", "other", "band"),
    [
        ("en", "Approved", "Proof", "not approved"),
        ("es", "Aprobada", "Provisional", "sin aprobar"),
    ],
)
def test_an_approved_sheet_says_so_on_every_page_and_bears_no_band(
    approved: Path, locale: str, word: str, other: str, band: str
) -> None:
    pages = page_text(approved, locale)
    assert len(pages) > 1
    for page in pages:
        assert f"{word} ·" in page
        assert f"{other} ·" not in page
        assert band not in page
    assert 'class="band"' not in sheet(approved, locale, ".html").read_text(encoding="utf-8")
    assert manifest(approved, locale)["state"] == "approved"


@pytest.mark.parametrize(
    ("locale", "confirmed", "record"),
    [
        ("en", "Confirmed on November 20, 2026", "Record of"),
        ("es", "Confirmado el 20 de noviembre de 2026", "Datos del"),
    ],
)
def test_confirmed_services_say_of_which_day(
    approved: Path, locale: str, confirmed: str, record: str
) -> None:
    text = " ".join(page_text(approved, locale))
    assert confirmed in text
    assert record not in text


@pytest.mark.exhaustive
def test_an_approved_notice_goes_onto_the_paper_that_is_asked_for(
    project: Path, polyleaf: Run
) -> None:
    words = ("es", "--edition", "notice", "--paper", "letter", "--approved", *TODAY)
    status, out, err = polyleaf("pdf", *words)
    assert (status, out) == (0, f"build/es/{NAME}-notice-es-US-letter.pdf\n"), err
    status, out, _ = polyleaf("inspect", str(project / out.strip()), *TODAY)
    assert (status, "form          notice on letter, by" in out) == (0, True)


def test_the_foot_of_a_translation_names_the_wording_that_was_approved(approved: Path) -> None:
    (file,) = (approved / "locales/es/approvals").glob("*clinician*")
    wording = re.findall(r'wording = "([0-9a-f]{8})', file.read_text(encoding="utf-8"))
    assert manifest(approved, "es")["translation"] == wording[0]
    assert re.search(rf"· [0-9a-f]{{8}}-{wording[0]} ", page_text(approved, "es")[0])


@pytest.mark.parametrize(
    ("locale", "mark", "review"),
    [
        (
            "en",
            r"Approved · English · attachment-and-depression 1\.0 · [0-9a-f]{8}",
            "Review by Nov 23, 2027 · Page {} of {}",
        ),
        (
            "es",
            r"Aprobada · Spanish · attachment-and-depression 1\.0 · [0-9a-f]{8}-[0-9a-f]{8}",
            "Revisar antes del 23 nov 2027 · Página {} de {}",
        ),
    ],
)
def test_the_foot_is_one_line_with_state_language_mark_review_and_page(
    approved: Path, locale: str, mark: str, review: str
) -> None:
    pages = read_pages(sheet(approved, locale).read_bytes())
    for page in pages:
        foot = read([page], rtl=False).text.splitlines()[-1]
        assert re.fullmatch(rf"{mark}\t{review.format(page.number, len(pages))}", foot)


def test_a_translation_credits_its_makers_and_the_source_its_editor(approved: Path) -> None:
    spanish = beside_the_clinic(approved, "es")
    assert "Traducción: Ximena Yáñez, 1 nov 2026." in spanish
    unnamed = "una persona cuyo nombre consta en nuestros registros, pero no aquí"
    assert f"Traducción: {unnamed}, 2 nov 2026." in spanish
    assert "Revisión de la traducción: una persona cuyo nombre consta" in spanish
    assert "Aprobación clínica: Noor Haddad, 23 nov 2026." in spanish
    english = beside_the_clinic(approved, "en")
    assert "Editing: a person on record who is not named here, Nov 23, 2026." in english
    assert "Translation:" not in english


def test_only_a_translation_says_that_the_original_counts(approved: Path) -> None:
    assert (
        "Si esta traducción no coincide con el original |en inglés|"
        in page_text(approved, "es")[-1]
    )
    assert "the original counts" not in " ".join(page_text(approved, "en"))


@pytest.mark.parametrize("role", PEOPLE)
def test_a_name_is_in_the_files_only_with_its_bearers_consent(approved: Path, role: str) -> None:
    for locale in ("en", "es"):
        pdf = sheet(approved, locale).read_bytes()
        own = locale == "es" and role in NAMED
        for part in PEOPLE[role].split():
            assert (part in " ".join(page_text(approved, locale))) == own
            needles = {
                part.encode(),
                part.encode("utf-16-be"),
                part.encode("utf-16-be").hex().encode(),
            }
            held = any(one in content for content in unpacked(pdf) for one in needles)
            assert held == (own and role == "clinician"), "translators stand on paper alone"
            for ending in (".html", ".json"):
                text = sheet(approved, locale, ending).read_text(encoding="utf-8")
                assert part not in text or (own and ending == ".html")


def test_with_all_vouched_for_nothing_is_built_again(project: Path, polyleaf: Run) -> None:
    status, out, err = polyleaf("pdf", "es", "--approved", *TODAY)
    assert (status, out) == (0, f"build/es/{NAME}-handout-es-US.pdf\n")
    assert told(err) == f"unchanged: {NAME} in es\n"


UNCONFIRMED = r"\n\[services\.confirmed\]\n(?:\w+ = .*\n)+"


def take_confirmation(project: Path, service: str) -> None:
    file = project / "source/regions/US.toml"
    head, mark, tail = file.read_text(encoding="utf-8").partition(f'id = "{service}"')
    assert mark
    bare, count = re.subn(UNCONFIRMED, "\n", tail, count=1)
    assert count == 1
    file.write_text(head + mark + bare, encoding="utf-8")


@pytest.mark.parametrize("locale", [pytest.param("en", marks=pytest.mark.exhaustive), "es"])
def test_one_unconfirmed_service_makes_a_proof_that_names_only_services(
    project: Path, polyleaf: Run, locale: str
) -> None:
    service = "988" if locale == "en" else "988-es"
    take_confirmation(project, service)
    status, _, err = polyleaf("pdf", locale, "-v", *TODAY)
    assert status == 0
    assert re.findall(r"warning SVC01[03]: (\S+): ", err) == [f"US/{service}"]
    first, *others = page_text(project, locale)
    said = sheet(project, locale, ".html").read_text(encoding="utf-8")
    band = re.findall(r'<p class="band">(.*?)</p>', said.replace("\u00a0", " "))
    assert band == [
        {
            "en": "Proof – not approved: a service or an emergency number still awaits "
            "confirmation.",
            "es": "Versión provisional (sin aprobar): todavía falta confirmar algún servicio de la "
            "lista o algún número de emergencias.",
        }[locale]
    ]
    words = {"en": "still awaits confirmation", "es": "todavía falta confirmar"}[locale]
    assert words in others[-1], "what is awaited stands where the sheet tells of itself"
    assert not any(words in page for page in (first, *others[:-1]))
    assert {"en": "Proof - not approved", "es": "Versión provisional - sin aprobar"}[
        locale
    ] in first
    assert {"en": "Proof ·", "es": "Provisional ·"}[locale] in first
    assert {"en": "Approved", "es": "Aprobada"}[locale] not in first
    assert manifest(project, locale)["state"] == "proof"


def refused(project: Path, polyleaf: Run, locale: str = "es", *words: str) -> str:
    """Ask for an approved sheet that there cannot be; return what is said to be missing."""
    today = () if "--today" in words else TODAY
    if not today:
        Clock.day = date.fromisoformat(words[words.index("--today") + 1])
    status, out, err = polyleaf("pdf", locale, "--approved", *words, *today)
    assert (status, out) == (1, "")
    assert f"refused: {NAME} in {locale}" in err
    assert not sheet(project, locale).exists()
    assert not sheet(project, locale, ".json").exists()
    return err


@pytest.mark.usefixtures("unprinted")
def test_approved_alone_is_refused_without_a_clinician(project: Path, polyleaf: Run) -> None:
    for file in (project / "locales/es/approvals").glob("*clinician*"):
        file.unlink()
    err = refused(project, polyleaf)
    assert f"error CAT025: no clinician has approved these words of {NAME}" in err
    assert "SVC" not in err
    assert polyleaf("pdf", "en", "--approved", *TODAY)[0] == 0, "no other locale is touched"


def test_approved_alone_is_refused_for_a_source_without_an_editor(
    project: Path, polyleaf: Run
) -> None:
    shutil.rmtree(project / "locales/en/approvals")
    assert "error CAT025: no editor or clinician has approved" in refused(project, polyleaf, "en")


@pytest.mark.parametrize("record", ["988-es", "emergency"])
def test_approved_alone_is_refused_with_each_record_that_is_not_confirmed(
    project: Path, polyleaf: Run, record: str
) -> None:
    file = project / "source/regions/US.toml"
    if record == "emergency":
        text = file.read_text(encoding="utf-8")
        bare, count = re.subn(r"\n\[emergency\.confirmed\]\n(?:\w+ = .*\n)+", "\n", text)
        assert count == 1
        file.write_text(bare, encoding="utf-8")
    else:
        take_confirmation(project, record)
    err = refused(project, polyleaf)
    assert re.findall(r"error SVC01[03]: (US/\S+):", err) == [f"US/{record}"]
    assert err.count("error SVC") == 1
    assert f"polyleaf confirm US/{record} " in err
    assert "CAT025" not in err


@pytest.mark.usefixtures("unprinted")
def test_a_service_that_the_sheet_does_not_print_need_not_be_confirmed(
    project: Path, polyleaf: Run
) -> None:
    take_confirmation(project, "crisis-text-line")
    assert polyleaf("pdf", "es", "--approved", *TODAY)[0] == 0
    assert "US/crisis-text-line" in refused(project, polyleaf, "en")


def test_everything_that_is_missing_is_said_at_once(project: Path, polyleaf: Run) -> None:
    shutil.rmtree(project / "locales/es/approvals")
    take_confirmation(project, "988-es")
    err = refused(project, polyleaf)
    assert "CAT025" in err
    assert "US/988-es" in err


@pytest.mark.usefixtures("unprinted")
def test_a_record_changed_after_its_confirmation_is_not_confirmed(
    project: Path, polyleaf: Run
) -> None:
    replace(project / "source/regions/US.toml", 'press = "2"', 'press = "5"')
    err = refused(project, polyleaf)
    assert "error SVC011: US/988-es: Zebedee Nkemelu confirmed it on 2026-11-20, but" in err
    confirm(project, "US/988-es")
    assert polyleaf("pdf", "es", "--approved", *TODAY)[0] == 0


@pytest.mark.parametrize(
    ("today", "code"),
    [
        ("2027-05-19", ""),
        ("2027-05-20", "SVC012"),
        ("2027-11-21", "SVC013"),
    ],
)
@pytest.mark.usefixtures("unprinted")
def test_a_confirmation_holds_for_half_a_year(
    project: Path, polyleaf: Run, today: str, code: str
) -> None:
    if code:
        assert f"error {code}: US/988-es" in refused(project, polyleaf, "es", "--today", today)
    else:
        assert polyleaf("pdf", "es", "--approved", "--today", today)[0] == 0


@pytest.mark.usefixtures("unprinted")
def test_an_aged_record_makes_the_sheet_that_lies_there_a_proof(
    project: Path, polyleaf: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Clock, "day", date(2027, 6, 1))
    status, _, err = polyleaf("pdf", "es", "-v", "--today", "2027-06-01")
    assert status == 0
    assert "unchanged" not in err
    assert "warning SVC012: US/988-es" in err
    text = composed_text(project, "es")
    assert "Provisional ·" in text
    assert "todavía falta confirmar" in text


@pytest.mark.usefixtures("unprinted")
def test_words_changed_after_approval_make_a_proof_that_names_only_the_text(
    project: Path, polyleaf: Run
) -> None:
    file = project / f"locales/es/LC_MESSAGES/{NAME}.po"
    replace(file, '"Reflexiones finales"', '"Para terminar"')
    status, _, err = polyleaf("pdf", "es", "-v", *TODAY)
    assert status == 0
    assert "warning CAT024: the clinician Noor Haddad approved other words" in err
    text = composed_text(project, "es")
    assert "el texto espera la aprobación de un profesional clínico." in text
    assert "Noor Haddad" not in text, "what she approved is not what stands here"
    assert "Noor Haddad" not in sheet(project, "es", ".html").read_text(encoding="utf-8")
    assert "Provisional ·" in text


@pytest.mark.parametrize(("locale", "role"), [("en", "editor"), ("es", "clinician")])
@pytest.mark.usefixtures("unprinted")
def test_an_article_past_its_review_is_not_approved_whoever_vouches_for_it(
    project: Path, polyleaf: Run, locale: str, role: str
) -> None:
    article = project / f"source/{NAME}.md"
    replace(article, "review-by: 2027-11-23", "review-by: 2026-12-01")
    approve(project, locale, role)
    last, after = ("--today", "2026-12-01"), ("--today", "2026-12-02")
    status, _, err = polyleaf("pdf", locale, "--approved", *last)
    assert (status, "SRC023" in err) == (0, False)
    assert manifest(project, locale)["state"] == "approved"
    err = refused(project, polyleaf, locale, "--force", *after)
    assert f"source/{NAME}.md: error SRC023: review-by: 2026-12-01 has passed" in err
    status, _, err = polyleaf("pdf", locale, "-v", *after)
    assert status == 0
    assert "warning SRC023" in err
    assert manifest(project, locale)["state"] == "proof"


@pytest.mark.parametrize("words", [("--approved",), ()])
@pytest.mark.usefixtures("unprinted")
def test_a_sheet_that_lies_there_does_not_stay_approved_past_its_review(
    project: Path, polyleaf: Run, words: tuple[str, ...]
) -> None:
    replace(project / f"source/{NAME}.md", "review-by: 2027-11-23", "review-by: 2026-12-01")
    approve(project, "en", "editor")
    assert polyleaf("pdf", "en", *words, "--today", "2026-12-01")[0] == 0
    Clock.day = date(2026, 12, 2)
    _, _, err = polyleaf("pdf", "en", *words, "--today", "2026-12-02")
    assert "SRC023" in err
    file = sheet(project, "en", ".json")
    assert not file.exists() or manifest(project, "en")["state"] == "proof"


def test_check_warns_of_an_article_past_its_review(project: Path, polyleaf: Run) -> None:
    for today, overdue in (("2027-11-23", False), ("2027-11-24", True)):
        _, out, _ = polyleaf("check", "--today", today)
        assert (f"source/{NAME}.md: warning SRC023" in out) is overdue


def test_a_draft_is_never_approved(project: Path, polyleaf: Run) -> None:
    status, out, err = polyleaf("pdf", "es", "--draft", "--approved", *TODAY)
    assert (status, out) == (2, "")
    assert "a draft is never approved" in err


def test_a_clock_that_was_set_back_says_so_and_takes_nothing_away(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = sheet(project, "es").read_bytes()
    words = ["pdf", "--project", str(project), "es", "--approved", "--verbose"]
    monkeypatch.setattr(Clock, "day", date(2026, 11, 1))
    assert main([*words, "--today", "2026-11-01"]) == 1
    err = capsys.readouterr().err
    assert "the approval of Noor Haddad is dated 2026-11-23, which is still to come" in err
    assert "error SVC011: US/988-es: the confirmation is dated 2026-11-20, which is" in err
    assert err.count("see whether this computer has the right day") >= 2
    assert f"stays: build/es/{NAME}-handout-es-US.pdf" in err
    assert sheet(project, "es").read_bytes() == before
    monkeypatch.setattr(Clock, "day", date(2026, 11, 23))
    assert main([*words, *TODAY]) == 0
    assert sheet(project, "es").read_bytes() == before


@pytest.mark.usefixtures("unprinted")
@pytest.mark.parametrize("with_store", [False, True], ids=["no store", "a proof in the store"])
def test_no_proof_takes_the_place_of_an_approved_sheet_while_the_clock_is_wrong(
    project: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path_factory: pytest.TempPathFactory,
    *,
    with_store: bool,
) -> None:
    before = sheet(project, "es").read_bytes()
    words = ["pdf", "--project", str(project), "es"]
    monkeypatch.setattr(Clock, "day", date(2026, 11, 1))
    if with_store:
        words += ["--store", str(tmp_path_factory.mktemp("store"))]
        held = [*sheet(project, "es").parent.glob(f"{NAME}-handout-es-US.*")]
        contents = {file: file.read_bytes() for file in held}
        for file in held:
            file.unlink()
        assert main([*words, "--today", "2026-11-01"]) == 0
        assert manifest(project, "es")["state"] == "proof"
        for file, content in contents.items():
            file.write_bytes(content)
        capsys.readouterr()
    assert main([*words, "--today", "2026-11-01"]) == 1
    err = capsys.readouterr().err
    place = f"build/es/{NAME}-handout-es-US.pdf"
    assert f"{place}: error CAT025: on 2026-11-01 this is only a proof, and in its place" in err
    assert "see whether this computer has the right day" in err
    assert f"stays: {place}; it is what it says of itself" in err
    assert sheet(project, "es").read_bytes() == before
    assert manifest(project, "es")["state"] == "approved"


@pytest.mark.parametrize("day", ["2026-11-01", "2031-01-01"])
def test_no_proof_for_a_supposed_day_takes_the_place_of_an_approved_sheet(
    project: Path, capsys: pytest.CaptureFixture[str], day: str
) -> None:
    before = sheet(project, "es").read_bytes()
    assert main(["pdf", "--project", str(project), "es", "--today", day]) == 1
    assert "leave out --today, or move the approved sheet out of build/" in capsys.readouterr().err
    assert sheet(project, "es").read_bytes() == before


@pytest.mark.usefixtures("unprinted")
def test_a_proof_of_other_words_takes_the_place_of_an_approved_sheet_on_any_day(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace(project / f"locales/es/LC_MESSAGES/{NAME}.po", "Reflexiones finales", "Para terminar")
    monkeypatch.setattr(Clock, "day", date(2026, 11, 1))
    assert main(["pdf", "--project", str(project), "es", "--today", "2026-11-01"]) == 0
    assert manifest(project, "es")["state"] == "proof"
