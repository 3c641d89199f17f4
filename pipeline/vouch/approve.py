"""Writing down that a person approves a locale's words: ``polyleaf approve``."""

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from pipeline.project.disk import remove_files, write_files
from pipeline.project.sources import Sources, locale_texts
from pipeline.records.approval import approval_seal
from pipeline.records.naming import in_plain_letters, language_meant, meant
from pipeline.records.person import same_name, same_person
from pipeline.records.table import toml_value
from pipeline.records.typography import is_known_locale
from pipeline.values.approval import Approval, Wording
from pipeline.values.article import Article
from pipeline.values.errors import PolyleafError
from pipeline.values.finding import Finding, has_errors
from pipeline.values.locale import language_of
from pipeline.values.policy import Policy
from pipeline.vouch.person import refuse_name, refuse_statement
from pipeline.vouch.standing import TextStanding, judge_text

_HEAD = """\
# {by} ({role}) approved these words of {article} in {locale} on {on}.
# Written by `polyleaf approve`; a line changed by hand makes it void. Each line below is a short
# hash of a text and of what it says in this locale.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """An approval that was written down, or what keeps it from being."""

    path: Path | None
    wording: Wording | None
    findings: Sequence[Finding]
    renewed: Sequence[Approval] = ()
    """Those of the same person in the same role whose place it takes."""


def approve(
    sources: Sources,
    article: Article,
    locale: str,
    *,
    by: str,
    role: str,
    named: bool,
    qualification: str = "",
    languages: tuple[str, ...] = (),
    on: date,
    today: date,
) -> Given:
    """Record that a person approves exactly the words that a sheet would show now.

    Refused, with the findings, where the texts have errors: nobody can approve what cannot be
    printed. Refused, with a `PolyleafError`, for a person who translated them.
    """
    by = refuse_name(by)
    if on > today:
        raise PolyleafError(f"an approval cannot be dated {on}, which is still to come")
    stated: dict[str, str | tuple[str, ...]] = {
        "qualification": refuse_statement("qualification", qualification),
        "languages": _languages_of(languages, article.language, locale),
    }
    _refuse_unsaid(sources.policy, article.language, locale, stated, by=by, role=role)
    _refuse_unfit(article, locale, role=role, on=on)
    texts = locale_texts(sources, article, locale)
    if has_errors(texts.findings) or not texts.catalog or not texts.words:
        return Given(path=None, wording=None, findings=texts.findings)
    standing = judge_text(sources, article, texts.catalog, texts.words, today)
    doubtful = [one for one in standing.findings if one.code == "CAT022"]
    doubtful += [one for one in sources.findings if one.code == "TRM001"]
    if doubtful:
        return Given(path=None, wording=None, findings=[*texts.findings, *doubtful])
    revised = max((one.revised for one in (texts.catalog, texts.words) if one.revised), default=on)
    if on < revised:
        raise PolyleafError(
            f"{article.id} was last changed in {locale} on {revised}: nobody can have approved "
            f"these words on {on}; leave --on out for today"
        )
    if locale != article.language:
        if not (standing.translators or texts.catalog.translators):
            raise PolyleafError(_unknown_translator(article.id, locale, today))
        _refuse_translator(standing, article.id, locale, by=by, role=role)
    _refuse_second_role(standing, by=by, role=role, article=article.id, locale=locale)
    given = [one for one in sources.given(locale).of(article.id) if one.role == role]
    renewed = _renewed(given, by=by)
    path = sources.project.approvals_folder(locale) / f"{article.id}-{role}-{name_in_file(by)}.toml"
    fields = {
        "article": article.id,
        "locale": locale,
        "role": role,
        "by": by,
        "named": named,
        "on": on,
        "version": article.version,
        "wording": standing.wording.digest,
        "bound": standing.wording.bound,
        "text": standing.wording.text,
        **{name: value for name, value in stated.items() if value},
    }
    root = sources.project.root
    write_files(root, {path: _file(fields, standing.wording)})
    remove_files(root, [root / one.path for one in renewed if root / one.path != path])
    return Given(path=path, wording=standing.wording, findings=texts.findings, renewed=renewed)


def _languages_of(said: Sequence[str], *own: str) -> tuple[str, ...]:
    """Return the languages that a person names, by code; a word that names none is refused."""
    found = [meant(word, own) or language_meant(word) for word in said]
    for word, name in zip(said, found, strict=True):
        if not is_known_locale(name):
            raise PolyleafError(
                f"--languages: '{word}' names no language: write codes or names, such as "
                f'"{" ".join(dict.fromkeys(own))}"'
            )
    return tuple(dict.fromkeys(found))


def _refuse_half(read: Sequence[str], *own: str, by: str, role: str) -> None:
    """Refuse a person who does not read both the original and the translation."""
    missing = [one for one in own if language_of(one) not in map(language_of, read)]
    if missing:
        both = " ".join(dict.fromkeys(own))
        raise PolyleafError(
            f"--languages lacks {' and '.join(missing)}: a {role} reads the original beside the "
            f'translation; if {by} reads both, write --languages "{both}"'
        )


def _unknown_translator(article: str, locale: str, today: date) -> str:
    """Say what to write while nobody is on record as translator: it could be this very person."""
    return (
        f"nobody is on record as translator of {article} into {locale}, so nobody can be told from "
        f"the translator: write three lines into locales/{locale}/credits.toml: [[translated]], "
        f'by = "…" (or machine = true, where a program did it), on = {today} (the day)'
    )


def _refuse_second_role(
    standing: TextStanding, *, by: str, role: str, article: str, locale: str
) -> None:
    """Refuse a person for a role beside another of theirs, where each takes another person."""
    asked = [group for group in standing.needs if role in group]
    for one in standing.approvals:
        others = [group for group in standing.needs if one.role in group]
        if same_person(one.by, by) and one.role != role and asked and asked != others:
            raise PolyleafError(
                f"{by} is the {one.role} of {article} in {locale} already; the {role} must be "
                "another person. To change the role, take the other back first: "
                f'polyleaf revoke {locale} --of "{one.by}" --role {one.role} --by "…" '
                '--because "…"'
            )


def _refuse_unsaid(
    policy: Policy,
    original: str,
    locale: str,
    stated: Mapping[str, str | tuple[str, ...]],
    *,
    by: str,
    role: str,
) -> None:
    """Refuse an approval that does not state what the policy asks of its role."""
    asked = policy.states.get(role, ())
    if unsaid := [name for name in asked if not stated[name]]:
        options = " and ".join(f'--{name} "…"' for name in unsaid)
        raise PolyleafError(
            f"source/policy.toml asks what makes a {role} fit for it: add {options}, in the "
            f"words of {by}"
        )
    if "languages" in asked:
        _refuse_half(tuple(stated["languages"]), original, locale, by=by, role=role)


def _refuse_unfit(article: Article, locale: str, *, role: str, on: date) -> None:
    """Refuse a role that an article does not have, and a day on which it was not there."""
    if locale == article.language and role == "reviser":
        raise PolyleafError(
            f"{article.id} is written in {locale}: a reviser compares a translation with its "
            "source; use --role editor or clinician"
        )
    if on < article.date:
        raise PolyleafError(
            f"{article.id} is dated {article.date}: nobody can have approved it on {on}; "
            "leave --on out for today"
        )


def _refuse_translator(
    standing: TextStanding, article: str, locale: str, *, by: str, role: str
) -> None:
    """Refuse who translated the text."""
    if any(same_person(by, name) for name in standing.translator_names):
        raise PolyleafError(
            f"{by} translated {article} into {locale} and cannot be its {role}: "
            "another person has to read it"
        )


def _renewed(given: Sequence[Approval], *, by: str) -> list[Approval]:
    """Return what a person has approved before in a role, however the name was typed.

    Refused where a short name leaves open whether it is the same person: one would take the
    other's place, or be two.
    """
    for one in given:
        if same_person(one.by, by) and not same_name(one.by, by):
            raise PolyleafError(
                f"{by} may be {one.by}, who is the {one.role} of {one.article} in {one.locale} "
                f'already: to renew that, write --by "{one.by}"; who is somebody else writes a '
                "name that is not the same, in full"
            )
    return [one for one in given if same_name(one.by, by)]


def name_in_file(name: str) -> str:
    """Return a name as a part of a file's name; two names never have the same."""
    plain = in_plain_letters(name)
    mark = hashlib.sha256(name.encode()).hexdigest()[:8]
    return "-".join([*re.findall(r"[a-z0-9]+", plain), mark])


def _file(fields: dict[str, Any], wording: Wording) -> bytes:
    parts: dict[str, dict[str, str]] = {}
    for part in wording.parts:
        parts.setdefault(part.kind, {})[part.key] = part.digest
    sealed = {**fields, "seal": approval_seal({**fields, **parts})}
    lines = [_HEAD.format(**fields)]
    lines += [f"{name} = {toml_value(value)}\n" for name, value in sealed.items()]
    for kind, hashes in parts.items():
        lines.append(f"\n[{kind}]\n")
        lines += [f'{key} = "{digest}"\n' for key, digest in hashes.items()]
    return "".join(lines).encode()
