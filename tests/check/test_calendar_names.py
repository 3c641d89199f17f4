"""Months and days of the week that a translation names."""

import pytest

from pipeline.check.calendar_names import other_names

OTHERS = [
    ("Many people feel worse in January.", "Muchas personas se sienten peor en febrero.", "es"),
    ("Many people feel worse in January.", "2 月は気分が落ち込みやすい。", "ja"),
    ("Many people feel worse in January.", "二月很难熬。", "zh_Hans"),
    ("Many people feel worse in January.", "Nhiều người thấy tệ hơn vào tháng 11.", "vi"),
    ("Hard in March.", "Весь апрель тяжело.", "ru"),
    ("Open Monday to Friday.", "Abierto de lunes a sábado.", "es"),
    ("The group meets on Tuesdays.", "Die Gruppe trifft sich donnerstags.", "de"),
    ("The group meets on Tuesdays.", "تجتمع المجموعة أيام الخميس.", "ar"),
    ("The group meets on Tuesdays.", "گروه پنج شنبه‌ها دیدار می‌کند.", "fa"),
    ("The group meets on Tuesdays.", "小组每周四见面。", "zh_Hans"),
    ("The group meets on Tuesdays.", "Nhóm gặp nhau mỗi thứ 5.", "vi"),
    ("The group meets on Tuesdays.", "กลุ่มพบกันทุกวันพฤหัสบดี", "th"),
]


@pytest.mark.parametrize(("source", "target", "locale"), OTHERS)
def test_another_month_or_day_is_found(source: str, target: str, locale: str) -> None:
    assert list(other_names(source, target, locale))


SAME = [
    ("Open Monday to Friday.", "از دو شنبه تا جمعه باز است.", "fa"),
    ("The group meets on Tuesdays.", "گروه سه شنبه‌ها دیدار می‌کند.", "fa"),
    ("The group meets on Tuesdays; your surroundings matter.", "По вторникам; важна среда.", "ru"),
    ("Open Friday and Saturday.", "Cuma ve Cumartesi açıktır.", "tr"),
    ("Open Monday to Friday.", "月～金曜日に開いています。", "ja"),
    ("In December and January.", "十二月和一月。", "zh_Hans"),
    ("Call on Friday for a second time.", "Gọi lần thứ hai vào thứ 6.", "vi"),
    ("In October.", "Vào tháng 10.", "vi"),
    ("The group meets on Tuesdays.", "Grupa spotyka się we wtorki.", "pl"),
    ("On Mondays, once a week.", "سوموار کو، ہفتہ میں ایک بار۔", "ur"),
    ("May is hard. In June, by the sea.", "Mayo es duro. En junio, junto al mar.", "es"),
    ("May this help. March on.", "Ojalá ayude. Adelante, hasta abril.", "es"),
    ("Open Monday to Friday.", "مفتوح من الإثنين إلى الجمعة.", "ar"),
    ("Sunday is a good day.", "Jumapili ni siku nzuri.", "sw"),
]


@pytest.mark.parametrize(("source", "target", "locale"), SAME)
def test_the_same_month_or_day_is_left_alone(source: str, target: str, locale: str) -> None:
    assert not list(other_names(source, target, locale))
