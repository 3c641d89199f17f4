"""What is found while an article and its references are read: described here."""

from pipeline.check.rule import Example, Rule

RULES = (
    Rule(
        code="SRC001",
        name="front matter or text missing or malformed",
        why="Title, version and dates stand on every sheet, and catalogs and approvals are filed "
        "under the article’s id.",
        fix="write each field as 'name: value' between two lines '---', and the text after them",
        bad=Example(target="---\nid: Sleep!\ntitle: Sleep and mood\n---\n\nSleep helps."),
        good=Example(
            target='---\nid: sleep\ntitle: Sleep and mood\nversion: "1.0"\nlanguage: en\n'
            "date: 2026-01-10\nreview-by: 2027-01-10\n---\n\nSleep helps."
        ),
    ),
    Rule(
        code="SRC002",
        name="outline out of order",
        why="Screen readers announce the outline, and a level that is skipped or nested too deeply "
        "tells a listener that something is missing.",
        fix="begin with '##', go down one level at a time, and write deep nesting flatter",
        bad=Example(target="## Sleep\n\n#### At night\n\nGo to bed at one time."),
        good=Example(target="## Sleep\n\n### At night\n\nGo to bed at one time."),
    ),
    Rule(
        code="SRC003",
        name="block unknown or never closed",
        why="A crisis note whose colons do not match runs on into the article, or is printed as "
        "common text.",
        fix="open with '::: crisis', close with ':::'; a block that holds another takes more "
        "colons than that one",
        bad=Example(target="::: callout\nSleep first."),
        good=Example(target="::: callout\nSleep first.\n:::"),
    ),
    Rule(
        code="SRC004",
        name="raw HTML in the article",
        why="A tag could load a file from elsewhere or hide a number, and no translator should "
        "have to copy it.",
        fix="write it in Markdown; a private comment belongs into docs/editorial-notes.md",
        bad=Example(target="Sleep <b>first</b>."),
        good=Example(target="Sleep **first**."),
    ),
    Rule(
        code="SRC005",
        name="citation without a reference",
        why="A key that no reference has prints nothing that a reader could look up; in an article "
        "that writes its citations out, a code would print a second form.",
        fix="correct the key, or add the work to source/references.json; with "
        "'citations: literal', write the citation out",
        bad=Example(target="Guilt is frequent [@beck1976]."),
        good=Example(target="Guilt is frequent [@beck1967]."),
    ),
    Rule(
        code="SRC006",
        name="citation in the article that cannot be read",
        why="A code with a slip in it, or without its brackets, prints no source at all, in every "
        "language.",
        fix="write [@key], [-@key] for the year alone, [@key, p. 12] or [@one; @two]",
        bad=Example(target="Guilt is frequent [@beck 1967]."),
        good=Example(target="Guilt is frequent [@beck1967]."),
    ),
    Rule(
        code="SRC007",
        name="footnote defined twice",
        why="One mark can lead to one note only; the other would be lost.",
        fix="rename one of them",
        bad=Example(target="Sleep[^1] helps.\n\n[^1]: At night.\n\n[^1]: By day."),
        good=Example(target="Sleep[^1] helps[^2].\n\n[^1]: At night.\n\n[^2]: By day."),
    ),
    Rule(
        code="SRC008",
        name="placeholder unknown or out of place",
        why="{services} prints a list of crisis lines: it needs a paragraph of its own in a crisis "
        "note. An unknown placeholder would be printed with its braces.",
        fix="put {services} alone into a paragraph of a '::: crisis' block; write \\{word} for "
        "the letters themselves",
        bad=Example(target="Call one of these: {services}."),
        good=Example(
            target="::: crisis short\nCall one of these.\n\n{services}\n:::\n\nSleep helps."
        ),
    ),
    Rule(
        code="SRC009",
        name="crisis note incomplete or not on page 1",
        why="Who needs help does not turn pages: the short note opens the article, and each note "
        "shows where to turn.",
        fix="begin the body with a '::: crisis short' block, and give every crisis note a "
        "paragraph {services}",
        bad=Example(target="Sleep helps.\n\n::: crisis short\nTalk to someone.\n\n{services}\n:::"),
        good=Example(
            target="::: crisis short\nTalk to someone.\n\n{services}\n:::\n\nSleep helps."
        ),
    ),
    Rule(
        code="SRC010",
        name="image not there, or without an alternative text",
        why="Who cannot see the image needs its words, and a file that is missing or of another "
        "kind leaves a hole.",
        fix="put an SVG or PNG below source/, and say between the brackets what it shows",
        bad=Example(target="![](growth.svg)"),
        good=Example(target="![A line that climbs](growth.svg)"),
    ),
    Rule(
        code="SRC011",
        name="footnote mark without a note, or note without a mark",
        why="A mark that leads nowhere sends the reader searching, and a note without one is a "
        "text that belongs to nothing.",
        fix="add the other half, or take both out",
        bad=Example(target="Sleep[^1] helps."),
        good=Example(target="Sleep[^1] helps.\n\n[^1]: At night."),
    ),
    Rule(
        code="SRC012",
        name="id is not the file’s name",
        why="Catalogs, sheets and approvals are found by the id, and people look for the file.",
        fix="write the file’s name as the id, or rename the file",
        bad=Example(source="source/sleep.md", target="id: sleep-and-mood"),
        good=Example(source="source/sleep.md", target="id: sleep"),
    ),
    Rule(
        code="SRC013",
        name="reference that cannot be cited",
        why="Citations and the list of references are printed from source/references.json: without "
        "a title, or with a date that cannot be read, they point to nothing. A work may lack an "
        "author or a year. In a work that no article cites, a fault is a warning.",
        fix="mend the JSON, or give the entry what it lacks",
        bad=Example(
            target='[{"id": "beck1967", "type": "book", "title": "Depression", '
            '"author": [{"given": "Aaron"}], "issued": {"date-parts": [[1967, null]]}}]'
        ),
        good=Example(
            target='[{"id": "beck1967", "type": "book", "title": "Depression", '
            '"author": [{"family": "Beck"}], "issued": {"date-parts": [[1967]]}}]'
        ),
    ),
    Rule(
        code="SRC014",
        name="article that is not UTF-8",
        why="In another encoding, letters and quotation marks would be printed as others.",
        fix="save it as UTF-8",
        bad=Example(target="“Sleep” saved as Windows-1252: the bytes 93 53 6c 65 65 70 94"),
        good=Example(target="“Sleep” saved as UTF-8: the bytes e2 80 9c 53 6c 65 65 70 e2 80 9d"),
    ),
    Rule(
        code="SRC015",
        name="invisible or odd character in the article",
        why="Such a character can print a telephone number backwards, and nobody sees it in the "
        "file.",
        fix="delete it: directions are set by the sheet",
        bad=Example(target="Sleep\u202e helps."),
        good=Example(target="Sleep helps."),
    ),
    Rule(
        code="SRC024",
        name="detail that holds what must stay",
        why="A brochure leaves out what stands in a detail block; citations, footnotes and crisis "
        "notes stand on every edition.",
        fix="end the block before it, and begin another after it",
        bad=Example(target="::: detail\nPoor sleep worsens mood [@beck1967].\n:::"),
        good=Example(target="::: detail\nMany people know such nights.\n:::"),
    ),
    Rule(
        code="SRC028",
        name="article larger than anybody reads",
        why="A line of a million letters or ten thousand footnotes is a slip, or sent to keep the "
        "computer busy; nobody could read the sheet.",
        fix="put an empty line after each paragraph, or divide the article",
        bad=Example(target="a line of 1,000,000 letters"),
        good=Example(target="paragraphs of a few hundred letters"),
    ),
    Rule(
        code="SRC030",
        name="sign of another Markdown",
        why="Kinds of Markdown differ: what one strikes out, hides or makes a box of, another "
        "prints as it stands; a row with too many cells loses the rest without a word, and a line "
        "such as “[Dose]: 50” is the address of a link and prints nothing.",
        fix="write it as docs/writing-an-article.md shows; put a backslash before signs that a "
        "reader shall see",
        bad=Example(target="Take ~~two~~ one at night."),
        good=Example(target="Take one at night."),
    ),
    Rule(
        code="SRC025",
        name="something in braces that cannot stand there",
        why="Braces at the end of a heading name its drawing, those behind a picture its width and "
        "place, {context=…} behind any text tells it from the same words elsewhere; anything else "
        "would be lost without a word.",
        fix="write {icon=…} behind a heading, {width=…} or {place=…} behind a picture, {context=…} "
        "behind a text outside crisis notes, or take it out",
        bad=Example(target="## Sleep {icon=bed}"),
        good=Example(target="## Sleep {icon=moon}"),
    ),
)
