"""Characters that no eye sees: refused, but where a script needs them."""

import tomllib

from pipeline.records.characters import is_babble, odd_characters, says_something
from tests.conftest import ROOT
from tests.rows import each_row

GOOD = {
    "Persian": "می\u200cخواهم با کسی حرف بزنم؛ آن\u200cها کمک می\u200cکنند.",
    "Urdu": "آپ اکیلے نہیں ہیں۔ صفحہ\u200f ۱۲\u200f دیکھیے۔",
    "Arabic": "اتّصِلْ بالمركز\u200f (12)\u200f. مُحَمَّد، هذا مـهم.",
    "Hebrew": "בְּרֵאשִׁית: 25 מ\u05f4ג \u200e(12)\u200e.",
    "Hindi": "शक्\u200dति और क्\u200cष; आप अकेले नहीं हैं।",
    "Marathi": "सुऱ्\u200dया आणि दऱ्\u200dया",
    "Bengali": "র\u200d্যাব এবং উদ্\u200cযোগ",
    "Punjabi": "ਤੁਸੀਂ ਇਕੱਲੇ ਨਹੀਂ ਹੋ।",
    "Gujarati": "તમે એકલા નથી; ક્\u200dષ.",
    "Tamil": "நீங்கள் தனியாக இல்லை. க்\u200cஷ",
    "Malayalam": "അവന്\u200d പറഞ്ഞു; നന്\u200cമ.",
    "Sinhala": "ශ්\u200dරී ලංකාව",
    "Nepali": "तपाईं एक्लो हुनुहुन्न; गर्\u200dयो।",
    "Thai": "คุณ\u200bไม่ได้\u200bอยู่\u200bคนเดียว",
    "Lao": "ທ່ານ\u200bບໍ່ໄດ້\u200bຢູ່\u200bຄົນດຽວ",
    "Khmer": "អ្នក\u200bមិន\u200bនៅ\u200bម្នាក់\u200bឯង\u200bទេ។ ស្ត្រី",
    "Burmese": "သင်\u200bတစ်ယောက်တည်း\u200bမဟုတ်ပါ။",
    "Japanese": "辻\U000e0100さんと葛\U000e0101城さんに相談する。",
    "Chinese": "葛\U000e0100先生说：休息。　请保重。",
    "Korean": "혼자가 아닙니다. 葛\ufe00",
    "German": "Bindungs\u00adstörung, 10\u00a0mg, 10\u202f000",
    "French": "«\u202fBonjour\u202f», 24\u00a0h sur 24\u00a0!",
    "Vietnamese": "Hãy gọi ngay: tiếng Việt không đơn độc.",
    "Vietnamese, decomposed": "Ha\u0303y go\u0323i ngay: tie\u0302\u0301ng Vie\u0323\u0302t.",
    "Yoruba": "Ẹ̀kọ́ ọ̀rọ̀ náà",
    "Greek": "Ἀρχὴ ᾧ μεγάλη",
    "Amharic": "ብቻዎን አይደሉም።",
    "Armenian": "Դուք մենակ չեք։",
    "Tibetan": "ཁྱེད་རང་གཅིག་པུ་མ་རེད།",
    "Mongolian": "ᠮᠣᠩᠭᠣᠯ\u180b ᠬᠡᠯᠡ",
    "emoji": "❤️ 👩\u200d⚕️ ↔️",
    "joined": "5\u2060–\u20607 and non\u2060-breaking",
}


@each_row("language", GOOD)
def test_what_a_script_needs_stays(language: str) -> None:
    assert list(odd_characters(GOOD[language])) == []


def test_the_corpus_has_no_odd_character() -> None:
    found = [
        (file.stem, list(odd_characters(row["target"])))
        for file in sorted((ROOT / "tests/corpus").glob("*.toml"))
        for row in tomllib.loads(file.read_text(encoding="utf-8"))["pair"]
    ]
    assert [one for one in found if one[1]] == []


BAD = {
    "joiner between digits": "9\u200d88",
    "direction mark between digits": "مركز 9\u200e88",
    "variation selector between digits": "9\ufe0f88",
    "keycap": "9\ufe0f\u20e3",
    "tag": "Llame\U000e0041 ya",
    "Hangul filler": "도움\u3164말",
    "half-width filler": "도움\uffa0말",
    "choseong filler": "도움\u115f말",
    "letters of formulas": "Call \U0001d427\U0001d428w",
    "interlinear annotation": "a\ufff9b\ufffac\ufffb",
    "private use": "Llame \ue000 ya",
    "noncharacter": "Llame\ufdd0 ya",
    "noncharacter at the end of a plane": "Llame\U0001ffff ya",
    "zero width between letters": "ay\u200buda",
    "joiner between Latin letters": "ay\u200duda",
    "word joiner between digits": "9\u206088",
    "two joiners": "م\u2060\u2060ن",
    "direction mark in left-to-right text": "ayuda\u200f ya",
    "grapheme joiner": "a\u034fb",
    "byte order mark inside": "a\ufeffb",
    "flood of marks": "a\u0301\u0302\u0303\u0304",
    "flood of spaces": "a    b",
    "Braille blank": "a\u2800b",
    "stretched": "مـــــرحبا",
    "null": "a\x00b",
    "escape": "é\x1bb",
    "override": "é\u202eb",
    "isolate": "a\u2066b",
    "line separator": "a\u2028b",
    "soft hyphens in a row": "a\u00ad\u00adb",
    "Mongolian vowel separator": "a\u180eb",
    "selector on a Latin letter": "a\ufe00b",
    "Khmer inherent vowel": "ក\u17b4",
    "Arabic number sign": "اتصل \u0600٩٨٨",
    "Arabic year sign": "\u0601٢٠٢٦",
    "Arabic footnote marker": "\u0602١",
    "Arabic page sign": "ص \u0603١٢",
    "Samvat sign": "\u0604٢٠",
    "Arabic number mark above": "\u0605٥",
    "end of ayah": "\u06dd١٢",
    "Syriac abbreviation": "\u070fܐܒ",
    "pound sign above digits": "\u0890٥",
    "piastre sign above digits": "\u0891٥",
    "disputed end of ayah": "\u08e2١٢",
    "Kaithi number sign": "\U000110bd𑃁",
    "Kaithi number sign above": "\U000110cd𑃁",
    "struck out": "ll\u0336a\u0336me",
    "stroke through a digit": "9\u03388",
    "ring around a digit": "9\u20dd88",
    "prohibition": "llame\u20e0",
    "Cyrillic thousands": "а\u0488",
    "object replacement": "Llame \ufffc ya",
}


@each_row("what", BAD)
def test_what_no_eye_sees_is_told(what: str) -> None:
    assert list(odd_characters(BAD[what]))


def test_a_sign_around_digits_says_what_to_type() -> None:
    (odd,) = odd_characters("اتصل \u0600٩٨٨")
    assert odd.fix.startswith("delete it, and write the word for it before the number")


@each_row("text", ["\u3164" * 60, "ـ" * 20, "\u2800", "…", " "])
def test_a_text_of_fillers_says_nothing(text: str) -> None:
    assert not says_something(text)


@each_row("text", ["啊" * 42, "哈啊" * 20, "la la la la la la", "ayuda " * 12, "x" * 30, "아" * 30])
def test_letters_over_and_over_are_babble(text: str) -> None:
    assert is_babble(text)


@each_row("text", ["Ayuda", "道", "도움이 있습니다", "no, no, no", "ห้ามหยุด"])
def test_short_and_good_texts_are_no_babble(text: str) -> None:
    assert not is_babble(text)
