"""What was asked for: the command's word, else the clinic's, else the publisher's."""

import shlex
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from pipeline.check.example import example_values
from pipeline.check.logo import logo_faults
from pipeline.check.services import clinic_faults, lint_region
from pipeline.check.telephones import region_doubts, telephone_faults
from pipeline.check.typed import typed_in_profile, typed_in_region
from pipeline.check.withdrawn import NO_REGION
from pipeline.compose.sheet import editions
from pipeline.project import Project
from pipeline.project.crisis_numbers import CrisisNumbers
from pipeline.project.facts import Facts
from pipeline.records.naming import did_you_mean
from pipeline.values.errors import PolyleafError
from pipeline.values.finding import Finding, Severity, has_errors
from pipeline.values.publisher import Clinic, Publisher
from pipeline.values.region import FALLBACK, Region
from pipeline.values.sheet import HANDOUT, Edition


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What was asked for, the same for every locale."""

    publisher: Publisher
    clinic: Clinic | None
    region: Region | None
    fallback: Region | None
    """Where a sheet that can name no service sends its reader."""
    edition: Edition
    paper: str
    paper_forced: bool
    draft: bool
    today: date
    """The day on which ages of records are counted."""
    confirmed_within: int = 180
    """Days for which a confirmation of a service holds."""
    working: bool = False
    """Whether the working text is asked for, though an approved release may be there."""
    approved: bool = False
    """Whether to refuse every sheet that may not call itself approved."""
    force: bool = False
    """Whether to build again what is already built from the same."""
    proofs: bool = False
    """Whether a notice names languages of which the sheet is not approved."""
    beside: str = ""
    """The locale that was asked for beside each sheet's own, empty for the article's language."""
    offered: tuple[str, ...] = ()
    """The locales that a notice may name beside the article's own."""
    named: tuple[str, ...] = ()
    """The locales that a notice was asked to name, and no others; empty for all of them."""
    in_article_language: bool = False
    """Whether there is one sheet, in the article's own language, whatever locales are printed."""
    now: date | None = None
    """The day on which it is judged whether an earlier sheet is still true, where ``today`` is
    another: what is only supposed takes nothing away."""

    def second(self, language: str) -> str:
        """Return the locale beside the sheet's own; empty where the edition has one column.

        ``language`` is the article's.
        """
        return (self.beside or language) if self.edition.side_by_side else ""

    def locales(self, locale: str, language: str) -> tuple[str, ...]:
        """Return the locales whose translations must hold for a sheet: its own, and that beside."""
        second = self.second(language)
        return (locale, second) if second not in ("", language) else (locale,)


_CALLED = {
    **dict.fromkeys(("flyer", "leaflet", "pamphlet", "folleto", "tríptico"), "brochure"),
    **dict.fromkeys(("broschüre", "faltblatt", "dépliant"), "brochure"),
    **dict.fromkeys(("poster", "sign", "cartel", "affiche", "aushang", "plakat"), "wall-poster"),
    **dict.fromkeys(("librito", "cuadernillo", "livret", "heft"), "booklet"),
    **dict.fromkeys(("bilingüe", "bilingue", "zweisprachig"), "bilingual"),
    **dict.fromkeys(("hoja", "fiche", "merkblatt", "sheet"), HANDOUT),
    **dict.fromkeys(("aviso", "avis", "hinweis"), "notice"),
    **dict.fromkeys(("grossdruck", "large", "big", "letra", "gros", "grands"), "large-print"),
}
"""What people call an edition beside its name."""


def make_order(
    project: Project,
    *,
    today: date,
    region: str = "",
    clinic: str = "",
    paper: str = "",
    edition: str = HANDOUT,
    draft: bool = False,
    working: bool = False,
    approved: bool = False,
    force: bool = False,
    proofs: bool = False,
    beside: str = "",
    names: str = "",
    now: date | None = None,
) -> tuple[Order | None, list[Finding]]:
    """Settle what is asked for: the command's word, else the clinic's, else the publisher's.

    Empty words were not said. The order is ``None`` where a finding is an error.
    """
    _refuse_contradictions(draft=draft, working=working, approved=approved, proofs=proofs)
    form = _edition(edition)
    _refuse_unsuited(form, beside, names)
    if paper and paper not in form.papers:
        papers = " ".join(form.papers)
        raise PolyleafError(f"unknown paper '{paper}' for the {edition}; known: {papers}")
    records, findings = _read_records(project, region, clinic)
    publisher, profile, record = records.publisher, records.clinic, records.region
    findings += _faults_of(project, records, region_asked=bool(region))
    # Where an approved sheet is asked for, each sheet says so beside all else that it lacks.
    usual = publisher.region if publisher else ""
    made_up = [*example_values(publisher), *example_values(profile, region=usual)]
    findings += [one for one in made_up if one.is_error or not approved]
    if has_errors(findings) or not publisher:
        return None, findings
    has_service = record and any(service.printed_ways for service in record.services)
    if not has_service and not finder(records.fallback):
        findings.append(_nofinder())
    usual = (profile and profile.paper) or publisher.paper or (record.paper if record else "a4")
    is_notice = form.shows == "languages"
    order = Order(
        publisher=publisher,
        clinic=profile,
        region=record,
        fallback=records.fallback,
        edition=form,
        paper=paper or dict(form.usual_papers).get(usual, usual),
        paper_forced=bool(paper),
        draft=draft,
        today=today,
        confirmed_within=project.policy()[0].confirmed_within,
        working=working,
        approved=approved,
        force=force,
        beside=beside,
        proofs=proofs and is_notice,
        offered=_offered(project, names) if is_notice else (),
        named=tuple(names.split()),
        now=now,
    )
    return (None if has_errors(findings) else order), findings


def _refuse_contradictions(*, draft: bool, working: bool, approved: bool, proofs: bool) -> None:
    """Refuse wishes that no sheet can fill together."""
    if draft and approved:
        raise PolyleafError("a draft is never approved: ask for one or the other")
    if draft and working:
        raise PolyleafError("a draft is made from the working text anyway: leave --working out")
    if proofs and approved:
        raise PolyleafError("a notice with proofs is never approved: ask for one or the other")


def _edition(name: str) -> Edition:
    known = editions()
    if name not in known:
        raise PolyleafError(
            f"unknown edition '{name}'; "
            f"{did_you_mean(_CALLED.get(name.casefold(), name), known)}"
            f"known: {' '.join(sorted(known))}, or all; several are "
            "separated by spaces"
        )
    return known[name]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Records:
    """The records that a sheet is printed with, as far as they can be read."""

    publisher: Publisher | None
    clinic: Clinic | None
    clinic_id: str
    region: Region | None
    fallback: Region | None


def _read_records(project: Project, region: str, clinic: str) -> tuple[_Records, list[Finding]]:
    """Read what an order asks for, or else the clinic's, else the publisher's, and all faults."""
    profile, findings = project.clinic(clinic) if clinic else (None, [])
    publisher, found = project.publisher()
    findings += found
    code = region or (profile and profile.region) or (publisher.region if publisher else "")
    named = code and code not in (NO_REGION, FALLBACK)
    record, found = project.region(code) if named else (None, [])
    findings += found
    has_fallback = FALLBACK in project.region_codes()
    fallback, found = project.region(FALLBACK) if has_fallback else (None, [])
    findings += found
    records = _Records(
        publisher=publisher, clinic=profile, clinic_id=clinic, region=record, fallback=fallback
    )
    return records, findings


def _faults_of(project: Project, records: _Records, *, region_asked: bool) -> Iterator[Finding]:
    """Report what is wrong with records that can be read, and between them."""
    on_record = CrisisNumbers(project)
    for one in (records.region, records.fallback):
        if one:
            yield from (fault for fault in lint_region(one) if fault.is_error)
            yield from typed_in_region(one, on_record)
    if records.region:
        known = project.region_codes()
        yield from _where(records.region, records.clinic, known, asked=region_asked)
    owners = (
        ("publisher.toml", records.publisher),
        (f"clinics/{records.clinic_id}.toml", records.clinic),
    )
    for path, owner in owners:
        if owner:
            yield from typed_in_profile(owner, f"source/{path}", on_record)
        if owner and owner.logo:
            images = project.images()
            yield from logo_faults(f"source/{path}", owner.logo, images, project.image, on_record)


def _refuse_unsuited(edition: Edition, beside: str, names: str) -> None:
    """Refuse further languages for an edition that has no place for them."""
    if beside and not edition.side_by_side:
        raise PolyleafError(
            f"the {edition.name} has one language: for {beside} beside another, ask for the "
            "bilingual edition alone"
        )
    if names and edition.shows != "languages":
        raise PolyleafError(
            f"the {edition.name} names no languages: ask for the notice alone, or leave --names out"
        )


def _offered(project: Project, names: str) -> tuple[str, ...]:
    return tuple(names.split() or project.locales())


def _where(
    region: Region, clinic: Clinic | None, known: Sequence[str], *, asked: bool
) -> Iterator[Finding]:
    """Report what speaks against a sheet's region: the clinic's numbers, or the code itself."""
    if clinic:
        yield from clinic_faults(clinic, [region])
        yield from telephone_faults(clinic, region.code, known)
    named = f"clinics/{clinic.id}" if clinic and clinic.region else "publisher"
    yield from region_doubts(region.code, clinic, known, asked=asked, path=f"source/{named}.toml")


def words_of(order: Order) -> dict[str, str | bool]:
    """Return the words with which `make_again` makes an order elsewhere, as JSON can hold them."""
    return {
        "region": order.region.code if order.region else NO_REGION,
        "clinic": order.clinic.id if order.clinic else "",
        "paper": order.paper if order.paper_forced else "",
        "edition": order.edition.name,
        "draft": order.draft,
        "working": order.working,
        "proofs": order.proofs,
        "today": order.today.isoformat(),
        "approved": order.approved,
        "force": order.force,
        "beside": order.beside,
        "names": " ".join(order.named),
    }


_ASKED = ("article", "region", "clinic", "edition", "beside", "names", "paper")
_WISHED = ("draft", "working", "proofs", "approved")


def command_of(locale: str, words: Mapping[str, Any]) -> str:
    """Return the command that asks for sheets in a locale, from words as `words_of` gives them.

    Empty words, and those that are not known, were not said; nor is what is usual.
    """
    said = {name: str(words.get(name) or "") for name in _ASKED}
    said["edition"] = "" if said["edition"] == HANDOUT else said["edition"]
    said["names"] = ",".join(said["names"].split())
    options = [f"--{name} {shlex.quote(value)}" for name, value in said.items() if value]
    options += [f"--{name}" for name in _WISHED if words.get(name)]
    return " ".join(["polyleaf pdf", *filter(None, [locale]), *options])


def make_again(project: Project, words: Mapping[str, Any]) -> tuple[Order | None, list[Finding]]:
    """Make an order from `words_of` another like it."""
    return make_order(project, **{**words, "today": date.fromisoformat(words["today"])})


def asked_region(project: Project, region: str, clinic: str) -> str:
    """Return the region of an order's sheet; empty where the records that say it cannot be read."""
    profile, _ = project.clinic(clinic) if clinic and not region else (None, [])
    if region or (profile and profile.region):
        return _code(region or (profile.region if profile else ""))
    publisher, _ = project.publisher()
    if not publisher or (clinic and not profile):
        return ""
    return _code(publisher.region)


def _code(region: str) -> str:
    return NO_REGION if region in ("", FALLBACK) else region


def finder(fallback: Region | None) -> str:
    """Return the address where a reader can look for a service, empty where none is on record."""
    ways = fallback.services[0].printed_ways if fallback and fallback.services else ()
    return next((way.address for way in ways if way.address), "")


def _nofinder() -> Finding:
    return Finding(
        code="SVC001",
        severity=Severity.ERROR,
        path=f"source/regions/{FALLBACK}.toml",
        message="this sheet can name no crisis service, and no address to look for one is known",
        fix='write the file with a service whose way is of kind = "web"; '
        "docs/regions-and-clinics.md says how",
    )


def makes_sense(article: Facts, locale: str, order: Order) -> bool:
    """Say whether an article has a sheet of an order in a locale.

    Nothing stands beside itself, and what shows a crisis note needs one that opens the article.
    """
    if order.in_article_language and locale != article.language:
        return False
    if lacks_note(article, order):
        return False
    return not order.edition.side_by_side or locale not in (article.language, order.beside)


def lacks_note(article: Facts, order: Order) -> bool:
    """Say whether an order shows the crisis note that opens an article, and this one has none."""
    return order.edition.shows == "note" and not article.has_note
