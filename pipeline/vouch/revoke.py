"""Taking an approval back: ``polyleaf revoke``."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pipeline.project import Project
from pipeline.project.disk import is_there, read, remove_files, write_files
from pipeline.records.person import same_person
from pipeline.values.approval import Approval
from pipeline.values.errors import PolyleafError
from pipeline.vouch.person import refuse_name

FOLDER = "taken-back"
"""Where approvals lie that count no more: read by people, and by no command."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Revoked:
    """An approval that was taken back, and where its trace lies."""

    approval: Approval
    path: Path


def revoke(
    project: Project,
    locale: str,
    *,
    of: str,
    by: str,
    because: str,
    role: str,
    article: str,
    on: date,
) -> list[Revoked]:
    """Take back the approvals of a person in a locale; empty role and article mean all of them.

    Each file is kept below ``approvals/taken-back/``, under a head that says who took it back,
    when and why.
    """
    by = refuse_name(by)
    because = " ".join(because.split())
    if sum(map(str.isalpha, because)) < 3 or not because.isprintable():
        raise PolyleafError(f"--because {because!r} says nothing: write why, in a few words")
    given, findings = project.approvals(locale)
    chosen = [
        one
        for one in given
        if same_person(one.by, of)
        and (not role or one.role == role)
        and (not article or one.article == article)
    ]
    if not chosen:
        known = "; ".join(f"{one.by} ({one.role}, {one.article})" for one in given)
        broken = f"; {len(findings)} cannot be read" if findings else ""
        raise PolyleafError(
            f"no such approval of '{of}' in {locale}; there are: {known or 'none'}{broken}"
        )
    people = list(dict.fromkeys(one.by for one in chosen))
    if not all(same_person(people[0], name) for name in people):
        raise PolyleafError(
            f"'{of}' may be {' or '.join(people)}: write the whole name of the one whose approval "
            "is taken back"
        )
    return [_take_back(project, one, by=by, because=because, on=on) for one in chosen]


def _take_back(project: Project, one: Approval, *, by: str, because: str, on: date) -> Revoked:
    file = project.root / one.path
    head = f"# Taken back by {by} on {on}: {because}\n"
    folder = file.parent / FOLDER
    place = folder / f"{file.stem}-{on}.toml"
    number = 1
    while is_there(place):
        number += 1
        place = folder / f"{file.stem}-{on}-{number}.toml"
    write_files(project.root, {place: head.encode() + read(file, one.path, project.root)})
    remove_files(project.root, [file])
    return Revoked(approval=one, path=place)
