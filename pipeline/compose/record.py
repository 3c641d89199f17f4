"""What a PDF says of itself, for ``polyleaf inspect``: from which texts and records it was made."""

import json
from typing import Any

from pipeline import __version__
from pipeline.compose.plan import SheetPlan
from pipeline.values.approval import Approval

FORM = 1
"""The number of this form of record; it grows when a field changes its meaning."""


def sheet_record(plan: SheetPlan, content: str) -> str:
    """Return a sheet's record as JSON; ``content`` is a hash of the composed page.

    A name stands in it only where its bearer agreed that it stands on the sheet.
    """
    record: dict[str, Any] = {
        "polyleaf": __version__,
        "form": FORM,
        "article": plan.source.id,
        "version": plan.source.version,
        "revision": plan.source.revision,
        "locale": plan.locale.name,
        "translation": plan.translation,
        **record_of_beside(plan),
        **record_of_names(plan),
        "edition": plan.edition.name,
        "paper": plan.paper,
        "region": plan.region.code if plan.region else "",
        "clinic": plan.clinic.id if plan.clinic else "",
        "state": plan.state,
        **({"release": plan.release} if plan.release else {}),
        "services": [list(record) for record in plan.records],
        "approvals": [
            [one.role, one.on.isoformat(), one.wording[:8], one.by if one.named else ""]
            for one in (*plan.approvals, *_approvals_beside(plan))
        ],
        "content": content,
    }
    return json.dumps(record, ensure_ascii=False, separators=(",", ":"))


def record_of_beside(plan: SheetPlan) -> dict[str, str]:
    """Return which translation stands beside the sheet's own; nothing where the original does."""
    other = plan.other_translation
    if not other:
        return {}
    return {"beside": other.locale.name, "beside_translation": other.translation}


def record_of_names(plan: SheetPlan) -> dict[str, str]:
    """Return which languages a notice was asked to name; nothing where it names all."""
    return {"names": " ".join(plan.named)} if plan.named else {}


def _approvals_beside(plan: SheetPlan) -> tuple[Approval, ...]:
    other = plan.other_translation
    return tuple(one for one in other.approvals if one not in plan.approvals) if other else ()
