"""Citations that an article writes out, in good and in wrong translations."""

from pipeline.check.rules.citation_literal import check
from tests.pairs import pair
from tests.rows import each_row

THEORY = "Joiner’s Interpersonal Theory of Suicide (2005) names hopelessness."


def found(source: str, target: str, locale: str) -> list[str]:
    judged = pair(locale, source, target, literal=True)
    return [fault.message for fault in check(judged)]


@each_row(
    ("locale", "target"),
    [
        ("es", "La teoría interpersonal del suicidio de Joiner (2005) nombra la desesperanza."),
        ("de", "Joiners interpersonelle Theorie des Suizids (2005) nennt Hoffnungslosigkeit."),
        ("fr", "La théorie interpersonnelle du suicide de Joiner (2005) nomme le désespoir."),
        ("ru", "Межличностная теория самоубийства Джойнера (2005) говорит о безнадёжности."),
        ("ar", "تذكر نظرية جوينر الشخصية في الانتحار (2005) اليأس."),
        ("ja", "ジョイナーの自殺の対人関係理論（2005）は絶望を挙げる。"),
        ("zh_Hans", "乔伊纳的自杀人际理论（2005）指出绝望。"),
        ("pl", "Interpersonalna teoria samobójstwa Joinera (2005) mówi o beznadziei."),
        ("tr", "Joiner’in kişilerarası intihar kuramı (2005) umutsuzluğu sayar."),
    ],
)
def test_an_author_before_a_theory_is_the_author(locale: str, target: str) -> None:
    assert found(THEORY, target, locale) == []


def test_an_author_before_a_theory_can_be_lost() -> None:
    lost = "La teoría interpersonal del suicidio (2005) nombra la desesperanza."
    assert found(THEORY, lost, "es") == ["the author Joiner is lost"]


@each_row(
    ("source", "target", "locale"),
    [
        ("This is known (WHO, 2019).", "Esto se sabe (OMS, 2019).", "es"),
        ("This is known (WHO, 2019).", "Это известно (ВОЗ, 2019).", "ru"),
        (
            "World Health Organization (2019) says so.",
            "La Organización Mundial de la Salud (2019) lo dice.",
            "es",
        ),
        ("Known (Gross & Muñoz, 1995).", "Se sabe (Gross y Mun\u0303oz, 1995).", "es"),
        ("Known (Mikulincer & Shaver, 2016).", "既知（ミクリンサー・シェイヴァー, 2016）。", "ja"),
        ("Known (APA, 2013).", "هذا معروف (الجمعية الأمريكية للطب النفسي، ٢٠١٣).", "ar"),
        ("Known (UNICEF, 2019).", "已知（联合国儿童基金会，2019）。", "zh_Hans"),
        ("NIMH (2020) says so.", "El Instituto Nacional (2020) lo dice.", "es"),
        ("Known (Beck, 1967a).", "Se sabe (Beck, 1967a).", "es"),
        ("Known (Beck, 1967a).", "Известно (Бек, 1967а).", "ru"),
        ("Known (Beck, 1967, p. 12).", "已知（贝克，1967，第12页）。", "zh_Hans"),
        ("Known (Beck, 1967, pp. 12–15).", "Se sabe (Beck, 1967, pp. 12-15).", "es"),
        ("In 1967, Beck found it.", "En 1967, Beck lo descubrió.", "es"),
        ("In Germany 2020 was hard.", "In Deutschland war 2020 hart.", "de"),
        ("Known (Tronick & Gianino, 1986).", "ज्ञात (ट्रॉनिक और जियानिनो, 1986)।", "hi"),
        ("Known (Slavich et al., 2009).", "Sabe-se (Slavich e col., 2009).", "pt_PT"),
        ("In May 1967 it began.", "Empezó en mayo de 1967.", "es"),
        ("Beck et al. (1979) found it.", "Beck und Kollegen (1979) fanden es.", "de"),
        ("It helps (Beck, n.d.).", "Ayuda (Beck, s. f.).", "es"),
        ("It helps (Beck, in press).", "Помогает (Бек, в печати).", "ru"),
        ("It helps (WHO, n.d.).", "Ayuda (OMS, s. f.).", "es"),
        (
            "It helps (World Health Organization [WHO], 2020).",
            "Ayuda (Organización Mundial de la Salud [OMS], 2020).",
            "es",
        ),
        (
            "It helps (National Institute of Mental Health, 2020).",
            "有帮助（美国国家心理健康研究所，2020）。",
            "zh_Hans",
        ),
    ],
)
def test_other_good_translations_have_no_fault(source: str, target: str, locale: str) -> None:
    assert found(source, target, locale) == []


def test_a_page_that_is_another_is_found() -> None:
    source, target = "Known (Beck, 1967, p. 12).", "Se sabe (Beck, 1967, p. 21)."
    assert found(source, target, "es") == ["the place 12 of the citation of 1967 is not there"]
    assert found(source, "Se sabe (Beck, 1967).", "es")


@each_row(
    ("source", "target", "locale"),
    [
        ("It helps (World Health Organization, 2020).", "Ayuda (2020).", "es"),
        ("It helps (Beck, n.d.).", "Ayuda.", "es"),
        ("It helps (Beck & Rush, in press).", "Ayuda (Beck, en prensa).", "es"),
        ("It helps (van der Kolk, 2014).", "Hilft (van den Berg, 2014).", "de"),
        ("It helps (Plato, ca. 370 B.C.E.; Beck, 1967).", "Ayuda (Platón, 370; Bek, 1967).", "es"),
        ("It helps (Freud, 1900/1953).", "Ayuda (Freud, 1953).", "es"),
    ],
)
def test_who_is_cited_without_a_year_or_in_several_words_can_be_lost(
    source: str, target: str, locale: str
) -> None:
    assert found(source, target, locale)


def test_an_abbreviation_without_anything_in_its_place_is_lost() -> None:
    assert found("Known (APA, 2013).", "Se sabe (2013).", "es") == ["the author APA is lost"]
    assert found("Known (APA, 2013).", "معروف (٢٠١٣).", "ar") == ["the author APA is lost"]


@each_row(
    ("target", "locale"),
    [
        ("Se sabe (Beck, 1967b).", "es"),
        ("Se sabe (Beck, 1967).", "es"),
        ("既知（ベック、1967b）。", "ja"),
        ("معروف (بيك، ١٩٦٧b).", "ar"),
    ],
)
def test_the_letter_of_a_year_tells_two_works_apart(target: str, locale: str) -> None:
    assert found("Known (Beck, 1967a).", target, locale) == ["the letter of 1967a is not there"]


def test_an_author_behind_the_first_word_of_a_sentence_is_no_organisation() -> None:
    assert found("In Beck (1967) it stands.", "En Muñoz (1967) está.", "es") == [
        "the author Beck is lost"
    ]
