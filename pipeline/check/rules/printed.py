"""What is found when a sheet is set and read back from the paper: described here."""

from pipeline.check.rule import Example, Floor, Rule
from pipeline.values.finding import Severity

RULES = (
    Rule(
        code="PDF001",
        name="warning of the typesetter",
        why="What the typesetter leaves out or cannot do shows on the paper, if only as a gap.",
        fix="mend what the warning names",
        bad=Example(target="Failed to load image at 'images/sleep.svg'"),
        good=Example(target="nothing is said"),
    ),
    Rule(
        code="PDF002",
        name="citation not on the paper",
        why="The source must be found behind the same sentence by whoever holds the sheet.",
        fix="do not hand this sheet out; mend the citation’s place on the page, or report the "
        "fault",
        bad=Example(source="(Beck, 1967)", target="(Beck, 19"),
        good=Example(source="(Beck, 1967)", target="(Beck, 1967)"),
    ),
    Rule(
        code="PDF003",
        name="crisis number or address not on the paper",
        why="A number that is cut, hidden, out of order or missing is of no help in a crisis.",
        fix="do not hand this sheet out; mend the number’s place on the page, or report the fault",
        bad=Example(source="116 123", target="123 116"),
        good=Example(source="116 123", target="116 123"),
    ),
    Rule(
        code="PDF004",
        name="letter that no font has",
        why="It is printed as a box or a question mark.",
        fix="use other words, or add a family that has the letter to the locale’s script",
        bad=Example(source="Sueño", target="Sue\ufffdo"),
        good=Example(source="Sueño", target="Sueño"),
    ),
    Rule(
        code="PDF005",
        name="letters in a foreign font",
        why="A font that the locale does not name can show Chinese in Japanese shapes, and the "
        "same sheet would look otherwise elsewhere.",
        fix="report the fault: the build must see no other fonts",
        bad=Example(source="Noto Sans CJK SC", target="Noto Sans CJK JP"),
        good=Example(source="Noto Sans CJK SC", target="Noto Sans CJK SC"),
    ),
    Rule(
        code="PDF006",
        name="text out of its place",
        why="What stands out of its box, on other letters or at the paper’s edge cannot be read, "
        "or is cut off by the printer.",
        fix="shorten the text, give it a place where it can break, or move it inwards",
        bad=Example(target="a table cell with one word of 60 letters"),
        good=Example(target="the same cell with a soft hyphen in the word"),
    ),
    Rule(
        code="PDF007",
        name="reference not on the paper",
        why="A citation is of use only where the list at the end says what it means.",
        fix="do not hand this sheet out; mend the reference’s place on the page, or report the "
        "fault",
        bad=Example(
            source="Beck, A. T. (1967). Depression. Harper & Row.",
            target="Beck, A. T. (1967). Depression.",
        ),
        good=Example(
            source="Beck, A. T. (1967). Depression. Harper & Row.",
            target="Beck, A. T. (1967). Depression. Harper & Row.",
        ),
    ),
    Rule(
        code="PDF008",
        name="region or foot not on the paper",
        why="Only the region’s name and the marks in the foot tell whose numbers these are, which "
        "version this is, and whether it is a proof.",
        fix="build it again; if they are still missing, report the fault",
        bad=Example(source="Numbers for: United States", target="Numbers for:"),
        good=Example(
            source="Numbers for: United States",
            target="Numbers for: United States",
        ),
    ),
    Rule(
        code="PDF009",
        name="empty page",
        why="A blank sheet looks as if something were missing, and costs paper in every copy.",
        fix="report the fault",
        bad=Example(target="page 3 without a letter on it"),
        good=Example(target="a last page with at least the foot on it"),
    ),
    Rule(
        code="PDF010",
        name="type too small",
        why="Tired eyes have to read this, some of them in bad light.",
        fix="set it larger, or shorten the text that was made small to fit",
        bad=Example(source="at least 12 pt", target="7.5 pt"),
        good=Example(source="at least 12 pt", target="12 pt"),
    ),
    Rule(
        code="PDF011",
        name="panel overfull",
        why="A brochure has a fixed number of panels; text that finds no room in the smallest size "
        "allowed, on the largest paper that it may be folded from, would be lost, or pushed to a "
        "side that does not exist.",
        fix="mark passages that a brochure may leave out with ::: detail, or shorten the text",
        bad=Example(source="at least 10 pt", target="text of 63 mm more than the panels hold"),
        good=Example(source="at least 10 pt", target="all text on its panels, in 11 pt"),
    ),
    Rule(
        code="PDF012",
        name="code not readable, or of another address",
        why="Who holds a telephone over the square code trusts where it leads.",
        fix="give the code more room, or make the sheet’s address shorter; a code in a logo has no "
        "place on a sheet",
        bad=Example(
            source="https://example.org/sheets/sleep-es",
            target="a code of 4 mm, or another address",
        ),
        good=Example(
            source="https://example.org/sheets/sleep-es", target="the same, read from the paper"
        ),
    ),
    Rule(
        code="PDF013",
        name="text not on the paper",
        why="The paper is read back from the first word to the last, as the eye sees it, against "
        "what article, catalog and records ask for. A changed sentence or a lost line looks like "
        "the author’s or the clinic’s own word.",
        fix="do not hand this sheet out; mend the text’s place on the page, or report the fault",
        bad=Example(source="Many people lie awake.", target="Few people lie awake."),
        good=Example(source="Many people lie awake.", target="Many people lie awake."),
    ),
    Rule(
        code="PDF014",
        name="text that nobody asked for",
        why="A second number beside the right one, or a passage printed twice, misleads as surely "
        "as a wrong one.",
        fix="find where it comes from, and do not hand this sheet out",
        bad=Example(source="Call 988", target="Call 988 or 555-0100"),
        good=Example(source="Call 988", target="Call 988"),
    ),
    Rule(
        code="PDF015",
        name="text hard to see",
        why="What is pale, struck through, covered or cut off is lost to tired eyes, to a worn "
        "printer and to a copy of the copy. Letters have a contrast of 7 to 1 at least.",
        fix="shorten the text, move the picture beside it, or choose a darker accent; if nothing "
        "of yours is there, report the fault",
        bad=Example(source="contrast of at least 7 to 1", target="grey #999, 2.8 to 1"),
        good=Example(source="contrast of at least 7 to 1", target="grey #333, 12.6 to 1"),
    ),
    Rule(
        code="PDF016",
        name="crisis note torn",
        why="Who needs it may hold one page only: its head, the first number and the emergency "
        "number belong together, and all of the note where a page has room for it.",
        fix="shorten the note, or report the fault",
        bad=Example(target="a head at the foot of page 4, its numbers on page 5"),
        good=Example(target="the whole note on page 5"),
    ),
    Rule(
        code="PDF017",
        name="panel without text",
        severity=Severity.WARNING,
        floor=Floor.REASON,
        why="A white panel looks like a mistake, so it gets lines for notes and questions; words "
        "made for it serve the reader better. The flap is what is read second.",
        fix="write what is read second in ::: flap, or in ::: summary and ::: action; a short "
        "article may be better off as a handout",
        bad=Example(target="lines for notes on the flap"),
        good=Example(target="::: summary with the main points, and ::: action"),
    ),
    Rule(
        code="PDF018",
        name="page that opens, runs or fetches something wrong",
        why="A PDF is read on screens too, and beside each lies a web page on which numbers are "
        "tapped. Who taps sees no digits, "
        "so what opens must be the number that is shown, and on record for this region or "
        "clinic; and a page about suicide tells nobody that it is read.",
        fix="do not hand this page on; mend the record, or report the fault",
        bad=Example(source="988", target="tel:998"),
        good=Example(source="988", target="tel:988"),
    ),
    Rule(
        code="PDF019",
        name="mark of a list without its text",
        severity=Severity.WARNING,
        floor=Floor.REASON,
        why="A number or bullet alone on a line looks like a lost sentence.",
        fix="shorten or part the text before it, so that the page breaks elsewhere",
        bad=Example(target="'2.' at the foot of a page, its text on the next"),
        good=Example(target="'2.' and the first words after it on one line"),
    ),
    Rule(
        code="PDF020",
        name="rule of PDF/UA-1 broken",
        why="By this standard, ISO 14289-1, screen readers find headings, lists, tables, pictures "
        "and languages in a PDF. 'make accessibility' lets veraPDF look for what breaks it.",
        fix="build the sheet again; if it still breaks the standard, report the fault",
        bad=Example(target="a PDF without tags, or whose language is not stated"),
        good=Example(target="a PDF as 'polyleaf pdf' writes it, tagged and with its language"),
    ),
    Rule(
        code="PDF021",
        name="rule of PDF/A-2a broken",
        why="By this standard, ISO 19005-2, archives know that a PDF will look and read the same "
        "in many years. 'make accessibility' lets veraPDF look for what breaks it.",
        fix="build the sheet again; if it still breaks the standard, report the fault",
        bad=Example(target="a PDF that leaves its fonts or colours to the computer that opens it"),
        good=Example(target="a PDF that carries its fonts, and says what its colours mean"),
    ),
    Rule(
        code="PDF022",
        name="heading at the end of a page",
        severity=Severity.WARNING,
        floor=Floor.REASON,
        why="Who turns the page, or unfolds the panel, no longer sees what the text is about.",
        fix="shorten or part the text before it, so that the page breaks elsewhere",
        bad=Example(target="'Nights Without Sleep' as the last line of page 2"),
        good=Example(target="'Nights Without Sleep' with two lines of its text below"),
    ),
    Rule(
        code="PDF023",
        name="item, row or picture parted",
        severity=Severity.WARNING,
        floor=Floor.REASON,
        why="Half an instruction may be followed as if it were the whole; a picture without its "
        "caption says something else. What is longer than a page has to part.",
        fix="shorten or part the text before it, so that the page breaks elsewhere",
        bad=Example(target="the item's last line, 'unless your doctor says so', overleaf"),
        good=Example(target="the whole item on one page"),
    ),
    Rule(
        code="PDF024",
        name="sheet that takes too much to make",
        why="A text or picture without measure would keep the computer for hours, or take all of "
        "its memory from others. A usual sheet takes a second and a tenth of the memory allowed.",
        fix="shorten or split what the finding names; where the sheet is right as it is, allow "
        "more with --memory or --cpu-seconds",
        bad=Example(source="source/sleep.md", target="a paragraph of a million letters"),
        good=Example(source="source/sleep.md", target="paragraphs that people can read"),
    ),
    Rule(
        code="PDF030",
        name="sheet in build/ that nothing renews any more",
        severity=Severity.WARNING,
        why="Its region, clinic, article or language is gone from the project, or its manifest is "
        "not beside it, as where it was renamed; it stays as it was, and is still handed out.",
        fix="remove it with 'polyleaf clean --stale', by hand where it has no manifest, or bring "
        "back what it was made for",
        bad=Example(
            source="no source/clinics/riverside.toml", target="build/es/…-es-US-riverside.pdf"
        ),
        good=Example(source="source/clinics/riverside.toml", target="…-es-US-riverside.pdf"),
    ),
)
