"""`polyleaf status` for programs."""

import json
from collections.abc import Callable
from pathlib import Path

Run = Callable[..., tuple[int, str, str]]


def test_a_program_reads_how_far_a_locale_is_and_what_blocks_it(
    project: Path, polyleaf: Run
) -> None:
    catalog = project / "locales/es/LC_MESSAGES/sheet.po"
    text = catalog.read_text(encoding="utf-8")
    catalog.write_text(text.replace('msgstr "Provisional"', 'msgstr ""'), encoding="utf-8")
    status, out, _ = polyleaf("status", "es", "ar", "--json")
    assert status == 0
    spanish, arabic = json.loads(out)
    assert (spanish["locale"], arabic["locale"]) == ("es", "ar")
    assert arabic["prints"] is True
    assert arabic["words"]["translated"] == arabic["words"]["all"] > 0
    assert spanish["prints"] is False
    assert spanish["blocks"] == ["1 error in sheet.po"]
