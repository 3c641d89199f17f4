"""Who vouches, and how they checked: names, not examples; ways, not words."""

import pytest

from pipeline.records.person import same_person
from pipeline.values.errors import PolyleafError
from pipeline.vouch.person import refuse_name, refuse_statement, refuse_way
from tests.rows import each_row


@each_row(
    "name",
    [
        "Ana Pérez",
        "Dr. Eva Soto",
        "Dr. Ann Ward",
        "Suharto (Puskesmas Kota)",
        "Dr Maria (Ward 3)",
        "王芳医生",
        "김민수",
        "王芳",
        "نور حداد",
        "Ai Sato",
        "Will Reader",
        "Nurse Joy Adeyemi",
        "Ludwig van Beethoven",
        "Jane Doerr",
        "Dr. Le Thi",
        "Maria de la Cruz",
        "Anna van der Berg",
        "Peter Schwester",
        "It Sophal",
        "La Toya Brown",
        "El Hadji Diop",
        "Su Mi",
        "José Ortega y Gasset",
        "Suharto (Ward 3/4)",
        "Bo Li",
        "O'Doherty, Ann",
        "Maria （Ward 3）",
    ],
)
def test_a_name_is_taken(name: str) -> None:
    assert refuse_name(name) == name


def test_a_name_has_single_spaces() -> None:
    assert refuse_name("  Ana\n Pérez ") == "Ana Pérez"


@each_row(
    ("name", "why"),
    [
        ("…", "is not a name"),
        ("", "is not a name"),
        ("A", "is not a name"),
        ("YOUR NAME", "is an example"),
        ("NAME", "is an example"),
        ("<full name>", "is an example"),
        ("N/A", "is an example"),
        ("nobody", "is an example"),
        ("Dr.", "is what somebody is"),
        ("the clinician", "is what somebody is"),
        ("Translator", "is what somebody is"),
        ("clinic staff", "is what somebody is"),
        ("front desk", "is what somebody is"),
        ("Front Desk", "is what somebody is"),
        ("reception", "is what somebody is"),
        ("office", "is what somebody is"),
        ("the clinic", "is what somebody is"),
        ("the team", "is what somebody is"),
        ("nurse", "is what somebody is"),
        ("IT", "is what somebody is"),
        ("IT department", "is what somebody is"),
        ("head of the department", "is what somebody is"),
        ("everyone", "is an example"),
        ("la recepción", "is what somebody is"),
        ("Equipo de enfermería", "is what somebody is"),
        ("l'accueil", "is what somebody is"),
        ("l’équipe de la clinique", "is what somebody is"),
        ("secrétariat", "is what somebody is"),
        ("Empfang", "is what somebody is"),
        ("die Praxis", "is what somebody is"),
        ("der Arzt", "is what somebody is"),
        ("machine", "is a program"),
        ("a language model", "is a program"),
        ("Google Translate", "is a program"),
        ("GPT 4", "is a program"),
        ("AI translator", "is what somebody is"),
        ("John Doe", "is an example"),
        ("Mustermann, Max", "is an example"),
        ("Maria", "is one name"),
        ("Dr Maria", "is one name"),
        ("Dra. María", "is one name"),
        ("Frau Schmidt", "is one name"),
        ("Mme Dupont", "is one name"),
        ("Dott.ssa Rossi", "is one name"),
        ("د. مريم", "is one name"),
        ("دکتر احمدی", "is one name"),
        ("डॉ. शर्मा", "is one name"),
        ("王医生", "is one name"),
        ("Maria (…)", "is one name"),
        ("Maria （", r'the place: --by "Maria \(…\)"'),
        ("la Dra. Pérez", "is one name"),
        ("la doctora", "is what somebody is"),
        ("il medico", "is what somebody is"),
        ("el medico", "is what somebody is"),
        ("врач", "is what somebody is"),
        ("طبيب العيادة", "is what somebody is"),
        ("YOUR_NAME", "is an example"),
        ("tu nombre", "is an example"),
        ("Nombre y apellidos", "is an example"),
        ("Vor- und Nachname", "is an example"),
        ("votre nom", "is an example"),
        ("ваше имя", "is an example"),
        ("الاسم الكامل", "is an example"),
        ("Fulano de Tal", "is an example"),
        ("姓名", "is an example"),
        ("la misma", "is an example"),
        ("wie oben", "is an example"),
        ("same as above", "is an example"),
        ("ana@clinic.org", "has an address in it"),
        ("Ana Pérez & Luis Gómez", "is more than one person"),
        ("Ana Pérez and Luis Gómez", "is more than one person"),
        ("Ana Pérez/Luis Gómez", "is more than one person"),
        ("A. B.", "is initials, not a name"),
    ],
)
def test_what_names_nobody_is_refused(name: str, why: str) -> None:
    with pytest.raises(PolyleafError, match=why):
        refuse_name(name)


@each_row("emergency", [True, False])
@each_row(
    "way",
    [
        "read it at 988lifeline.org",
        "https://www.ofcom.org.uk/999",
        "wrote to the office, answer of 4 March",
        "called the county's office on a weekday",
        "asked its office",
        "e-mail of 2026-03-04",
        "asked Maria Lopez",
        "Ofcom's list of numbers",
        "their own web page",
        "en la página del ministerio",
        "auf der Seite der Behörde",
        "llamé a la oficina de la línea",
        "Anruf im Ministerium",
        "strona ministerstwa",
        "在官网上查到",
        "na página da prefeitura",
        "sul sito del ministero",
        "написала в министерство",
        "راجعت صفحة الوزارة",
        "SAMHSA's page",
    ],
)
def test_a_way_that_can_be_followed_up_is_taken(way: str, emergency: bool) -> None:
    assert refuse_way(way, emergency=emergency) == way


@each_row(
    "way",
    [
        "called it",
        "I rang 112",
        "tried the number",
        "phoned",
        "Call",
        "dialled 988 and it worked",
        "I phoned the line and they answered",
        "texted them",
        "marqué 988 y contestaron",
        "llamé al número y funciona",
        "j'ai appelé le 3114, ils ont répondu",
        "habe angerufen, es hat sich jemand gemeldet",
        "liguei e funciona",
        "ho chiamato il numero, funziona",
        "позвонила, работает",
        "اتصلت بالرقم ويعمل",
    ],
)
def test_nobody_rings_a_number_to_check_it(way: str) -> None:
    with pytest.raises(PolyleafError, match="nobody calls an emergency number"):
        refuse_way(way, emergency=True)
    with pytest.raises(PolyleafError, match="nobody calls a crisis line"):
        refuse_way(way, emergency=False)


@each_row(
    "way",
    ["", " ", "…", "ok", "Yes, it's OK", "checked", "n/a", "looked fine", "website", "googled it"],
)
def test_a_way_that_says_nothing_is_refused(way: str) -> None:
    with pytest.raises(PolyleafError, match="says nothing"):
        refuse_way(way, emergency=False)


@each_row(
    "way",
    [
        "everyone knows 911",
        "Everyone knows 911",
        "looked at the internet",
        "I just know it",
        "common knowledge",
        "todo el mundo lo sabe",
        "somebody told me",
        "my colleague told me",
        "preguntado a un compañero",
        "on me l'a dit",
        "geprüft",
        "vérifié",
        "comprobado",
        "نعم",
        "проверено",
        "idem",
        "same as last year",
        "siehe oben",
        "igual que antes",
        "Facebook",
        "asked ChatGPT",
        "found it on Wikipedia",
    ],
)
def test_a_way_rests_on_a_page_an_office_or_a_person(way: str) -> None:
    with pytest.raises(PolyleafError, match="that anybody could follow up"):
        refuse_way(way, emergency=False)


@each_row(
    "said",
    [
        "…",
        "...",
        "-",
        "none",
        "n/a",
        "N/A",
        "TBD",
        "xx",
        "yes",
        "qualification",
        "your qualification",
    ],
)
def test_a_placeholder_is_no_qualification(said: str) -> None:
    with pytest.raises(PolyleafError, match="says nothing of the person"):
        refuse_statement("qualification", said)


@each_row(
    "said",
    ["sworn translator", "MD", "RN", "nurse", "12 years in health", "医師", "native speaker"],
)
def test_a_qualification_is_taken_with_single_spaces(said: str) -> None:
    assert refuse_statement("qualification", f" {said} ") == said
    assert refuse_statement("qualification", "") == ""


@each_row(
    ("first", "second", "same"),
    [
        ("Ana Pérez", "ana perez", True),
        ("Ana Pérez", "Pérez, Ana", True),
        ("Łukasz Żak", "lukasz zak", True),
        ("Nguyễn Thị Đào", "NGUYEN THI DAO", True),
        ("Алёна Ёлкина", "алена елкина", True),
        ("Ana Pérez", "Ana Peres", False),
        ("Ana Pérez", "Ana", True),
        ("Ana Pérez", "Dra. Ana Pérez", True),
        ("Ana Pérez", "A. Perez", True),
        ("Ana Pérez", "Ana Pérez Soto", False),
        ("Suharto", "Suharto (Puskesmas Kota)", True),
        ("Suharto (Puskesmas Kota)", "Eva Kota", False),
        ("Ana Pérez", "L. Pérez", False),
        ("Ana Pérez", "Ana Pérez, PhD, LCSW", True),
        ("Ana Pérez", "Ana Pérez, M.D., FAAN", True),
        ("Ana Pérez", "Ana Pérez LCSW", True),
        ("Ana Pérez Soto", "PÉREZ SOTO, ANA", True),
        ("Ana Pérez", "Ana PÉREZ", True),
        ("Ana María Pérez", "Ana María SOTO", False),
        ("रवि", "रव", False),
    ],
)
def test_a_person_is_the_same_however_the_name_is_spelled(
    first: str, second: str, same: bool
) -> None:
    assert same_person(first, second) is same


@each_row(
    "name",
    [
        *("signed: Ana Pérez", "signed by Ana Pérez", "p.p. Ana Pérez", "i. A. Ana Pérez"),
        *("gez. Ana Pérez", "p.o. Ana Pérez", "Firmado: Ana Pérez", "Ana Pérez for Luis Gómez"),
        *("Ana Pérez por Luis Gómez", "on behalf of Dr. Gómez", "Ana Pérez in Vertretung"),
    ],
)
def test_nobody_signs_for_another(name: str) -> None:
    with pytest.raises(PolyleafError, match="has words in it that are no name"):
        refuse_name(name)


@each_row(
    "name",
    ["Harbour Clinic", "Hospital de Ávila", "Praxis Dr. Müller", "Ana Pérez, Harbour Clinic"],
)
def test_a_place_or_a_body_signs_nothing(name: str) -> None:
    with pytest.raises(PolyleafError, match="is a place or a body"):
        refuse_name(name)


@each_row("name", ["Ana Pérez, Luis Gómez", "Ana Pérez, RN, Luis Gómez, MD", "Ana Pérez & Luis G"])
def test_two_people_behind_a_comma_are_two(name: str) -> None:
    with pytest.raises(PolyleafError, match="is more than one person: each signs alone"):
        refuse_name(name)


@each_row(
    "name",
    [
        *("I. A. Pérez", "P. O. Pérez", "Jan Per Hansen", "Pérez, Ana María", "Pérez Soto, Ana"),
        *("Ana Pérez, PhD, LCSW", "Ana Pérez (Harbour Clinic)", "Eva Klinikova", "Luis Por Dios"),
        *("Ana Pérez, Dr. med.", "Maria do Rosário", "PÉREZ, ANA"),
    ],
)
def test_names_that_look_like_these_are_taken(name: str) -> None:
    assert refuse_name(name) == name
