"""The last line of a run, for whoever reads no other: what was printed, what it may claim."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

STATES = {
    "approved": "APPROVED",
    "proof": "PROOF",
    "draft": "DRAFT with gaps",
    "test": "LAYOUT TEST",
}
"""What a sheet may call itself, in words that nobody overlooks."""


FEW = 3
"""How many languages are named one by one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A printed sheet, as the last line speaks of it."""

    language: str
    edition: str
    region: str
    """The name of the region, empty where the sheet prints no region's numbers."""
    clinic: str
    state: str
    path: Path


def sheet_of(record: Mapping[str, Any], path: Path, regions: Mapping[str, str]) -> Sheet:
    """Return what a sheet's manifest says of it; ``regions`` are names by code."""
    from pipeline.records.typography import language_name

    language = language_name(record["locale"], "en")
    if beside := record.get("beside"):
        language += f" beside {language_name(beside, 'en')}"
    return Sheet(
        language=language,
        edition=record["edition"],
        region=regions.get(record["region"], ""),
        clinic=record["clinic"],
        state=record["state"],
        path=path,
    )


def closing_line(sheets: Sequence[Sheet], refused: int) -> str:
    """Return the one line that a tired person reads."""
    end = f"; {_counted(refused, 'sheet')} refused, see above" if refused else ""
    if not sheets:
        return f"no sheet was printed{end}"
    languages = list(dict.fromkeys(sheet.language for sheet in sheets))
    what = " and ".join(languages) if len(languages) <= FEW else f"{len(languages)} languages"
    parts = [what, _joined(sheet.edition for sheet in sheets)]
    parts += [f"for {clinic}" for clinic in [_joined(sheet.clinic for sheet in sheets)] if clinic]
    parts.append(_joined(_numbers(sheet) for sheet in sheets))
    states = Counter(STATES.get(sheet.state, sheet.state.upper()) for sheet in sheets)
    many = [f"{count} × {state}" for state, count in states.items()]
    parts += many if len(many) > 1 else list(states)
    return f"{_counted(len(sheets), 'sheet')}: {', '.join(parts)}: {_where(sheets)}{end}"


def _numbers(sheet: Sheet) -> str:
    return f"numbers for {sheet.region}" if sheet.region else "no region's numbers"


def _joined(words: Iterable[str]) -> str:
    return " and ".join(dict.fromkeys(filter(None, words)))


def _where(sheets: Sequence[Sheet]) -> str:
    folders = list(dict.fromkeys(sheet.path.parent for sheet in sheets))
    place = sheets[0].path if len(sheets) == 1 else folders[0]
    place = place if len(folders) == 1 else folders[0].parent
    return f"{place}/" if len(sheets) > 1 else f"{place}"


def _counted(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"
