"""Look at web pages at the widths of telephones and desks, by day and by night."""

import html
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

_BROWSERS = ("chromium", "chromium-browser", "google-chrome")
_FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--virtual-time-budget=600000",
    "--timeout=600000",
    "--dump-dom",
)
_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>\n?')
_NIGHT = "(prefers-color-scheme: dark)"
_SAID = re.compile(r'<pre id="said">(.*?)</pre>', re.DOTALL)


def main(files: Sequence[str]) -> int:
    """Say what is wrong with pages, and return 1 where anything is; 0 where none can look."""
    browser = next(filter(None, map(shutil.which, _BROWSERS)), None)
    if not browser:
        print("web pages not looked at: no chromium here (apt-get install chromium)")
        return 0
    pages = [one for file in files for one in _by_day_and_night(Path(file))]
    said = _look(browser, pages)
    print(said)
    summary, *faults = said.strip().splitlines()
    return int(bool(faults) or not summary.startswith(f"{len(pages)} pages"))


def _by_day_and_night(file: Path) -> list[dict[str, str]]:
    """Return a page twice, the second as in a dark room, and both without their policy.

    The policy keeps scripts away, those that measure too.
    """
    text = _POLICY.sub("", file.read_text(encoding="utf-8"))
    assert text.count(_NIGHT) == 1, f"{file.name} has no rules for the night"
    return [
        {"name": file.stem, "html": text.replace(_NIGHT, "(width < 0)")},
        {"name": f"{file.stem}, dark", "html": text.replace(_NIGHT, "(width > 0)")},
    ]


def _look(browser: str, pages: Sequence[dict[str, str]]) -> str:
    template = (Path(__file__).parent / "look.html").read_text(encoding="utf-8")
    axe = os.environ.get("AXE", "")
    script = Path(axe).read_text(encoding="utf-8") if axe else ""
    page = template.replace("/*PAGES*/[]", _quoted(list(pages)))
    page = page.replace('/*AXE*/""', _quoted(script))
    with tempfile.TemporaryDirectory(prefix="polyleaf-browser-") as folder:
        file = Path(folder) / "look.html"
        file.write_text(page, encoding="utf-8")
        done = subprocess.run(
            [browser, *_FLAGS, f"--user-data-dir={folder}/profile", file.as_uri()],
            capture_output=True,
            text=True,
            timeout=900,
            check=False,
        )
    found = _SAID.search(done.stdout)
    return html.unescape(found[1]) if found else f"the browser said nothing: {done.stderr[-500:]}"


def _quoted(value: object) -> str:
    """Return a value as a script holds it: nothing in it may end that script."""
    return json.dumps(value).replace("</", "<\\/").replace("<!--", "<\\!--")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
