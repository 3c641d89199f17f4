"""Whether a placeholder stands where a reader takes it for what it is."""

from pipeline.check.rules.placeholder_lost import RULE
from tests.pairs import pair
from tests.rows import each_row

PRESS = "Call {number}, then press {key}"
CALL = "If a life is in danger now, call {emergency}."


def faults(locale: str, text: str, translation: str) -> list[str]:
    assert RULE.check
    return [one.message for one in RULE.check(pair(locale, text, translation))]


@each_row(
    ("locale", "text", "translation", "told"),
    [
        ("es", PRESS, "Llame al {key} y luego presione {number}", "{key} stands before {number}"),
        ("pl", PRESS, "Naciśnij {key}, a potem zadzwoń pod {number}", "{key} stands before"),
        ("pl", PRESS, "Zadzwoń pod {number}potem naciśnij {key}", "the letter p touches {number}"),
        ("pl", CALL, "Zadzwoń pod{emergency}albo idź do lekarza.", "the letter d touches"),
        ("ru", CALL, "Звоните{emergency}.", "the letter е touches {emergency}"),
    ],
)
def test_a_reader_would_call_something_else(
    locale: str, text: str, translation: str, told: str
) -> None:
    (fault,) = faults(locale, text, translation)
    assert told in fault


@each_row(
    ("text", "translation", "told"),
    [
        (
            CALL,
            "Zadzwoń pod {Emergency}.",
            ["{Emergency} stands where the English has {emergency}"],
        ),
        (CALL, "Zadzwoń pod {numer}.", ["{numer} stands where the English has {emergency}"]),
        (
            PRESS,
            "Zadzwoń pod {KEY}, naciśnij {Number}",
            [
                "{KEY} stands where the English has {key}",
                "{Number} stands where the English has {number}",
            ],
        ),
        (CALL, "Zadzwoń.", ["the placeholder {emergency} is missing"]),
        (
            PRESS,
            "Zadzwoń {x} {y}",
            [
                *(f"the placeholder {{{name}}} is missing" for name in ("number", "key")),
                *(
                    f"the placeholder {{{name}}} is not in the English, or not so often"
                    for name in "xy"
                ),
            ],
        ),
    ],
)
def test_one_slip_is_told_once_with_what_to_write(
    text: str, translation: str, told: list[str]
) -> None:
    assert faults("pl", text, translation) == told


@each_row(
    ("locale", "text", "translation"),
    [
        ("es", PRESS, "Llame al {number} y luego presione {key}"),
        ("tr", PRESS, "{number}’i arayın, sonra {key} tuşuna basın"),
        ("hi", PRESS, "{number} पर कॉल करें, फिर {key} दबाएँ"),
        ("ja", PRESS, "{number}に電話し、{key}を押してください"),
        ("th", CALL, "หากมีอันตรายถึงชีวิต โทร{emergency}ทันที"),
        ("ko", CALL, "지금 생명이 위험하면 {emergency}로 전화하십시오."),
        ("ar", CALL, "إذا كانت حياة في خطر الآن، فاتصل بـ{emergency}."),
    ],
)
def test_good_places_are_not_told(locale: str, text: str, translation: str) -> None:
    assert faults(locale, text, translation) == []
