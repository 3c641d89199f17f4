"""Thai words beside Arabic ones: PDFium turns lines of such a page over, whichever is first."""

from pathlib import Path

import pytest

from pipeline.typeset.fonts import font_set
from pipeline.verify.page import read_pages
from pipeline.verify.text import read
from tests.once import typeset

THAI = '<p lang="th">คนที่มีความผูกพัน <b>แบบไม่มั่นคง</b> มักระวังคำพูด</p>'
ARABIC = '<p lang="ar" dir="rtl">صعوبة تنظيم المشاعر وغالبا ما يكون سببا في ذلك</p>'
HTML = (
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>th</title><style>'
    "div { display: table } p { display: table-cell; width: 50%;"
    " font: 12pt/2 'Noto Sans Thai', 'Noto Naskh Arabic'; }"
    "</style></head><body><div>BODY</div></body></html>"
)


@pytest.mark.parametrize("body", [THAI + ARABIC, ARABIC + THAI])
def test_its_words_are_read_where_they_stand_on_either_side(body: str, tmp_path: Path) -> None:
    fonts = font_set(["Noto Sans Thai", "Noto Naskh Arabic"], tmp_path)
    pages = read_pages(typeset(HTML.replace("BODY", body), fonts, "th.pdf").pdf)
    assert "คนที่มีความผูกพัน แบบไม่มั่นคง มักระวังคําพูด" in read(pages, rtl=False).text
