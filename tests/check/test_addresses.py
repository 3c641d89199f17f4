"""Addresses by what an address is: any label and any top, and no abbreviation or lost space."""

import pytest

from pipeline.check.addresses import addresses

ADDRESSES = [
    "vaya a example.org",
    "wa.me/123",
    "t.me/help",
    "crisis.support",
    "hilfe.wien",
    "помощь.рф",
    "ayuda.museum",
    "例子.中国",
    "ayuda@clinica.com",
    "@telefonoesperanza",
    "escriba a @ayuda_hoy",
    "example dot org",
    "ejemplo punto org",
    "exemple point org",
    "beispiel punkt org",
    "exemplo ponto com",
    "przykład kropka org",
    "пример точка ком",
    "example [dot] org",
    "ayuda (arroba) correo.es",
    "info(at)clinic.org",
    "مثال نقطة كوم",
    "例ドットコム",
    "example．com",
    "EXAMPLE.ORG",
    "Beispiel.de",
    "xn--e1afmkfd.xn--p1ai",
    "http://1.2.3.4",
    "HTTPS://X.Y",
    "сайт.онлайн",
    "допомога.укр",
    "linea.gob.mx",
    "help.gov.uk",
    "a.help",
    "www.ejemplo",
    "mailto:x",
    "sub.domain.co.jp/help",
    "findahelpline.com.",
    "（example.com）",
    "訪問 example.com。",
    "help.tokyo",
    "ψυχή.ελ",
    "lifeline.ngo",
    "suicide.ca",
]

NONE = [
    "p.ej. hoy",
    "z.B. heute",
    "d.h. so",
    "m.in. tak",
    "EE.UU. y",
    "hoy.Llame ya",
    "TP.HCM",
    "т.е. сегодня",
    "и т.д.",
    "9.30 Uhr",
    "24.12.2026",
    "u.a. auch",
    "a.m. y p.m.",
    "i.d.R. ja",
    "tod@s",
    "amig@s.",
    "p.es. oggi",
    "S.A.",
    "punto es",
    "اليوم.اتصل بنا",
    "今日。電話",
    "Dr.Müller",
    "c.-à-d. oui",
    "q.v.",
    "e.g. now",
    "Sra.Pérez",
    "n.º 5",
    "1.º",
    "Ph.D.",
    "M.Sc.",
    "Nr.5",
    "10:30",
    "https",
    "punto info",
    "point info",
    "в т.ч. и",
    "т.н. круг",
    "v.d. x",
    "Prof.Dr.",
    "3.5 mg",
    "4:30",
    "№ 5.а",
    "a.k.a.",
    "lek.Jan",
    "un hotel:5 minutos",
]


@pytest.mark.parametrize("text", ADDRESSES)
def test_an_address_is_told_whatever_its_top_script_or_spelling(text: str) -> None:
    assert addresses(f"… {text} …")


@pytest.mark.parametrize("text", NONE)
def test_abbreviations_lost_spaces_times_and_titles_are_none(text: str) -> None:
    assert addresses(f"… {text} …") == []


def test_an_address_is_told_as_it_stands_and_once() -> None:
    assert addresses("（example．com）, wa.me/1 o wa.me/1.") == ["example．com", "wa.me/1"]
