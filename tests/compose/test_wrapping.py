"""Isolates on the page: over the borders of elements, in names, attributes and the head."""

from pipeline.compose.page import set_page
from tests.rows import each_row


def body(html: str, locale: str = "ar") -> str:
    done = set_page(f"<head><title>t</title></head><body>{html}</body>", locale)
    return (
        done.removeprefix("<head><title>t</title></head><body>")
        .removesuffix("</body>")
        .replace('<bdi dir="ltr">', "[")
        .replace("</bdi>", "]")
    )


@each_row(
    ("html", "done"),
    [  # Isolates are written in square brackets.
        ("<p>اتصل 555-0142.</p>", "<p>اتصل [555-0142].</p>"),
        ("<th>ا &lt; 12-14</th><td>1 &amp; 2</td>", "<th>ا [&lt; 12-14]</th><td>[1 &amp; 2]</td>"),
        ('<a href="x">555-0142</a> أ', '<a href="x">[555-0142]</a> أ'),
        # One isolate around elements, where they nest.
        ("أ <strong>+44 20</strong> 7946", "أ [<strong>+44 20</strong> 7946]"),
        ("<em>call 44</em> 20 أ", "[<em>call 44</em> 20] أ"),
        ("<em><strong>12</strong> Mill</em> Lane", "[<em><strong>12</strong> Mill</em> Lane]"),
        ("<em>أ 12</em> Mill", "<em>أ [12]</em> [Mill]"),
        ("12 <em>Mill أ</em>", "[12] <em>[Mill] أ</em>"),
        # Each number in Arabic digits once more.
        ("٥٥٥-٠١٤٢", "[[٥٥٥]-[٠١٤٢]]"),
        ("<em>٥٥٥</em>-٠١٤٢", "[<em>[٥٥٥]</em>-[٠١٤٢]]"),
        # What is isolated already stays, and nothing goes on over it.
        ('44 <bdi dir="ltr" class="x">988</bdi> 20', '[44] <bdi dir="ltr" class="x">988] [20]'),
        ('CBT<sup class="note"><a>1</a></sup>', '[CBT]<sup class="note"><a>1</a></sup>'),
        ("<code>12-14</code>", "<code>12-14</code>"),
        ('<bdi dir="rtl">عيادة 12-14</bdi>', '<bdi dir="rtl">عيادة [12-14]]'),
        # Text from left to right is left alone.
        ('<p lang="en" dir="ltr">12-14 x</p> 12-14', '<p lang="en" dir="ltr">12-14 x</p> [12-14]'),
        ('<span lang="he" dir="rtl">ב-5</span>', '<span lang="he" dir="rtl">ב-[5]</span>'),
        ('<img alt="صورة 12-14 و24">', '<img alt="صورة \u206612-14\u2069 و24">'),
        ('<a title="12 &#34;A&#34;">أ</a>', '<a title="\u206612 &#34;A&#34;\u2069">أ</a>'),
    ],
)  # fmt: skip
def test_what_is_isolated(html: str, done: str) -> None:
    assert body(html) == done


def test_right_to_left_text_on_other_sheets_is_isolated_too() -> None:
    assert body("<li>العربية: 12-14 مجانية.</li>", "es") == (
        '<li><bdi dir="rtl">العربية: [12-14] مجانية.]</li>'
    )
    assert body("<li>Árabe: العربية.</li>", "es") == "<li>Árabe: العربية.</li>"
    # A number behind a phrase that runs the other way would turn, and run on to the next phrase.
    assert body("<li>Say العربية 12-14 ساعة, א. (2) ב now.</li>", "es") == (
        '<li>Say <bdi dir="rtl">العربية [12-14] ساعة], <bdi dir="rtl">א]. (2) <bdi dir="rtl">ב]'
        " now.</li>"
    )
    assert body('<p>12-14 <span lang="he" dir="rtl">א 12-14</span></p>', "es") == (
        '<p>12-14 <span lang="he" dir="rtl">א [12-14]</span></p>'
    )


def test_the_documents_head_has_isolates_without_markup() -> None:
    head = '<head><title>دليل 12-14</title><meta name="description" content="أ +44 &amp; ب"></head>'
    assert set_page(f"{head}<body></body>", "ar") == (
        "<head><title>دليل \u206612-14\u2069</title>"
        '<meta name="description" content="أ \u2066+44\u2069 &amp; ب"></head><body></body>'
    )
    assert set_page(f"{head}<body></body>", "es") == f"{head}<body></body>"
