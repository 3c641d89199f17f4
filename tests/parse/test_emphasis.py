"""Emphasis beside letters that no space divides."""

from pipeline.parse.inline import parse_inline
from pipeline.values.article import Inline
from tests.rows import each_row


def shape(text: str) -> list[tuple[str, str]]:
    def letters(part: Inline) -> str:
        return part.text or "".join(letters(child) for child in part.children)

    return [(part.kind, letters(part)) for part in parse_inline(text) if letters(part)]


@each_row(
    ("text", "bold", "after"),
    [
        ("**注意：**这不是您的错。", "注意：", "这不是您的错。"),
        ("**说具体些。**说出您的感受。", "说具体些。", "说出您的感受。"),
        ("**具体的に。**感じたこと", "具体的に。", "感じたこと"),
        ("**‘우울증’**이라고 합니다.", "‘우울증’", "이라고 합니다."),
        ("**주의(중요):**에서", "주의(중요):", "에서"),
        ("**「うつ病」**と呼ばれます。", "「うつ病」", "と呼ばれます。"),
        ("**“หยุด”**เป็นสัญญาณ", "“หยุด”", "เป็นสัญญาณ"),
        ("**(យឺត)**ហើយ", "(យឺត)", "ហើយ"),
    ],
)
def test_marks_beside_signs_and_letters_are_emphasis(text: str, bold: str, after: str) -> None:
    assert shape(text) == [("strong", bold), ("text", after)]


def test_marks_may_begin_behind_a_letter() -> None:
    assert shape("叫做**“抑郁症”**，很常见。") == [
        ("text", "叫做"),
        ("strong", "“抑郁症”"),
        ("text", "，很常见。"),
    ]
    assert shape("*呼吸（慢慢地）。*然后休息") == [
        ("emphasis", "呼吸（慢慢地）。"),
        ("text", "然后休息"),
    ]


@each_row("text", ["2 * 3 * 4", "** 停下 **是", "snake_case_name", "a**(b)**c", "病_人_们"])
def test_other_marks_stay_what_commonmark_says(text: str) -> None:
    assert {kind for kind, _ in shape(text)} == {"text"}
