"""Years of other calendars in a translation: right ones pass, wrong ones are told."""

from pipeline.check.eras import years_of_era
from pipeline.check.rules import PAIR_RULES
from tests.pairs import pair
from tests.rows import each_row

SOURCE = "In 2016 a study found this."
PERIOD = "Between 1995 and 2005, rates fell."
DAY = "Printed on May 3, 2016."


def codes(locale: str, source: str, target: str) -> set[str]:
    judged = pair(locale, source, target)
    return {
        rule.code
        for rule in PAIR_RULES
        if rule.check and rule.code[:3] in ("SAF", "TXT")
        for _ in rule.check(judged)
    }


@each_row(
    ("locale", "source", "target"),
    [
        ("th", SOURCE, "ในปี 2559 มีการศึกษาหนึ่งพบสิ่งนี้"),
        ("th", SOURCE, "ใน พ.ศ. 2559 มีการศึกษาหนึ่งพบสิ่งนี้"),
        ("th", SOURCE, "ใน พ.ศ. ๒๕๕๙ มีการศึกษาหนึ่งพบสิ่งนี้"),
        ("th", SOURCE, "ในปี ค.ศ. 2016 มีการศึกษาหนึ่งพบสิ่งนี้"),
        ("th", SOURCE, "ใน พ.ศ. 2559 (ค.ศ. 2016) มีการศึกษาหนึ่งพบสิ่งนี้"),
        ("th", PERIOD, "ระหว่างปี 2538 ถึง 2548 อัตราลดลง"),
        ("th", PERIOD, "ระหว่าง พ.ศ. 2538-2548 อัตราลดลง"),
        ("th", DAY, "พิมพ์เมื่อวันที่ 3 พฤษภาคม 2559"),
        ("th", DAY, "พิมพ์เมื่อวันที่ 3 พฤษภาคม พ.ศ. 2559"),
        ("th", DAY, "พิมพ์เมื่อวันที่ 3/5/2559"),
        ("th", "In March 2016 it began.", "เริ่มเมื่อ มี.ค. 2559"),
        ("zh_Hant", SOURCE, "民國105年的一項研究發現了這一點。"),
        ("zh_Hant", SOURCE, "民國105年（2016年）的一項研究發現了這一點。"),
        ("ja", SOURCE, "平成28年の研究でこれがわかりました。"),
        ("ja", SOURCE, "2016年（平成28年）の研究でこれがわかりました。"),
        ("ja", "A law of 2020 helps.", "令和2年の法律が役に立ちます。"),
        ("fa", SOURCE, "در سال ۱۳۹۵ پژوهشی این را نشان داد."),
        ("fa", SOURCE, "در سال ۱۳۹۵ (۲۰۱۶) پژوهشی این را نشان داد."),
        ("fa", SOURCE, "در ۱۳۹۴ خورشیدی پژوهشی این را نشان داد."),
        ("ar", SOURCE, "في عام 1437هـ وجدت دراسة ذلك."),
        ("ne", SOURCE, "वि.सं. २०७३ मा एक अध्ययनले यो पत्ता लगायो।"),
        ("bn", SOURCE, "১৪২৩ বঙ্গাব্দে একটি গবেষণায় এটি পাওয়া গেছে।"),
    ],
)
def test_a_year_of_another_era_is_the_same_year(locale: str, source: str, target: str) -> None:
    assert codes(locale, source, target) == set()


@each_row(
    ("locale", "source", "target"),
    [
        ("th", SOURCE, "ใน พ.ศ. 2558 มีการศึกษาหนึ่งพบสิ่งนี้"),
        ("th", SOURCE, "ใน พ.ศ. 2016 มีการศึกษาหนึ่งพบสิ่งนี้"),
        ("th", SOURCE, "ใน ค.ศ. 2559 มีการศึกษาหนึ่งพบสิ่งนี้"),
        ("th", "About 2016 people took part.", "มีผู้เข้าร่วมประมาณ 2559 คน"),
        ("th", "Take 2016 mg.", "รับประทาน 2559 มก."),
        ("th", PERIOD, "ระหว่างปี 2538 ถึง 2549 อัตราลดลง"),
        ("th", DAY, "พิมพ์เมื่อวันที่ 3/5/2558"),
        ("zh_Hant", SOURCE, "民國106年的一項研究發現了這一點。"),
        ("zh_Hant", SOURCE, "民國106年（2016年）的一項研究發現了這一點。"),
        ("ja", SOURCE, "平成29年の研究でこれがわかりました。"),
        ("fa", SOURCE, "در سال ۱۳۹۶ پژوهشی این را نشان داد."),
        ("ar", SOURCE, "في عام 1440هـ وجدت دراسة ذلك."),
        ("ne", SOURCE, "वि.सं. २०७५ मा एक अध्ययनले यो पत्ता लगायो।"),
    ],
)
def test_another_year_of_another_era_is_told(locale: str, source: str, target: str) -> None:
    assert "TXT004" in codes(locale, source, target) or "SAF004" in codes(locale, source, target)


def test_a_number_without_a_word_for_its_era_is_of_ours() -> None:
    assert years_of_era("มี 2559 คน", 3, 7, "th") == frozenset()
    assert years_of_era("in 2559", 3, 7, "th") == frozenset()
    assert years_of_era("ปี 25590", 3, 8, "th") == frozenset()
    assert years_of_era("ปี 2559", 3, 7, "th") == {"2559", "2016"}
    assert years_of_era("ปี 2559", 3, 7, "lo") == frozenset()
