"""Approvals that count for nothing, and are well formed."""

import json
from datetime import date

from pipeline.records.approval import approval_seal


def an_approval(article: str, by: str = "Rosa Martín") -> str:
    """Return an approval in Spanish of other words than the article's."""
    data = {
        "article": article,
        "locale": "es",
        "role": "clinician",
        "by": by,
        "named": False,
        "on": date(2026, 11, 1),
        "version": "1",
        "wording": "0" * 64,
    }
    lines = [
        f"{name} = {str(value).lower() if isinstance(value, bool | date) else json.dumps(value)}"
        for name, value in data.items()
    ]
    return "\n".join([*lines, f'seal = "{approval_seal(data)}"', ""])
