"""What a page on a desk lists beside its text."""

import re
from dataclasses import replace
from pathlib import Path

from pipeline.compose.contents import listed_heads
from pipeline.compose.sheet import compose
from pipeline.values.article import Block, Inline, plain_text
from tests.rows import each_row
from tests.sheets import composed

WORDS = Inline(kind="text", text="What helps")
LINK = Inline(kind="link", target="https://a.example", children=(WORDS,))
MARK = Inline(kind="footnote", text="a")
NUMBER = Inline(kind="placeholder", text="emergency")


def heading(*content: Inline, level: int = 2) -> Block:
    return Block(kind="heading", level=level, content=content)


def frame(name: str) -> Block:
    return Block(kind="container", name=name, children=(heading(WORDS),))


@each_row(
    ("blocks", "said"),
    [
        ([heading(WORDS)], ["What helps"]),
        ([heading(WORDS, level=3)], []),
        ([Block(kind="paragraph", content=(WORDS,))], []),
        ([frame("summary addition"), heading(WORDS)], ["What helps"] * 2),
        ([frame("crisis"), frame("crisis short")], []),
        ([heading(LINK, MARK)], ["What helps"]),
        ([heading(Inline(kind="strong", children=(LINK, NUMBER)))], ["What helps"]),
    ],
)
def test_heads_of_sections_and_frames_are_listed_in_words_that_may_stand_in_a_link(
    blocks: list[Block], said: list[str]
) -> None:
    heads = listed_heads(blocks)
    assert [plain_text(head.content) for head in heads] == said
    assert not {part.kind for head in heads for part in head.content} & {"link", "footnote"}


def test_a_web_page_leads_to_each_of_its_sections_and_paper_does_not(folder: Path) -> None:
    sheet = composed("en", "US", folder)
    web, paper = sheet.composition.web, sheet.composition.html
    body = web[web.index("<body") :]
    listed = re.findall(r'<a class="listed" href="#([^"]*)">', body)
    heads = re.findall(r'<h2 id="([^"]*)"', body[body.index('class="beside"') :])
    assert [one for one in heads if one in listed] == listed
    points, contents = body.index('class="points"'), body.index('class="contents"')
    above = re.findall(r'<h2 id="([^"]*)"', body[points:contents])
    assert above, "the main points have a head"
    assert not {*above} & {*listed}, "what stands above the contents is not listed in them"
    assert points < contents < body.index("<main"), "what counts is read before the contents"
    assert listed[-1] == "references"
    named = (
        '<nav class="contents" aria-labelledby="contents">\n<h2 id="contents">On\xa0this page</h2>'
    )
    assert named in body, "a list of links has a head, which names it to those who hear the page"
    assert body.index('id="help"') < body.index('class="contents"') < body.index("<main")
    assert re.search(r'</div>\s*<nav class="contents"', body), "it stays in sight beside the text"
    assert 'class="listed"' not in paper
    assert 'id="references"' not in paper
    assert 'id="contents"' not in paper


def test_a_page_of_one_part_has_nothing_beside_it(folder: Path) -> None:
    sheet = composed("en", "US", folder)
    note = replace(sheet.plan.article, body=sheet.plan.article.body[:1])
    body = compose(replace(sheet.plan, article=note)).web.partition("</head>")[2]
    assert 'class="contents"' not in body
    assert "<body>" in body


def test_the_words_of_the_way_to_the_numbers_are_one_part_of_their_button(folder: Path) -> None:
    body = composed("ko", "US", folder).composition.web.partition("</head>")[2]
    words = re.search(r'<a href="#help">(.*?)</a>', body, re.DOTALL)
    assert words is not None
    assert re.fullmatch(r"<span>.*</span>", words[1]), "parts of a button stand beside each other"


def test_the_last_line_of_a_web_page_has_no_dots_that_could_end_it(folder: Path) -> None:
    body = composed("es", "US", folder).composition.web.partition("</head>")[2]
    last = body[body.index('<div class="imprint">') :]
    assert "Español" in last
    assert " · " not in last
