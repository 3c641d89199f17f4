"""Judging a finished web page: what can be tapped on it, and that it needs nothing from outside."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import unquote

from pipeline.values.finding import Finding, Severity
from pipeline.values.judged import Sheet
from pipeline.values.sheet import Tap

_ACTIVE = {"script", "iframe", "object", "embed", "form", "base", "link", "audio", "video"}
"""Elements that run something or fetch something."""

_FETCHING = ("src", "srcset", "poster", "data", "background", "action", "formaction")
_OUTSIDE = re.compile(r"@import|url\(\s*[\"']?(?!data:)", re.IGNORECASE)


@dataclass(slots=True)
class _Link:
    opens: str
    shown: str = ""


@dataclass(slots=True)
class _Page(HTMLParser):
    links: list[_Link] = field(default_factory=list)
    places: set[str] = field(default_factory=set)
    faults: list[str] = field(default_factory=list)
    _opened: list[_Link] = field(default_factory=list)
    _in_style: bool = False

    def __post_init__(self) -> None:
        HTMLParser.__init__(self, convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        if tag in _ACTIVE:
            self.faults.append(f"<{tag}>")
        if told.get("http-equiv", "").lower() == "refresh":
            self.faults.append("it sends its reader to another page")
        for name, value in told.items():
            is_fetched = name in _FETCHING and not value.startswith("data:")
            if name.startswith("on") or is_fetched or (name == "style" and _OUTSIDE.search(value)):
                self.faults.append(f'{name}="{value[:60]}"')
        if "id" in told:
            self.places.add(told["id"])
        self._in_style = tag == "style"
        if tag == "a" and "href" in told:
            self._opened.append(_Link(told["href"]))
            self.links.append(self._opened[-1])

    def handle_endtag(self, tag: str) -> None:
        self._in_style = False
        if tag == "a" and self._opened:
            self._opened.pop()

    def handle_data(self, data: str) -> None:
        if self._in_style and (outside := _OUTSIDE.search(data)):
            self.faults.append(f"{data[outside.start() : outside.start() + 60]}")
        for link in self._opened:
            link.shown += data


def verify_page(html: str, sheet: Sheet) -> tuple[Finding, ...]:
    """Report what the finished page must not open, run or fetch.

    A number that can be tapped belongs to the sheet's region or clinic, and is the one that is
    shown; so is the word that a text message begins with.
    """
    page = _Page()
    page.feed(html)
    page.close()
    return (*_links(page, sheet), *_faults(page.faults, sheet))


def _links(page: _Page, sheet: Sheet) -> Iterator[Finding]:
    for link in page.links:
        shown = " ".join(link.shown.replace("\u00ad", "").split())
        if link.opens.startswith("#"):
            if unquote(link.opens[1:]) not in page.places:
                yield _finding(sheet, f"the link '{shown}' leads nowhere", shown, link.opens)
        elif not any(_opens(tap, shown, link.opens) for tap in sheet.taps):
            yield _finding(
                sheet,
                f"'{shown}' opens {link.opens}, which no record has under these letters",
                shown,
                link.opens,
            )


def _opens(tap: Tap, shown: str, opens: str) -> bool:
    """Say whether an address is what a record says, and its letters are the record's."""
    if tap.kind == "link":
        return opens == tap.opens
    if shown != tap.shown:
        return False
    if tap.opens:
        return opens == tap.opens
    keys = _keys(shown)
    if tap.kind == "whatsapp":
        return opens == f"https://wa.me/{keys.removeprefix('+')}"
    if tap.kind == "call":
        return opens == f"tel:{keys}"
    number, _, body = opens.partition("?body=")
    return number == f"sms:{keys}" and (unquote(body) in tap.words if tap.words else not body)


def _keys(shown: str) -> str:
    """Return the keys that a reader presses for a number as it is shown."""
    if shown.startswith("+"):
        shown = shown.replace("(0)", "")
    return "".join(sign for sign in shown if sign in "+0123456789")


def _faults(faults: Sequence[str], sheet: Sheet) -> Iterator[Finding]:
    for fault in dict.fromkeys(faults):
        yield _finding(sheet, f"it runs or fetches something: {fault}", "", fault)


def _finding(sheet: Sheet, message: str, source: str, target: str) -> Finding:
    return Finding(
        code="PDF018",
        severity=Severity.ERROR,
        path=sheet.path.removesuffix(".pdf") + ".html",
        message=f"the web page is wrong: {message}",
        fix="do not hand this page on; mend the record, or report the fault",
        locale=sheet.locale,
        article=sheet.article,
        source=source,
        target=target,
    )
