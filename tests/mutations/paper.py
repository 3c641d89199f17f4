"""What is done to a finished sheet, and the findings of which one has to tell it."""

import re
import tempfile
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path

import pikepdf

from pipeline.values.finding import Finding
from tests.conftest import ROOT
from tests.once import typeset
from tests.sheets import Printed, printed

STOCK = ROOT / "tests/golden/stock"


@dataclass(frozen=True, slots=True)
class Tampering:
    """A way in which a sheet could say something else than it was made to say."""

    name: str
    codes: tuple[str, ...]
    done: Callable[[str], str] | None = None
    """What is done to the page before it is typeset."""
    done_to_pdf: Callable[[bytes], bytes] | None = None
    named: str = ""
    """Words of the passage it is done to, that a finding has to be about; without them, it has a
    sheet of its own."""
    place: str = ""
    """Where it is done, if that is more than the passage: what is done to one place is never done
    to the same sheet."""


@cache
def sheet() -> Printed:
    """Return the stock's Spanish sheet."""
    return printed("es", "US", Path(tempfile.mkdtemp()), root=STOCK)


@cache
def shared() -> tuple[tuple[Tampering, ...], ...]:
    """Return the sheets on which several passages are tampered with, each in one way."""
    sheets: list[list[Tampering]] = []
    seen: Counter[str] = Counter()
    # What is too much is told page by page, in so many letters: no other sheet has room for it.
    added = [kind for kind in KINDS if kind.named and kind.codes == EXTRA]
    for kind in KINDS:
        if kind.named and kind not in added:
            place = kind.place or kind.named
            if seen[place] == len(sheets):
                sheets.append([])
            sheets[seen[place]].append(kind)
            seen[place] += 1
    return tuple(map(tuple, [*sheets, added]))


def without_a_sheet() -> tuple[Tampering, ...]:
    """Return what is done to the finished file alone: no page is set for it."""
    return tuple(kind for kind in KINDS if not kind.done)


@cache
def found_after(*kinds: Tampering) -> tuple[Finding, ...]:
    """Return what is found on a sheet that was tampered with in some ways."""
    one = sheet()
    html, pdf = one.composition.html, one.pdf
    for kind in kinds:
        before = html
        html = kind.done(html) if kind.done else html
        assert html != before or kind.done_to_pdf, f"{kind.name}: nothing was changed"
    if html != one.composition.html:
        pdf = typeset(html, one.fonts, "build/sheet.pdf").pdf
        assert pdf != one.pdf, f"{kinds[0].name}: the paper is as it was"
    for kind in kinds:
        pdf = kind.done_to_pdf(pdf) if kind.done_to_pdf else pdf
    return one.judge(pdf)


@cache
def told(kind: Tampering) -> frozenset[str]:
    """Return the codes of what is found on a sheet of what was tampered with in one way."""
    kinds = next((kinds for kinds in shared() if kind in kinds), (kind,))
    return frozenset(one.code for one in found_after(*kinds) if is_about(one, kind))


def is_about(finding: Finding, kind: Tampering) -> bool:
    """Say whether a finding names what was tampered with, in its message if it is of no passage."""
    return kind.named in (finding.source or finding.message)


def is_caught(kind: Tampering) -> bool:
    """Say whether one of its findings tells it."""
    return bool(told(kind) & {*kind.codes})


def swap(pattern: str, new: str, count: int = 1) -> Callable[[str], str]:
    """Put something in the place of what a pattern finds; a space of it may be a no-break one."""
    pattern = pattern.replace(" ", r"\s")

    def done(html: str) -> str:
        head, body = html.split("<body", 1)
        return f"{head}<body{re.sub(pattern, new, body, count=count, flags=re.DOTALL)}"

    return done


def style(rules: str) -> Callable[[str], str]:
    """Add rules to the sheet's style."""
    return lambda html: html.replace("</style>", f"{rules}</style>", 1)


def exchange(first: str, second: str) -> Callable[[str], str]:
    """Let two pieces of the page change places."""

    def done(html: str) -> str:
        one, other = re.search(first, html, re.DOTALL), re.search(second, html, re.DOTALL)
        assert one
        assert other
        html = html.replace(one[0], "\0", 1).replace(other[0], one[0], 1)
        return html.replace("\0", other[0], 1)

    return done


def pages(change: Callable[[pikepdf.Pdf], None]) -> Callable[[bytes], bytes]:
    """Change the pages of a finished file."""

    def done(pdf: bytes) -> bytes:
        with pikepdf.open(BytesIO(pdf)) as document:
            change(document)
            out = BytesIO()
            document.save(out, deterministic_id=True)
        return out.getvalue()

    return done


def draw(content: str) -> Callable[[bytes], bytes]:
    """Draw on the first page."""
    return pages(lambda document: document.pages[0].contents_add(content.encode()))


def _double(document: pikepdf.Pdf) -> None:
    document.pages.append(document.pages[0])


def _drop(document: pikepdf.Pdf) -> None:
    del document.pages[1]


def _lead_elsewhere(document: pikepdf.Pdf) -> None:
    links = [one for one in document.pages[0].obj.Annots if "/URI" in one.get("/A", {})]
    links[0].A.URI = pikepdf.String("tel:555-0100")


def _lay_note(document: pikepdf.Pdf) -> None:
    note = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot,
        Subtype=pikepdf.Name.Text,
        Contents=pikepdf.String("555-0100"),
        Rect=pikepdf.Array([300, 60, 500, 90]),
    )
    document.pages[0].obj.Annots.append(document.make_indirect(note))


def _call_otherwise(document: pikepdf.Pdf) -> None:
    document.docinfo.Title = pikepdf.String("El sueño")


def _speak_otherwise(document: pikepdf.Pdf) -> None:
    document.Root.Lang = pikepdf.String("en")


def _turn(document: pikepdf.Pdf) -> None:
    document.pages.reverse()


def _moved(html: str) -> str:
    note = re.search(r'<section class="crisis short">.*?</section>', html, re.DOTALL)
    assert note
    return html.replace(note[0], "", 1).replace("</main>", f"{note[0]}</main>", 1)


_NUMBER = r'(class="number">)988(</bdi>)'
_CRISIS = "Si está pensando en el suicidio, por favor, hable hoy con alguien"
_TITLE = r"<h1.*?</h1>"
TEXT, EXTRA, SEEN, NUMBER = ("PDF013",), ("PDF014",), ("PDF015",), ("PDF003",)

KINDS = (
    Tampering(
        "crisis sentence changed",
        TEXT,
        swap(_CRISIS, _CRISIS.replace("hoy", "mañana")),
        named="Si está pensando",
    ),
    Tampering(
        "crisis sentence turned round",
        TEXT,
        swap("No tiene que esperar", "Tiene que esperar"),
        named="Si está pensando",
    ),
    Tampering(
        "crisis sentence emptied", TEXT, swap(_CRISIS + r"\. ", ""), named="Si está pensando"
    ),
    Tampering(
        "crisis sentence repeated", TEXT, swap(f"({_CRISIS})", r"\1. \1"), named="Si está pensando"
    ),
    Tampering(
        "crisis head changed",
        TEXT,
        swap("Si necesita ayuda ahora mismo", "Ayuda"),
        named="Si necesita ayuda ahora mismo",
    ),
    Tampering(
        "crisis note removed", TEXT, swap(r'<section class="crisis short">.*?</section>', "")
    ),
    Tampering("crisis note moved to the end", TEXT, _moved),
    Tampering(
        "number changed", NUMBER, swap(_NUMBER, r"\g<1>989\2", 9), named="988", place="service"
    ),
    Tampering(
        "number lengthened", NUMBER, swap(_NUMBER, r"\g<1>9888\2", 9), named="988", place="service"
    ),
    Tampering("number removed", NUMBER, swap(_NUMBER, r"\1\2", 9), named="988", place="service"),
    Tampering(
        "second number beside the right one",
        TEXT,
        swap(_NUMBER, r"\g<1>988\2 o al 555-0100"),
        named="Llame al 988",
        place="service",
    ),
    Tampering(
        "second number on a line of its own",
        EXTRA,
        swap("</main>", "<p>555-0100</p></main>"),
        named="555-0100",
    ),
    Tampering("emergency number changed", NUMBER, swap(">911<", ">912<", 9), named="911"),
    Tampering("emergency number removed", NUMBER, swap(">911<", "><", 9), named="911"),
    Tampering(
        "name of the service changed",
        TEXT,
        swap("988 Lifeline", "988 Hotline", 1),
        named="988 Lifeline",
        place="service",
    ),
    Tampering(
        "name of the service removed",
        TEXT,
        swap(r'<p class="service-name">.*?</p>', ""),
        named="988 Lifeline",
        place="service",
    ),
    Tampering(
        "hours changed",
        TEXT,
        swap("Las 24 horas", "Las 12 horas"),
        named="Las 24 horas",
        place="service",
    ),
    Tampering(
        "facts of the service removed",
        TEXT,
        swap(r'<div class="facts">.*?</div>', ""),
        named="Las 24 horas",
        place="service",
    ),
    Tampering(
        "word for the way changed",
        TEXT,
        swap("Llame al", "No llame al"),
        named="Llame al 988",
        place="service",
    ),
    Tampering(
        "title changed",
        TEXT,
        swap("El sueño y el ánimo bajo</h1>", "El sueño</h1>"),
        named="El sueño y el ánimo bajo",
    ),
    Tampering("title removed", TEXT, swap(_TITLE, ""), named="El sueño y el ánimo bajo"),
    Tampering(
        "title doubled", EXTRA, swap(f"({_TITLE})", r"\1\1"), named="El sueño y el ánimo bajo"
    ),
    Tampering(
        "title of the original changed",
        TEXT,
        swap("Sleep and Low Mood", "Sleep and High Mood"),
        named="Sleep and Low Mood",
    ),
    Tampering(
        "heading changed",
        TEXT,
        swap("Noches sin dormir", "Noches sin comer"),
        named="Noches sin dormir",
    ),
    Tampering(
        "heading removed",
        TEXT,
        swap(r"<h2[^>]*>[^<]*Noches sin dormir</h2>", ""),
        named="Noches sin dormir",
    ),
    Tampering(
        "paragraph changed by a word",
        TEXT,
        swap("Muchas personas", "Pocas personas"),
        named="Muchas personas",
    ),
    Tampering(
        "paragraph changed by a letter",
        TEXT,
        swap("pasan la noche", "posan la noche"),
        named="Muchas personas",
    ),
    Tampering(
        "paragraph changed by an accent", TEXT, swap("dormir»", "dormír»"), named="Muchas personas"
    ),
    Tampering(
        "paragraph changed by a sign", TEXT, swap("dormir»", "dormir?»"), named="Muchas personas"
    ),
    Tampering(
        "paragraph cut", TEXT, swap(r" y piensan: [^<]*?dormir»", ""), named="Muchas personas"
    ),
    Tampering(
        "paragraph removed", TEXT, swap(r"<p>Puede encontrar.*?</p>", ""), named="Puede encontrar"
    ),
    Tampering("paragraph doubled", EXTRA, swap(r"(<p>Puede encontrar.*?</p>)", r"\1\1")),
    Tampering(
        "paragraph added",
        EXTRA,
        swap("</main>", "<p>Deje su medicina.</p></main>"),
        named="Deje su medicina",
    ),
    Tampering(
        "two paragraphs exchanged", TEXT, exchange("<p>Muchas.*?</p>", "<p>La mayoría.*?</p>")
    ),
    Tampering("amount changed", TEXT, swap("10.mg", "100 mg"), named="La mayoría"),
    Tampering("negation dropped", TEXT, swap("no cambia", "cambia"), named="La mayoría"),
    Tampering(
        "link's address changed",
        TEXT,
        swap("sleep.example.org/nights</bdi>", "sleep.example.com/nights</bdi>"),
        named="Puede encontrar",
    ),
    Tampering(
        "link's address removed",
        TEXT,
        swap(r'\(<bdi dir="ltr" class="link-address">.*?</bdi>\)', ""),
        named="Puede encontrar",
    ),
    Tampering(
        "footnote changed",
        TEXT,
        swap("Pregunte a su médico", "No pregunte a su médico"),
        named="Pregunte a su médico",
    ),
    Tampering(
        "footnote removed",
        TEXT,
        swap(r'<ol class="list footnotes">.*?</ol>', ""),
        named="Pregunte a su médico",
    ),
    Tampering(
        "footnote's mark changed",
        TEXT,
        style("sup.note a::after { content: '9]' }"),
        named="La mayoría",
    ),
    Tampering(
        "mark of a list changed",
        TEXT,
        style("ol.list > li > p::before { content: '7.' !important }"),
        named="Pregunte a su médico",
    ),
    Tampering(
        "citation removed",
        ("PDF002",),
        swap(r'<bdi dir="ltr" class="citation.*?</bdi>\)</bdi>', ""),
        named="(Beck, 1967",
    ),
    Tampering(
        "year of a citation changed", ("PDF002",), swap(">1967<", ">1976<"), named="(Beck, 1967"
    ),
    Tampering(
        "reference changed",
        ("PDF007",),
        swap("Why people die", "Why people live"),
        named="Joiner, T. E.",
    ),
    Tampering(
        "reference removed", ("PDF007",), swap(r"<li>Joiner.*?</li>", ""), named="Joiner, T. E."
    ),
    Tampering(
        "reference added",
        EXTRA,
        swap("</ol>\n</section>", "<li>Roe, J. (1999). Sleep.</li></ol></section>"),
        named="Roe, J.",
    ),
    Tampering(
        "tag of a proof removed",
        TEXT,
        swap(r'<p class="tag">.*?</p>', ""),
        named="provisional – sin",
    ),
    Tampering(
        "tag of a proof changed",
        TEXT,
        swap(r'(<p class="tag">).*?</p>', r"\1Aprobado</p>"),
        named="provisional – sin",
    ),
    Tampering(
        "word of a proof in the foot changed",
        TEXT,
        swap(r"(<strong>)Provisional", r"\1Aprobado"),
        named="Provisional · Spanish",
    ),
    Tampering(
        "what a proof waits for removed",
        TEXT,
        swap(r'<p class="band">.*?</p>', ""),
        named="provisional (sin",
    ),
    Tampering(
        "mark in the foot changed",
        ("PDF008",),
        lambda html: html.replace(sheet().plan.mark, "00000000-00000000"),
    ),
    Tampering("foot removed", ("PDF008",), style(".foot { display: none !important }")),
    Tampering(
        "page's number changed",
        TEXT,
        style(".counter-page::before { content: '7' !important }"),
        named="Revisar antes",
    ),
    Tampering(
        "computer turned into a person",
        TEXT,
        swap(r"(Traducción: ).*?, ", r"\1Jane Roe, "),
        named="Traducción: ",
    ),
    Tampering(
        "region changed", ("PDF008",), swap("Estados Unidos", "España", 9), named="Estados Unidos"
    ),
    Tampering(
        "publisher changed",
        TEXT,
        swap("Harbour Sheets\\.?</bdi>", "Other Sheets</bdi>", 9),
        named="Publicada por",
    ),
    Tampering(
        "address for corrections changed",
        TEXT,
        swap("sheets@harbour.internal", "sheets@other.example"),
        named="Publicada por",
    ),
    Tampering(
        "line that the original counts removed",
        TEXT,
        swap(r"<p>Si esta traducción.*?</p>", ""),
        named="Si esta traducción",
    ),
    Tampering(
        "digits in grey",
        SEEN,
        style(".number { color: #aaa }"),
        named="Envíe un mensaje",
        place="digits",
    ),
    Tampering(
        "text in grey",
        SEEN,
        style("main > p { color: #888 }"),
        named="El mal sueño",
        place="(Beck, 1967",
    ),
    Tampering(
        "text in white",
        SEEN,
        style("main > p { color: #fff }"),
        named="El mal sueño",
        place="(Beck, 1967",
    ),
    Tampering(
        "text half transparent",
        SEEN,
        style("main > p { opacity: .4 }"),
        named="El mal sueño",
        place="(Beck, 1967",
    ),
    Tampering(
        "digits struck through",
        SEEN,
        style(".number { text-decoration: line-through }"),
        named="Envíe un mensaje",
        place="digits",
    ),
    Tampering(
        "line drawn through a sentence",
        SEEN,
        style("main > p { text-decoration: line-through }"),
        named="El mal sueño",
        place="(Beck, 1967",
    ),
    Tampering(
        "dark ground",
        SEEN,
        style("main > p { background: #777 }"),
        named="El mal sueño",
        place="(Beck, 1967",
    ),
    Tampering("letters under two points", ("PDF010",), style("main > p { font-size: 2pt }")),
    Tampering(
        "letters on each other", ("PDF006", "PDF013"), style("main > p { line-height: 0.2 }")
    ),
    Tampering(
        "passage hidden",
        TEXT,
        style(".service-name { display: none }"),
        named="988 Lifeline",
        place="service",
    ),
    Tampering(
        "passage off the page",
        ("PDF013", "PDF015"),
        style(".service-name { position: relative; left: -900pt }"),
        named="988 Lifeline",
        place="service",
    ),
    Tampering("link leads elsewhere", ("PDF018",), None, pages(_lead_elsewhere)),
    Tampering("note laid on the page", ("PDF018",), None, pages(_lay_note)),
    Tampering("title of the file changed", TEXT, None, pages(_call_otherwise)),
    Tampering("language of the file changed", TEXT, None, pages(_speak_otherwise)),
    Tampering("page doubled", ("PDF013", "PDF014"), None, pages(_double)),
    Tampering("page removed", TEXT, None, pages(_drop)),
    Tampering("pages exchanged", ("PDF013", "PDF008"), None, pages(_turn)),
    Tampering("white box over a passage", SEEN, None, draw("q 1 g 60 380 400 60 re f Q")),
    Tampering("black box over a passage", SEEN, None, draw("q 0 g 60 380 400 60 re f Q")),
    Tampering("line over a passage", SEEN, None, draw("q 0 G 3 w 60 500 m 500 300 l S Q")),
)
