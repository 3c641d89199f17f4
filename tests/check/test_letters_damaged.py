"""Letters of a wrong encoding, in many encodings and languages, and real text that has none."""

from pipeline.check.rules.letters_damaged import check
from tests.pairs import messages, pair
from tests.rows import each_row

GOOD = {
    "es": "También el sueño: «¿Cómo está?», dijo. ¡Ánimo!",
    "fr": "L’été à Noël : « déjà vu », œuvre, naïf…",
    "de": "Größe, Übung, „müde“ – Straße",
    "pt_BR": "Não, coração, àquela, É só você",
    "pl": "Żółć, gęślą jaźń",
    "tr": "Şişli’de ılık İğne",
    "vi": "Giấc ngủ cũng tốt cho quý vị",
    "ru": "Сон тоже полезен, ёж",
    "uk": "Їжа і ґанок",
    "ar": "النوم مفيد أيضًا، والراحة كذلك",
    "fa": "خواب هم برای شما خوب است، می‌خوابید",
    "he": "השינה טובה לך",
    "hi": "नींद भी अच्छी है",
    "ja": "睡眠も大切です。",
    "ko": "잠도 중요합니다.",
    "zh_Hans": "睡眠也很重要。",
    "el": "Ο ύπνος βοηθά",
    "cs": "Příliš žluťoučký kůň",
}


def found(target: str, locale: str = "es", source: str = "Sleep is good for you, too.") -> bool:
    return bool(list(check(pair(locale, source, target))))


@each_row("locale", GOOD)
def test_good_text_is_not_damaged(locale: str) -> None:
    assert not found(GOOD[locale], locale)


@each_row("locale", GOOD)
def test_text_read_as_windows_1252_is_damaged(locale: str) -> None:
    wrong = GOOD[locale].encode().decode("cp1252", errors="replace")
    assert found(wrong, locale)


@each_row("locale", ["es", "fr", "de", "pt_BR", "vi"])
@each_row("encoding", ["latin-1", "mac-roman", "cp850", "cp437"])
def test_text_read_in_older_encodings_is_damaged(locale: str, encoding: str) -> None:
    assert found(GOOD[locale].encode().decode(encoding, errors="replace"), locale)


@each_row(
    ("text", "locale"),
    [
        ("El descanso es bueno, y tambi?n lo es el sue?o.", "es"),
        ("Сон тоже пол?зен.", "ru"),
        ("Hable con una enfermera?", "es"),
        ("الراحة مفيدة ﻟﻚ", "ar"),
        ("锟斤拷睡眠", "zh_Hans"),
        ("Descanso\ufffd bueno", "es"),
        ("Le sommeil ?galement", "fr"),
        ("Dormire fa bene, cos? come riposare.", "it"),
        ("El sue\\xf1o ayuda tambi\\u00e9n.", "es"),
        ("El sue=C3=B1o ayuda.", "es"),
        ("El sue%C3%B1o ayuda.", "es"),
        ("El sue&amp;ntilde;o ayuda.", "es"),
        ("sen i spokój, Ÿród³o si³", "pl"),
        ("Dinlenmek, uyku ve ýþýk", "tr"),
        ("Odihna vã face bine, ºi somnul", "ro"),
        ("нРДШУ ОНКЕГЕМ, Х ЯНМ РНФЕ.", "ru"),
        ("El descanso tambi茅n ayuda, se帽ora.", "es"),
        ("L鈥檃nsia passa.", "it"),
        ("nawet je≈õli jest bardzo silny", "pl"),
        ("Anxietatea scade, chiar И™i noaptea", "ro"),
        ("??????? ???????, ?????? ????????.", "ru"),
        ("????? ????? ???? ????.", "ar"),
        ("?????????????", "zh_Hans"),
        ("A ansiedade não ? culpa sua.", "pt_BR"),
        ("L’ansia passa, perch? il respiro aiuta.", "it"),
        ("徟椂橉夁嫀揑丆惪枬枬屇媧丅", "zh_Hant"),
        ("Ð’ідпочинок корисний.", "uk"),
        ("El sue+APE-o ayuda tambi+AOk-n.", "es"),
        ("El sue\\~no ayuda.", "es"),
        ("El sueño ayuda tambi\\'en.", "es"),
        ("El sueño ayuda tambie´n.", "es"),
        ("El suen˜o también ayuda.", "es"),
        ("Porozmawiaj z pielęgniark± o tym.", "pl"),
        ("خواب هم همین□طور است.", "fa"),
        ("Dinlenmek size iyi gelir, uyku da yle; ilacnz hakknda bir hemireyle konuun. " * 3, "tr"),
        ("Odpoczynek ci suy, podobnie jak sen. Porozmawiaj z pielgniark o lekach. " * 4, "pl"),
    ],
)
def test_lost_and_reshaped_letters_are_found(text: str, locale: str) -> None:
    assert found(text, locale)


@each_row(
    ("text", "locale"),
    [
        ("Вакцина: мРНК и тРНК, 5 кВт.", "ru"),
        ("唔好驚，我哋喺度，佢哋嘅說話冇咗。", "zh_Hant"),
        ("用LINE或者WhatsApp聯絡我們。", "zh_Hant"),
        ("앱에서 Zoom을 여세요.", "ko"),
        ("На сайте есть знак ™ и формула a ≤ b.", "ru"),
        ("Kanji 日本 und Wort", "de"),
        ("O terapeuta Muñoz trabalha com São Paulo.", "pl"),
        ("Muñoz i Brontë pomogą.", "pl"),
        ("Le code est R&D ; visitez https://example.org/%C3%A9t%C3%A9?a=b.", "fr"),
        ("Übung, 5 m³ Luft und 10 cm² Fläche.", "de"),
        ("C:\\temp ist kein Text.", "de"),
        ("L\\'hôpital et l´hôpital sont ouverts.", "fr"),
        (r"Dis \"oui\" à la vie.", "fr"),
        ("Para LGBTQ+AIDS- y A+B.", "es"),
        ("Genauigkeit ±5 mg, Fähigkeit A ± B.", "de"),
        ("□ Sí □ No, según el día", "es"),
        ("Duerma bien y descanse cada noche; no es poca cosa.", "es"),
    ],
)
def test_odd_but_good_letters_are_none(text: str, locale: str) -> None:
    assert not found(text, locale)


def test_a_question_stays_one_and_an_address_too() -> None:
    assert not found("¿Duerme bien?", source="Do you sleep well?")
    assert not found("Lea https://example.org/a?b=c hoy.", source="Read https://example.org/a?b=c.")


@each_row(
    ("text", "locale"),
    [
        ("Nie jesteœ sam.", "pl"),
        ("Nu eºti singur.", "ro"),
        ("To jest wa¿ne; wróæ.", "pl"),
        ("Birçok kiþi daha iyi.", "tr"),
        ("Quy vi co the noi voi chung toi.", "vi"),
    ],
)
def test_one_letter_of_a_code_page_is_enough(text: str, locale: str) -> None:
    assert found(text, locale)


@each_row(
    ("text", "locale"),
    [
        ("Parafia Sacré-Cœur", "pl"),
        ("Þórður’la konuşun", "tr"),
        ("Email: Vietnam, Internet", "vi"),
        ("la 1.ª y la 2.º parte, 5.ª", "es"),
        ("nº 5, 3ª via", "pt_BR"),
    ],
)
def test_foreign_names_and_ordinals_are_no_damage(text: str, locale: str) -> None:
    assert not found(text, locale)


@each_row(
    ("text", "is_damaged"),
    [
        ("РґРѕРїРѕРјРѕРіР°", True),
        ("РџСЂРёРІРµС‚", True),
        ("РОССИЯ И РАСТРАТА", False),
        ("СІРІ І РІКА, Рідна Сім’я", False),
        ("С.Р.С. «Рух»", False),
    ],
)
def test_cyrillic_read_as_windows_1251_is_damaged(text: str, is_damaged: bool) -> None:
    assert bool(found(text, "uk")) is is_damaged


OF_OTHER_PAGES = [
    ("de", "Bindung fŘhlt sich unausweichlich an."),
    ("de", "Bindung fźhlt sich an, ZurŸckweisung auch."),
    ("es", "La conexiÛn y la depresiÛn."),
    ("es", "La conexiَn y la depresiَn."),
    ("es", "La conexiףn y la depresiףn."),
    ("es", "La conexiรณn y la depresiรณn."),
    ("es", "La conexiﾃｳn y la depresiﾃｳn."),
    ("es", "CÛmo contribuye el apego."),
    ("es", "La depresi¢n se puede tratar."),
    ("fr", "conduit ŕ une mise ŕ distance"),
    ("fr", "Le rejet insÚcure et inÚvitable"),
    ("it", "La depressione si puň curare."),
    ("ht", "Sa fč rejč a parčt."),
    ("pt_BR", "A conexÒo e a rejeiþÒo"),
    ("tr", "Bađlanma uzaklaţmaya yol açar, ve bađ."),
    ("ro", "Legćtura sć parć"),
    ("pl", "Jak przyczynia siê do tego przywiČzanie"),
    ("ru", "Т їИь ётџчќ: шч-чр эхэрфИцэющ"),
    ("ru", "чЮм свЯзь: ненадЮжной привЯзанности"),
    ("ru", "I зсЬ бТпЧм ШЧ-ЧР ЭХЭРФсЦЭЮЩ"),
    ("uk", "–£ —З–Њ–Љ—Г –Ј–≤вАЩ—П–Ј–Њ–Ї"),
    ("ar", "انصنة: êجظن انتظنâ عêر انآهو"),
    ("ko", "楷搬绊府: 阂救沥 局馒篮"),
]


@each_row(("locale", "text"), OF_OTHER_PAGES)
def test_letters_of_another_code_page_are_damage(locale: str, text: str) -> None:
    assert found(text, locale)


IN_GOOD_TEXT = [
    ("de", "Ein Café à la carte, naïv, mit Señor Muñoz und Dvořák."),
    ("de", "Das SchülerInnen-Café der TU München, GmbH."),
    ("es", "El crème brûlée de François, en Łódź."),
    ("fr", "Son œuvre, un röstli, et Škoda."),
    ("it", "Perché così? È già lì: più su."),
    ("pl", "Według Muñoza i Čapka, à propos."),
    ("tr", "Kâğıt, îmâ ve Müller’in sözü."),
    ("vi", "Ông Müller gặp Dvořák ở Huế, rồi nghỉ ngơi."),
    ("nl", "Een crème brûlée, geënt op coördinatie."),
    ("ru", "ВКонтакте объясняет подъезд."),
    ("uk", "ПриватБанк, ґанок і щастя."),
    ("ar", "قال Müller إنه بخير."),
    ("ko", "大韓民國 서울"),
    ("ko", "韓國"),
    ("fil", "Ang piña at jalapeño."),
    ("fr", "TNFα et β-endorphine, 5 μg."),
]


@each_row(("locale", "text"), IN_GOOD_TEXT)
def test_loans_and_names_are_no_damage(locale: str, text: str) -> None:
    assert not found(text, locale)


@each_row(
    ("locale", "source", "text", "wrong"),
    [
        ("es", "Rest helps.", "Descansar ａｙｕｄａ.", True),
        ("ru", "Rest helps.", "Отдых\u3000помогает.", True),
        ("ar", "Ask for Ｋｏｂａｎ.", "اسأل عن Ｋｏｂａｎ.", False),
        ("ja", "Read PHQ.", "ＰＨＱを\u3000読む。", False),
        ("zh_Hans", "Read PHQ.", "阅读ＰＨＱ。", False),
    ],
)
def test_wide_letters_stand_in_east_asian_text_alone(
    locale: str, source: str, text: str, wrong: bool
) -> None:
    assert bool(messages(pair(locale, source, text), "CAT012")) is wrong
