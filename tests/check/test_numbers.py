from hypothesis import given
from hypothesis import strategies as st

from pipeline.check.digits import western
from pipeline.check.numbers import Separators, compare, digits, find_numbers
from tests.rows import each_row

SPANISH = Separators(",.", ".,")
GERMAN = Separators(",", ".")

ZEROS = {
    "Arabic": 0x660,
    "Persian": 0x6F0,
    "Devanagari": 0x966,
    "Bengali": 0x9E6,
    "Gurmukhi": 0xA66,
    "Gujarati": 0xAE6,
    "Tamil": 0xBE6,
    "Telugu": 0xC66,
    "Thai": 0xE50,
    "Lao": 0xED0,
    "Tibetan": 0xF20,
    "Burmese": 0x1040,
    "Khmer": 0x17E0,
    "full-width": 0xFF10,
}


def written(number: str, zero: int) -> str:
    return "".join(chr(zero + int(one)) if one.isdigit() else one for one in number)


def texts(numbers: list[str], source: str, target: str) -> None:
    lost, added = compare(source, target)
    assert [one.text for one in (*lost, *added)] == numbers


@each_row("zero", ZEROS.values(), ids=ZEROS)
def test_digits_of_every_script_have_their_value(zero: int) -> None:
    assert western(written("0123456789", zero)) == "0123456789"
    assert digits(written("9880", zero)) == digits("9880") == {"9": 1, "8": 2, "0": 1}
    (number,) = find_numbers(f"x {written('988', zero)} y")
    assert (number.text, number.digits, number.start, number.end) == (
        written("988", zero),
        "988",
        2,
        5,
    )
    assert compare("988", written("988", zero)) == ([], [])
    texts(["988", written("9988", zero)], "988", written("9988", zero))


@each_row(
    ("source", "target"),
    [
        ("1,000", "1.000"),
        ("1,000", "1 000"),
        ("1,000", "1\u00a0000"),
        ("1,000", "1\u202f000"),
        ("1,000", "1’000"),
        ("1,000", "1000"),
        ("1,000", "١٬٠٠٠"),
        ("150,000", "1,50,000"),
        ("1,250,000", "1.250.000"),
        ("2.5", "2,5"),
        ("2.5", "٢٫٥"),
        ("2.5", "2.50"),
        ("0.5", "0,5"),
        ("10 mg", "10 мг"),
        ("between 2001 and 2010", "de 2001 a 2010"),
        ("of 24, 13", "13 de 24"),
    ],
)
def test_numbers_of_one_value_are_the_same(source: str, target: str) -> None:
    assert compare(source, target) == ([], [])


@each_row(
    ("source", "target", "separators"),
    [
        ("1,000 mg", "1 mg", SPANISH),
        ("1.5 mg", "1.500 mg", SPANISH),
        ("1,000 mg", "1,000 mg", GERMAN),
        ("in steps 9, 8 and 8", "988", SPANISH),
        ("from 98 to 8", "988", SPANISH),
    ],
)
def test_a_number_is_read_as_its_language_writes_it(
    source: str, target: str, separators: Separators
) -> None:
    lost, added = compare(source, target, separators)
    assert lost
    assert added


@each_row(
    ("source", "target"),
    [
        ("150,000", "15万"),
        ("1.5 million", "150万"),
        ("1.5 million", "1,5 millones"),
        ("22:30", "22.30"),
    ],
)
def test_words_that_multiply_and_times_of_day_are_read(source: str, target: str) -> None:
    assert compare(source, target, SPANISH) == ([], [])


@each_row(
    ("source", "target"),
    [
        ("988", "9988"),
        ("988", "98"),
        ("988", "899"),
        ("10 mg", "100 mg"),
        ("10 mg", "1.0 mg"),
        ("2.5", "25"),
        ("2.5", "5.2"),
        ("0.5", "5"),
        ("1,000", "10.000"),
        ("1,000", "100"),
        ("1986", "1968"),
        ("024", "24"),
    ],
)
def test_numbers_of_another_value_are_lost_and_added(source: str, target: str) -> None:
    lost, added = compare(source, target)
    assert len(lost) == len(added) == 1


def test_each_number_counts_as_often_as_it_stands() -> None:
    texts(["5"], "5 and 5", "5")
    texts(["5"], "5", "5 y 5")
    texts([], "5 and 5", "5 y 5")


@given(st.text())
def test_a_text_loses_and_adds_nothing_against_itself(text: str) -> None:
    assert compare(text, text) == ([], [])


@given(
    st.lists(st.integers(min_value=0, max_value=10**9), max_size=6),
    st.sampled_from(sorted(ZEROS.values())),
    st.randoms(use_true_random=False),
)
def test_digits_and_order_do_not_matter(numbers: list[int], zero: int, chance: object) -> None:
    shuffled = sorted(numbers, key=lambda _: chance.random())  # type: ignore[attr-defined]
    source = " x ".join(map(str, numbers))
    target = " y ".join(written(str(number), zero) for number in shuffled)
    assert compare(source, target) == ([], [])


@given(st.integers(min_value=1000, max_value=10**12), st.sampled_from(",.٬ \u00a0\u202f’"))
def test_grouping_does_not_matter(number: int, sign: str) -> None:
    assert compare(str(number), f"{number:,}".replace(",", sign)) == ([], [])


@given(st.integers(min_value=0, max_value=10**6), st.integers(min_value=0, max_value=10**6))
def test_another_number_is_told(one: int, other: int) -> None:
    lost, added = compare(f"x {one}", f"y {other}")
    same = one == other
    assert (len(lost), len(added)) == ((0, 0) if same else (1, 1))


@given(st.text(alphabet="0123456789.,  ٠١٢٣"))
def test_no_digit_is_left_out(text: str) -> None:
    found = "".join(number.digits for number in find_numbers(text))
    assert found == "".join(letter for letter in western(text) if letter.isdigit())
