"""Numbers to dial where no word says so, parted by markup, or partly in words."""

import pytest

from pipeline.check.recorded import OnRecord, numbers_on_record, typed_numbers
from pipeline.check.typed import check_typed
from pipeline.parse.article import parse_article
from pipeline.project import Project
from tests.conftest import ROOT
from tests.rows import each_row

FRONT = (
    "---\nid: call\ntitle: T\nversion: '1'\nlanguage: en\ndate: 2026-01-10\n"
    "review-by: 2027-01-10\n---\n\n"
)


@pytest.fixture(scope="module")
def on_record() -> OnRecord:
    project = Project.at(ROOT)
    regions = [project.region(code)[0] for code in project.region_codes()]
    return numbers_on_record(filter(None, regions))


AT_A_PLACE = [
    ("en", "Go to the ER or 911."),
    ("en", "ER or 911."),
    ("en", "Go to A&E / 999."),
    ("en", "A&E or 999"),
    ("en", "A&E / 999, day and night."),
    ("en", "Go to the emergency room or 911."),
    ("en", "Go to the nearest hospital or 911."),
    ("en", "Emergency department / 911"),
    ("en", "In danger: 911 or the ER."),
    ("en", "In danger: 999 / A&E."),
    ("en", "911 / ER"),
    ("en", "911 or ER"),
    ("en", "Casualty or 999."),
    ("en", "The nearest hospital, or 112."),
    ("en", "If you are in danger, 911."),
    ("en", "In danger? 911."),
    ("en", "Not safe? 911 or the ER."),
    ("es", "Urgencias o 911."),
    ("es", "Vaya a urgencias o al 911."),
    ("es", "Sala de emergencias / 911"),
    ("es", "911 o urgencias."),
    ("es", "Hospital o 112."),
    ("es", "El hospital más cercano o 112."),
    ("fr", "Urgences ou 15."),
    ("fr", "Urgences / 15"),
    ("fr", "Allez aux urgences ou 112."),
    ("fr", "15 ou urgences"),
    ("fr", "Hôpital ou 112"),
    ("de", "Notaufnahme oder 112."),
    ("de", "Notaufnahme / 112"),
    ("de", "112 oder Notaufnahme"),
    ("de", "Klinik oder 112"),
    ("de", "Krankenhaus oder 112"),
    ("it", "Pronto soccorso o 112."),
    ("it", "112 o pronto soccorso"),
    ("pt_BR", "Pronto-socorro ou 192."),
    ("pt_BR", "Emergência / 192"),
    ("pt_BR", "192 ou hospital"),
    ("nl", "Spoedeisende hulp of 112."),
    ("nl", "SEH / 112"),
    ("nl", "112 of ziekenhuis"),
    ("pl", "SOR lub 112."),
    ("pl", "112 albo szpital"),
    ("ru", "Больница или 112."),
    ("ru", "112 или больница"),
    ("ru", "Приёмный покой / 103"),
    ("uk", "Лікарня або 112."),
    ("uk", "103 або лікарня"),
    ("tr", "Acil servis veya 112."),
    ("tr", "112 ya da hastane"),
    ("ar", "قسم الطوارئ أو 112."),
    ("ar", "112 أو المستشفى"),
    ("ar", "المستشفى أو 112"),
    ("fa", "اورژانس یا ۱۱۵."),
    ("fa", "بیمارستان یا ۱۱۵"),
    ("fa", "۱۱۵ یا بیمارستان"),
    ("zh_Hans", "急诊室或120。"),
    ("zh_Hans", "急诊／120"),
    ("zh_Hans", "医院或120"),
    ("zh_Hans", "120或急诊"),
    ("zh_Hant", "急診室或119"),
    ("zh_Hant", "醫院或119"),
    ("ja", "救急外来または119。"),
    ("ja", "119か病院へ"),
    ("ja", "病院または119"),
    ("ko", "응급실 또는 119."),
    ("ko", "병원이나 119"),
    ("ko", "119 또는 응급실"),
    ("vi", "Phòng cấp cứu hoặc 115."),
    ("vi", "bệnh viện hoặc 115"),
    ("vi", "115 hoặc bệnh viện"),
    ("hi", "आपातकालीन कक्ष या 112।"),
    ("hi", "अस्पताल या 112"),
    ("hi", "112 या अस्पताल"),
    ("ro", "Urgențe sau 112."),
    ("ro", "Spital sau 112"),
    ("el", "Επείγοντα ή 112."),
    ("el", "Νοσοκομείο ή 112"),
    ("th", "ห้องฉุกเฉินหรือ 1669"),
    ("th", "โรงพยาบาลหรือ 1669"),
    ("th", "1669 หรือโรงพยาบาล"),
    ("fil", "Emergency room o 911."),
    ("fil", "Ospital o 911"),
    ("ht", "Ijans oswa 911."),
    ("ht", "Lopital oswa 911"),
    ("sw", "Hospitali au 112."),
    ("sw", "112 au hospitali"),
    ("bn", "হাসপাতাল বা ৯৯৯"),
    ("bn", "জরুরি বিভাগ বা ৯৯৯"),
    ("ur", "ایمرجنسی یا 112"),
    ("ne", "अस्पताल वा 112"),
    ("ne", "आकस्मिक कक्ष वा 112"),
    ("pa", "ਹਸਪਤਾਲ ਜਾਂ 112"),
    ("he", "בית חולים או 112"),
    ("he", "מיון או 112"),
    ("so", "Cisbitaal ama 112"),
]
"""An emergency number, or the hospital: no word says to dial."""

MIXED = [
    ("en", "Call nine-88."),
    ("en", "Call 9-eight-8 today."),
    ("en", "Call nine 8 8."),
    ("en", "Call nine 88."),
    ("en", "Call 9 eighty-eight."),
    ("en", "Call 9-eighty-eight now."),
    ("en", "Call eight hundred 273 8255."),
    ("en", "Call one 12."),
    ("en", "Call 1 twelve."),
    ("en", "Dial 9 eleven."),
    ("en", "Dial nine 11."),
    ("es", "Llame al nueve-88."),
    ("es", "Llame al 9-ocho-8."),
    ("es", "Llame al nueve ochenta y ocho."),
    ("es", "Llame al 9 ochenta y ocho."),
    ("es", "Llame al uno doce."),
    ("es", "Llame al 1 doce."),
    ("fr", "Appelez le neuf-88."),
    ("fr", "Appelez le un 12."),
    ("fr", "Appelez le 1 douze."),
    ("de", "Rufen Sie neun-88 an."),
    ("de", "Rufen Sie 9 achtundachtzig an."),
    ("de", "Rufen Sie eins 12 an."),
    ("pt_BR", "Ligue para um 12."),
    ("pl", "Zadzwoń pod jeden 12."),
    ("ru", "Позвоните один-12."),
    ("ru", "Позвоните 1 двенадцать."),
    ("uk", "Зателефонуйте один-12."),
    ("tr", "Bir 12’yi arayın."),
    ("tr", "bir-12 arayın"),
    ("ar", "اتصل بـ تسعة 88."),
    ("ar", "اتصل على واحد 12"),
    ("fa", "با نه ۸۸ تماس بگیرید"),
    ("hi", "एक 12 पर कॉल करें।"),
    ("vi", "Hãy gọi một 15."),
    ("ja", "九88に電話"),
    ("ja", "9八8に電話"),
    ("ja", "電話：9八十八"),
    ("ko", "구88로 전화하세요"),
    ("ko", "9팔8로 전화하세요."),
    ("zh_Hans", "拨打九88"),
    ("zh_Hans", "拨打9八8"),
    ("zh_Hans", "拨打9八十八"),
    ("zh_Hans", "拨打1一二"),
    ("th", "โทร เก้า88"),
    ("th", "โทร หนึ่ง669"),
    ("bn", "নয় ৯৯ নম্বরে কল করুন"),
    ("sw", "Piga simu tisa 88."),
    ("so", "Wac sagaal 88"),
    ("tl", "Tumawag sa siyam 88"),
    ("fil", "Tumawag sa siyam 11"),
    ("ht", "Rele nèf 88"),
    ("ur", "ایک 12 پر کال کریں"),
    ("pa", "ਇੱਕ 12 ਤੇ ਕਾਲ ਕਰੋ"),
    ("ne", "एक 12 मा फोन गर्नुहोस्"),
    ("km", "ហៅ មួយ 19"),
    ("am", "ይደውሉ ዘጠኝ 11"),
    ("hy", "Զանգահարեք մեկ 12"),
    ("nl", "Bel een 12."),
    ("nl", "Bel één-12."),
    ("el", "Καλέστε ένα 12."),
    ("ro", "Sunați la unu 12."),
    ("he", "חייגו אחת 12"),
    ("es", "Llame al nine-88."),
    ("en", "Call 9 88 today."),
    ("en", "Call 1 12 today."),
    ("en", "Call 98 8 today."),
]
"""Some digits as figures, others in words, or a space between them."""


@each_row(("locale", "text"), AT_A_PLACE + MIXED)
def test_a_number_beside_a_place_or_partly_in_words_is_told(
    locale: str, text: str, on_record: OnRecord
) -> None:
    assert [*typed_numbers(text, locale, lambda: on_record)]


COUNTED_AT_A_PLACE = [
    ("en", "The hospital or 15 minutes of walking."),
    ("en", "The ER had 911 patients in 2019."),
    ("en", "A hospital of 112 beds."),
    ("en", "In hospital or at home, 112 of 300 got better."),
    ("en", "At the hospital, 112 patients were asked."),
    ("en", "Of those in hospital, 15 or 112 were well."),
    ("en", "Hospital 112 is a play."),
    ("en", "The ER, 911 of them."),
    ("en", "Room 112, hospital"),
    ("en", "In the hospital or 112 km away."),
    ("en", "Some 112 hospitals took part."),
    ("en", "112 hospital beds"),
    ("en", "112 or more hospitals"),
    ("en", "The ER or 15 mg at home."),
    ("es", "El hospital o 112 camas."),
    ("es", "Tome 15 mg en el hospital o en casa."),
    ("fr", "À l’hôpital ou 15 minutes plus tard"),
    ("fr", "15 ou 20 hôpitaux"),
    ("fr", "En 2015, 15 ou 17 hôpitaux"),
    ("de", "Im Krankenhaus oder 15 Minuten später"),
    ("de", "112 oder mehr Kliniken"),
    ("de", "Klinik oder 112 Betten"),
    ("ru", "В больнице или 112 дней спустя"),
    ("zh_Hans", "医院或120家诊所"),
    ("zh_Hans", "120家医院"),
    ("ja", "病院または119人"),
    ("ko", "병원 119곳"),
    ("ko", "119개 병원"),
    ("vi", "115 bệnh viện"),
    ("th", "โรงพยาบาล 1669 แห่ง"),
    ("hi", "112 अस्पताल"),
    ("tr", "112 hastane"),
    ("ar", "112 مستشفى"),
    ("fa", "۱۱۵ بیمارستان"),
    ("en", "Call one 12-year-old friend."),
    ("en", "We phoned one 12 times."),
    ("en", "Call one 15 minutes before."),
    ("en", "Text at 11 two friends."),
    ("en", "Call by 11 two days before."),
    ("en", "Ring one 12th grade pupil."),
    ("en", "Call me at nine 8 times a week."),
    ("en", "Chapter nine, 88 pages"),
    ("en", "One 12-week and two 15-minute phone calls"),
    ("es", "Llame a una 12 veces."),
    ("fr", "Appelez un 15 août."),
    ("de", "Rufen Sie einen 12-Jährigen an."),
    ("zh_Hans", "打电话一15分钟"),
    ("ja", "一12人に電話"),
    ("en", "Call 9 to 11."),
    ("en", "Call 1 12-year-old."),
    ("en", "Call before 9 15 minutes early."),
]


@each_row(("locale", "text"), COUNTED_AT_A_PLACE)
def test_beds_and_patients_of_a_hospital_are_none(
    locale: str, text: str, on_record: OnRecord
) -> None:
    assert [*typed_numbers(text, locale, lambda: on_record)] == []


@each_row("text", ["one 12-step course", "Rest for one 15 minute break.", "two or 15 friends"])
def test_figures_beside_a_word_of_a_number_may_count_in_a_note(
    text: str, on_record: OnRecord
) -> None:
    assert [*typed_numbers(text, "en", lambda: on_record, everywhere=True)] == []


PARTED_BY_MARKUP = [
    "Call 9**8**8 today.",
    "Call 9*8*8 today.",
    "Call [9](https://x.org)88 today.",
    "Call 9<!-- -->88 today.",
    "Call 9\\88 today.",
    "Call 9\\-8\\-8 today.",
    "Call 9&#56;8 today.",
    "Call &#57;&#56;&#56; today.",
    "Call &#x39;&#x38;8 today.",
    "Call 9&zwj;88 today.",
    "Call 9&nbsp;88 today.",
    "Call 9&shy;88 today.",
    "Call **9****8****8** today.",
    "Call **9** **8** **8** today.",
    "Call `9``88` today.",
    "Call `9`88 today.",
    "Call `9` `8` `8` today.",
    "Call `988` today.",
    "Call 9<b>8</b>8 today.",
    "Call 9[^1]88 today.\n\n[^1]: Note.",
    "Call 9_8_8 today.",
    "Call 9~~8~~8 today.",
    "Call 9\\\n88 today.",
    "Call 9\n88 today.",
    "Call 9  \n88 today.",
    "Call [9-8-8](https://x.org) today.",
    "Call *9*-*8*-*8* today.",
    "Call nine **eight** eight today.",
    "Call **nine** [eight](https://x.org) eight today.",
    "Call 9[@beck1967]88 today.",
    "[Call](https://x.org) **988** today.",
    "116<!-- x -->123",
    "116**123**",
    "Old: 1-800-[273](https://x.org)-8255",
    "Call 9\\*8\\*8 now",
    "Call 9 \\* 8 \\* 8 now",
    "Call 9 &middot; 8 &middot; 8 now",
    "Call 9&ensp;8&ensp;8 now",
    "Call 9&#8203;8&#8203;8 now",
    "> Call **9**88",
    "| a | b |\n|---|---|\n| Call 9**8**8 | x |",
    "Help\n:   Call 9**8**8",
    "# Call 9**8**8",
    "Call [**9**88][r]\n\n[r]: https://x.org",
    "Call 9<!-- 1 -->8<!-- 2 -->8 now",
    "Call <9-8-8> now",
]


@each_row("text", PARTED_BY_MARKUP)
def test_markup_does_not_part_the_digits_of_a_number(text: str, on_record: OnRecord) -> None:
    article, _ = parse_article(FRONT + f"{text}\n", "source/call.md")
    assert article
    assert [*check_typed(article, lambda: on_record)]


@each_row(
    "text",
    [
        "We met 9**8**8 people?",
        "Footnote 9[^1] and 88[^2] of them.\n\n[^1]: N.\n[^2]: M.",
        "Chapter 9 **88** pages",
    ],
)
def test_amounts_beside_markup_are_none(text: str, on_record: OnRecord) -> None:
    article, _ = parse_article(FRONT + f"{text}\n", "source/call.md")
    assert article
    assert [*check_typed(article, lambda: on_record)] == []


AS_PEOPLE_WRITE = [
    ("en", "Text HELLO to 741 741."),
    ("en", "Lifeline (988)"),
    ("en", "988: free, day and night"),
    ("en", "Press the number 9, then 8, then 8. Call 9, 8, 8."),
    ("en", "Reach us: 1 (800) 273 TALK"),
    ("en", "1.800.273.8255"),
    ("en", "+1-800-273-8255"),
    ("en", "18002738255"),
    ("en", "The Samaritans answer 116 123."),
    ("en", "Samaritans: 116-123"),
    ("en", "Ring 111, option 2."),
    ("es", "Línea 024: atención a la conducta suicida"),
    ("es", "El 024 atiende día y noche."),
    ("fr", "Le 3114 est gratuit."),
    ("fr", "3114, jour et nuit"),
    ("fr", "Faites le trois un un quatre."),
    ("fr", "Appelez le trente et un quatorze."),
    ("de", "0800 111 0 111"),
    ("de", "0800 1110111"),
    ("de", "0800/111 0 111"),
    ("de", "Telefonseelsorge 0800-1110222"),
    ("de", "116 123"),
    ("de", "Wählen Sie eins eins zwei."),
    ("de", "Rufen Sie einhundertzwölf an."),
    ("it", "Chiami il centododici."),
    ("it", "Chiami uno uno due."),
    ("pt_BR", "Ligue 188."),
    ("pt_BR", "Ligue um oito oito."),
    ("ja", "いのちの電話 0120-783-556"),
    ("ja", "０１２０－７８３－５５６"),
    ("ja", "電話は一一九"),
    ("ko", "자살예방상담전화 109"),
    ("ko", "109번으로 전화하세요"),
    ("ko", "일공구에 전화"),
    ("zh_Hans", "心理援助热线12356"),
    ("zh_Hans", "请拨打壹贰零"),
    ("zh_Hans", "请拨打幺二零"),
    ("ar", "اتصل على ٩١١"),
    ("ar", "الطوارئ: تسعة واحد واحد"),
    ("fa", "با ۱۱۵ تماس بگیرید"),
    ("fa", "یک یک پنج را بگیرید"),
    ("hi", "१४४१६ पर कॉल करें"),
    ("hi", "एक एक दो पर कॉल करें"),
    ("ru", "Звоните 112"),
    ("ru", "позвоните по номеру один один два"),
    ("ru", "8-800-2000-122"),
    ("uk", "Телефонуйте 7333"),
    ("uk", "сім три три три — телефонуйте"),
    ("pl", "Zadzwoń 116 123"),
    ("pl", "sto szesnaście sto jedenaście"),
    ("tr", "112'yi arayın"),
    ("tr", "yüz on iki'yi arayın"),
    ("vi", "Gọi 113"),
    ("vi", "gọi một một ba"),
    ("th", "โทร 1323"),
    ("th", "โทร ๑๓๒๓"),
    ("nl", "Bel 113."),
    ("nl", "0800-0113"),
    ("nl", "Bel een een twee."),
    ("ro", "Sunați la 112"),
    ("fil", "Tumawag sa 1553"),
    ("sw", "Piga 1199"),
    ("bn", "৯৯৯ নম্বরে কল করুন"),
    ("pa", "112 ’ਤੇ ਕਾਲ ਕਰੋ"),
]
"""Numbers as notes, lists and talk have them: what a line does behind it, a label before words."""


@each_row(("locale", "text"), AS_PEOPLE_WRITE)
def test_a_number_as_people_write_it_is_told(locale: str, text: str, on_record: OnRecord) -> None:
    assert [*typed_numbers(text, locale, lambda: on_record)]


AMOUNTS = [
    ("en", "In 1988, 112 people took part in 15 groups."),
    ("en", "A study of 741,741 cells."),
    ("en", "It costs $988."),
    ("en", "See page 112."),
    ("en", "Room 911, second floor."),
    ("en", "ISBN 978-0-19-988112-3"),
    ("en", "pp. 116-123"),
    ("en", "J Affect Disord 2019;116:123."),
    ("en", "doi:10.1016/j.jad.2009.11.2"),
    ("en", "9/11 changed many lives."),
    ("en", "The 15th of May, at 11:2."),
    ("en", "Between 110 and 119 beats per minute"),
    ("en", "Call before 11 or after 2."),
    ("en", "call us in 15 minutes"),
    ("en", "The 112th visitor was called."),
    ("en", "Of every 988 calls, 112 were short."),
    ("de", "Seite 112, Absatz 15"),
    ("de", "112 von 988 Personen riefen an."),
    ("de", "Um 11.2 % höher"),
    ("fr", "En 2015, 15 % des gens ont appelé."),
    ("fr", "Le 15 du mois, appelez-nous."),
    ("fr", "page 3114"),
    ("es", "El 15 de mayo llame a la clínica."),
    ("es", "En el capítulo 112"),
    ("es", "Unas 024 horas"),
    ("ja", "2019年1月19日に電話した。"),
    ("ja", "119ページ"),
    ("zh_Hans", "共有120人打电话。"),
    ("zh_Hans", "第110页"),
    ("zh_Hans", "一一对应，九八折"),
    ("ko", "109쪽"),
    ("ko", "119년 전"),
    ("ru", "112 человек позвонили"),
    ("ru", "с. 112"),
    ("ar", "اتصل 112 شخصًا"),
    ("hi", "112 लोगों ने कॉल किया"),
    ("tr", "112 kişi aradı"),
    ("tr", "112 arasında"),
    ("vi", "113 người gọi"),
    ("th", "โทรภายใน 15 นาที"),
    ("pl", "Zadzwoniło 112 osób"),
    ("nl", "113 mensen belden"),
    ("nl", "Bel binnen 112 dagen"),
]


@each_row(("locale", "text"), AMOUNTS)
def test_amounts_pages_and_days_are_none(locale: str, text: str, on_record: OnRecord) -> None:
    assert [*typed_numbers(text, locale, lambda: on_record)] == []
