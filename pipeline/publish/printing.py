"""A composed sheet on paper: typeset, verify, and only then a name in ``build/``."""

from functools import partial

from pipeline.check.picture import undecodable_picture
from pipeline.project import Project
from pipeline.publish import shelf
from pipeline.publish.inputs import Hashes
from pipeline.publish.sheet import Prepared, Result
from pipeline.publish.store import Store
from pipeline.publish.texts import OUT_OF_PLACE, located
from pipeline.typeset.copies import aside
from pipeline.typeset.engine import Typeset, typeset
from pipeline.typeset.rasters import undecodable
from pipeline.values.finding import Finding, has_errors
from pipeline.values.folding import how_to_print
from pipeline.values.judged import Sheet
from pipeline.values.sheet import Layout
from pipeline.verify.screen import verify_page
from pipeline.verify.sheet import verify, verify_codes


def print_sheet(
    project: Project,
    hashes: Hashes,
    sheet: Prepared,
    store: Store | None = None,
    *,
    at_once: bool = False,
) -> Result:
    """Typeset and verify a composed sheet, and give it its name in ``build/``.

    Where there is a store, it is put there too. ``at_once`` is for a sheet with a processor to
    spare. One that does not pass is refused, and what was there of it goes if it is stale.
    """
    judged = sheet.judged
    if damaged := [*map(undecodable_picture, undecodable(sheet.html, sheet.pictures))]:
        earlier = shelf.retire(project, sheet.path, hashes)
        return Result(path=sheet.path, pages=0, findings=damaged, earlier=earlier)
    is_folded = bool(sheet.forms[0].layout.folding)
    with aside(partial(_verify_rest, judged), is_wanted=at_once and is_folded) as begin:
        made = typeset(sheet.html, sheet.fonts, judged.path, sheet.forms, at_once=at_once)
        findings = located(made.findings, sheet.texts)
        # Where text has no room there is no sheet to read, and what it hides is no other fault.
        if not any(finding.code in ("PDF011", OUT_OF_PLACE) for finding in findings):
            ended = begin(made) if made.pages_pdf else tuple
            findings += [*verify(made.pdf, judged, codes=not made.pages_pdf), *ended()]
    findings = [*dict.fromkeys([*findings, *verify_page(sheet.web, judged)])]
    if has_errors(findings):
        earlier = shelf.retire(project, sheet.path, hashes)
        return Result(path=sheet.path, pages=0, findings=findings, earlier=earlier)
    contents = {"html": sheet.web.encode(), "pages": made.pages_pdf, "pdf": made.pdf}
    contents = {name: content for name, content in contents.items() if content}
    printing = _printing(made.layout, sheet.record["paper"])
    record = {**sheet.record, **({"printing": printing} if printing else {})}
    shelf.put(project, sheet.path, contents, record)
    if store and record["inputs"]:
        store.keep(record["inputs"], record, contents)
    return Result(
        path=sheet.path,
        pages=made.pages,
        state=str(record["state"]),
        findings=[*sheet.findings, *findings],
        release=sheet.record.get("release", ""),
        printing=printing,
    )


def _verify_rest(judged: Sheet, made: Typeset) -> tuple[Finding, ...]:
    """Report what is wrong with the codes of a folded sheet, and with its pages one by one."""
    return (*verify_codes(made.pdf, judged), *verify(made.pages_pdf, judged))


def _printing(layout: Layout, asked: str) -> dict[str, str]:
    """Say how a sheet is printed that is folded or on large paper; nothing of others."""
    if not layout.folding and layout.paper in ("", "letter", "a4"):
        return {}
    how = how_to_print(layout.folding, layout.paper, layout.duplex)
    return {"asked": asked, "paper": layout.paper, "fold": layout.folding, "how": how}
