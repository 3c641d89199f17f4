"""Halves, thirds and quarters that a translation says in words."""

from pipeline.check.fractions import other_parts, parts_said
from pipeline.check.rules import RULES_BY_CODE
from pipeline.project import Project
from pipeline.values.locale import language_of
from tests.conftest import ROOT
from tests.pairs import pair
from tests.rows import each_row

A_THIRD, THREE_QUARTERS = "Take ⅓ of the dose.", "Take ¾ of the dose."

SAID = {
    "ar": ("ثلث الجرعة", "ثلثي الجرعة", "ربع الجرعة", "ثلاثة أرباع الجرعة"),
    "bn": ("ডোজের এক-তৃতীয়াংশ", "ডোজের দুই-তৃতীয়াংশ", "ডোজের এক-চতুর্থাংশ", "ডোজের তিন-চতুর্থাংশ"),
    "de": ("ein Drittel", "zwei Drittel", "ein Viertel", "drei Viertel"),
    "el": ("το ένα τρίτο", "τα δύο τρίτα", "το ένα τέταρτο", "τα τρία τέταρτα"),
    "es": ("un tercio", "dos tercios", "un cuarto", "las tres cuartas partes"),
    "fa": ("یک‌سوم دوز", "دو‌سوم دوز", "یک‌چهارم دوز", "سه‌چهارم دوز"),
    "fil": ("sangkatlo", "dalawang katlo", "sangkapat", "tatlong kapat"),
    "fr": ("un tiers", "les deux tiers", "un quart", "les trois quarts"),
    "hi": ("एक तिहाई", "दो तिहाई", "एक चौथाई", "तीन चौथाई"),
    "ht": ("yon tyè", "de tyè", "yon ka", "twa ka"),
    "it": ("un terzo", "due terzi", "un quarto", "tre quarti"),
    "ja": ("3分の1", "3分の2", "4分の1", "4分の3"),
    "ko": ("3분의 1", "3분의 2", "4분의 1", "4분의 3"),
    "ne": ("एक तिहाइ", "दुई तिहाइ", "एक चौथाइ", "तीन चौथाइ"),
    "nl": ("een derde", "twee derde", "een kwart", "driekwart"),
    "pa": ("ਇੱਕ ਤਿਹਾਈ", "ਦੋ ਤਿਹਾਈ", "ਇੱਕ ਚੌਥਾਈ", "ਤਿੰਨ ਚੌਥਾਈ"),
    "pl": ("jedną trzecią", "dwie trzecie", "jedną czwartą", "trzy czwarte"),
    "pt": ("um terço", "dois terços", "um quarto", "três quartos"),
    "ro": ("o treime", "două treimi", "un sfert", "trei sferturi"),
    "ru": ("треть", "две трети", "четверть", "три четверти"),
    "sw": ("theluthi moja", "theluthi mbili", "robo", "robo tatu"),
    "th": ("หนึ่งในสาม", "สองในสาม", "หนึ่งในสี่", "สามในสี่"),
    "tr": ("üçte birini", "üçte ikisini", "dörtte birini", "dörtte üçünü"),
    "uk": ("третину", "дві третини", "чверть", "три чверті"),
    "ur": ("ایک تہائی", "دو تہائی", "ایک چوتھائی", "تین چوتھائی"),
    "vi": ("một phần ba", "hai phần ba", "một phần tư", "ba phần tư"),
    "zh": ("三分之一", "三分之二", "四分之一", "四分之三"),
}
"""A third, two thirds, a quarter and three quarters, as a sentence of a language has them."""


def told(locale: str, source: str, target: str) -> list[str]:
    check = RULES_BY_CODE["TXT004"].check
    assert check
    return [fault.message for fault in check(pair(locale, source, target))]


@each_row("locale", sorted({*Project.at(ROOT).locales()} - {"en"}))
def test_parts_are_told_from_each_other_in_every_language(locale: str) -> None:
    language = language_of(locale)
    for part, words in zip(("1/3", "2/3", "1/4", "3/4"), SAID[language], strict=True):
        assert parts_said(words, language) == {part}
    third, two_thirds, quarter, three_quarters = SAID[language]
    assert told(locale, A_THIRD, third) == []
    assert told(locale, A_THIRD, two_thirds) != []
    assert told(locale, THREE_QUARTERS, three_quarters) == []
    assert told(locale, THREE_QUARTERS, quarter) != []
    assert told(locale, "It is 25% lower.", quarter) == []
    assert told(locale, "It is 25% lower.", three_quarters) != []


@each_row(
    ("locale", "source", "target", "is_other"),
    [
        ("de", "Take two thirds of it.", "Nehmen Sie ein Drittel davon.", True),
        ("de", "Take two thirds of it.", "Nehmen Sie zwei Drittel davon.", False),
        ("es", "Eat a third of it.", "Coma un cuarto.", True),
        ("es", "Eat a third of it in your room.", "Coma un tercio en su cuarto.", False),
        ("es", "Eat a quarter of it.", "Coma 1/4.", False),
        ("fr", "Rest a quarter of an hour.", "Reposez-vous un tiers.", False),
        ("ar", "Three quarters recover.", "يتعافى الربع.", True),
        ("ar", "The four of us recover.", "نحن الأربعة نتعافى.", False),
    ],
)
def test_a_part_in_words_that_is_another_is_told(
    locale: str, source: str, target: str, is_other: bool
) -> None:
    assert bool(list(other_parts(pair(locale, source, target)))) is is_other


OF_ALL = "Three quarters sleep 7½ hours."
IT_TOOK, TWO_AND_A_HALF = "It took 1½ hours.", "On May 4 it took 2½ hours."


@each_row(
    ("locale", "source", "target"),
    [
        ("de", IT_TOOK, "Es dauerte anderthalb Stunden."),
        ("es", IT_TOOK, "Duró una hora y media."),
        ("es", TWO_AND_A_HALF, "El 4 de mayo duró dos horas y media."),
        ("de", TWO_AND_A_HALF, "Am 4. Mai dauerte es zweieinhalb Stunden."),
        ("nl", TWO_AND_A_HALF, "Op 4 mei duurde het tweeënhalf uur."),
        ("de", OF_ALL, "Drei Viertel schlafen siebeneinhalb Stunden."),
        ("nl", OF_ALL, "Driekwart slaapt zevenenhalf uur."),
        ("el", OF_ALL, "Τα τρία τέταρτα κοιμούνται επτάμισι ώρες."),
        ("hi", OF_ALL, "तीन चौथाई लोग साढ़े सात घंटे सोते हैं।"),
        ("ja", OF_ALL, "4分の3は7時間半眠ります。"),
        ("zh_Hans", OF_ALL, "四分之三的人睡七个半小时。"),
        ("hi", TWO_AND_A_HALF, "4 मई को ढाई घंटे लगे।"),
        ("ru", TWO_AND_A_HALF, "4 мая это заняло два с половиной часа."),
        ("zh_Hans", TWO_AND_A_HALF, "5月4日花了两个半小时。"),
        ("ja", TWO_AND_A_HALF, "5月4日は2時間半かかりました。"),
        ("fr", IT_TOOK, "Cela a duré 1 h 30."),
        ("fr", IT_TOOK, "Cela a duré 90 minutes."),
        ("ko", IT_TOOK, "1시간 30분 걸렸습니다."),
        ("de", IT_TOOK, "Es dauerte 1 Stunde und 30 Minuten."),
        ("fr", "It took 90 minutes.", "Cela a duré 1 h 30."),
        ("es", "Take ½ tablet.", "Tome media tableta."),
        ("zh_Hans", "Take half a tablet twice.", "两次，每次半片。"),
        ("ko", "Take half a pill twice.", "두 번 반 알씩 드세요."),
    ],
)
def test_an_amount_with_its_own_half_is_no_fault(locale: str, source: str, target: str) -> None:
    assert told(locale, source, target) == []


@each_row(
    ("locale", "source", "target"),
    [
        ("de", TWO_AND_A_HALF, "Am 4. Mai dauerte es anderthalb Stunden."),
        ("hi", TWO_AND_A_HALF, "4 मई को डेढ़ घंटे लगे।"),
        ("ru", TWO_AND_A_HALF, "4 мая это заняло полтора часа."),
        ("es", TWO_AND_A_HALF, "El 4 de mayo duró tres horas y media."),
        ("pt_BR", TWO_AND_A_HALF, "Em 4 de maio, levou três horas e meia."),
        ("de", OF_ALL, "Drei Viertel schlafen fünfeinhalb Stunden."),
        ("nl", OF_ALL, "Driekwart slaapt vijfenhalf uur."),
        ("pt_BR", OF_ALL, "Três quartos dormem cinco horas e meia."),
        ("hi", OF_ALL, "तीन चौथाई लोग साढ़े पाँच घंटे सोते हैं।"),
        ("ja", OF_ALL, "4分の3は5時間半眠ります。"),
        ("zh_Hans", OF_ALL, "四分之三的人睡五个半小时。"),
        ("de", IT_TOOK, "Es dauerte zweieinhalb Stunden."),
        ("fr", IT_TOOK, "Cela a duré 1 h 15."),
        ("fr", IT_TOOK, "Cela a duré 2 h 30."),
        ("fr", "It took 90 minutes.", "Cela a duré 1 h 20."),
        ("es", "Take ½ tablet.", "Tome una tableta y media."),
    ],
)
def test_a_half_that_goes_with_another_number_is_told(
    locale: str, source: str, target: str
) -> None:
    assert told(locale, source, target) != []
