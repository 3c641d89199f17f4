"""Numbers beside the place or the line that has them, behind a verb such as contact, or alone."""

from pipeline.check.recorded import OnRecord, typed_numbers
from pipeline.check.typed import check_typed, is_lone_number
from pipeline.parse.article import parse_article
from pipeline.values.finding import Severity
from tests.rows import each_row

OF_A_PLACE = [
    ("en", "In the States, 988."),
    ("en", "America: 911"),
    ("en", "In England, 999."),
    ("en", "In Northern Ireland, 999."),
    ("en", "In the Netherlands, 113."),
    ("en", "In South Korea: 109"),
    ("es", "En EE.UU., 988."),
    ("es", "En los Estados Unidos: 988"),
    ("es", "En México, 911."),
    ("es", "Gran Bretaña: 999"),
    ("es", "En Inglaterra, 999."),
    ("fr", "Aux USA : 988"),
    ("fr", "En Angleterre, 999."),
    ("fr", "En Hollande : 113"),
    ("fr", "Au Québec, 911."),
    ("de", "In Amerika: 988"),
    ("de", "In den USA: 988"),
    ("de", "Großbritannien: 999"),
    ("de", "England, 999."),
    ("de", "In Holland: 113"),
    ("it", "Negli Stati Uniti: 988"),
    ("it", "Inghilterra: 999"),
    ("pt_BR", "Nos EUA: 988"),
    ("pt_BR", "Inglaterra: 999"),
    ("ru", "В Америке: 988"),
    ("ru", "В Англии: 999"),
    ("ru", "США: 988"),
    ("ja", "アメリカ：988"),
    ("ja", "イギリス：999"),
    ("ja", "韓国：109"),
    ("zh_Hans", "英国：999"),
    ("zh_Hans", "美国：988"),
    ("ko", "미국: 988"),
    ("ko", "영국: 999"),
    ("ko", "한국: 109"),
    ("ar", "في أمريكا: 988"),
    ("ar", "في بريطانيا: 999"),
    ("ar", "إنجلترا: 999"),
    ("pl", "W Anglii: 999"),
    ("pl", "W Ameryce: 988"),
    ("pl", "W USA: 988"),
    ("tr", "Amerika: 988"),
    ("tr", "İngiltere: 999"),
    ("vi", "Ở Mỹ: 988"),
    ("vi", "Hoa Kỳ: 988"),
    ("vi", "Anh: 999"),
    ("hi", "अमेरिका: 988"),
    ("hi", "ब्रिटेन: 999"),
    ("uk", "США: 988"),
    ("uk", "В Англії: 999"),
    ("nl", "In Amerika: 988"),
    ("nl", "Engeland: 999"),
    ("fa", "آمریکا: 988"),
    ("fa", "انگلیس: 999"),
    ("th", "อเมริกา: 988"),
    ("th", "อังกฤษ: 999"),
    ("en", "In Spain, 024."),
    ("en", "France: 3114"),
    ("en", "Brazil (188)"),
    ("en", "USA: 988; UK: 116 123"),
    ("en", "US 988 | UK 999"),
    ("en", "3114 (France)"),
    ("en", "In the UK – 999."),
    ("en", "India: 14416"),
    ("es", "En España, 024."),
    ("es", "EE. UU.: 988"),
    ("fr", "En France : 3114"),
    ("fr", "En France, le 3114."),
    ("de", "In Österreich: 142."),
    ("de", "In Österreich 142"),
    ("pt_BR", "No Brasil, 188."),
    ("nl", "In Nederland: 113"),
    ("it", "In Italia: 112"),
    ("ru", "В России: 112"),
    ("uk", "В Україні: 7333"),
    ("pl", "W Polsce: 112."),
    ("tr", "Türkiye: 112"),
    ("ar", "السعودية: 937"),
    ("ja", "日本では119。"),
    ("ko", "한국에서는 109"),
    ("zh_Hans", "法国：3114"),
    ("zh_Hant", "在西班牙，024。"),
]

OF_A_LINE = [
    ("fr", "Le 3114, c’est gratuit."),
    ("fr", "Le 3114 : gratuit et anonyme."),
    ("es", "El 024, gratis y confidencial."),
    ("it", "Il 112, gratuito."),
    ("pt_BR", "O 188, de graça."),
    ("de", "Die 112, kostenlos."),
    ("nl", "113, gratis en anoniem"),
    ("tr", "112, ücretsiz"),
    ("en", "988: someone is awake."),
    ("en", "988 – always open."),
    ("en", "CVV: 188"),
    ("pt_BR", "CVV – 188"),
    ("pt_BR", "CVV (188)"),
    ("en", "Lifeline Ukraine: 7333"),
    ("en", "Tele-MANAS 14416"),
    ("nl", "113 Zelfmoordpreventie"),
    ("de", "Telefonseelsorge 142"),
]

IN_TOUCH = [
    ("en", "Contact 988."),
    ("en", "You can reach them at 988."),
    ("en", "WhatsApp 988"),
    ("en", "Talk to someone at 988."),
    ("en", "Get help: 988"),
    ("en", "Press 988."),
    ("en", "Contact nine eight eight."),
    ("es", "Contacte con el 024."),
    ("es", "Hable con alguien en el 988."),
    ("es", "Pida ayuda en el 024."),
    ("fr", "Contactez le 3114."),
    ("fr", "Parlez à quelqu’un au 3114."),
    ("de", "Unter 142 erreichen Sie Hilfe."),
    ("de", "Melden Sie sich bei 142."),
    ("it", "Scriva al 112."),
    ("pt_BR", "Entre em contato com o 188."),
    ("nl", "Praat met iemand via 113."),
    ("pl", "Skontaktuj się z 112."),
    ("ru", "Обратитесь по 112."),
    ("uk", "Зв’яжіться з 7333."),
    ("tr", "112’ye ulaşın."),
    ("ar", "تواصل مع 988."),
    ("zh_Hans", "联系988。"),
    ("ja", "119へ相談"),
    ("ko", "109에 문의하세요."),
    ("hi", "112 से संपर्क करें।"),
    ("bn", "999 এ যোগাযোগ করুন।"),
    ("ur", "112 سے رابطہ کریں۔"),
    ("pa", "112 ਨਾਲ ਸੰਪਰਕ ਕਰੋ।"),
    ("vi", "Liên hệ 113."),
    ("th", "ติดต่อ 1323"),
    ("el", "Επικοινωνήστε με το 112."),
    ("ro", "Contactați 112."),
    ("he", "צרו קשר עם 112."),
]

NOT_SHIPPED = [
    ("da", "Ring til 112."),
    ("da", "Ring 112"),
    ("da", "Ring en en to"),
    ("da", "Alarmcentralen: 112"),
    ("da", "Skadestuen eller 112."),
    ("da", "112 er gratis"),
    ("da", "nummeret 112"),
    ("da", "Kontakt 112."),
    ("nb", "Ring 113."),
    ("nb", "Ring en en tre"),
    ("nb", "Legevakt eller 113"),
    ("nb", "Er du i fare? 112."),
    ("nn", "Ring 113."),
    ("nn", "Sjukehuset eller 113."),
    ("sv", "Ring 112."),
    ("sv", "Slå 112"),
    ("sv", "ring ett ett två"),
    ("sv", "Akuten eller 112"),
    ("sv", "112 svarar dygnet runt"),
    ("sv", "Kontakta 112."),
    ("sv", "I Spanien: 024"),
    ("fi", "Soita 112."),
    ("fi", "Soita numeroon 112"),
    ("fi", "soita yksi yksi kaksi"),
    ("fi", "Hätänumero: 112"),
    ("fi", "Päivystys tai 112."),
    ("fi", "Ota yhteyttä: 112"),
    ("hu", "Hívja a 112-t."),
    ("hu", "Hívja a 112-es számot."),
    ("hu", "A 112-t hívja."),
    ("hu", "hívja az egy egy kettő számot"),
    ("hu", "Mentők: 112"),
    ("hu", "Kórház vagy 112."),
    ("cs", "Volejte 112."),
    ("cs", "Zavolejte na číslo 112"),
    ("cs", "volejte jedna jedna dva"),
    ("cs", "Záchranka: 112"),
    ("cs", "Pohotovost nebo 112."),
    ("cs", "Linka 112"),
    ("cs", "Obraťte se na 112."),
    ("cs", "Ve Španělsku: 024"),
    ("id", "Hubungi 119."),
    ("id", "Hubungi satu satu sembilan"),
    ("id", "Darurat: 112"),
    ("id", "Rumah sakit atau 112."),
    ("id", "Indonesia: 119"),
]
"""Of languages that a project may start, and that no catalog is shipped of."""

WITH_LETTERS = [
    ("en", "It was 1800273TALK."),
    ("en", "It was 1-8OO-273-8255."),
    ("en", "It was l-8O0-273-8255."),
    ("ru", "1-8ОО-273-8255"),
]


@each_row(("locale", "text"), [*OF_A_PLACE, *OF_A_LINE, *IN_TOUCH, *NOT_SHIPPED, *WITH_LETTERS])
def test_a_number_that_its_place_its_line_or_a_verb_shows_is_told(
    locale: str, text: str, on_record: OnRecord
) -> None:
    assert [*typed_numbers(text, locale, lambda: on_record)]


NONE = [
    ("fr", "Les 112 séances : gratuites."),
    ("fr", "Au total 112, gratuites pour tous."),
    ("es", "Los 112 folletos, gratis."),
    ("de", "Die 112 kostenlosen Hefte."),
    ("nl", "112 gratis folders"),
    ("it", "I 112 opuscoli, gratuiti."),
    ("en", "112 always opened the door."),
    ("tr", "112 ücretsiz kitap"),
    ("en", "In Spain, 112 clinics took part."),
    ("en", "In Spain, 112 of 300 agreed."),
    ("en", "In Taiwan, 1925."),
    ("en", "Brazil: 188 cases"),
    ("en", "France (112 patients)"),
    ("en", "UK: 999 participants"),
    ("en", "In Spain, 112.5 on average."),
    ("en", "Canada, 119; Spain, 188"),
    ("en", "Ukraine: 7333 refugees"),
    ("en", "Room: 113"),
    ("en", "Participants: 113"),
    ("en", "Pulse: 112"),
    ("en", "Your heart rate may reach 112."),
    ("en", "Contact 112 clinics."),
    ("en", "Talk to someone at 15 or 16 years of age."),
    ("en", "Help is 112 miles away"),
    ("es", "En España, 112 personas"),
    ("es", "Pida ayuda en 112 centros."),
    ("es", "Escriba 112 palabras."),
    ("fr", "En France, 112 personnes"),
    ("fr", "Nous avons contacté 112 familles."),
    ("de", "In Österreich, 142 Personen"),
    ("de", "Der Puls erreicht 112."),
    ("de", "112 erreichten das Ziel."),
    ("pt_BR", "Brasil: 188 casos"),
    ("ru", "В России: 112 человек"),
    ("ru", "Обратитесь к 112 врачам."),
    ("tr", "Türkiye: 112 hasta"),
    ("tr", "Nabız 112’ye ulaşır."),
    ("ja", "台湾：1925年"),
    ("ja", "119人に連絡した。"),
    ("ko", "한국: 109명"),
    ("ko", "109명에게 연락했다."),
    ("zh_Hans", "法国：119人"),
    ("zh_Hans", "联系112名患者。"),
    ("hi", "112 लोगों से संपर्क करें।"),
    ("vi", "Liên hệ 113 người."),
    ("th", "ติดต่อ 113 คน"),
    ("da", "Vi ringede til 112 personer."),
    ("da", "112 patienter"),
    ("da", "15 % af 112"),
    ("da", "Hjælp til 112 familier"),
    ("nb", "Ring innen 112 dager"),
    ("nb", "112 personer ringte"),
    ("sv", "112 personer ringde"),
    ("sv", "Slå upp sida 112"),
    ("sv", "vänd till sida 112"),
    ("fi", "112 ihmistä soitti"),
    ("fi", "Soita 15 minuutin kuluttua"),
    ("hu", "112 ember hívta"),
    ("hu", "A 112 oldalas könyv"),
    ("cs", "112 lidí volalo"),
    ("cs", "na straně 112"),
    ("cs", "Pomoc dostalo 112 rodin."),
    ("id", "112 orang menelepon"),
    ("id", "halaman 112"),
    ("da", "I 1998 ringede 112 mennesker"),
    ("sv", "Av 300 svarade 112."),
    ("nb", "Hjelpen nådde 112."),
    ("fi", "Apua sai 112 perhettä"),
    ("es", "La ayuda llegó a 112 familias."),
    ("en", "The model is a 1-8OO-273-8000."),
]


@each_row(("locale", "text"), NONE)
def test_what_is_counted_at_a_place_is_none(locale: str, text: str, on_record: OnRecord) -> None:
    assert [*typed_numbers(text, locale, lambda: on_record)] == []


@each_row(
    ("locale", "text", "is_one"),
    [
        ("en", "911!", True),
        ("en", "Nine one one.", True),
        ("en", "nine-eight-eight", True),
        ("de", "eins eins zwo", True),
        ("ja", "一一九", True),
        ("en", "1998", False),
        ("en", "One or two.", False),
        ("en", "Nine one one or two of us.", False),
    ],
)
def test_a_text_that_is_a_number_and_no_more(locale: str, text: str, is_one: bool) -> None:
    assert is_lone_number(text, locale) is is_one


@each_row(
    ("text", "sure"),
    [
        ("France, 119; Spain, 112.", [False]),
        ("Patients came from France, 119; Spain, 112; Italy, 85.", [False]),
        ("Clinics by country: Spain, 112; France, 98.", [False]),
        ("Spain, 024; France, 119.", [True]),
        ("France, 3114; Spain, 112.", [True, True]),
        ("In Spain, 112.", [True]),
        ("In 2020, Spain, 112.", [True]),
    ],
)
def test_a_number_beside_counts_of_other_places_is_less_sure(
    text: str, sure: list[bool], on_record: OnRecord
) -> None:
    assert [one.is_sure for one in typed_numbers(text, "en", lambda: on_record)] == sure


@each_row(
    ("row", "told"),
    [
        ("Holland | 113", [Severity.WARNING]),
        ("Spain | 112", [Severity.WARNING]),
        ("The States | 988", [Severity.WARNING]),
        ("Holland | 113 patients", []),
        ("Holland | 1999", []),
        ("Holland | 987", []),
        ("Spain | 11.2", []),
        ("Group A | 112", []),
    ],
)
def test_a_number_in_the_row_of_its_place_may_be_a_count(
    row: str, told: list[Severity], on_record: OnRecord
) -> None:
    front = (
        "---\nid: call\ntitle: T\nversion: '1'\nlanguage: en\ndate: 2026-01-10\n"
        "review-by: 2027-01-10\n---\n\n"
    )
    article, _ = parse_article(
        f"{front}| Country | Here |\n|---|---|\n| {row} |\n", "source/call.md"
    )
    assert article
    assert [one.severity for one in check_typed(article, lambda: on_record)] == told


def test_the_record_says_of_a_number_that_it_is_for_text_messages_alone(
    on_record: OnRecord,
) -> None:
    (found,) = typed_numbers("Call 85258.", "en", lambda: on_record)
    assert found.says.startswith("on record as a crisis line for text messages alone (GB")
    (found,) = typed_numbers("Call 988.", "en", lambda: on_record)
    assert "alone" not in found.says
