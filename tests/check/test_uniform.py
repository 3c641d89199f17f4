"""How a catalog speaks to its reader, and whether a theory of suicide reads as its author's."""

import unicodedata

import pytest

from pipeline.catalog import po
from pipeline.check.rule import Pair
from pipeline.check.rules import RULES_BY_CODE
from pipeline.check.uniform import bare_words, lost_marks, mixed_address
from pipeline.values.citation import Reference
from tests.conftest import ROOT
from tests.pairs import pair
from tests.rows import each_row


def pairs(locale: str, *texts: str) -> list[Pair]:
    return [pair(locale, "Tell your doctor.", text) for text in texts]


@each_row(
    ("locale", "usual", "other"),
    [
        ("es", "Usted no está solo.", "Habla con tu médico."),
        ("de", "Bitte rufen Sie an.", "Ruf bitte deine Ärztin an."),
        ("fr", "Parlez à votre médecin.", "Parle à tes amis, tu peux."),
        ("pt_BR", "Você não tem culpa.", "Tu podes ligar."),
        ("ru", "Вы не одни.", "Ты не один."),
        ("uk", "Ви не самі.", "Розкажи про це своїм, якщо тобі важко."),
        ("tr", "Siz yalnız değilsiniz.", "Sen yalnız değilsin."),
        ("hi", "आप अकेले नहीं हैं।", "तुम अकेले नहीं हो।"),
        ("bn", "আপনি একা নন।", "তুমি একা নও।"),
        ("ur", "آپ اکیلے نہیں ہیں۔", "تم اکیلے نہیں ہو۔"),
        ("pa", "ਤੁਸੀਂ ਇਕੱਲੇ ਨਹੀਂ ਹੋ।", "ਤੂੰ ਇਕੱਲਾ ਨਹੀਂ ਹੈਂ।"),
        ("nl", "U bent niet alleen.", "Jij bent niet alleen."),
        ("ro", "Dumneavoastră nu sunteți singur.", "Tu nu ești singur."),
        ("el", "Εσείς δεν φταίτε.", "Εσύ δεν φταις."),
        ("zh_Hans", "您并不孤单。", "你并不孤单。"),
        (
            "fil",
            "Narito ang tulong para sa iyo.",
            "Narito kami para sa inyo.",
        ),
    ],
)
def test_a_text_that_speaks_in_another_way_is_told(locale: str, usual: str, other: str) -> None:
    assert [place for place, _ in mixed_address(pairs(locale, usual, other, usual))] == [1]
    assert not list(mixed_address(pairs(locale, usual, usual)))
    assert not list(mixed_address(pairs(locale, other, other)))


def test_what_somebody_else_says_is_not_looked_at() -> None:
    quoted = "Ein Satz wie „Du schaffst das“ hilft nicht jedem."
    assert not list(mixed_address(pairs("de", "Bitte rufen Sie an.", quoted)))


JOINER = Reference(key="joiner2005", surnames=("Joiner",), year="2005", record={})


def misread(locale: str, text: str) -> bool:
    source = "Joiner’s theory of suicide [-@joiner2005] names hopelessness."
    judged = pair(locale, source, text, references={"joiner2005": JOINER})
    rule = RULES_BY_CODE["TXT017"]
    assert rule.check
    return bool(list(rule.check(judged)))


@each_row(
    ("locale", "bad", "good"),
    [
        ("es", "la teoría del suicidio de Joiner", "en su teoría del suicidio, Joiner"),
        ("fr", "la théorie du suicide de Joiner", "Joiner, dans sa théorie du suicide"),
        ("it", "la teoria del suicidio di Joiner", "nella sua teoria del suicidio, Joiner"),
        ("pt_BR", "a teoria do suicídio de Joiner", "em sua teoria do suicídio, Joiner"),
        ("de", "die Theorie des Suizids von Joiner", "Joiners Theorie des Suizids"),
        ("pl", "teoria samobójstwa Joinera", "w swojej teorii samobójstwa Joiner"),
        ("ru", "теория суицида Джойнера", "в своей теории суицида Джойнер"),
        ("uk", "теорія суїциду Джойнера", "у своїй теорії суїциду Джойнер"),
        ("ro", "teoria suicidului lui Joiner", "teoria propusă de Joiner asupra suicidului"),
        (
            "nl",
            "de theorie over zelfdoding van Joiner",
            "Joiner, in zijn theorie over zelfdoding",
        ),
        ("el", "η θεωρία της αυτοκτονίας του Joiner", "η θεωρία του Joiner για την αυτοκτονία"),
        ("tr", "Joiner’ın intiharının kuramı", "Joiner’ın Kişilerarası İntihar Kuramı"),
        ("bn", "Joiner-এর আত্মহত্যার তত্ত্ব", "আত্মহত্যা সম্পর্কে Joiner-এর তত্ত্ব"),
        ("ne", "Joiner को आत्महत्याको सिद्धान्त", "आत्महत्याबारे Joiner को सिद्धान्त"),
        ("ur", "Joiner کی خودکشی کا نظریہ", "خودکشی کے بارے میں Joiner کا نظریہ"),
        ("pa", "Joiner ਦੀ ਖ਼ੁਦਕੁਸ਼ੀ ਦਾ ਸਿਧਾਂਤ", "ਖ਼ੁਦਕੁਸ਼ੀ ਬਾਰੇ Joiner ਦਾ ਸਿਧਾਂਤ"),
        ("sw", "nadharia ya kujiua kwa Joiner", "nadharia ya Joiner kuhusu kujiua"),
        ("th", "ทฤษฎีการฆ่าตัวตายของ Joiner", "ทฤษฎีของ Joiner ว่าด้วยการฆ่าตัวตาย"),
        ("ht", "teyori suisid Joiner", "teyori sou suisid Joiner devlope a"),
    ],
)
def test_a_theory_of_suicide_is_not_its_authors_suicide(locale: str, bad: str, good: str) -> None:
    assert misread(locale, f"{bad} [-@joiner2005] …")
    assert not misread(locale, f"{good} [-@joiner2005] …")


@each_row(
    ("locale", "text"),
    [
        ("tr", "Özgün metnin güncel sürümü: 1.1."),
        ("fr", "Maître âgé, même prénom."),
        ("ur", "آپ کا کلینک"),
        ("ur", "ٹیکسٹ پیغام"),
    ],
)
def test_letters_that_relatives_share_show_no_other_language(locale: str, text: str) -> None:
    rule = RULES_BY_CODE["TXT009"]
    assert rule.check
    assert not list(rule.check(pairs(locale, text)[0]))


def test_a_greek_question_does_not_break_off() -> None:
    rule = RULES_BY_CODE["TXT013"]
    assert rule.check
    one = pair(
        "el",
        "What should I do if I feel worse before we meet again?",
        "Τι να κάνω αν νιώσω χειρότερα πριν ξαναβρεθούμε;",
    )
    assert not list(rule.check(one))


def shipped(locale: str, name: str) -> list[tuple[str, str]]:
    """Return the texts of a shipped catalog with their translations."""
    entries = po.read((ROOT / f"locales/{locale}/LC_MESSAGES/{name}.po").read_text("utf-8"))
    return [(one.text, one.translation) for one in entries if one.text and one.translation]


def without_marks(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.translate(str.maketrans("łŁđĐı", "lLdDi")))
    return "".join(one for one in plain if not unicodedata.combining(one))


@pytest.mark.parametrize("locale", ["de", "es", "fr", "it", "pl", "pt_BR", "ro", "tr", "vi"])
@pytest.mark.parametrize("name", ["attachment-and-depression", "sheet"])
def test_a_catalog_that_lost_the_marks_of_its_letters_is_told_once(locale: str, name: str) -> None:
    texts = shipped(locale, name)
    whole = [pair(locale, *one) for one in texts]
    bare = [pair(locale, text, without_marks(translation)) for text, translation in texts]
    assert list(lost_marks(whole)) == []
    ((place, fault),) = lost_marks(bare)
    assert (place, "the marks on its letters are lost" in fault.message) == (0, True)
    assert list(lost_marks(bare[:3])) == []


@pytest.mark.parametrize("locale", ["de", "es", "fr", "ht", "pl", "pt_BR", "ro", "tr", "vi"])
def test_a_short_text_that_lost_its_marks_is_told_by_the_others(locale: str) -> None:
    texts = shipped(locale, "attachment-and-depression")
    whole = [pair(locale, *one) for one in texts]
    assert list(bare_words(whole)) == []
    damaged = [
        place
        for place, one in enumerate(whole)
        if len(one.target.words) <= _FEW_WORDS
        and not one.translation.isascii()
        and without_marks(one.translation).isascii()
    ][:30]
    found = [
        bool(list(bare_words([*whole[:place], bare, *whole[place + 1 :]])))
        for place in damaged
        if (bare := pair(locale, texts[place][0], without_marks(texts[place][1])))
    ]
    assert sum(found) >= len(found) / 4, f"{sum(found)} of {len(found)}"


_FEW_WORDS = 12


@each_row(
    ("locale", "texts", "lost"),
    [
        ("es", ["La depresión pasa.", "Con depresión se vive.", "Depresion y sueño."], []),
        ("es", ["La depresión pasa.", "Con depresión se vive.", "Depresion y calma."], [2]),
        ("de", ["Reden Sie darüber.", "Wir reden darüber.", "Reden wir darueber."], [2]),
        ("fr", ["Parlez à un médecin.", "Un médecin aide.", "Votre medecin"], [2]),
        ("vi", ["Bệnh trầm cảm", "Người trầm cảm", "Tram cam"], [2]),
        ("es", ["Él habló mucho.", "Ella habló poco.", "Yo hablo.", "No hablo más."], []),
        ("es", ["Está bien.", "Ella está bien.", "Esta semana"], []),
        ("pt_BR", ["O país é bom.", "Meu país.", "Meus pais"], []),
        ("fr", ["Élodie écrit.", "Élodie dort.", "Elodie Martin"], [2]),
    ],
)
def test_a_bare_word_is_told_where_the_others_have_its_marks(
    locale: str, texts: list[str], lost: list[int]
) -> None:
    found = bare_words([pair(locale, "Some text", text) for text in texts])
    assert [place for place, _ in found] == lost


@each_row("locale", ["fil", "nl", "sw", "ru", "ja"])
def test_a_language_without_marks_has_lost_none(locale: str) -> None:
    assert list(lost_marks([pair(locale, *one) for one in shipped(locale, "sheet")])) == []
