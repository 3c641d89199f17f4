"""Crisis numbers that somebody typed: told in every writing, and nothing else is."""

import re
import tomllib
from dataclasses import dataclass
from typing import Any

import pytest

from pipeline.check.recorded import (
    OnRecord,
    Typed,
    same_number,
    typed_numbers,
)
from pipeline.check.typed import check_references, check_typed, typed_in_profile
from pipeline.parse.article import parse_article
from pipeline.project import Project
from pipeline.project.sources import read_sources
from pipeline.records.in_force import data_file
from pipeline.records.numerals import numerals_of
from pipeline.records.publisher import read_clinic
from pipeline.values.citation import Reference
from pipeline.values.finding import Severity
from pipeline.values.publisher import Clinic, Publisher
from tests.conftest import ROOT
from tests.rows import each_row

FRONT = (
    "---\nid: call\ntitle: {title}\nversion: '1'\nlanguage: en\ndate: 2026-01-10\n"
    "review-by: 2027-01-10\n---\n\n"
)


TYPED = [
    ("en", "Call 9-8-8 today.", "9-8-8"),
    ("en", "The phone number 112 works in Europe.", "112"),
    ("en", "The old line was 1-800-273-TALK (8255).", "1-800-273-TALK"),
    ("en", "The old line was 1-800-273-8255.", "1-800-273-8255"),
    ("en", "It was (800) 273-8255.", "(800) 273-8255"),
    ("en", "It was 800.273.8255.", "800.273.8255"),
    ("en", "It was 800-273-8256.", "800-273-8256"),
    ("en", "It was 800-273-8525.", "800-273-8525"),
    ("en", "Text HOME to 741741.", "741741"),
    ("en", "In the UK it is 116 123.", "116 123"),
    ("en", "From abroad: +44 116 123.", "+44 116 123"),
    ("en", "Call nine eight eight.", "nine eight eight"),
    ("en", "Dial nine-one-one at once.", "nine-one-one"),
    ("en", "The 988 Suicide & Crisis Lifeline answers.", "988"),
    ("en", "Call ⑨⑧⑧, now.", "988"),
    ("en", "Call ⁹⁸⁸ now.", "988"),
    ("en", "Call 𝟗𝟖𝟖 now.", "988"),
    ("en", "Call ９８８ now.", "988"),
    ("en", "Call 9\u200d8\u200e8 now.", "988"),
    ("en", "Call 9\ufe0f\u20e38\ufe0f\u20e38\ufe0f\u20e3 now.", "988"),
    ("en", "Call ٩٨٨ now.", "988"),
    ("es", "Llame al nueve ocho ocho.", "nueve ocho ocho"),
    ("es", "Línea de ayuda: 024.", "024"),
    ("fr", "Composez le 15.", "15"),
    ("fr", "Appelez le trois un un quatre.", "trois un un quatre"),
    ("de", "Wählen Sie die 112.", "112"),
    ("de", "Rufen Sie eins eins zwei.", "eins eins zwei"),
    ("it", "Chiami il 112.", "112"),
    ("pt_BR", "Ligue 188.", "188"),
    ("pl", "Proszę zadzwonić pod 112.", "112"),
    ("ru", "Позвоните по номеру 112.", "112"),
    ("uk", "Зателефонуйте 7333.", "7333"),
    ("tr", "112'yi arayın.", "112"),
    ("ar", "اتصل على ٩٨٨.", "988"),
    ("ar", "اتصل على تسعة ثمانية ثمانية.", "تسعة ثمانية ثمانية"),
    ("fa", "با شمارهٔ ۱۲۳ تماس بگیرید.", "123"),
    ("hi", "112 पर कॉल करें।", "112"),
    ("vi", "Hãy gọi 115.", "115"),
    ("ja", "119番に電話してください。", "119"),
    ("ko", "119에 전화하세요.", "119"),
    ("ko", "일일구로 전화하세요.", "일일구"),
    ("zh_Hans", "请拨打九八八。", "九八八"),
    ("zh_Hans", "请拨打九 八 八。", "九 八 八"),
    ("zh_Hans", "玖捌捌热线", "玖捌捌"),
    ("zh_Hans", "请打幺幺零。", "幺幺零"),
    ("zh_Hant", "請撥打119。", "119"),
    ("he", "התקשרו 1201.", "1201"),
    ("th", "โทร 1323", "1323"),
    ("th", "อารมณ์แปรปรวน 116 123", "116 123"),
    ("hi", "कॉल करें: नौ आठ आठ", "नौ आठ आठ"),
    ("pa", "ਫ਼ੋਨ ਕਰੋ: ਨੌਂ ਅੱਠ ਅੱਠ", "ਨੌਂ ਅੱਠ ਅੱਠ"),
    ("ne", "फोन गर्नुहोस्: नौ आठ आठ", "नौ आठ आठ"),
    ("sw", "Piga simu 112.", "112"),
    ("en", "Call +1 988.", "+1 988"),
    ("en", "The 988 line is open. Call it in an emergency.", "988"),
    ("en", "Call 988 in an emergency.", "988"),
    ("es", "La línea 988 está abierta.", "988"),
    ("es", "Llame al 024 de lunes a viernes.", "024"),
    ("es", "Llame al 988 todos los días.", "988"),
    ("fr", "Appelez le 31 14.", "31 14"),
    ("fr", "La ligne 3114 répond.", "3114"),
    ("fr", "Appelez le 15 pour une urgence.", "15"),
    ("de", "Wählen Sie 112 von jedem Telefon.", "112"),
    ("it", "Chiama il 112 per chiedere aiuto.", "112"),
    ("it", "La linea 112 risponde.", "112"),
    ("pt_BR", "Ligue 188 em qualquer hora.", "188"),
    ("pl", "Zadzwoń pod 112 z każdego telefonu.", "112"),
    ("ru", "Позвоните 112 из любого места.", "112"),
    ("tr", "Arayın: 112", "112"),
    ("ar", "اتصل بالرقم 112 من أي هاتف.", "112"),
    ("fa", "با ۱۲۳ همین حالا تماس بگیرید.", "123"),
    ("hi", "कॉल करें: ११२", "112"),
    ("bn", "কল করুন: ৯৯৯", "999"),
    ("ne", "फोन गर्नुहोस्: 112", "112"),
    ("pa", "112 ਉੱਤੇ ਕਾਲ ਕਰੋ।", "112"),
    ("ur", "112 پر کال کریں۔", "112"),
    ("vi", "Gọi 115 trong trường hợp khẩn cấp.", "115"),
    ("ja", "九八八に電話", "九八八"),
    ("zh_Hans", "拨打110人工服务", "110"),
    ("nl", "Bel 113 van maandag tot vrijdag.", "113"),
    ("el", "Καλέστε το 112 από οποιοδήποτε τηλέφωνο.", "112"),
    ("ro", "Sunați la 112 de acasă.", "112"),
    ("fil", "Tumawag sa 911 sa emerhensiya.", "911"),
    ("ht", "Rele 911 pou jwenn èd.", "911"),
    ("he", "ער״ן 1201", "1201"),
    ("en", "112 works in all of Europe.", "112"),
    ("en", "911 is answered around the clock.", "911"),
    ("en", "988 answers 24/7.", "988"),
    ("en", "9-1-1 is free.", "9-1-1"),
    ("es", "El 9-1-1 es gratuito.", "9-1-1"),
]


ODDLY = [
    ("en", "Call 9.8.8 now.", "9.8.8"),
    ("en", "9.8.8 Lifeline", "9.8.8"),
    ("en", "9.8.8 Lifeline answers.", "9.8.8"),
    ("en", "9.1.1 Hotline", "9.1.1"),
    ("en", "1.1.2 Helpline answers.", "1.1.2"),
    ("en", "Call 9-8-8 now.", "9-8-8"),
    ("en", "Call 9 8 8 now.", "9 8 8"),
    ("en", "Call 9·8·8 now.", "9·8·8"),
    ("en", "Call 1.1.2 now.", "1.1.2"),
    ("en", "The number 9.8.8 can help.", "9.8.8"),
    ("es", "Llame al 9.8.8.", "9.8.8"),
    ("de", "Wählen Sie die 1.1.2.", "1.1.2"),
    ("de", "Unter der Nummer 1.1.2 hilft man.", "1.1.2"),
    ("zh_Hans", "请拨打9.8.8。", "9.8.8"),
    ("ar", "اتصل على ٩.٨.٨.", "9.8.8"),
    ("en", "Call 9/8/8 now.", "9/8/8"),
    ("en", "Call 9_8_8 now.", "9_8_8"),
    ("en", "Call 9,8,8 now.", "9,8,8"),
    ("en", "Call 9, 8, 8 now.", "9, 8, 8"),
    ("en", "Call 9*8*8 now.", "9*8*8"),
    ("en", "Call 9|8|8 now.", "9|8|8"),
    ("en", "Call 9…8…8 now.", "9…8…8"),
    ("en", "Call 9. 8. 8. now.", "9. 8. 8"),
    ("en", "Call (9)(8)(8) now.", "(9)(8)(8"),
    ("en", "Call [9][8][8] now.", "9][8][8"),
    ("en", "Call 9~8~8 now.", "9~8~8"),
    ("en", "Call 9+8+8 now.", "9+8+8"),
    ("en", "Call 9•8•8 now.", "9•8•8"),
    ("en", "Call 9、8、8 now.", "9、8、8"),
    ("ja", "9、8、8に電話してください。", "9、8、8"),
    ("en", "Call 116/123 now.", "116/123"),
    ("en", "In the UK it is 116–123.", "116–123"),
    ("en", "Call 116,123 now.", "116,123"),
    ("en", "Call (116)(123) now.", "(116)(123"),
    ("en", "The old one was 1-800-273/TALK.", "1-800-273/TALK"),
    ("en", "The old one was 800/273/8255.", "800/273/8255"),
    ("en", "The old one was 800_273_8255.", "800_273_8255"),
    ("en", "The old one was 800,273,8255.", "800,273,8255"),
    ("en", "The old one was 800 / 273 / 8255.", "800 / 273 / 8255"),
    ("en", "The old one was 800•273•8255.", "800•273•8255"),
    ("en", "The old one was 800~273~8255.", "800~273~8255"),
    ("en", "Call 116.123 now.", "116.123"),
    ("en", "Call 116:123 now.", "116:123"),
    ("en", "Call 13/11/14 now.", "13/11/14"),
    ("en", "Call 13.11.14 now.", "13.11.14"),
    ("en", "Call 13-11-14 now.", "13-11-14"),
    ("ja", "9・8・8に電話してください。", "9・8・8"),
    ("en", "Call → 988 now.", "988"),
    ("en", "Hotline ☎ 988", "988"),
    ("en", "Call... 988 now.", "988"),
    ("en", "Call, any time, 988.", "988"),
    ("en", "Call [988] now.", "988"),
    ("en", "Call (988 or a friend) now.", "988"),
    ("en", "nine/eight/eight is the number; call nine/eight/eight.", "nine/eight/eight"),
    ("en", "Call nine-8-eight.", "nine-8-eight"),
    ("es", "Llame al nueve…ocho…ocho.", "nueve…ocho…ocho"),
    ("en", "The old one was 1-800-273-talk.", "1-800-273-talk"),
    ("en", "The old one was 1-800-273-ＴＡＬＫ.", "1-800-273-TALK"),
    ("hi", "कॉल करें: ९.८.८", "9.8.8"),
    ("fa", "با ۹/۸/۸ تماس بگیرید.", "9/8/8"),
    ("ar", "اتصل بالرقم ٩٫٨٫٨ الآن.", "9٫8٫8"),
    ("ru", "Позвоните 1.1.2.", "1.1.2"),
    ("en", "Call 1\u200b1\u200b6\u200b/\u200b1\u200b2\u200b3 now.", "116/123"),
    ("en", "Call 9̲8̲8 now.", "9̲8̲8"),
    ("en", "Call 9̶8̶8 now.", "9̶8̶8"),
    ("en", "Call 9⁄8⁄8 now.", "9⁄8⁄8"),
    ("en", "Call 9 — 8 — 8 now.", "9 — 8 — 8"),
    ("en", "Call 9 / 8 / 8 now.", "9 / 8 / 8"),
    ("en", "Call nine eight eight 7 days a week.", "nine eight eight"),
    ("en", "Call nine eight eight, 24 7.", "nine eight eight"),
    ("en", "Call 9 eight eight 24 hours a day.", "9 eight eight"),
    ("zh_Hans", "请拨打九8八。", "九8八"),
    ("zh_Hans", "请拨打一1零。", "一1零"),
    ("fa", "با نه ۸ هشت تماس بگیرید.", "نه 8 هشت"),
]

IN_WORDS = [
    ("en", "Call one hundred and twelve.", "one hundred and twelve"),
    ("en", "Call nine eleven now.", "nine eleven"),
    ("en", "Dial nine eighty-eight.", "nine eighty-eight"),
    ("en", "Call nine hundred eighty-eight.", "nine hundred eighty-eight"),
    ("en", "Call nine double eight.", "nine double eight"),
    ("en", "Dial triple zero.", "triple zero"),
    ("en", "Dial treble nine.", "treble nine"),
    ("en", "It was thirteen eleven fourteen.", "thirteen eleven fourteen"),
    (
        "en",
        "It was one eight hundred two seventy-three eighty-two fifty-five.",
        "one eight hundred two seventy-three eighty-two fifty-five",
    ),
    ("es", "Llame al novecientos once.", "novecientos once"),
    ("es", "Llame al nueve once.", "nueve once"),
    ("es", "Llame al ciento doce.", "ciento doce"),
    ("es", "Llame al novecientos ochenta y ocho.", "novecientos ochenta y ocho"),
    ("fr", "Appelez le neuf cent onze.", "neuf cent onze"),
    ("fr", "Appelez le trente-et-un quatorze.", "trente-et-un quatorze"),
    ("fr", "Composez le cent douze.", "cent douze"),
    ("fr", "Appelez le quinze.", "quinze"),
    ("de", "Wählen Sie einhundertzwölf.", "einhundertzwölf"),
    ("de", "Rufen Sie die Hundertzwölf.", "Hundertzwölf"),
    ("de", "Wählen Sie elf sechs, eins elf.", "elf sechs"),
    ("it", "Chiami il centododici.", "centododici"),
    ("it", "Chiami il novecentottantotto.", "novecentottantotto"),
    ("pt_BR", "Ligue cento e oitenta e oito.", "cento e oitenta e oito"),
    ("pt_PT", "Ligue para o cento e doze.", "cento e doze"),
    ("pl", "Zadzwoń pod sto dwanaście.", "sto dwanaście"),
    ("pl", "Zadzwoń pod dziewięćset jedenaście.", "dziewięćset jedenaście"),
    (
        "pl",
        "To był sto szesnaście sto dwadzieścia trzy.",
        "sto szesnaście sto dwadzieścia trzy",
    ),
    ("ru", "Позвоните по номеру сто двенадцать.", "сто двенадцать"),
    ("ru", "Телефон ста двенадцати.", "ста двенадцати"),
    ("uk", "Зателефонуйте сто дванадцять.", "сто дванадцять"),
    ("tr", "Yüz on ikiyi arayın.", "Yüz on iki"),
    ("tr", "Telefon: yüz on iki", "yüz on iki"),
    ("ar", "اتصل على تسعمئة وأحد عشر.", "تسعمئة وأحد عشر"),
    ("ar", "اتصل بالرقم مائة واثني عشر.", "مائة واثني عشر"),
    ("ar", "اتصل على تسعمائة وثمانية وثمانين.", "تسعمائة وثمانية وثمانين"),
    ("fa", "با صد و بیست و سه تماس بگیرید.", "صد و بیست و سه"),
    ("fa_AF", "با صد و نوزده تماس بگیرید.", "صد و نوزده"),
    ("ur", "ایک سو بارہ پر کال کریں۔", "ایک سو بارہ"),
    ("hi", "एक सौ बारह पर कॉल करें।", "एक सौ बारह"),
    ("hi", "कॉल करें: नौ सौ अठासी", "नौ सौ अठासी"),
    ("ne", "फोन गर्नुहोस्: एक सय बाह्र", "एक सय बाह्र"),
    ("bn", "কল করুন: নয়শ নিরানব্বই", "নয়শ নিরানব্বই"),
    ("pa", "ਇੱਕ ਸੌ ਬਾਰਾਂ ਉੱਤੇ ਕਾਲ ਕਰੋ।", "ਇੱਕ ਸੌ ਬਾਰਾਂ"),
    ("vi", "Hãy gọi một trăm mười lăm.", "một trăm mười lăm"),
    ("th", "โทรหนึ่งพันสามร้อยยี่สิบสาม", "หนึ่งพันสามร้อยยี่สิบสาม"),
    ("ja", "百十九番に電話してください。", "百十九"),
    ("ko", "백십구로 전화하세요.", "백십구"),
    ("zh_Hans", "请拨打九百八十八。", "九百八十八"),
    ("zh_Hans", "请拨打一百一十。", "一百一十"),
    ("zh_Hant", "請撥打一百一十九。", "一百一十九"),
    ("nl", "Bel honderdtwaalf.", "honderdtwaalf"),
    ("nl", "Bel honderd dertien.", "honderd dertien"),
    ("el", "Καλέστε το εκατόν δώδεκα.", "εκατόν δώδεκα"),
    ("ro", "Sunați la o sută doisprezece.", "o sută doisprezece"),
    ("sw", "Piga simu mia moja na kumi na mbili.", "mia moja na kumi na mbili"),
    ("fil", "Tumawag sa siyam na raan at labing-isa.", "siyam na raan at labing-isa"),
    ("fil", "Tumawag sa isandaan at labindalawa.", "isandaan at labindalawa"),
    ("fil", "Tumawag sa nine-one-one.", "nine-one-one"),
    ("es", "Llame al nine eleven.", "nine eleven"),
    ("vi", "Hãy gọi nine eight eight.", "nine eight eight"),
    ("ht", "Rele nèf san onz.", "nèf san onz"),
    ("so", "Wac sagaal boqol iyo kow iyo toban.", "sagaal boqol iyo kow iyo toban"),
    ("he", "התקשרו מאה ושתים עשרה.", "מאה ושתים עשרה"),
]


BESIDE_A_SIGN = [
    ("en", "Tel: 988"),
    ("de", "Tel. 988"),
    ("fr", "Tél. : 988"),
    ("ja", "TEL 988"),
    ("zh_Hans", "Tel：988"),
    ("ru", "тел. 988"),
    ("el", "τηλ. 988"),
    ("ar", "☎ 988"),
    ("hi", "☎️ 988"),
    ("es", "📞 988"),
]


@each_row(("locale", "text"), BESIDE_A_SIGN)
def test_a_number_behind_the_short_word_for_a_telephone_or_its_sign_is_one_to_dial(
    locale: str, text: str, on_record: OnRecord
) -> None:
    assert [typed.text for typed in typed_numbers(text, locale, lambda: on_record)] == ["988"]


LABELLED = [
    ("en", "999 – ambulance", "999"),
    ("en", "911 or 112: call", "911 112"),
    ("en", "Ambulance 144", "144"),
    ("en", "In an emergency: 112", "112"),
    ("en", "112: emergency", "112"),
    ("en", "999 (ambulance)", "999"),
    ("en", "For an ambulance, 999.", "999"),
    ("en", "The number for emergencies is 112.", "112"),
    ("en", "112 is the emergency number.", "112"),
    ("en", "112, the European emergency number", "112"),
    ("en", "119 = ambulance", "119"),
    ("en", "Emergency services (112)", "112"),
    ("en", "You can reach the ambulance at 144.", "144"),
    ("en", "Police, fire and ambulance on 999", "999"),
    ("en", "Ask for help: 911.", "911"),
    ("en", "Go to the emergency department, 911", "911"),
    ("en", "Call 9\\88 now.", "9\\88"),
    ("en", "Call 9_88 now.", "9_88"),
    ("es", "112 – emergencias", "112"),
    ("es", "112 es el número de emergencias.", "112"),
    ("es", "El número de emergencias es el 112.", "112"),
    ("fr", "15 – SAMU", "15"),
    ("fr", "SAMU : 15", "15"),
    ("fr", "Le numéro d’urgence est le 112.", "112"),
    ("de", "112 ist die Notrufnummer.", "112"),
    ("de", "144 – Rettung", "144"),
    ("it", "Il numero di emergenza è il 112.", "112"),
    ("pt_BR", "192 – SAMU", "192"),
    ("pt_PT", "Número de emergência: 112", "112"),
    ("pl", "112 – numer alarmowy", "112"),
    ("pl", "Pogotowie: 999", "999"),
    ("ru", "103 – скорая помощь", "103"),
    ("uk", "Швидка допомога: 103", "103"),
    ("tr", "112 – acil", "112"),
    ("ar", "الإسعاف: 123", "123"),
    ("ar", "123 – الإسعاف", "123"),
    ("fa", "۱۱۵ – اورژانس", "115"),
    ("fa_AF", "پولیس: ۱۱۹", "119"),
    ("he", "משטרה: 101", "101"),
    ("hi", "112 – आपातकाल", "112"),
    ("vi", "115 – cấp cứu", "115"),
    ("ja", "119（救急）", "119"),
    ("ja", "119番：救急車", "119"),
    ("ko", "119(구급)", "119"),
    ("zh_Hans", "120（急救）", "120"),
    ("zh_Hant", "緊急：119", "119"),
    ("th", "ฉุกเฉิน: 1323", "1323"),
    ("bn", "999 – জরুরি", "999"),
    ("sw", "112 – dharura", "112"),
    ("so", "Ambalaas: 999", "999"),
    ("fil", "Ambulansya: 911", "911"),
    ("ht", "911 – ijans", "911"),
    ("ur", "112 – ایمبولینس", "112"),
    ("pa", "112 – ਪੁਲਿਸ", "112"),
    ("ne", "112 – एम्बुलेन्स", "112"),
    ("nl", "Noodnummer: 112", "112"),
    ("nl", "112 is het alarmnummer voor noodgevallen.", "112"),
    ("el", "112 – έκτακτη ανάγκη", "112"),
    ("ro", "Ambulanța: 112", "112"),
    ("km", "សង្គ្រោះ: 119", "119"),
    ("am", "አምቡላንስ: 907", "907"),
    ("hy", "Շտապ օգնություն: 112", "112"),
]
"""As in a list of numbers: who comes, or what for, and no word that says to dial."""

IN_EMERGENCIES = [
    ("en", "15 ambulances came. 15 people were in an emergency."),
    ("en", "In 1925, police used it. 1952 – emergency laws."),
    ("en", "The emergency ward has 15 beds; 15 – 20 paramedics came."),
    ("en", "Emergency visits fell by 112 percent."),
    ("en", "Police recorded 112 cases."),
    ("en", "The number of emergencies rose to 112."),
    ("en", "119 emergency departments took part."),
    ("en", "Police in 112 towns."),
    ("en", "Emergency care took 120 minutes."),
    ("en", "A crisis in 2008 and 120 mg."),
    ("en", "It is emergency room 112."),
    ("en", "Crisis plans helped 112 of 120 families."),
    ("en", "Step 15: call a friend."),
    ("en", "Blood pressure in an emergency: 120/80."),
    ("en", "Police officers, 112 of them, answered."),
    ("en", "At 1:15 – ambulance."),
    ("en", "$ 112 – emergency fund."),
    ("es", "En 112 servicios de urgencias."),
    ("es", "Las emergencias: 112 casos."),
    ("fr", "Aux urgences, 15 personnes sur 112."),
    ("de", "Die Polizei zählte 112 Anrufe. Im Notfall 15 Minuten warten."),
    ("de", "Krise 2008: 112 Betriebe."),
    ("ja", "救急で119人が亡くなった。"),
    ("zh_Hans", "紧急情况120例，急救120分钟。"),
    ("ko", "응급실 119곳"),
    ("ru", "Скорая приехала через 103 минуты."),
    ("ar", "استجابت الشرطة لـ 123 مكالمة"),
    ("hi", "पुलिस ने 112 लोगों को बचाया।"),
    ("vi", "Cảnh sát cứu 115 người."),
    ("pl", "Policja odebrała 112 zgłoszeń."),
]
"""Amounts beside the same words."""


@each_row(("locale", "text", "number"), LABELLED)
def test_a_number_beside_who_comes_in_an_emergency_is_one_to_dial(
    locale: str, text: str, number: str, on_record: OnRecord
) -> None:
    found = [typed.text.lstrip("(") for typed in typed_numbers(text, locale, lambda: on_record)]
    assert found == number.split()


@each_row(("locale", "text", "number"), TYPED + ODDLY + IN_WORDS)
def test_a_number_on_record_is_told(
    locale: str, text: str, number: str, on_record: OnRecord
) -> None:
    found = [typed.text for typed in typed_numbers(text, locale, lambda: on_record)]
    assert found == [number]


OTHERS = [
    ("en", "Hotel 988 people know; tell 112 friends."),
    ("en", "Of 110 works cited, 112 are free of charge; 119 of them answered on 9-1-2019."),
    ("de", "Im Hotel 112 in Tel Aviv 1948."),
    ("ja", "Hotel 988"),
    ("ru", "отель 112"),
    ("en", "Take 15 mg in the evening; call your doctor after 15 minutes."),
    ("en", "In 1952 and on 9/11, 988 people were asked."),
    ("en", "Call 112 people, or text 15 friends."),
    ("en", "The number of calls rose by 15 percent, from 100 to 115."),
    ("en", "See page 119 and chapter 15. The phone rang 112 times."),
    ("en", "Half of 116.123 kg, and 2.15 or 98.8 °F."),
    ("en", "Visit 988lifeline.org or ring a friend in room B15."),
    ("en", "Write to 555 West 15th Street; telephone +1 217 555 0142."),
    ("en", "One, two, three: breathe. Nine, eight, seven."),
    ("es", "Una de cada 15 personas llamó 112 veces."),
    ("fr", "Un appel sur 15 dure 17 minutes."),
    ("de", "Von 112 Anrufen waren 15 kurz."),
    ("ru", "Из 112 звонков 15 были короткими."),
    ("ja", "15人が電話で、119ページに。"),
    ("ko", "15명이 전화로 상담했다."),
    ("zh_Hans", "九一一事件，一九八八年，百分之九十。"),
    ("zh_Hans", "15个人打来电话。"),
    ("tr", "15 kişi aradı, 112 kez."),
    ("hi", "15 लोगों ने कॉल की।"),
    ("ar", "من ١٥ شخصًا اتصل ٣."),
    ("en", "Call 9-11 or 1–5. We phoned 112 families; the helpline took 988 calls."),
    ("es", "Llamamos a 112 familias. Marque 15 casillas. La línea 15 del metro."),
    ("fr", "Nous avons téléphoné à 112 familles. Composez 15 phrases. La ligne 15 du métro."),
    ("de", "Rufen Sie nach 15 Tagen an. Wir telefonierten mit 112 Familien. Wählen Sie 15 Bilder."),
    ("it", "Abbiamo telefonato a 112 famiglie."),
    ("pt_BR", "Ligamos para 188 famílias."),
    ("pl", "Zadzwoń po 112 dniach. Zadzwoniliśmy do 112 rodzin. Wybierz 112 słów."),
    ("ru", "Мы позвонили 112 семьям. Телефонный опрос 112 человек."),
    ("uk", "Ми зателефонували 112 родинам."),
    ("tr", "Hattı 112 kişi aradı."),
    ("ar", "اتصلنا بـ 112 عائلة. أرسل 112 رسالة"),
    ("fa", "با ۱۱۵ خانواده تماس گرفتیم. پس از ۱۱۵ روز تماس بگیرید."),
    ("he", "התקשרנו אל 100 משפחות."),
    ("hi", "112 दिन बाद कॉल करें। हमने 112 परिवारों को कॉल की।"),
    ("bn", "কল করেছেন 999 জন"),
    ("vi", "Chúng tôi gọi 115 gia đình. Số 115 người"),
    ("ja", "電話で119世帯に聞いた。相談は119件。番号は110個"),
    ("ko", "전화로 119가구를 조사했다. 문자 112건, 상담 119회"),
    ("zh_Hans", "电话访问了119名患者，119户家庭。打了110次，热线接到120个来电。"),
    ("zh_Hant", "撥打了119次電話，專線接到110通來電"),
    ("th", "เราโทรหา 191 ครอบครัว"),
    ("nl", "We belden 112 gezinnen. Stuur 112 woorden."),
    ("el", "Καλέστε μετά από 112 ημέρες."),
    ("ro", "Am telefonat la 112 familii."),
    ("fil", "Tumawag kami sa 911 pamilya."),
    ("ht", "Rele apre 112 jou. Nou te rele 112 fanmi."),
]


NUMBERED = [
    ("en", "Version 9.8.8 of the app."),
    ("en", "The version number 9.8.8 is out."),
    ("en", "Version number 9.8.8 is out."),
    ("en", "See section 1.1.2 of the plan."),
    ("en", "1.1.2 Crisis line"),
    ("en", "1.1.3 Helpline and hotline"),
    ("es", "1.1.2 Línea de ayuda"),
    ("en", "On 1.1.2 we met."),
    ("en", "The address 1.1.2.3 is a computer's."),
    ("en", "Call the computer 1.9.8.8."),
    ("en", "116/123 patients got better."),
    ("en", "116,123 people took part."),
    ("en", "On 13/11/14 we met."),
    ("en", "On 13.11.14 we met."),
    ("en", "(Smith, 2014, pp. 116–123)."),
    ("en", "pp. 116–123"),
    ("de", "S. 116–123"),
    ("de", "Am 13.11.14 war es so weit."),
    ("de", "Version 9.8.8"),
    ("de", "Versionsnummer 9.8.8"),
    ("de", "Abschnitt 1.1.2"),
    ("fr", "le numéro de version 9.8.8"),
    ("en", "Call us by 13/11/14."),
    ("en", "Blood pressure 116/123."),
    ("en", "They scored 1, 1 and 2."),
    ("en", "Call 1,1,2-trichloroethane by its name."),
    ("en", "1.1.2. Telephone number of the clinic"),
    ("vi", "Phiên bản số 1.1.2"),
    ("vi", "Mục số 1.1.2"),
    ("zh_Hans", "版本号码9.8.8"),
    ("en", "Ask for ISBN 978-0-116-12301-1."),
    ("en", "doi:10.1016/j.jad.2014.11.6123"),
    ("en", "arXiv 1161.123"),
    ("en", "Press or dial 1, 2, 3 in turn."),
    ("es", "Marque 1,2,3 según su edad."),
    ("en", "Call 1, 1 and 2."),
    ("en", "Call 116,123 people."),
    ("fr", "Appelez avant le 13/11/14."),
    ("ru", "Позвоните нам до 13.11.14."),
    ("ru", "версии 9.8.8"),
    ("ru", "номер версии 9.8.8"),
    ("en", "He weighs 98.8 kg. Call 9.8 kg by its name."),
    ("en", "Ask for 800,273,825 euros."),
    ("en", "Our helpline took 116,123 calls."),
    ("en", "Our helpline took 116/123 of the calls."),
    ("en", "Call after 1/1/2 years."),
    ("en", "The phone runs system 1.1.2 or later."),
    ("en", "Call your doctor if your ratio is 1.1.2 or more."),
    ("de", "Telefon-App Version 1.1.2"),
    ("de", "Rufen Sie bis 13.11.14 an."),
    ("nl", "Bel op 13-11-14 de huisarts."),
    ("en", "Call two or 3 friends, one by one."),
    ("en", "Call 1 or two, 2 at most."),
]


def test_each_row_that_names_cldrs_rules_has_them() -> None:
    """ICU takes the rules of the computer's own language where a language has none."""
    rows = [name for name, row in data_file("dialling").items() if row.get("spelled")]
    said = {name: numerals_of(name) for name in rows}
    english = said.pop("en")
    assert english
    assert len(said) > 25
    for name, numerals in said.items():
        assert numerals, name
        assert not {"seven", "twelve", "ninetynine"} & numerals.values.keys(), name


@each_row("locale", sorted(data_file("dialling")))
def test_a_language_says_each_number_to_99_and_no_two_alike(locale: str) -> None:
    numerals = numerals_of(locale)
    assert numerals
    said = {digits for found in numerals.values.values() for digits in found}
    assert {str(number) for number in range(100)} <= said
    twice = {form: found for form, found in numerals.values.items() if len(found) > 1}
    assert len(twice) <= 1, twice


COUNTED_IN_WORDS = [
    ("en", "Call one hundred and twelve patients."),
    ("en", "One hundred and twelve people wrote to us."),
    ("en", "Our helpline took nine hundred and eighty-eight calls."),
    ("en", "After nine eleven we were afraid."),
    ("en", "Call one or two friends, or text three."),
    ("en", "Call a friend, one you trust, or two."),
    ("en", "One hundred sixteen thousand one hundred twenty-three people took part."),
    ("en", "Born in nineteen fifty-two, she rang in the New Year."),
    ("es", "Llamamos a ciento doce familias."),
    ("es", "Llame a uno o dos amigos."),
    ("fr", "Nous avons téléphoné à cent douze familles. Appelez deux ou trois amis."),
    ("fr", "Appelez dans quinze jours."),
    ("de", "Rufen Sie nach fünfzehn Tagen an. Wir telefonierten mit hundertzwölf Familien."),
    ("de", "Rufen Sie ein bis zwei Freunde an. Achten Sie auf eins: zwei reichen."),
    ("it", "Abbiamo telefonato a centododici famiglie."),
    ("pt_BR", "Ligamos para cento e oitenta e oito famílias."),
    ("pl", "Zadzwoniliśmy do stu dwunastu rodzin. Zadzwoń po stu dniach."),
    ("ru", "Мы позвонили ста двенадцати семьям. Позвоните через два-три дня."),
    ("uk", "Ми зателефонували сто дванадцять разів."),
    ("tr", "Yüz on iki kişi aradı. Bir iki arkadaşınızı arayın."),
    ("ar", "اتصلنا بـ مئة عائلة واثنين."),
    ("hi", "हमने एक सौ बारह परिवारों को कॉल की।"),
    ("vi", "Chúng tôi gọi một trăm mười lăm gia đình."),
    ("ja", "電話で百十九世帯に聞いた。"),
    ("ko", "전화로 백십구 가구를 조사했다."),
    ("zh_Hans", "电话访问了一百一十九名患者。打了一百一十次。"),
    ("nl", "We belden honderdtwaalf gezinnen."),
    ("el", "Καλέστε μετά από εκατόν δώδεκα ημέρες."),
    ("ro", "Am telefonat la o sută douăsprezece familii."),
    ("ht", "Nou te rele san douz fanmi."),
]


@each_row(("locale", "text"), OTHERS + NUMBERED + COUNTED_IN_WORDS + IN_EMERGENCIES)
def test_amounts_years_and_pages_are_no_crisis_numbers(
    locale: str, text: str, on_record: OnRecord
) -> None:
    assert list(typed_numbers(text, locale, lambda: on_record)) == []


def test_nothing_in_the_corpus_is_a_crisis_number(on_record: OnRecord) -> None:
    told: list[Typed] = []
    for file in sorted((ROOT / "tests/corpus").glob("*.toml")):
        rows = tomllib.loads(file.read_text(encoding="utf-8"))
        for row in rows["pair"]:
            told += typed_numbers(row["source"], "en", lambda: on_record)
            told += typed_numbers(row["target"], rows["locale"], lambda: on_record)
    assert told == []


@pytest.mark.parametrize("root", [ROOT, ROOT / "tests/second"], ids=lambda root: root.name)
def test_nothing_in_the_articles_is_a_crisis_number(root: object) -> None:
    sources = read_sources(Project.at(ROOT / str(root)))
    assert not [one for one in sources.findings if one.code in ("SAF013", "SAF014")]


PLACES = {
    "title": (FRONT.format(title="Call 988") + "Rest.\n", 3),
    "table": (FRONT.format(title="T") + "| a |\n|---|\n| 116 123 |\n", 12),
    "alternative text": (FRONT.format(title="T") + "![Text 741741](lamp.svg)\n", 10),
    "caption": (FRONT.format(title="T") + '![A lamp](lamp.svg "Call 988")\n', 10),
    "link": (FRONT.format(title="T") + "[Help](tel:988) is near.\n", 10),
    "sms link": (FRONT.format(title="T") + "[Help](sms:+1988?body=HOME) is near.\n", 10),
    "link through a program": (
        FRONT.format(title="T") + "[Help](https://wa.me/988) is near.\n",
        10,
    ),
    "link of an internet call": (FRONT.format(title="T") + "[Help](sip:988@example.org) is.\n", 10),
    "link in per cents": (FRONT.format(title="T") + "[Help](tel:%39%38%38) is near.\n", 10),
    "cover": (
        FRONT.format(title="T").replace("version", "cover: a.svg\ncover-alt: Call ٩٨٨\nversion")
        + "Rest.\n",
        1,
    ),
    "code": (FRONT.format(title="T") + "```\n116 123\n```\n", 10),
    "footnote": (FRONT.format(title="T") + "Rest[^1].\n\n[^1]: Call 988.\n", 12),
    "row": (FRONT.format(title="T") + "| Who | What |\n|---|---|\n| Hotline | 988 |\n", 12),
    "column": (FRONT.format(title="T") + "| Who | Hotline |\n|---|---|\n| a | 911 |\n", 12),
    "row in words": (
        FRONT.format(title="T") + "| a | b |\n|---|---|\n| Helpline: | nine eleven |\n",
        12,
    ),
    "row of an emergency": (
        FRONT.format(title="T") + "| Who | What |\n|---|---|\n| Ambulance | 144 |\n",
        12,
    ),
    "row with the number first": (
        FRONT.format(title="T") + "| What | Who |\n|---|---|\n| 144 | Ambulance |\n",
        12,
    ),
    "head of a table": (FRONT.format(title="T") + "| Police | 112 |\n|---|---|\n| a | b |\n", 10),
    "below an emergency": (FRONT.format(title="T") + "## Emergency\n\n112\n", 12),
    "next line": (FRONT.format(title="T") + "**Ambulance**\\\n144\n", 10),
    "call on the next line": (FRONT.format(title="T") + "Call\\\n988\n", 10),
    "next item": (FRONT.format(title="T") + "- Crisis line\n- 988\n", 11),
    "item alone": (FRONT.format(title="T") + "Numbers:\n\n- 988\n", 12),
    "voice": (FRONT.format(title="T") + "::: voice\nI called 988.\n:::\n", 11),
    "below": (FRONT.format(title="T") + "## Who to call\n\n911\n", 12),
    "note": (
        FRONT.format(title="T") + "::: crisis short\nnine eight eight\n\n{services}\n:::\n",
        11,
    ),
}


@each_row("place", PLACES)
def test_a_crisis_number_is_told_wherever_it_stands(place: str, on_record: OnRecord) -> None:
    text, line = PLACES[place]
    article, _ = parse_article(text, "source/call.md")
    assert article
    found = list(check_typed(article, lambda: on_record))
    assert {(one.code, one.line) for one in found} == {("SAF013", line)}


@pytest.mark.parametrize(
    "text",
    [
        "| Year | What |\n|---|---|\n| 1952 | A law for the police |\n",
        "| Who | People |\n|---|---|\n| Ambulance | 15 min |\n",
        "## In an emergency\n\n15 minutes of rest are too long.\n",
    ],
)
def test_years_and_amounts_beside_an_emergency_are_none(text: str, on_record: OnRecord) -> None:
    article, _ = parse_article(FRONT.format(title="T") + text, "source/call.md")
    assert article
    assert not [*check_typed(article, lambda: on_record)]


def test_references_and_profiles_are_looked_at(on_record: OnRecord) -> None:
    references, _ = Project.at(ROOT).references()
    assert list(check_references(references, lambda: on_record)) == []
    key, work = next(iter(references.items()))
    changed = type(work)(
        key=key, surnames=work.surnames, year=work.year, record={"title": "Call 116 123"}
    )
    (finding,) = check_references({key: changed}, lambda: on_record)
    assert (finding.code, "116 123" in finding.message) == ("SAF013", True)


OF_WORKS = [
    {"author": [{"literal": "Call 988"}]},
    {"editor": [{"family": "Hotline", "given": "9.8.8"}]},
    {"event": "Text 741741"},
    {"archive": "اتصل: call 116/123"},
    {"medium": "Call ٩٨٨"},
    {"URL": "tel:988"},
    {"title-short": "Call 988"},
    {"event-title": "Text 741741"},
]


@each_row("record", OF_WORKS, ids=lambda one: next(iter(one)))
def test_each_printed_field_of_a_work_is_looked_at(
    record: dict[str, Any], on_record: OnRecord
) -> None:
    work = Reference(key="a", surnames=("Hill",), year="2020", record={"title": "A", **record})
    (finding,) = check_references({"a": work}, lambda: on_record)
    assert next(iter(record)) in finding.message


def test_fields_that_are_not_printed_may_say_any_number(on_record: OnRecord) -> None:
    fields = {
        "abstract": "Call 988 or 116 123.",
        "note": "Call 988",
        "collection-title": "Call 988",
    }
    work = Reference(key="a", surnames=("Hill",), year="2020", record={"title": "A", **fields})
    assert not [*check_references({"a": work}, lambda: on_record)]


def test_a_number_in_a_work_that_nobody_cites_is_a_warning(on_record: OnRecord) -> None:
    work = Reference(key="a", surnames=("Hill",), year="2020", record={"title": "Call 116 123"})
    (cited,) = check_references({"a": work}, lambda: on_record, {"a"})
    (other,) = check_references({"a": work}, lambda: on_record, {"b"})
    assert (cited.severity, other.severity) == (Severity.ERROR, Severity.WARNING)


def test_a_large_list_of_works_has_no_crisis_number(on_record: OnRecord) -> None:
    fields = {"version": "9.8.8", "number": "1161.123", "URL": "https://example.org/988"}
    fields |= {"page": "116-123", "event": "13.11.14, Springfield", "section": "1.1.2"}
    work = Reference(key="a", surnames=("Hill",), year="2020", record={"title": "A", **fields})
    assert not [*check_references({"a": work}, lambda: on_record)]


PROFILES = [
    ({"name": "Hill Clinic, hotline 988"}, "name: the number 988"),
    ({"address": ("15 Main Street", "Text 741741")}, "address: the number 741741"),
    ({"second_name": {"": "Crisis line 9.8.8"}}, "second_name: the number 9.8.8"),
    ({"second_name": {"": "988"}}, "second_name: the number 988"),
    ({"hours": {"": "At night call 988"}}, "hours: the number 988"),
    ({"hours": {"es": "De noche llame al 988"}}, "hours.es: the number 988"),
    ({"hours": {"": "24 h, emergencias 911"}}, "hours: the number 911"),
    ({"hours": {"": "Mo–Fr 9–17, nachts 112"}}, "hours: the number 112"),
    ({"phone": "312-226-7410 (Notruf 112)"}, "phone: the number 112"),
    ({"phone": "312-226-7410 / 988"}, "phone: the number 988"),
    ({"logo_alt": "Call 116/123"}, "logo_alt: the number 116/123"),
    ({"lines": {"es": "De noche llame al ９８８"}}, "lines.es: the number 988"),
    ({"lines": {"zh_Hans": "请拨打九八八。"}}, "lines.zh_Hans: the number 九八八"),
    ({"lines": {"ar": "اتصل على ٩٨٨."}}, "lines.ar: the number 988"),
]


@each_row(("fields", "said"), PROFILES)
def test_the_words_of_a_profile_are_looked_at(
    fields: dict[str, Any], said: str, on_record: OnRecord
) -> None:
    clinic = Clinic(**{"id": "hill", "name": "Hill Clinic", **fields})
    (finding,) = typed_in_profile(clinic, "source/clinics/hill.toml", lambda: on_record)
    assert finding.message.startswith(said)


def test_the_words_of_a_profile_are_read_in_each_locale_it_names(on_record: OnRecord) -> None:
    said = {
        "zh_Hans": "请拨打九八八。",
        "pt_BR": "Falamos português",
        "fa_AF": "دری",
        "zh-Hant": "中文",
    }
    data: dict[str, object] = {"name": "Hill Clinic", "lines": said, "hours": {"pt-BR": "9–17"}}
    clinic, findings = read_clinic(data, "source/clinics/hill.toml", "hill")
    assert findings == []
    (finding,) = typed_in_profile(clinic, "source/clinics/hill.toml", lambda: on_record)
    assert finding.message.startswith("lines.zh_Hans: the number 九八八")


@each_row(
    "fields",
    [
        {"hours": {"": "Mon–Fri 9–11, Sat 9.11–12"}},
        {"hours": {"": "Mo–Fr 1000–1120, 13 bis 17 Uhr"}},
        {"hours": {"es": "lun. a vie. 9:00–17:00", "en": "Mon 1100 to 1230"}},
        {"phone": "(312) 226-7410 ext. 911"},
        {"phone": "030 / 112 34 56, Durchwahl 112"},
        {"phone": "+49 110 226 7410"},
        {"address": ("911 Main Street", "Room 112"), "second_name": {"": "Station 112"}},
    ],
)
def test_hours_and_extensions_are_no_crisis_numbers(
    fields: dict[str, Any], on_record: OnRecord
) -> None:
    clinic = Clinic(**{"id": "hill", "name": "Hill Clinic", **fields})
    assert not [*typed_in_profile(clinic, "source/clinics/hill.toml", lambda: on_record)]


def test_a_field_that_a_clinic_is_given_later_is_looked_at(on_record: OnRecord) -> None:
    @dataclass(frozen=True, kw_only=True)
    class Later(Clinic):
        directions: str = ""

    clinic = Later(id="hill", name="Hill Clinic", directions="In a crisis call 988. Bus 12.")
    (finding,) = typed_in_profile(clinic, "source/clinics/hill.toml", lambda: on_record)
    assert finding.message.startswith("directions: the number 988")


def test_a_publisher_is_looked_at_and_a_postcode_is_no_crisis_number(on_record: OnRecord) -> None:
    publisher = Publisher(name="Hill", corrections="1 Main St, 24222", owner="Call 988 Ltd.")
    found = [*typed_in_profile(publisher, "source/publisher.toml", lambda: on_record)]
    assert [one.message.partition(":")[0] for one in found] == ["owner"]


LINKS = [
    ("[9-8-8](tel:1-800-273-8255)", True),
    ("[555-0142](tel:+12175550142)", False),
    ("[(217) 555-0142](tel:+1-217-555-0142)", False),
    ("[020 7946 0018](tel:+442079460018)", False),
    ("[1-800-FLOWERS](tel:18003569377)", False),
    ("[1-800-FLOWERS](tel:18003569378)", True),
    ("[٥٥٥-٠١٤٢](tel:5550142)", False),
    ("[call us](tel:5550142)", False),
    ("[555-0142](https://wa.me/12175550142)", False),
    ("[555-0142](https://wa.me/12175550143)", True),
    ("[555-0142](skype:clinic.hill?call)", False),
    ("[example.org](https://www.example.org/page)", False),
    ("[https://example.org/a](https://example.org/b)", False),
    ("[example.org](https://example.com/)", True),
    ("[the page](https://example.com/)", False),
    ("[see e.g. this](https://example.com/)", False),
]


@each_row(("link", "misleads"), LINKS)
def test_a_link_must_say_where_it_leads(link: str, misleads: bool) -> None:
    article, _ = parse_article(FRONT.format(title="T") + f"See {link}.\n", "source/call.md")
    assert article
    found = [one for one in check_typed(article, dict) if one.code == "SAF014"]
    assert bool(found) is misleads


def test_numbers_are_the_same_but_for_country_code_and_leading_zero() -> None:
    assert same_number("020 7946 0018", "+44 20 7946 0018")
    assert not same_number("988", "1-800-273-8255")
    assert not same_number("0142", "+12175550142")


def test_every_language_names_ten_digits() -> None:
    for locale, row in data_file("dialling").items():
        assert len(row["digits"].split()) == 10, locale


AMOUNTS_IN_A_NOTE = [
    ("en", "Stay with them for 15 minutes."),
    ("en", "In a survey of 1,000 people, 15% said so."),
    ("en", "Most are 15 to 24 years old."),
    ("es", "Quédese con la persona 15 minutos. De 1.000, el 15 % lo hizo."),
    ("fr", "Restez 15 minutes ; 1\u202f000 personnes."),
    ("de", "Bleiben Sie 15 Minuten."),
    ("ru", "Подождите 15 минут."),
    ("ja", "15分間そばにいてください。"),
    ("en", "Of 15 friends, one will know what to do."),
    ("zh_Hans", "请陪伴15分钟。"),
    ("ar", "ابق معه ١٥ دقيقة."),
    ("hi", "15 मिनट साथ रहें।"),
    ("sw", "Kaa naye dakika 15."),
    ("pl", "Zostań 15 minut."),
]


@each_row(("locale", "text"), AMOUNTS_IN_A_NOTE)
def test_an_amount_in_a_crisis_note_is_no_crisis_number(
    locale: str, text: str, on_record: OnRecord
) -> None:
    assert list(typed_numbers(text, locale, lambda: on_record, everywhere=True)) == []


NUMBERS_IN_A_NOTE = [
    ("en", "988", "988"),
    ("en", "Help: 112", "112"),
    ("fr", "SAMU : 15", "15"),
    ("fr", "Le 15 répond.", "15"),
    ("de", "112, Tag und Nacht", "112"),
    ("en", "988 day and night", "988"),
    ("es", "ciento doce", "ciento doce"),
    ("pl", "Numer to sto dwanaście", "sto dwanaście"),
]


@each_row(("locale", "text", "number"), NUMBERS_IN_A_NOTE)
def test_a_number_alone_in_a_crisis_note_is_one(
    locale: str, text: str, number: str, on_record: OnRecord
) -> None:
    found = typed_numbers(text, locale, lambda: on_record, everywhere=True)
    assert [typed.text for typed in found] == [number]


@each_row(
    "text",
    [
        "| Year | Number |\n|---|---|\n| 2020 | 112 |\n",
        "| Survey | Phone interviews |\n|---|---|\n| First | 112 |\n",
        "| Calls | Texts |\n|---|---|\n| 112 | 988 |\n",
        "| Dose | 15 mg |\n|---|---|\n| Hotline | day and night |\n",
        "## Who to call\n\nA friend, or two.\n",
        "- 15\n- 2019\n- 18\n",
        "We called 119 patients, and phoned 112 families.\n",
    ],
)
def test_a_table_of_amounts_has_no_crisis_number(text: str, on_record: OnRecord) -> None:
    article, _ = parse_article(FRONT.format(title="T") + text, "source/call.md")
    assert article
    assert list(check_typed(article, lambda: on_record)) == []


def test_what_the_record_says_does_not_contradict_itself(on_record: OnRecord) -> None:
    assert on_record["988"].startswith("on record as a crisis line (CA, US)")
    assert not [says for says in on_record.values() if _says_both(says)]


def _says_both(says: str) -> bool:
    codes = re.findall(r"on record as (a crisis line|never to be printed) \(([^)]*)\)", says)
    regions = [{*found.split(", ")} for _, found in codes]
    return len(regions) > 1 and bool(regions[0] & regions[1])


@each_row(
    ("locale", "text"),
    [
        ("en", "Emergency: 112"),
        ("en", "In an emergency: 999"),
        ("en", "Police (911)"),
        ("en", "988 is the lifeline."),
        ("es", "Emergencias: 112"),
        ("fr", "Police : 112"),
        ("de", "Polizei 110"),
        ("ru", "Скорая помощь: 103"),
        ("ar", "الإسعاف: 123"),
        ("fa", "اورژانس ۱۱۵"),
        ("tr", "Acil 112"),
        ("hi", "पुलिस 112"),
        ("ja", "救急119"),
        ("zh_Hant", "警察110"),
        ("en", "The ward ☎ 988: day and night"),
        ("ko", "Tel. 988: 밤낮으로"),
        ("fr", "Les personnes (tél. 988) marquées"),
    ],
)
def test_who_comes_in_an_emergency_and_a_telephone_stand_before_a_number_to_dial(
    locale: str, text: str, on_record: OnRecord
) -> None:
    assert [*typed_numbers(text, locale, lambda: on_record)] != []


@each_row(
    ("locale", "text"),
    [
        ("fr", "Appelez avant 19 h 30."),
        ("fr", "Appelez le 15 mai."),
        ("es", "Llame el 15 de mayo."),
        ("en", "The police came in 1990."),
        ("en", "An emergency room with 112 beds"),
        ("nl", "Tel tot 112 schapen."),
        ("en", "Hotel 988"),
    ],
)
def test_a_day_an_hour_and_what_is_counted_are_nothing_to_dial(
    locale: str, text: str, on_record: OnRecord
) -> None:
    assert [*typed_numbers(text, locale, lambda: on_record)] == []
