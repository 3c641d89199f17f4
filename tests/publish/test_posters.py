"""The wall poster and the notice: what is read from afar, and what is offered to whom."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.compose.poster import SIDE, figure_size, first_number
from pipeline.compose.services import printed_services
from pipeline.compose.sheet import compose, editions
from pipeline.project import Project
from pipeline.publish.inventory import sheets_in
from pipeline.records.typography import locale_named
from pipeline.typeset.fonts import font_set
from pipeline.typeset.typesetter import font_configuration, typesetter
from pipeline.values.folding import MILLIMETRE, PAPERS
from pipeline.verify.page import read_codes, read_pages
from pipeline.verify.text import read
from tests.once import typeset
from tests.sheets import ROOT, Printed, composed, printed, shortened

Run = Callable[..., tuple[int, str, str]]

NAME = "attachment-and-depression"
POSTER = editions()["wall-poster"]
HEIGHT_OF_FIGURES = 0.723
"""In parts of the size, in Lato, which sets the numbers of every sheet."""


def text(sheet: Printed) -> str:
    return read(read_pages(sheet.pdf), rtl=sheet.plan.locale.rtl).text


@pytest.mark.exhaustive
@pytest.mark.parametrize(
    ("locale", "region", "paper", "number"),
    [
        ("es", "US", "", "988"),
        ("en", "US", "", "988"),
        ("ar", "GB", "", "116 123"),
        ("en", "DE", "", "0800 111 0 111"),
        ("en", "US", "letter", "988"),
    ],
)
def test_the_first_number_is_read_from_afar(
    folder: Path, locale: str, region: str, paper: str, number: str
) -> None:
    sheet = printed(locale, region, folder, edition="wall-poster", paper=paper)
    assert sheet.judge(sheet.pdf) == ()
    (page,) = read_pages(sheet.pdf)
    size = max(letter.size for letter in page.letters)
    figures = [one for one in page.letters if one.size == size and one.text.isdigit()]
    shown = "".join(one.text for one in sorted(figures, key=lambda one: one.x))
    assert shown == "".join(sign for sign in number if sign.isdigit())
    least = min(one.top - one.bottom for one in figures) / MILLIMETRE
    assert least >= dict(POSTER.figures)[sheet.plan.paper]
    assert (sheet.plan.paper in ("tabloid", "a3")) == (not paper)
    assert ("presione 2" in text(sheet)) == (locale == "es"), "what the number alone does not say"


@pytest.mark.exhaustive
def test_a_key_to_press_stands_beside_the_number(folder: Path) -> None:
    """Who dials a giant 988 and looks no further is answered in English."""
    sheet = printed("es", "US", folder, edition="wall-poster")
    assert sheet.judge(sheet.pdf) == ()
    assert "988 → 2" in text(sheet)
    smaller = sheet.again("</style>", ".key { font-size: 0.2em !important; }</style>")
    (finding,) = [one for one in sheet.judge(smaller) if one.code == "PDF010"]
    assert finding.message.startswith("the figures of 2 are ")


def test_every_first_number_on_record_is_high_enough_on_every_paper() -> None:
    project = Project.at(ROOT)
    seen = set()
    for code in project.region_codes():
        region, _ = project.region(code)
        for locale in ("en", "es", "fr", "ar", "ru", "de", "ja", "vi"):
            services = printed_services(region, locale_named(locale), edition=POSTER)
            number = first_number(services).number
            for paper, least in POSTER.figures if number else ():
                if paper == "tabloid" and region and region.paper != "letter":
                    continue  # nobody takes it there
                size = figure_size(number, paper, least)
                height = size * HEIGHT_OF_FIGURES / MILLIMETRE
                fills = size == figure_size(number, paper, 99.0)
                assert height >= (0.98 * least if fills else least), (code, number, paper)
                seen.add(number)
    assert len(seen) > 30


def test_a_number_is_smaller_where_a_key_stands_beside_it() -> None:
    alone, beside = figure_size("988", "tabloid", 25.0), figure_size("988", "tabloid", 25.0, "2")
    assert 25.0 < beside * HEIGHT_OF_FIGURES / MILLIMETRE < alone * HEIGHT_OF_FIGURES / MILLIMETRE


@pytest.mark.parametrize("number", ["8 800 333-44-34", "0800 000 000", "1-866-277-3553", "4444"])
def test_a_number_is_as_wide_as_was_reckoned(number: str, tmp_path: Path) -> None:
    font_configuration(font_set(["Lato"], tmp_path).configuration)
    style = (
        "font: bold 100px Lato; letter-spacing: 0.01em; font-variant-numeric: proportional-nums; "
        "white-space: nowrap"
    )
    made = typesetter().HTML(string=f'<p style="{style}">{number}</p>').render()
    boxes = made.pages[0]._page_box.descendants()
    (wide,) = (box.width / 100 for box in boxes if type(box).__name__ == "TextBox")
    reckoned = (PAPERS["a3"].width - 2 * SIDE) / figure_size(number, "a3", 99.0)
    assert wide <= reckoned
    assert wide > 0.97 * reckoned or len(number) < 5


def test_a_number_takes_the_whole_width_only_where_it_must() -> None:
    """0120-279-338 is high enough on A3 in less, 1-866-277-3553 is not."""
    calm, least = figure_size("0120-279-338", "a3", 25.0), dict(POSTER.figures)["a3"]
    assert calm == pytest.approx(0.92 * figure_size("0120-279-338", "a3", 99.0), abs=0.1)
    wide = figure_size("1-866-277-3553", "tabloid", least)
    assert 0.92 < wide / figure_size("1-866-277-3553", "tabloid", 99.0) <= 1.0


@pytest.mark.exhaustive
def test_smaller_figures_are_found(folder: Path) -> None:
    sheet = printed("es", "US", folder, edition="wall-poster")
    style = sheet.composition.forms[0].pages
    size = style.partition("--figures: ")[2].partition("pt")[0]
    smaller = sheet.again("</style>", ".figures { font-size: 80pt !important; }</style>")
    assert float(size) > 90
    (finding,) = [one for one in sheet.judge(smaller) if one.code == "PDF010"]
    assert finding.message == "the figures of 988 are 20.9 mm high, less than 25 mm"


@pytest.mark.exhaustive
def test_a_service_with_a_long_name_has_room_in_the_last_lines(folder: Path) -> None:
    sheet = printed("es", "CA-QC", folder, edition="wall-poster")
    assert sheet.judge(sheet.pdf) == ()


@pytest.mark.exhaustive
def test_a_countrys_name_of_several_words_stands_on_one_line(folder: Path) -> None:
    sheet = printed("tr", "US", folder, edition="wall-poster")
    assert sheet.judge(sheet.pdf) == ()
    assert "Amerika Birleşik Devletleri" in text(sheet)


@pytest.mark.exhaustive
@pytest.mark.parametrize("region", ["TR", "intl"])
def test_where_no_line_is_known_a_poster_invents_none(folder: Path, region: str) -> None:
    sheet = printed("es", region, folder, edition="wall-poster")
    assert sheet.judge(sheet.pdf) == ()
    shown = text(sheet)
    assert "findahelpline.com" in shown
    assert "988" not in shown
    assert ("112" in shown) == (region == "TR")
    assert "Qué pasa cuando" not in shown, "there is nobody to call"


def test_the_name_of_a_second_service_stands_above_its_ways(folder: Path) -> None:
    """「#いのちSOS」 stood below its number and its chat: nobody knew whose these were."""
    html = composed("ja", "JP", folder, edition="wall-poster").composition.html
    second = html.partition('class="second"')[2].partition("</section>")[0]
    assert 0 < second.index("いのち") < second.index("0120-061-338")


def test_a_line_for_everyone_is_first(folder: Path) -> None:
    project = Project.at(ROOT)
    region, _ = project.region("RU")
    first = first_number(printed_services(region, locale_named("ru"), edition=POSTER))
    assert first.service
    assert not first.service.audience
    assert all(service is not first.service for service in first.others)


def test_an_article_without_a_note_has_no_poster(project: Path, polyleaf: Run) -> None:
    article = project / f"source/{NAME}.md"
    head = article.read_text(encoding="utf-8").partition("::: crisis short")[0]
    article.write_text(head + "## Sleep\n\nSleep helps.\n", "utf-8")
    status, _, err = polyleaf("pdf", "en", "--edition", "wall-poster")
    assert (status, "::: crisis short" in err) == (2, True)


@pytest.mark.usefixtures("unprinted")
def test_an_article_without_a_note_is_named_beside_one_that_has_a_poster(
    project: Path, polyleaf: Run
) -> None:
    article = project / f"source/{NAME}.md"
    head = article.read_text(encoding="utf-8").partition("::: crisis short")[0]
    bare = head.replace(f"id: {NAME}", "id: sleep") + "## Sleep\n\nSleep helps.\n"
    (project / "source/sleep.md").write_text(bare, "utf-8")
    status, out, err = polyleaf("pdf", "en", "--edition", "wall-poster")
    assert (status, len(out.splitlines())) == (0, 1)
    assert [line for line in err.splitlines() if "sleep" in line] == [
        "no wall-poster of sleep: the wall-poster shows the ::: crisis short that opens an "
        "article: write one"
    ]


@pytest.mark.exhaustive
def test_a_notice_has_room_for_all_languages(folder: Path) -> None:
    sheet = printed("en", "US", folder, clinic="riverside", edition="notice")
    assert len(sheet.plan.offers) > 20, "in three columns"
    assert {one.locale.name for one in sheet.plan.offers} == {"en", *Project.at(ROOT).locales()}
    assert_offers(sheet)
    for words in ("Esta hoja", "Français", "日本語", "Português |Portugal|", "Русский", "通訳"):
        assert words in text(sheet)
    assert "Haitian Creole" in text(sheet), "for staff"
    for code in ("pt_BR", "zh_Hans", ".pdf"):
        assert code not in text(sheet), "nothing for programs on a public wall"


@pytest.mark.exhaustive
def test_a_notice_offers_each_language_in_its_own_words_with_its_code(folder: Path) -> None:
    root = shortened(folder)
    sheet = printed("en", "US", folder, clinic="riverside", edition="notice", root=root)
    assert {one.locale.name for one in sheet.plan.offers} == {"en", *Project.at(root).locales()}
    assert_offers(sheet)
    for words in ("Esta hoja", "en su idioma", "العربية"[::-1]):
        assert words in text(sheet)
    assert ".pdf" not in text(sheet), "nothing for programs on a public wall"


def assert_offers(sheet: Printed) -> None:
    """Assert that a notice is good, and that its codes and links lead to what it offers."""
    assert sheet.judge(sheet.pdf) == ()
    (page,) = read_pages(sheet.pdf)
    seen = read_codes(sheet.pdf, [page.number])
    address = "https://riverside.example/sheets/{}-{}"
    assert sorted(seen) == sorted(
        address.format(NAME, offer.locale.tag) for offer in sheet.plan.offers
    )
    assert f'href="{address.format(NAME, "es")}"' in sheet.composition.web
    assert sheet.judge_web(sheet.composition.web) == ()


@pytest.mark.exhaustive
def test_without_an_address_a_notice_says_how_to_ask_and_invents_none(folder: Path) -> None:
    sheet = printed("ar", "GB", folder, edition="notice", root=shortened(folder, "notice"))
    assert sheet.judge(sheet.pdf) == ()
    assert sheet.plan.paper == "a4"
    assert read_codes(sheet.pdf, [1]) == ()
    shown = read(read_pages(sheet.pdf), rtl=False).text
    assert "Pídanos esta hoja" in shown
    assert "http" not in shown
    assert "Spanish" in shown, "for staff in a region where nobody speaks Arabic"
    assert "Intérprete" in shown, "in the field of those who read it"


@pytest.mark.exhaustive
def test_names_of_all_languages_are_read_from_across_a_room(folder: Path) -> None:
    sheet = printed("es", "US", folder, edition="notice")
    assert sheet.judge(sheet.pdf) == ()
    (page,) = read_pages(sheet.pdf)
    sizes = {letter.text: letter.size for letter in page.letters if letter.text in "üç"}
    assert sizes["ü"] > 20, "Türkçe"


@pytest.mark.exhaustive
def test_names_for_staff_make_no_line_of_a_notice_in_urdu_higher(folder: Path) -> None:
    sheet = printed("ur", "US", folder, edition="notice")
    assert len(sheet.plan.offers) > 20, "in three columns"
    assert sheet.judge(sheet.pdf) == (), "all have room"


@pytest.mark.exhaustive
@pytest.mark.parametrize(
    ("locale", "region", "paper"),
    [
        ("es", "US", "letter"),
        ("ar", "GB", "a4"),
        ("es", "US", "a4"),
        ("ar", "GB", "letter"),
    ],
)
def test_an_approved_notice_of_one_language_has_room_for_its_foot(
    folder: Path, locale: str, region: str, paper: str
) -> None:
    asked = composed(
        locale, region, folder, edition="notice", paper=paper, root=shortened(folder, "notice")
    )
    (own,) = (one for one in asked.plan.offers if one.locale.name == locale)
    offers = (replace(own, state="approved"),)
    plan = replace(asked.plan, state="approved", awaits=(), offers=offers)
    sheet = replace(asked, plan=plan, composition=compose(plan))
    made = typeset(sheet.composition.html, sheet.fonts, "build/sheet.pdf", sheet.composition.forms)
    assert (made.layout.paper, made.findings) == (paper, ())
    assert sheet.judge(made.pdf) == ()


@pytest.mark.exhaustive
def test_a_notice_for_which_no_language_is_named_is_one_page(brief: Path, polyleaf: Run) -> None:
    status, out, err = polyleaf("pdf", "--edition", "notice")
    assert (status, out, err.count(", notice: ")) == (2, "", 1)
    status, out, err = polyleaf("pdf", "--edition", "notice", "--proofs")
    assert (status, out) == (0, f"build/en/{NAME}-notice-en-US.pdf\n"), err
    status, out, err = polyleaf("pdf", "es", "--edition", "notice", "--proofs")
    assert (status, out) == (0, f"build/es/{NAME}-notice-es-US.pdf\n"), err
    status, out, err = polyleaf("inspect", str(brief / out.strip()))
    assert "may be handed out to reviewers" in out, "as it is, with the proofs that it names"
    assert "current       yes" in out


@pytest.mark.parametrize(
    ("edition", "paper", "papers"),
    [
        ("notice", "", ("letter", "tabloid")),
        ("notice", "letter", ("letter",)),
        ("notice", "tabloid", ("tabloid",)),
        ("brochure", "letter", ("letter", "legal", "tabloid")),
    ],
)
def test_paper_that_is_named_is_the_paper_that_is_taken(
    folder: Path, edition: str, paper: str, papers: tuple[str, ...]
) -> None:
    sheet = composed(
        "es", "US", folder, edition=edition, paper=paper, root=shortened(folder, edition)
    )
    assert tuple(form.layout.paper for form in sheet.composition.forms) == papers


@pytest.mark.exhaustive
def test_a_notice_that_has_no_room_on_the_paper_that_was_named_says_which_has(
    folder: Path,
) -> None:
    sheet = composed("en", "US", folder, edition="notice", paper="letter")
    forms = sheet.composition.forms
    (finding,) = typeset(sheet.composition.html, sheet.fonts, "build/sheet.pdf", forms).findings
    assert (finding.code, finding.fix) == ("PDF011", "print it on larger paper: --paper tabloid")


@pytest.mark.exhaustive
def test_a_code_that_leads_elsewhere_is_found(folder: Path) -> None:
    root = shortened(folder)
    sheet = printed("en", "US", folder, clinic="riverside", edition="notice", root=root)
    html = sheet.composition.html
    first, second = (part.partition('"')[0] for part in html.split('class="code" src="')[1:3])
    codes = {one.code for one in sheet.judge(sheet.again(first, second))}
    assert "PDF012" in codes


@pytest.mark.exhaustive
def test_a_notice_names_what_is_approved_alone_unless_proofs_are_asked_for(
    project: Path, polyleaf: Run
) -> None:
    status, out, err = polyleaf("pdf", "en", "--edition", "notice")
    assert (status, out) == (2, "")
    assert "--proofs" in err
    status, _, err = polyleaf("pdf", "en es", "--edition", "notice")
    assert (status, err.count("--proofs"), err.count("for the same reason")) == (2, 1, 1)
    status, out, err = polyleaf("pdf", "en", "--edition", "notice", "--proofs")
    assert status == 0, err
    assert "print the notice" not in err, "three languages have room on the region's paper"
    pdf = project / f"build/en/{NAME}-notice-en-US.pdf"
    record = json.loads(pdf.with_suffix(".json").read_text("utf-8"))
    assert (record["state"], record["proofs"]) == ("proof", True)
    status, _, err = polyleaf("pdf", "en", "--edition", "notice", "--proofs", "--approved")
    assert (status, "one or the other" in err) == (2, True)
    # Another language changes what is on it; what is still the same is not made again.
    assert "unchanged" in polyleaf("pdf", "en", "--edition", "notice", "--proofs")[2]
    (project / "locales/es/LC_MESSAGES/sheet.po").unlink()
    status, _, err = polyleaf("pdf", "en", "--edition", "notice", "--proofs")
    assert (status, "unchanged" in err) == (0, False)
    shown = read(read_pages(pdf.read_bytes()), rtl=False).text
    assert "Español" not in shown
    assert "العربية"[::-1] in shown


@pytest.mark.exhaustive
def test_a_notice_names_the_languages_that_were_asked_for_and_no_others(
    project: Path, polyleaf: Run
) -> None:
    asked = ("pdf", "--edition", "notice", "--names", "Arabic es")
    status, out, err = polyleaf(*asked)
    assert (status, out) == (2, "")
    typed = "polyleaf pdf --region US --edition notice --names ar,es --proofs"
    told = re.sub(r"[^\s']*(polyleaf pdf)| --project \S+(?=')", r"\1", err)
    assert f"is approved in ar and es: to name what is only a proof, too: '{typed}'" in told
    status, out, err = polyleaf(*asked, "--proofs")
    assert (status, out) == (0, f"build/en/{NAME}-notice-en-US.pdf\n"), err
    pdf = project / out.strip()
    shown = read(read_pages(pdf.read_bytes()), rtl=False).text
    assert ("Español" in shown, "العربية"[::-1] in shown) == (True, True)
    assert shown.count("English") == 1, "the page's own language, in its last line"
    # The choice stands in the record: the sheet is known again, and renewed with it.
    record = json.loads(pdf.with_suffix(".json").read_text("utf-8"))
    assert record["names"] == "ar es"
    assert "unchanged" in polyleaf(*asked, "--proofs")[2]
    seen = polyleaf("inspect", str(pdf))[1]
    assert "may be handed out to reviewers" in seen
    assert "'polyleaf status ar es' says what each language still lacks" in seen
    (held,) = [one for one in sheets_in(Project.at(project)) if one.word("edition") == "notice"]
    assert "--names ar,es --proofs" in held.command
    folder = project / "locales/ar"
    folder.rename(project / "ar")
    assert "warning PDF030: there is no locale 'ar' any more" in polyleaf("check")[1]
    (project / "ar").rename(folder)
    # Another choice is another sheet.
    status, _, err = polyleaf("pdf", "--edition", "notice", "--names", "es", "--proofs")
    assert (status, "unchanged" in err) == (0, False)
    assert "العربية"[::-1] not in read(read_pages(pdf.read_bytes()), rtl=False).text
    page = pdf.with_suffix(".html").read_text(encoding="utf-8")
    assert 'class="offers in-2"' in page, "one field alone is as wide as one of two"


def test_only_a_notice_names_languages(project: Path, polyleaf: Run) -> None:
    status, out, err = polyleaf("pdf", "es", "--names", "ar")
    assert (status, out) == (2, "")
    assert "the handout names no languages: ask for the notice alone" in err
    status, _, err = polyleaf("pdf", "--edition", "notice", "--names", "xx")
    assert (status, "unknown locale 'xx'" in err) == (2, True)
