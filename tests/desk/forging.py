"""Files that a stranger might send: a sheet of ours, changed, and sealed again."""

import json
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pikepdf
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables.ttProgram import Program
from pikepdf import Array, Dictionary, Name, String

from pipeline.typeset.seal import BLANK, is_sealed, seal

Change = Callable[[pikepdf.Pdf], None]


def saved(document: pikepdf.Pdf, **options: Any) -> bytes:
    output = BytesIO()
    document.save(output, **options)
    return output.getvalue()


def sealed_again(pdf: bytes) -> bytes:
    """Seal a file whose objects are not packed into streams."""
    head, mark, tail = pdf.rpartition(b"/ID [")
    assert mark
    blank = b"/ID [<%b><0123>]" % BLANK
    pdf = seal(head + blank + tail[tail.index(b"]") + 1 :])
    assert is_sealed(pdf)
    return pdf


def forged(pdf: bytes, change: Change) -> bytes:
    """Change a finished file, and seal it again."""
    with pikepdf.open(BytesIO(pdf)) as document:
        change(document)
        return sealed_again(saved(document, object_stream_mode=pikepdf.ObjectStreamMode.disable))


def by_others(document: pikepdf.Pdf) -> None:
    """Let a file say that it was made with another Pango."""
    said = json.loads(str(document.docinfo["/polyleaf-made-with"]))
    said["pango"] = "1.40.0"
    document.docinfo["/polyleaf-made-with"] = String(json.dumps(said))


def also(change: Change) -> Change:
    """Let the file say too that other libraries made it, as a forger would."""

    def both(document: pikepdf.Pdf) -> None:
        by_others(document)
        change(document)

    return both


def note(document: pikepdf.Pdf, **facts: Any) -> None:
    """Put an annotation on the first page."""
    page = document.pages[0].obj
    one = Dictionary({"/Type": Name.Annot, "/Rect": Array([100, 100, 300, 300])})
    for key, fact in facts.items():
        one[f"/{key}"] = fact
    page.Annots = Array([*page.get("/Annots", Array()), document.make_indirect(one)])


def form(document: pikepdf.Pdf, content: bytes, **facts: Any) -> pikepdf.Stream:
    """Return something that can be drawn."""
    one = document.make_stream(content)
    one.Type, one.Subtype = Name.XObject, Name.Form
    one.BBox = Array([0, 0, 600, 800])
    for key, fact in facts.items():
        one[f"/{key}"] = fact
    return one


SCRIPT = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


def _open_script(document: pikepdf.Pdf) -> None:
    document.Root.OpenAction = SCRIPT


def _named_script(document: pikepdf.Pdf) -> None:
    document.Root.Names = Dictionary(JavaScript=Dictionary(Names=Array([String("a"), SCRIPT])))


def _open_far(document: pikepdf.Pdf) -> None:
    document.Root.OpenAction = Array([document.pages[-1].obj, Name.Fit])


def _catalog_actions(document: pikepdf.Pdf) -> None:
    document.Root.AA = Dictionary(WP=SCRIPT)


def _page_actions(document: pikepdf.Pdf) -> None:
    document.pages[0].obj.AA = Dictionary(O=SCRIPT)


def _launch(document: pikepdf.Pdf) -> None:
    note(document, Subtype=Name.Link, F=4, A=Dictionary(S=Name.Launch, F=String("calc.exe")))


def _script_link(document: pikepdf.Pdf) -> None:
    note(document, Subtype=Name.Link, F=4, A=SCRIPT)


def _submit_link(document: pikepdf.Pdf) -> None:
    there = Dictionary(FS=Name.URL, F=String("https://example.org"))
    note(document, Subtype=Name.Link, F=4, A=Dictionary(S=Name.SubmitForm, F=there))


def _remote_link(document: pikepdf.Pdf) -> None:
    there = Dictionary(S=Name.GoToR, F=String("other.pdf"), D=Array([0, Name.Fit]))
    note(document, Subtype=Name.Link, F=4, A=there)


def _chained_link(document: pikepdf.Pdf) -> None:
    there = Dictionary(S=Name.URI, URI=String("https://example.org"), Next=SCRIPT)
    note(document, Subtype=Name.Link, F=4, A=there)


def _embedded(document: pikepdf.Pdf) -> None:
    document.attachments["notes.exe"] = b"MZ"


def _associated(document: pikepdf.Pdf) -> None:
    document.Root.AF = Array([Dictionary(Type=Name.Filespec, F=String("a.exe"))])


def _attached_note(document: pikepdf.Pdf) -> None:
    note(document, Subtype=Name.FileAttachment, FS=Dictionary(F=String("a.exe")))


def _layer(document: pikepdf.Pdf, usage: str) -> None:
    """Cover the page's middle with white where it is printed, or where it is shown."""
    layer = document.make_indirect(
        Dictionary(
            Type=Name.OCG,
            Name=String("L"),
            Usage=Dictionary({f"/{usage}": Dictionary({f"/{usage}State": Name.ON})}),
        )
    )
    event = Dictionary(Event=Name(f"/{usage}"), OCGs=Array([layer]), Category=Array([Name.Print]))
    document.Root.OCProperties = Dictionary(
        OCGs=Array([layer]), D=Dictionary(OFF=Array([layer]), AS=Array([event]))
    )
    page = document.pages[0]
    page.obj.Resources.Properties = Dictionary(L=layer)
    page.contents_add(b"/OC /L BDC q 1 g 0 300 600 300 re f Q EMC")


def _hidden_picture(document: pikepdf.Pdf) -> None:
    layer = document.make_indirect(Dictionary(Type=Name.OCG, Name=String("L")))
    drawn = form(document, b"1 g 0 0 600 800 re f", OC=layer)
    document.pages[0].obj.Resources.XObject["/Hidden"] = drawn
    document.pages[0].contents_add(b"/Hidden Do")


def _unit(document: pikepdf.Pdf) -> None:
    document.pages[0].obj.UserUnit = 0.2


def _crop(document: pikepdf.Pdf) -> None:
    document.pages[0].obj.CropBox = Array([0, 400, 612, 792])


def _art(document: pikepdf.Pdf) -> None:
    document.pages[0].obj.ArtBox = Array([0, 400, 612, 792])


def _turn(document: pikepdf.Pdf) -> None:
    document.pages[0].obj.Rotate = 180


def _turn_all(document: pikepdf.Pdf) -> None:
    document.Root.Pages.Rotate = 180


def _inherited_crop(document: pikepdf.Pdf) -> None:
    document.Root.Pages.CropBox = Array([0, 400, 612, 792])


def _trim(document: pikepdf.Pdf) -> None:
    document.pages[0].obj.TrimBox = Array([0, 400, 612, 792])


def _play(document: pikepdf.Pdf) -> None:
    document.pages[0].obj.Dur = 1


def _stamp(document: pikepdf.Pdf) -> None:
    look = form(document, b"1 0 0 rg 0 0 60 30 re f")
    note(document, Subtype=Name.Stamp, F=4, AP=Dictionary(N=look))


def _printed_note(document: pikepdf.Pdf) -> None:
    look = form(document, b"1 g 0 0 600 800 re f")
    note(document, Subtype=Name.Square, F=36, AP=Dictionary(N=look))


def _popup(document: pikepdf.Pdf) -> None:
    note(document, Subtype=Name.Text, Contents=String("Call 918"), F=4)


def _widget(document: pikepdf.Pdf) -> None:
    note(document, Subtype=Name.Widget, FT=Name.Tx, T=String("name"), F=4)
    document.Root.AcroForm = Dictionary(Fields=Array([document.pages[0].obj.Annots[-1]]))


def _fields(document: pikepdf.Pdf) -> None:
    document.Root.AcroForm = Dictionary(Fields=Array(), NeedAppearances=True)


def _xfa(document: pikepdf.Pdf) -> None:
    document.Root.AcroForm = Dictionary(Fields=Array(), XFA=document.make_stream(b"<xdp/>"))


def _film(document: pikepdf.Pdf) -> None:
    note(document, Subtype=Name.Screen, A=Dictionary(S=Name.Rendition))


def _thread(document: pikepdf.Pdf) -> None:
    document.Root.Threads = Array()


def _permissions(document: pikepdf.Pdf) -> None:
    document.Root.Perms = Dictionary()


def _version(document: pikepdf.Pdf) -> None:
    document.Root.Version = Name("/2.0")


def _address_base(document: pikepdf.Pdf) -> None:
    document.Root.URI = Dictionary(Base=String("https://example.org/"))


def _collection(document: pikepdf.Pdf) -> None:
    document.Root.Collection = Dictionary(View=Name.D)


def _labels(document: pikepdf.Pdf) -> None:
    document.Root.PageLabels = Dictionary(Nums=Array([0, Dictionary(S=Name.r)]))


def _unused(document: pikepdf.Pdf) -> None:
    document.make_stream(b"MZ" * 1000)
    document.Root.Extra = document.make_stream(b"x")


def _postscript(document: pikepdf.Pdf) -> None:
    one = document.make_stream(b"showpage")
    one.Type, one.Subtype = Name.XObject, Name.PS
    document.pages[0].obj.Resources.XObject["/P"] = one


def _drawn_font(document: pikepdf.Pdf) -> None:
    fonts = document.pages[0].obj.Resources.Font
    fonts["/F3"] = Dictionary(Type=Name.Font, Subtype=Name.Type3, CharProcs=Dictionary())


def _font_elsewhere(document: pikepdf.Pdf) -> None:
    fonts = document.pages[0].obj.Resources.Font
    fonts["/F1"] = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)


def _other_print(document: pikepdf.Pdf) -> None:
    drawn = form(document, b"")
    drawn.Alternates = Array([Dictionary(DefaultForPrinting=True)])
    document.pages[0].obj.Resources.XObject["/A"] = drawn


def _nested(document: pikepdf.Pdf) -> None:
    """Ten pictures, each of which draws ten times the next."""
    inner = form(document, b"0 0 1 1 re f")
    for _ in range(10):
        resources = Dictionary(XObject=Dictionary(X=inner))
        inner = form(document, b"/X Do " * 10, Resources=resources)
    document.pages[0].obj.Resources.XObject["/X"] = inner
    document.pages[0].contents_add(b"q 0 0 0 0 0 0 cm /X Do Q")


def _within_itself(document: pikepdf.Pdf) -> None:
    inner = document.make_indirect(form(document, b"/X Do"))
    inner.Resources = Dictionary(XObject=Dictionary(X=inner))
    document.pages[0].obj.Resources.XObject["/X"] = inner
    document.pages[0].contents_add(b"/X Do")


def _many_pages(document: pikepdf.Pdf) -> None:
    for _ in range(1000):
        document.add_blank_page()


FOREIGN: dict[str, Change] = {
    "a script that runs when it is opened": _open_script,
    "a script by name": _named_script,
    "it opens somewhere else": _open_far,
    "a script that runs before it is printed": _catalog_actions,
    "a script that runs when a page is shown": _page_actions,
    "a link that starts a program": _launch,
    "a link that runs a script": _script_link,
    "a link that sends a form": _submit_link,
    "a link to another file": _remote_link,
    "a link with a script after it": _chained_link,
    "an embedded program": _embedded,
    "an associated file": _associated,
    "a note with a file": _attached_note,
    "a layer that is only printed": lambda one: _layer(one, "Print"),
    "a layer that is only shown": lambda one: _layer(one, "View"),
    "a picture in a layer": _hidden_picture,
    "another unit": _unit,
    "a page cut to its half": _crop,
    "all pages cut to their half": _inherited_crop,
    "an art box": _art,
    "a page upside down": _turn,
    "all pages upside down": _turn_all,
    "pages that turn by themselves": _play,
    "a stamp": _stamp,
    "a note that is only printed": _printed_note,
    "a note that pops up": _popup,
    "a field to fill in": _widget,
    "a form": _fields,
    "an XFA form": _xfa,
    "a film": _film,
    "a thread": _thread,
    "permissions": _permissions,
    "another version of PDF": _version,
    "another base of its addresses": _address_base,
    "a portfolio": _collection,
    "page numbers of its own": _labels,
    "a stream that nothing uses": _unused,
    "PostScript": _postscript,
    "a font that is drawn": _drawn_font,
    "a font that is not in it": _font_elsewhere,
    "a picture that prints otherwise": _other_print,
    "pictures within pictures": _nested,
    "a picture within itself": _within_itself,
    "a thousand pages more": _many_pages,
}
"""What no sheet of ours holds."""


def _blot(document: pikepdf.Pdf) -> None:
    document.pages[-1].contents_add(b"q 0 g 300 300 2 2 re f Q")


def _cover(document: pikepdf.Pdf) -> None:
    document.pages[0].contents_add(b"q 1 g 0 0 612 792 re f Q")


def _under(document: pikepdf.Pdf) -> None:
    document.pages[0].contents_add(b"q 0.9 g 0 0 612 792 re f Q", prepend=True)


def _picture(document: pikepdf.Pdf) -> None:
    document.pages[0].obj.Resources.XObject["/X"] = form(document, b"0 g 300 300 9 9 re f")
    document.pages[0].contents_add(b"/X Do")


def _link(document: pikepdf.Pdf) -> None:
    there = Dictionary(Type=Name.Action, S=Name.URI, URI=String("https://example.org/not-ours"))
    note(document, Subtype=Name.Link, F=4, A=there)


def _unlinked(document: pikepdf.Pdf) -> None:
    document.docinfo["/Title"] = String("Call 918")


def _language(document: pikepdf.Pdf) -> None:
    document.Root.Lang = String("fr")


def _bookmark(document: pikepdf.Pdf) -> None:
    document.Root.Outlines.First.Title = String("Call 918")


def _elements(document: pikepdf.Pdf) -> list[Any]:
    found, waiting = [], [document.Root.StructTreeRoot]
    while waiting:
        element = waiting.pop()
        kids: Any = element.get("/K", [])
        for kid in kids if isinstance(kids, Array) else [kids]:
            if isinstance(kid, Dictionary) and "/S" in kid:
                found.append(kid)
                waiting.append(kid)
    return found


def _heard(document: pikepdf.Pdf) -> None:
    _elements(document)[-1].ActualText = String("918")


def _described(document: pikepdf.Pdf) -> None:
    _elements(document)[-1].Alt = String("918")


def _unheard(document: pikepdf.Pdf) -> None:
    one = next(one for one in _elements(document) if Name.P == one.S)
    one.K = Array()


def _copies(document: pikepdf.Pdf) -> None:
    document.Root.ViewerPreferences.PrintScaling = Name("/None")
    document.Root.ViewerPreferences.Duplex = Name.DuplexFlipShortEdge


def _pages_changed(document: pikepdf.Pdf) -> None:
    first = document.pages[0]
    document.pages.append(first)
    del document.pages[0]


def _page_gone(document: pikepdf.Pdf) -> None:
    document.pages[0].obj.Contents = document.make_stream(b"")


def _metadata(document: pikepdf.Pdf) -> None:
    text = document.Root.Metadata.read_bytes().replace(b"application/pdf", b"text/plain")
    assert b"text/plain" in text
    document.Root.Metadata.write(text)


def _silent_words(document: pikepdf.Pdf) -> None:
    """Say something over a piece of content to who hears the page."""
    document.pages[0].contents_add(b"/Span <</ActualText (918)>> BDC EMC")


ALTERED: dict[str, Change] = {
    "a dot": _blot,
    "a cover": _cover,
    "a ground": _under,
    "a picture": _picture,
    "a link": _link,
    "another title": _unlinked,
    "another language": _language,
    "another bookmark": _bookmark,
    "other words to be heard": _heard,
    "another description": _described,
    "a paragraph that nobody hears": _unheard,
    "other settings of the printer": _copies,
    "pages in another order": _pages_changed,
    "an empty page": _page_gone,
    "other metadata": _metadata,
    "words beside the letters": _silent_words,
    "other trim": _trim,
}
"""What holds only objects of our kinds, and yet is another sheet."""


def _between(pdf: bytes, what: bytes) -> bytes:
    """Put something before the table of where objects are."""
    pdf = forged(pdf, by_others)
    at, end = pdf.rindex(b"\nxref\n") + 1, pdf.rindex(b"startxref\n")
    tail = b"startxref\n%d\n%%%%EOF\n" % (at + len(what))
    return sealed_again(pdf[:at] + what + pdf[at:end] + tail)


def _within(document: pikepdf.Pdf) -> None:
    """Put something behind the data of a stream, within it."""
    stream = document.pages[0].obj.Contents
    stream.write(stream.read_raw_bytes() + b"MZ" * 100, filter=Name.FlateDecode)


def _fonts_with(document: pikepdf.Pdf, change: Callable[[TTFont], None]) -> None:
    for one in document.objects:
        if isinstance(one, Dictionary) and "/FontFile2" in one:
            font, output = TTFont(BytesIO(one.FontFile2.read_bytes())), BytesIO()
            font["head"].created = font["head"].modified = 3_600_000_000
            change(font)
            font.save(output)
            content = output.getvalue()
            one.FontFile2 = document.make_stream(content, Length1=len(content))


def _program() -> Program:
    program = Program()
    program.fromBytecode(bytes([0x4B, 0x21]))  # MPPEM, the size in which it is drawn, and POP
    return program


def _letters_by_size(font: TTFont) -> None:
    for name in font["glyf"].keys():  # noqa: SIM118 - it is a table of a font
        if font["glyf"][name].numberOfContours > 0:
            font["glyf"][name].program = _program()


def _prepared_by_size(font: TTFont) -> None:
    font["prep"] = newTable("prep")
    font["prep"].program = _program()


SHADOW = b"1 0 obj\n<</Type /Catalog /OpenAction <</S /JavaScript /JS (x)>> >>\nendobj\n"

HIDDEN: dict[str, Callable[[bytes], bytes]] = {
    "a comment between objects": lambda pdf: _between(pdf, b"% MZ\n"),
    "a second object of a number": lambda pdf: _between(pdf, SHADOW),
    "an object that is in no table": lambda pdf: _between(pdf, SHADOW.replace(b"1 0", b"9999 0")),
    "something behind the data of a stream": lambda pdf: forged(pdf, also(_within)),
    "letters with instructions": lambda pdf: forged(
        pdf, also(lambda one: _fonts_with(one, _letters_by_size))
    ),
    "a font that prepares itself for a size": lambda pdf: forged(
        pdf, also(lambda one: _fonts_with(one, _prepared_by_size))
    ),
}
"""What shows neither in words nor ink, nor in the kinds of objects."""

WHOLE: dict[str, Callable[[bytes], bytes]] = {
    "objects one by one": lambda pdf: forged(pdf, by_others),
    "fonts written by another program": lambda pdf: forged(
        pdf, also(lambda one: _fonts_with(one, lambda _: None))
    ),
}
"""What other programs write otherwise, and is the same sheet."""
