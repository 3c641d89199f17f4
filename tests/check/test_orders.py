"""An order that lost or gained its "not" is told, and what is said otherwise is no error."""

from pipeline.check.rules.opposite_said import check
from pipeline.records.in_force import shipped
from pipeline.values.finding import Severity
from pipeline.values.locale import language_of
from tests.mutations.orders import ALONE, CALL, CALLING, LEAVE, WAIT, WAITING
from tests.pairs import pair
from tests.rows import each_row

BOTH = "If you are in danger, call. Do not stay alone, and do not leave the other person alone."

ORDERS = [
    (locale, source, good, bad)
    for source, table in ((LEAVE, ALONE), (WAIT, WAITING), (CALL, CALLING))
    for locale, (good, bad) in table.items()
]


def found(locale: str, source: str, text: str, context: str = "crisis") -> list[Severity | None]:
    return [fault.severity for fault in check(pair(locale, source, text, context=context))]


def test_every_language_with_words_for_it_is_tried() -> None:
    rows = {name for name, row in shipped("limits").items() if "forbids" in row}
    assert {language_of(name) for name in ALONE} == rows


@each_row(("locale", "source", "good", "bad"), ORDERS)
def test_an_order_turned_round_in_a_crisis_note_is_an_error(
    locale: str, source: str, good: str, bad: str
) -> None:
    assert found(locale, source, good) == []
    assert found(locale, source, bad) == [Severity.ERROR]
    assert found(locale, source, bad, context="") in ([None], [])


@each_row(
    ("locale", "source", "text"),
    [
        ("es", "Wait with the person.", "No espere con la persona."),
        ("de", "Wait with the person.", "Warten Sie nicht mit der Person."),
        ("fr", "Wait with the person.", "N’attendez pas avec la personne."),
        ("zh_Hans", "Wait with the person.", "不要等这个人。"),
        ("ru", "Wait with the person.", "Не ждите с человеком."),
        ("ar", "Wait with the person.", "لا تنتظر مع الشخص."),
        ("es", "Tell someone you trust.", "No se lo cuente a nadie."),
        ("fr", "You are not alone.", "Vous êtes seul."),
        ("es", "You are not alone.", "Usted está solo."),
        ("zh_Hans", "You are not alone.", "您孤身一人。"),
        ("es", "You do not have to wait until it gets worse.", "Tiene que esperar a que empeore."),
        ("es", "You do not have to wait until it gets worse.", "Tiene que esperar a que empeore."),
        (
            "es",
            BOTH,
            "Si está en peligro, llame. Quédese a solas, y deje sola a la otra persona.",
        ),
        (
            "es",
            BOTH,
            "Si está en peligro, llame. No se quede a solas, y deje sola a la otra persona.",
        ),
        ("es", "You are not to blame.", "Usted tiene la culpa."),
        ("de", "You are not to blame.", "Sie sind schuld."),
    ],
)
def test_what_is_denied_less_or_more_in_a_crisis_note_is_told(
    locale: str, source: str, text: str
) -> None:
    assert found(locale, source, text)


@each_row(
    ("locale", "source", "text"),
    [
        ("de", "Tell someone you trust.", "Sagen Sie es niemandem."),
    ],
)
def test_elsewhere_it_is_a_warning(locale: str, source: str, text: str) -> None:
    assert found(locale, source, text, context="") == [None]


@each_row(
    ("locale", "source", "text"),
    [
        ("es", "Stay with the person.", "No deje sola a la persona."),
        ("es", "Stay on the line.", "No cuelgue."),
        ("es", "Keep medicines away.", "No deje medicinas a mano."),
        ("es", "Call, even if it is late.", "Llame aunque sea tarde."),
        ("de", "Do not hesitate to call.", "Rufen Sie ruhig an."),
        ("es", "Do not leave the person alone.", "Evite dejar sola a la persona."),
        ("es", "Do not leave the person alone.", "Quédese con la persona."),
        ("es", "Do not wait.", "Actúe ya."),
        ("es", "Do not wait.", "No espere."),
        ("es", "You are not alone.", "Muchas personas pasan por lo mismo."),
    ],
)
def test_what_is_said_otherwise_is_no_error(locale: str, source: str, text: str) -> None:
    assert Severity.ERROR not in found(locale, source, text)
