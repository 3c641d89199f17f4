"""What a finished PDF is: which version, current or not, altered, withdrawn, and what it prints."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from pipeline.check.example import example_values
from pipeline.check.withdrawn import NO_REGION
from pipeline.compose.plan import SheetPlan
from pipeline.compose.sheet import compose
from pipeline.compose.words import region_name
from pipeline.project.sources import Sources, locale_texts
from pipeline.publish import shelf
from pipeline.publish.chosen import chosen_text, of_release
from pipeline.publish.executors import Executor, Lost, Settled, Spent
from pipeline.publish.new_words import as_words_allow
from pipeline.publish.order import Order, command_of, make_order, words_of
from pipeline.publish.plan import (
    blocking,
    judged_by,
    plan_sheet,
    translation_beside,
    why_unapproved,
)
from pipeline.records.typography import is_known_locale, is_pseudo, language_name
from pipeline.typeset.engine import typeset
from pipeline.typeset.fonts import font_set
from pipeline.typeset.scratch import scratch_folder
from pipeline.typeset.seal import is_sealed
from pipeline.values.article import Article
from pipeline.values.errors import PolyleafError
from pipeline.values.finding import Finding
from pipeline.values.folding import paper_of
from pipeline.values.sheet import Composition
from pipeline.verify.hidden import hidden_in
from pipeline.verify.objects import Objects, read_objects
from pipeline.verify.page import Page, read_links, read_pages, read_printed, read_record, read_sizes
from pipeline.verify.sheet import verify
from pipeline.verify.text import read
from pipeline.vouch.hold import held_back, hold_finding
from pipeline.vouch.standing import judge_text
from pipeline.vouch.withdrawal import both_marks, falls_under

_TEXTS = (
    "polyleaf",
    "article",
    "version",
    "revision",
    "locale",
    "translation",
    "edition",
    "paper",
    "region",
    "clinic",
    "state",
    "content",
)
_BESIDE = ("beside", "beside_translation")
"""What a record has more where the sheet is in two translations."""

_NAMES = "names"
"""What the record of a notice has more that was asked to name some languages alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Inspection:
    """What was found out about a PDF."""

    rows: Sequence[tuple[str, str]]
    """What it says of itself and what we say of it: a word and a sentence each."""
    findings: Sequence[Finding]
    """What stands on the paper otherwise than the records have it now."""
    reasons: Sequence[str]
    """What keeps it from being handed out; empty where nothing does."""
    is_approved: bool = False
    """Whether it calls itself approved: nothing else is for patients."""

    @property
    def is_good(self) -> bool:
        """Whether it is what it says it is, and may go to those whom that is for."""
        return not self.reasons

    @property
    def readers(self) -> str:
        """Whom it may be given to: ``patients``, ``reviewers`` or, empty, nobody."""
        return "" if self.reasons else "patients" if self.is_approved else "reviewers"


_File = tuple[bytes, str]
_Common = tuple[Sources, date, Path]


def inspect_each(
    sources: Sources, files: Iterable[_File | str], today: date, executor: Executor
) -> Iterator[Inspection | str]:
    """Yield what became of each PDF, given by its bytes and name, or why it cannot be inspected.

    A text among the files is such a reason already. Nothing of a PDF is looked at in this process.
    """
    tasks: Iterator[_File | Settled[Inspection | str]] = (
        Settled(one) if isinstance(one, str) else one for one in files
    )
    with scratch_folder() as folder:
        for found in executor.run(_inspect, (sources, today, folder), tasks):
            match found:
                case Spent():
                    yield f"it takes more {found.what} than any sheet does: it is not one of ours"
                case Lost():
                    yield "reading it crashes: it is damaged, or not one of our sheets"
                case _:
                    yield found


def _inspect(common: _Common, file: _File) -> Inspection | str:
    sources, today, folder = common
    try:
        return inspect(sources, *file, today, folder)
    except PolyleafError as error:
        return str(error)


def inspect(sources: Sources, pdf: bytes, name: str, today: date, folder: Path) -> Inspection:
    """Compare a finished PDF with the project; ``folder`` is for configurations of fonts.

    Raise `PolyleafError` where the file is no sheet of Polyleaf at all.
    """
    fault = next((one for one in sources.findings if one.code == "SRC021"), None)
    if fault:
        raise PolyleafError(
            f"the list of withdrawn sheets cannot be read: {fault.path}: {fault.message}"
        )
    record, objects, sealed = _record(pdf), read_objects(pdf), is_sealed(pdf)
    rows = [*_self_description(record, read_sizes(pdf))]
    said, reasons = _as_it_lies(sources, record, objects, sealed=sealed)
    rows += said
    is_approved = record["state"] == "approved"
    now, obstacle = _as_it_would_be(sources, record, today)
    if now is None:
        rows.append(("current", f"cannot be said: {obstacle}"))
        reasons.append(obstacle)
        return Inspection(rows=_judged(record, rows, reasons), findings=(), reasons=reasons)
    plan, composition, order = now
    is_current = composition.content == record["content"]
    rows += [("current", line) for line in _currency(record, plan, composition)]
    rows += [] if is_approved else _lacks(plan, order)
    reasons += [] if is_current else ["it is not what would be printed today"]
    if objects.foreign:
        # Nobody knows what else it shows, and to whom: it is not even looked at.
        rows.append(("paper", "not looked at: it contains what none of our sheets does"))
        return Inspection(rows=_judged(record, rows, reasons), findings=(), reasons=reasons)
    findings = verify(pdf, judged_by(plan, composition, name))
    count = len(composition.expected)
    rows.append(
        (
            "paper",
            f"all {count} claims stand on it: citations, numbers, references, region, foot"
            if not findings
            else f"not all that must stand on it does: {len(findings)} findings below",
        )
    )
    reasons += ["not all that must stand on the paper does"] if findings else []
    with_what = ""
    if is_current and sealed:
        is_recorded = shelf.is_on_record(sources.project, pdf)
        found = _rebuilt(plan, composition, pdf, objects, name, folder, is_recorded=is_recorded)
        rows.append(("rebuilt", found.said))
        with_what = found.made_with
        reasons += [] if found.is_same else ["printing it again gives a different sheet"]
    rows = _judged(record, rows, reasons, with_what)
    return Inspection(rows=rows, findings=findings, reasons=reasons, is_approved=is_approved)


def _as_it_lies(
    sources: Sources, record: dict[str, Any], objects: Objects, *, sealed: bool
) -> tuple[list[tuple[str, str]], list[str]]:
    """Return what is said of a sheet whatever would be printed today, and what keeps it here."""
    altered = "no: it is as it left the press" if sealed else "YES: it was changed since"
    kinds = (
        f"NOT as in our sheets: {'; '.join(objects.foreign)}"
        if objects.foreign
        else "all are of the kinds that our sheets have"
    )
    withdrawn, made_up = [*_withdrawn(sources, record)], [*_made_up(sources, record)]
    released, is_held = _release(sources, record)
    rows = [
        ("altered", altered),
        ("objects", kinds),
        *(("withdrawn", reason) for reason in withdrawn or ["no"]),
        *([("release", released)] if released else []),
        *(("record", line) for line in _services(sources, record)),
        *(("made up", one) for one in made_up),
    ]
    faults = _faults(record, objects, sealed=sealed, withdrawn=bool(withdrawn), held=is_held)
    return rows, [*faults, *(made_up if record["state"] == "approved" else [])]


def _lacks(plan: SheetPlan, order: Order) -> Iterator[tuple[str, str]]:
    """Yield what the sheet lacks to be approved, as things stand now, and what says how."""
    found = list(why_unapproved(plan, order))
    yield from (("lacks", one.message.partition("; ")[0]) for one in found)
    if order.edition.shows == "languages":
        command = " ".join(["polyleaf status", *order.named])
        yield "next", f"'{command}' says what each language still lacks"
    elif found and not plan.is_test:
        wish = {"article": plan.source.id, "draft": False, "proofs": False, "approved": True}
        command = command_of(plan.locale.name, {**words_of(order), **wish})
        yield "next", f"'{command}' says how to mend each"


def _release(sources: Sources, record: dict[str, Any]) -> tuple[str, bool]:
    """Say how the release stands that a sheet is printed from, and whether it is held back."""
    version = record.get("release")
    if not isinstance(version, str) or not version:
        return "", False
    releases, _ = sources.releases(record["article"])
    found = next((one for one in releases if one.release.version == version), None)
    if not found:
        return f"{version}: NOT in this project, or not as it was frozen", False
    name = record["article"]
    now = sources.articles.named(name) if sources.articles.fact(name) else None
    if now and (changes := held_back(found, now)):
        return f"{version}: HELD BACK: {hold_finding(found, changes).message}", True
    return f"{version} of {found.release.on}: as it was frozen", False


def _faults(
    record: dict[str, Any], objects: Objects, *, sealed: bool, withdrawn: bool, held: bool
) -> Iterator[str]:
    """Yield what keeps a sheet from being handed out, whatever would be printed today."""
    if withdrawn:
        yield "it is withdrawn"
    if held:
        yield "its release is held back"
    if not sealed:
        yield "it was changed since it left the press"
    if objects.foreign:
        yield f"none of our sheets contains that: {objects.foreign[0]}"
    if record["state"] == "draft":
        yield "it is a draft with gaps"
    if is_pseudo(record["locale"]):
        yield "it only tests the layout"


def _judged(
    record: dict[str, Any],
    rows: Sequence[tuple[str, str]],
    reasons: Sequence[str],
    with_what: str = "",
) -> list[tuple[str, str]]:
    """Put the verdict before what it rests on."""
    proof = "" if record["state"] == "approved" else " to reviewers, NOT to patients: it is a proof"
    made = f"; {with_what}" if with_what else ""
    kept = f"may NOT be handed out: {'; '.join(reasons)}"
    return [("verdict", kept if reasons else f"may be handed out{proof}{made}"), *rows]


def _made_up(sources: Sources, record: dict[str, Any]) -> Iterator[str]:
    """Say what a sheet prints that was made up for an example and reaches nobody."""
    project, name = sources.project, record["clinic"]
    known = name in project.clinic_names()
    publisher = project.publisher()[0]
    region = publisher.region if publisher else ""
    for owner in (publisher, project.clinic(name)[0] if known else None):
        yield from (one.message for one in example_values(owner, region=region))


def _record(pdf: bytes) -> dict[str, Any]:
    """Return what the sheet says of itself; it is input that nobody vouches for."""
    text = read_record(pdf)
    if not text:
        raise PolyleafError(
            "carries no record of Polyleaf: it was made by something else, or by a version before "
            "records were kept"
        )
    try:
        record = json.loads(text)
        keys = (*_TEXTS, *(_BESIDE if "beside" in record else ()))
        keys += (_NAMES,) if _NAMES in record else ()
        texts = all(isinstance(record[key], str) for key in keys)
        lists = all(
            isinstance(row, list) and len(row) >= 3 and all(isinstance(part, str) for part in row)
            for key in ("services", "approvals")
            for row in record[key]
        )
        flat = [*(record[key] for key in keys)] if texts else []
        flat += [part for key in ("services", "approvals") for row in record[key] for part in row]
        # What cannot be printed could write rows of its own.
        whole = texts and lists and all(part.isprintable() for part in flat)
        whole = whole and (is_known_locale(record["locale"]) or is_pseudo(record["locale"]))
        whole = whole and ("beside" not in record or is_known_locale(record["beside"]))
        whole = whole and all(map(is_known_locale, record.get(_NAMES, "").split()))
    except (ValueError, LookupError, TypeError, RecursionError):
        whole = False
    if not whole:
        raise PolyleafError("carries a record that cannot be read: it has been altered")
    return dict(record)


def _self_description(
    record: dict[str, Any], pages: Sequence[tuple[float, float]]
) -> Iterator[tuple[str, str]]:
    yield "article", f"{record['article']} {record['version']}, revision {record['revision']}"
    language = language_name(record["locale"], "en")
    made = f", translation {record['translation']}" if record["translation"] else ""
    yield "language", f"{language} ({record['locale']}){made}"
    if beside := record.get("beside"):
        made = f", translation {record['beside_translation']}"
        yield "beside", f"{language_name(beside, 'en')} ({beside}){made}"
    clinic = f", for the clinic {record['clinic']}" if record["clinic"] else ""
    yield "made for", f"{record['region'] or 'no region'}{clinic}"
    yield (
        "form",
        f"{record['edition']} {_on_paper(record, pages)}, by Polyleaf {record['polyleaf']}",
    )
    yield "calls itself", record["state"]
    if is_pseudo(record["locale"]):
        yield "hand out", "NO: it only tests the layout, and its words mean nothing"
    for role, on, wording, *names in record["approvals"]:
        who = next((name for name in names if name), "a person not named")
        yield "approval", f"{role}: {who}, {on}, of the wording {wording}"


def _on_paper(record: dict[str, Any], pages: Sequence[tuple[float, float]]) -> str:
    """Say on what paper a file is printed, and that single pages are not what is printed."""
    paper = paper_of(*pages[0]) if pages else ""
    if not paper:
        return "in single pages, to read on a screen; print the file without -pages"
    asked = "" if paper == record["paper"] else f", asked for on {record['paper']}"
    return f"on {paper}{asked}"


def _withdrawn(sources: Sources, record: dict[str, Any]) -> Iterator[str]:
    sheet = {**record, "region": record["region"] or NO_REGION}
    for one in sources.withdrawn:
        if any(falls_under(marks, record["services"], one) for marks in both_marks(sheet)):
            yield f"YES, on {one.on}: {one.reason}"


def _services(sources: Sources, record: dict[str, Any]) -> Iterator[str]:
    """Say of each record on the sheet whether it is still the same."""
    for name, digest, confirmed, *_ in record["services"]:
        code, _, record_id = name.partition("/")
        known = code in sources.project.region_codes()
        region = sources.project.region(code)[0] if known else None
        now = next((one for one in region.records if one.id == record_id), None) if region else None
        said = f"confirmed on {confirmed}" if confirmed else "not confirmed"
        if now is None:
            yield f"{name}, {said}: no longer on record"
        elif now.digest[:8] != digest:
            yield f"{name} {digest}, {said}: CHANGED since this sheet was made"
        else:
            yield f"{name} {digest}, {said}: unchanged"


_Now = tuple[SheetPlan, Composition, Order]
"""A sheet as it would be printed now, and what was ordered."""


def _as_it_would_be(
    sources: Sources, record: dict[str, Any], today: date
) -> tuple[_Now | None, str]:
    """Compose the same sheet from what the project says now, or say why that cannot be done."""
    article = next((one for one in sources.articles if one.id == record["article"]), None)
    if article is None:
        return None, f"this project has no printable article {record['article']}"
    locale = record["locale"]
    if locale not in sources.locales and not is_pseudo(locale):
        return None, f"this project has no locale {locale}"
    beside = record.get("beside", "")
    if beside and beside not in sources.locales:
        return None, f"this project has no locale {beside}"
    draft = record["state"] == "draft"
    try:
        order, findings = make_order(
            sources.project,
            region=record["region"] or NO_REGION,
            clinic=record["clinic"],
            paper=record["paper"],
            edition=record["edition"],
            draft=draft,
            today=today,
            beside=beside,
            names=record.get(_NAMES, ""),
        )
    except PolyleafError as error:
        return None, str(error)
    if order is None:
        return None, f"{findings[0].path}: {findings[0].message}"
    # What went onto larger paper than was asked for must be found on it.
    order = replace(order, paper_forced=False)
    now, obstacle = _planned(sources, article, locale, order)
    if not draft and not record.get("release") and not _is_same(now, record):
        for asked in _asked_otherwise(order):
            other, _ = _planned(sources, article, locale, asked)
            if _is_same(other, record):
                return other, ""
    return now, obstacle


def _asked_otherwise(order: Order) -> Iterator[Order]:
    """Yield what may have been asked for, though no record says so.

    Where a release is printed, that is the working text beside it; of a notice, proofs, too.
    """
    yield replace(order, working=True)
    if order.offered:
        yield replace(order, proofs=True)


def _is_same(now: _Now | None, record: dict[str, Any]) -> bool:
    return now is not None and now[1].content == record["content"]


def _planned(
    sources: Sources, article: Article, locale: str, order: Order
) -> tuple[_Now | None, str]:
    """Compose the sheet of an order, or say why that cannot be done."""
    chosen = chosen_text(sources, article, locale, order)
    texts = locale_texts(chosen.sources, chosen.article, locale)
    if blocking(texts, order) or not texts.catalog or not texts.words:
        return None, f"the texts in {locale} have errors: run 'polyleaf check {locale}'"
    other = translation_beside(chosen.sources, chosen.article, order)
    if other and blocking(other, order):
        beside = order.beside
        return None, f"the texts in {beside} have errors: run 'polyleaf check {beside}'"
    given = (chosen.sources, chosen.article, texts.catalog, texts.words)
    standing = judge_text(*given, order.today)
    try:
        planned = plan_sheet(*given, order, standing)
    except PolyleafError as error:
        return None, str(error)
    plan = as_words_allow(of_release(planned, chosen))
    return (plan, compose(plan), order), ""


def _beside_now(record: dict[str, Any], plan: SheetPlan) -> dict[str, tuple[str, str]]:
    """Return the translation beside the sheet's own, then and now; nothing where there is none."""
    if "beside" not in record or not plan.beside:
        return {}
    both = record["beside_translation"], plan.beside.translation
    return {f"translation in {record['beside']}": both}


def _currency(record: dict[str, Any], plan: SheetPlan, composition: Composition) -> Iterator[str]:
    """Say whether the project would print the same page today, and what differs."""
    if composition.content == record["content"]:
        yield "yes: the same texts and records would print the same page today"
        return
    differ = False
    now = {
        "article's version": (record["version"], plan.source.version),
        "article's text": (record["revision"], plan.source.revision),
        "translation": (record["translation"], plan.translation),
        **_beside_now(record, plan),
        "standing": (record["state"], plan.state),
    }
    for what, (then, today) in now.items():
        if then != today:
            differ = True
            yield f"NO: the {what} is {today} now, on this sheet {then}"
    then_rows = {tuple(row[:2]) for row in record["services"]}
    now_rows = {row[:2] for row in plan.records}
    for name, _ in sorted(now_rows - then_rows):
        differ = True
        yield f"NO: {name} would be printed differently today"
    for name in sorted({name for name, _ in then_rows} - {name for name, _ in now_rows}):
        differ = True
        yield f"NO: {name} would not be printed today"
    if not differ:
        where = region_name(plan.region, "en") if plan.region else "no region"
        yield (
            f"NO: something else on the page for {where} differs: the publisher's or clinic's "
            "words, credits, dates, or the program"
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rebuilt:
    """How a sheet compares with the same, set again."""

    said: str
    is_same: bool = False
    made_with: str = ""
    """Which other versions it was made with, where it is the same in other bytes."""


def _rebuilt(
    plan: SheetPlan,
    composition: Composition,
    pdf: bytes,
    objects: Objects,
    name: str,
    folder: Path,
    *,
    is_recorded: bool,
) -> _Rebuilt:
    """Set the same sheet again, and compare all that there is in both files."""
    fonts = font_set(plan.families, folder)
    made = typeset(composition.html, fonts, name, composition.forms)
    theirs, rtl = read_pages(pdf), plan.locale.rtl
    again = made.pdf
    if made.pages_pdf and not _same_size(read_pages(made.pdf), theirs):
        again = made.pages_pdf
    if again == pdf:
        return _Rebuilt(said="the same file, byte for byte", is_same=True)
    ours, our_objects = read_pages(again), read_objects(again)
    if read(ours, rtl=rtl).text.split() != read(theirs, rtl=rtl).text.split():
        return _Rebuilt(
            said="NOT the same: the pages show other words than this project would print"
        )
    if read_links(again) != read_links(pdf) or objects.facts != our_objects.facts:
        return _Rebuilt(
            said="NOT the same: other links, or other words for who hears it, than this project "
            "makes"
        )
    on_screen, printed = [one.ink for one in theirs], list(read_printed(pdf))
    like_ours = on_screen == [one.ink for one in ours] and printed == list(read_printed(again))
    if not like_ours and not (is_recorded and on_screen == printed):
        return _Rebuilt(
            said="NOT the same: the pages look different from those that this project prints here; "
            "something was added, or they were set with other fonts or libraries. Print them again"
        )
    others = _other_versions(objects.made_with, our_objects.made_with)
    if not others and not is_recorded:
        return _Rebuilt(
            said="NOT the same: the same libraries and fonts give other bytes. Print it again"
        )
    if not is_recorded and (hidden := hidden_in(pdf, again)):
        return _Rebuilt(said=f"NOT the same: {hidden}. Print it again")
    return _Rebuilt(said="the same pages in other bytes", is_same=True, made_with=others)


_LIBRARIES = {"pango": "Pango", "harfbuzz": "HarfBuzz", "weasyprint": "WeasyPrint"}


def _other_versions(theirs: str, ours: str) -> str:
    """Say which libraries or fonts of two files differ; empty where none do."""
    try:
        then, now = dict(json.loads(theirs)), dict(json.loads(ours))
    except (ValueError, TypeError, RecursionError):
        return "made with libraries that it does not name"
    told = []
    for name in [*now, *(name for name in then if name not in now)]:
        was, here = str(then.get(name, "none"))[:20], str(now.get(name, "none"))
        if was != here and was.isprintable():
            told.append(
                "made with other fonts than there are here"
                if name == "fonts"
                else f"made with {_LIBRARIES.get(name, name[:20])} {was}, here is {here}"
            )
    return "; ".join(told[:3])


def _same_size(ours: Sequence[Page], theirs: Sequence[Page]) -> bool:
    """Say whether two files are on the same paper: printed sides, or the pages on them."""
    return [round(page.width) for page in ours[:1]] == [round(page.width) for page in theirs[:1]]
