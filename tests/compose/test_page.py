"""The walk over a composed page: text of the body alone is set, each language by its own rules."""

import re
from html import unescape

from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape

from pipeline.compose.page import set_page
from tests.rows import each_row

HEAD = '<html lang="{0}"><head><title>10 mg ມະນຸດທຸກຄົນ ?</title></head>'


def body(html: str, locale: str, *, on_screen: bool = False) -> str:
    page = HEAD.format(locale) + f"<body>{html}</body></html>"
    done = set_page(page, locale, on_screen=on_screen)
    start, end = done.split("<body>")
    assert start == HEAD.format(locale)
    assert end.endswith("</body></html>")
    return end.removesuffix("</body></html>").replace("\u200b", "|").replace("\u00a0", "_")


@each_row(
    ("html", "locale", "done"),
    [
        ("<p>ມະນຸດທຸກຄົນ</p>", "lo", "<p>ມະນຸດ|ທຸກຄົນ</p>"),
        ("<p>ມະນຸດ<em>ທຸກຄົນ</em></p>", "lo", "<p>ມະນຸດ|<em>ທຸກຄົນ</em></p>"),
        ("<p>ມະນຸດ</p><p>ທຸກຄົນ</p>", "lo", "<p>ມະນຸດ</p><p>ທຸກຄົນ</p>"),
        ("<table><td>どのくらい</td></table>", "ja", "<table><td>どのくらい</td></table>"),
        ("<p>请拨<em>打</em></p>", "zh_Hans", "<p>请拨\u2060<em>打</em></p>"),
        ("<p>#いのち &#35;1</p>", "ja", "<p>#\u2060いのち #1</p>"),
        (
            '<table class="by-phrase"><td>夕食のあと、スマートフォンを置く</td></table>',
            "ja",
            '<table class="by-phrase"><td><span class="whole">夕食の</span>'
            '<span class="whole">あと、</span>スマートフォンを<span class="whole">置く</span>'
            "</td></table>",
        ),
        (
            '<table class="by-phrase"><colgroup><col></colgroup></table><p>夕食のあと</p>',
            "ja",
            '<table class="by-phrase"><colgroup><col></colgroup></table><p>夕食のあと</p>',
        ),
        ("<p>ມະນຸດ<br>ທຸກຄົນ</p>", "lo", "<p>ມະນຸດ<br>ທຸກຄົນ</p>"),
        ('<img alt="ມະນຸດທຸກຄົນ">', "lo", '<img alt="ມະນຸດທຸກຄົນ">'),
        ('<bdi dir="ltr">ມະນຸດທຸກຄົນ</bdi>', "lo", '<bdi dir="ltr">ມະນຸດທຸກຄົນ</bdi>'),
        ("<code>ມະນຸດທຸກຄົນ</code>", "lo", "<code>ມະນຸດທຸກຄົນ</code>"),
        ('<i lang="lo">ມະນຸດທຸກຄົນ</i>', "en", '<i lang="lo">ມະນຸດ|ທຸກຄົນ</i>'),
        (
            "<p>10 <b>mg</b> &amp; <em>5</em> kg</p>",
            "en",
            "<p>10 <b>mg</b> &amp; <em>5</em>_kg</p>",
        ),
        ("<p>so—or <em>so</em>—not – a</p>", "en", "<p>so\u2060—or <em>so</em>—not – a</p>"),
        (
            "<p>“I am not good,” or “I am not so good.” «No valgo»</p>",
            "en",
            '<p><span class="kept">“I am not good,”</span> or “I am not so good.” '
            '<span class="kept">«No valgo»</span></p>',
        ),
        (
            "<p>« Rien de bon » (« Oui » dit il « non »)</p>",
            "fr",
            '<p><span class="kept">«_Rien de bon_»</span> («_Oui_» dit il «_non_»)</p>',
        ),
        (
            "<p>So »war es« (»a«) da</p>",
            "de",
            '<p>So <span class="kept">»war es«</span> (»a«) da</p>',
        ),
        ("<p>“so”</p><h2>“I am so”</h2>", "en", "<p>“so”</p><h2>“I am so”</h2>"),
        (
            '<p>so <bdi class="citation whole year">(1976)</bdi> '
            '<bdi class="citation whole">(Li, 1976)</bdi></p>',
            "en",
            '<p>so_<bdi class="citation whole year">(1976)</bdi> '
            '<bdi class="citation whole">(Li, 1976)</bdi></p>',
        ),
        ("<p>« <em>oui</em> »</p>", "fr", "<p>«_<em>oui</em>_»</p>"),
        ('<div class="note"><p>oui :</p></div>', "fr", '<div class="note"><p>oui_:</p></div>'),
        ('<sup class="note">« a »</sup>', "fr", '<sup class="note">« a »</sup>'),
        ("<td>20 <em>minutes</em></td>", "en", "<td>20_<em>minutes</em></td>"),
        ('<td>20 <i lang="fr">heures</i></td>', "en", '<td>20 <i lang="fr">heures</i></td>'),
        ("<h2>El vínculo entre el apego</h2>", "es", "<h2>El_vínculo entre el_apego</h2>"),
        ("<p>El vínculo entre el apego y yo</p>", "es", "<p>El vínculo entre el apego y_yo</p>"),
        ("<h2>Open to <em>the</em> end</h2>", "en", "<h2>Open to_<em>the</em>_end</h2>"),
        ("<th>20 minutes</th><p>20 minutes</p>", "en", "<th>20 minutes</th><p>20 minutes</p>"),
        ("<p>oui :</p>", "es", "<p>oui :</p>"),
        ('<p lang="fr">oui :</p> oui :', "en", '<p lang="fr">oui_:</p> oui :'),
        (
            '<section class="references"><p>« a » 10 mg</p></section><p>a :</p>',
            "fr",
            '<section class="references"><p>« a » 10 mg</p></section><p>a_:</p>',
        ),
        ('<p><bdi dir="ltr">1 000</bdi> :</p>', "fr", '<p><bdi dir="ltr">1 000</bdi>_:</p>'),
        ("<p>한국 &lt;</p>", "ko", '<p><span class="whole">한국</span> &lt;</p>'),
        (
            '<div class="said"><p>誰かに話して</p></div>',
            "ja",
            '<div class="said"><p><span class="whole">誰かに</span>'
            '<span class="whole">話して</span></p></div>',
        ),
        (
            '<div class="action-part"><p>カウンセラーに見せ</p></div><p>カウンセラー</p>',
            "ja",
            '<div class="action-part"><p><span class="whole">カウンセラー</span>に見せ</p></div>'
            "<p>カウンセラー</p>",
        ),
        ("<div><p>誰かに話して</p></div>", "ja", "<div><p>誰かに話して</p></div>"),
        (
            '<section class="crisis long"><p>Do not stay</p></section><p>Do not stay</p>',
            "en",
            '<section class="crisis long"><p>Do_not_stay</p></section><p>Do not stay</p>',
        ),
        (
            '<div class="frame crisis short"><p lang="es">No hace falta</p></div>',
            "ja",
            '<div class="frame crisis short"><p lang="es">No_hace falta</p></div>',
        ),
        (
            '<div class="happens"><p>Не обязательно знать</p></div>',
            "ru",
            '<div class="happens"><p>Не_обязательно знать</p></div>',
        ),
        (
            '<div class="frame crisis long"><p lang="ar" dir="rtl">لا داعي إلى ذلك</p></div>',
            "en",
            '<div class="frame crisis long"><p lang="ar" dir="rtl">لا_داعي إلى ذلك</p></div>',
        ),
    ],
)
def test_what_is_set_and_what_is_left(html: str, locale: str, done: str) -> None:
    assert body(html, locale) == done


@each_row(
    ("html", "locale", "done"),
    [
        (
            "<p>请今天就找人谈一谈。您不必等到情况变得更糟。</p>",
            "zh_Hans",
            "<p>请<wbr>今天<wbr>就<wbr>找人<wbr>谈一谈。您<wbr>不必<wbr>等到<wbr>情况<wbr>变得更糟。</p>",
        ),
        (
            "<p>关系对长期的心理健康至关重要。</p>",
            "zh_Hans",
            "<p>关系<wbr>对<wbr>长期的<wbr>心理<wbr>健康<wbr>至关重要。</p>",
        ),
        (
            "<p>どうか今日、<em>誰かに</em>話してください。</p>",
            "ja",
            "<p>どうか<wbr>今日、<em>誰かに<wbr></em>話してください。</p>",
        ),
        (
            '<p>So <i lang="ja">今日話してください</i></p>',
            "en",
            '<p>So <i lang="ja">今日<wbr>話してください</i></p>',
        ),
        ("<p>ມະນຸດທຸກຄົນ</p>", "lo", "<p>ມະນຸດ|ທຸກຄົນ</p>"),
        (
            "<h2>誰かに話して</h2>",
            "ja",
            '<h2><span class="whole">誰かに</span><span class="whole">話して</span></h2>',
        ),
    ],
)
def test_a_page_on_a_screen_parts_phrases(html: str, locale: str, done: str) -> None:
    assert body(html, locale, on_screen=True) == done


def test_no_word_with_a_hyphen_breaks_on_a_screen() -> None:
    html = "<p>поговорите с кем-нибудь</p>"
    kept = '<span class="whole">кем-нибудь</span>'
    assert kept in body(html, "ru", on_screen=True)
    assert kept not in body(html, "ru")


@given(
    st.lists(st.text(st.sampled_from("ນອນຫຼັບ « ! 10 mg <&'\" \n") | st.characters()), max_size=4),
    st.sampled_from(["lo", "fr", "ko", "en"]),
)
def test_a_reader_sees_the_same_letters(texts: list[str], locale: str) -> None:
    html = "".join(f"<p>{escape(text)}<em>{escape(text)}</em></p>" for text in texts)
    page = HEAD.format(locale) + f"<body>{html}</body></html>"

    def letters(page: str) -> str:
        return re.sub(r"[ \u00a0\u202f\u200b]", "", unescape(re.sub(r"<[^>]*>", "", page)))

    assert letters(set_page(page, locale)) == letters(page)
