"""No address is asked for and no file outside is read, whatever of a project names one."""

import json
import re
import socket
import threading
import time
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from tests.conftest import ARTICLE

Run = Callable[..., tuple[int, str, str]]

TOLD = "canary-of-a-file-outside"
CLINIC = "source/clinics/riverside.toml"


class Port:
    """A port of this computer that listens to TCP and UDP, and counts who comes."""

    def __init__(self, server: socket.socket, letters: socket.socket) -> None:
        self.address = f"http://127.0.0.1:{server.getsockname()[1]}"
        self.visits = 0
        self._server, self._letters = server, letters
        threading.Thread(target=self._listen, daemon=True).start()
        threading.Thread(target=self._receive, daemon=True).start()

    def _receive(self) -> None:
        while self._letters.recvfrom(9)[0] != b"end":
            self.visits += 1

    def _listen(self) -> None:
        while True:
            try:
                one, _ = self._server.accept()
            except OSError:
                return
            self.visits += 1
            one.close()


@pytest.fixture
def port() -> Iterator[Port]:
    with (
        socket.create_server(("127.0.0.1", 0)) as server,
        socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as letters,
    ):
        letters.bind(server.getsockname())
        yield Port(server, letters)
        server.shutdown(socket.SHUT_RDWR)
        letters.sendto(b"end", letters.getsockname())


def test_the_port_counts_who_comes(port: Port) -> None:
    there = ("127.0.0.1", int(port.address.rpartition(":")[2]))
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as letters:
        letters.sendto(b"a", there)
    socket.create_connection(there).close()
    until = time.monotonic() + 5
    while port.visits < 2 and time.monotonic() < until:
        time.sleep(0.01)
    assert port.visits == 2


@pytest.fixture
def outside(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("outside") / "secret.svg"
    file.write_text(f'<svg xmlns="http://www.w3.org/2000/svg"><text>{TOLD}</text></svg>')
    return file


@pytest.fixture
def small(project: Path) -> Path:
    """A project with one small article that has a picture."""
    (project / "source/attachment-and-depression.md").unlink()
    (project / "source/sleep.md").write_text(f"{ARTICLE}\n![A bed](images/bed.svg)\n", "utf-8")
    picture(project, '<rect width="9" height="9"/>')
    return project


def picture(project: Path, body: str, head: str = "") -> None:
    (project / "source/images").mkdir(exist_ok=True)
    (project / "source/images/bed.svg").write_text(
        f'{head}<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" '
        f'xmlns:xlink="http://www.w3.org/1999/xlink">{body}</svg>',
        "utf-8",
    )


def of_article(project: Path, address: str) -> None:
    file = project / "source/sleep.md"
    file.write_text(f"{file.read_text('utf-8')}\n![A lamp]({address}/lamp.svg)\n", "utf-8")


def of_cover(project: Path, address: str) -> None:
    file = project / "source/sleep.md"
    text = re.sub(r"(?m)^cover: .*\n", "", file.read_text("utf-8"))
    file.write_text(text.replace("language: en", f"language: en\ncover: {address}/a.svg"), "utf-8")


def of_link(project: Path, address: str) -> None:
    file = project / "source/sleep.md"
    file.write_text(f"{file.read_text('utf-8')}\nSee [the page]({address}/page).\n", "utf-8")


def of_clinic(project: Path, address: str) -> None:
    file = project / CLINIC
    lines = [one for one in file.read_text("utf-8").splitlines() if not one.startswith("logo")]
    file.write_text("\n".join([f'logo = "{address}/logo.svg"', *lines]), "utf-8")


def of_region(project: Path, address: str) -> None:
    file = project / "source/regions/US.toml"
    text = re.sub(r'(?m)^address = ".*"$', f'address = "{address}/chat"', file.read_text("utf-8"))
    file.write_text(text, "utf-8")


def of_reference(project: Path, address: str) -> None:
    file = project / "source/references.json"
    works = json.loads(file.read_text("utf-8"))
    for work in works:
        work["URL"] = f"{address}/work"
    file.write_text(json.dumps(works), "utf-8")


SVG = {
    "image": '<image href="{}/a.svg" width="9" height="9"/>',
    "old image": '<image xlink:href="{}/a.svg" width="9" height="9"/>',
    "use": '<use href="{}/a.svg#a"/>',
    "fill": '<rect width="9" height="9" fill="url({}/a.svg#a)"/>',
    "style": '<style>@import url("{0}/a.css"); rect {{ fill: url({0}/a.svg) }}</style><rect/>',
    "font": "<style>@font-face {{ font-family: a; src: url({}/a.woff) }}</style><rect/>",
    "mask": '<rect width="9" height="9" mask="url({}/a.svg#a)"/>',
    "page": "<foreignObject><img xmlns='http://www.w3.org/1999/xhtml' src='{}/a'/></foreignObject>",
}


def in_picture(body: str) -> Callable[[Path, str], None]:
    return lambda project, address: picture(project, body.format(address))


def in_entity(project: Path, address: str) -> None:
    head = f'<!DOCTYPE svg [<!ENTITY a SYSTEM "{address}/secret.svg">]>'
    picture(project, "<text>&a;</text>", head)


def in_raster(kind: str) -> Callable[[Path, str], None]:
    """Return what names an address in all that a picture of pixels may say beside them."""

    def write(project: Path, address: str) -> None:
        said = (
            '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/'
            f'22-rdf-syntax-ns#"><rdf:Description rdf:about="{address}/a"/></rdf:RDF></x:xmpmeta>'
        )
        output = BytesIO()
        about = PngInfo()
        about.add_itxt("XML:com.adobe.xmp", said)
        about.add_text("Source", f"{address}/a")
        options = (
            {"pnginfo": about} if kind == "PNG" else {"xmp": said.encode(), "comment": address}
        )
        Image.new("RGB", (9, 9)).save(output, kind, **options)
        name = f"images/lamp.{kind.lower()}"
        (project / "source" / name).write_bytes(output.getvalue())
        file = project / "source/sleep.md"
        if name not in file.read_text("utf-8"):
            file.write_text(f"{file.read_text('utf-8')}\n![A lamp]({name})\n", "utf-8")

    return write


KINDS: dict[str, Callable[[Path, str], None]] = {
    "article": of_article,
    "cover": of_cover,
    "link": of_link,
    "clinic": of_clinic,
    "region": of_region,
    "reference": of_reference,
    "entity": in_entity,
    **{f"picture, {name}": in_picture(body) for name, body in SVG.items()},
    **{f"picture, {kind}": in_raster(kind) for kind in ("PNG", "JPEG")},
}


ONE_OF_A_KIND = (
    "article",
    "cover",
    "clinic",
    "reference",
    "entity",
    "picture, style",
)
"""The places in which an address may stand; the others are read by the same part of a library."""


@pytest.mark.parametrize(
    "write",
    [
        pytest.param(write, id=name, marks=() if name in ONE_OF_A_KIND else pytest.mark.exhaustive)
        for name, write in KINDS.items()
    ],
)
def test_no_address_is_asked_for_and_no_file_outside_is_read(
    small: Path, polyleaf: Run, port: Port, outside: Path, write: Callable[[Path, str], None]
) -> None:
    write(small, port.address)
    status, _, _ = polyleaf("pdf", "en", "--clinic", "riverside", "--region", "US")
    assert status in (0, 1, 2)
    assert port.visits == 0
    write(small, outside.parent.as_uri())
    status, out, err = polyleaf("pdf", "en", "--clinic", "riverside", "--region", "US", "--force")
    assert status in (0, 1, 2)
    built = b"".join(file.read_bytes() for file in (small / "build").rglob("*.html"))
    assert TOLD not in built.decode() + out + err


@pytest.mark.parametrize("where", ["port", "outside"])
def test_a_catalog_asks_for_no_address_and_reads_no_file(
    project: Path, polyleaf: Run, port: Port, outside: Path, where: str
) -> None:
    address = port.address if where == "port" else outside.parent.as_uri()
    file = project / "locales/es/LC_MESSAGES/attachment-and-depression.po"
    text = file.read_text("utf-8")
    place = text.index('msgstr "', text.index("attachment-and-depression.md")) + len('msgstr "')
    file.write_text(f"{text[:place]}![a]({address}/secret.svg) {text[place:]}", "utf-8")
    assert polyleaf("check", "es")[0] in (0, 1)
    status, out, err = polyleaf("pdf", "es")
    assert status in (0, 1)
    assert port.visits == 0
    built = b"".join(file.read_bytes() for file in (project / "build").rglob("*.html"))
    assert TOLD not in built.decode() + out + err


@pytest.mark.parametrize("where", ["port", "outside"])
def test_a_pdf_asks_for_no_address_and_reads_no_file(
    project: Path, polyleaf: Run, port: Port, outside: Path, where: str
) -> None:
    address = port.address if where == "port" else str(outside)
    with pikepdf.new() as document:
        document.add_blank_page()
        there = pikepdf.Dictionary(S=pikepdf.Name.URI, URI=pikepdf.String(address))
        document.Root.OpenAction = there
        stream = document.make_stream(b"")
        stream.F = pikepdf.Dictionary(F=pikepdf.String(address))
        if where == "port":
            stream.F.FS = pikepdf.Name.URL
        document.pages[0].obj.Contents = stream
        document.docinfo["/polyleaf"] = "{}"
        output = BytesIO()
        document.save(output)
    (project / "sheet.pdf").write_bytes(output.getvalue())
    status, out, err = polyleaf("inspect", str(project / "sheet.pdf"))
    assert status in (1, 2)
    assert TOLD not in out + err
    assert port.visits == 0
