"""Links whose words say one number or address, and that lead to another."""

import re
from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from pipeline.check.recorded import dialled, same_number, shown_number
from pipeline.values.article import Inline, plain_text

_HOST = re.compile(
    r"(?<![\w@.-])(?:https?://)?((?:[\w-]+\.)+[a-z]{2,})(?=[/\s,.;:)?!]|$)", re.IGNORECASE
)


def misleading_links(content: Iterable[Inline]) -> Iterator[tuple[str, str]]:
    """Yield what a link shows and where it leads, of those where the two disagree."""
    for one in content:
        if one.kind == "link":
            shown = plain_text(one.children).strip()
            if _misleads(shown, one.target):
                yield shown, one.target


def _misleads(shown: str, target: str) -> bool:
    number = dialled(target)
    if number:
        said = shown_number(shown)
        return bool(said) and not same_number(said, number)
    host = _HOST.fullmatch(shown.rstrip("/").partition("/")[0]) or _HOST.fullmatch(
        re.sub(r"^(https?://[^/]+).*$", r"\1", shown, flags=re.IGNORECASE)
    )
    if not host or not re.match(r"https?:", target, re.IGNORECASE):
        return False
    leads = (urlsplit(target).hostname or "").lower().removeprefix("www.")
    says = host[1].lower().removeprefix("www.")
    return bool(leads) and leads != says and not leads.endswith(f".{says}")
