"""Writing down that a person approves a locale's words: ``polyleaf approve``."""

import hashlib
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from pipeline.build.sources import Sources, locale_texts
from pipeline.build.standing import judge_text
from pipeline.project import write_files
from pipeline.records.approval import approval_seal
from pipeline.values.approval import Wording, same_person
from pipeline.values.article import Article
from pipeline.values.errors import PolyleafError
from pipeline.values.finding import Finding, has_errors

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


def approve(
    sources: Sources,
    article: Article,
    locale: str,
    *,
    by: str,
    role: str,
    named: bool,
    on: date,
    today: date,
) -> Given:
    """Record that a person approves exactly the words that a sheet would show now.

    Refused, with the findings, where the texts have errors: nobody can approve what cannot be
    printed. Refused, with a `PolyleafError`, for a person who translated them.
    """
    by = " ".join(by.split())
    if len(by) < 2 or any(unicodedata.category(letter).startswith("C") for letter in by):
        raise PolyleafError(f"--by '{by}' is no name")
    if on > today:
        raise PolyleafError(f"an approval cannot be dated {on}, which is still to come")
    if locale == article.language and role == "reviser":
        raise PolyleafError(
            f"{article.id} is written in {locale}: a reviser compares a translation with its "
            "source; use --role editor or clinician"
        )
    texts = locale_texts(sources, article, locale)
    if has_errors(texts.findings) or not texts.catalog or not texts.words:
        return Given(path=None, wording=None, findings=texts.findings)
    standing = judge_text(sources, article, texts.catalog, texts.words)
    names = [one.by for one in standing.translators] + [
        *texts.catalog.translators,
        *texts.words.translators,
    ]
    if locale != article.language and any(same_person(by, name) for name in names):
        raise PolyleafError(
            f"{by} translated {article.id} into {locale} and cannot be its {role}: "
            "another person has to read it"
        )
    path = sources.project.approvals_folder(locale) / f"{article.id}-{role}-{_slug(by)}.toml"
    fields = {
        "article": article.id,
        "locale": locale,
        "role": role,
        "by": by,
        "named": named,
        "on": on,
        "version": article.version,
        "wording": standing.wording.digest,
    }
    write_files({path: _file(fields, standing.wording)})
    return Given(path=path, wording=standing.wording, findings=texts.findings)


def _slug(name: str) -> str:
    """Return a name as a part of a file's name; one in other letters than Latin becomes a hash."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", plain)
    return "-".join(words) or hashlib.sha256(name.encode()).hexdigest()[:8]


def _file(fields: dict[str, Any], wording: Wording) -> bytes:
    import tomlkit

    parts: dict[str, dict[str, str]] = {}
    for part in wording.parts:
        parts.setdefault(part.kind, {})[part.key] = part.digest
    stated = {**fields, **parts}
    document = tomlkit.document()
    for name, value in {**fields, "seal": approval_seal(stated)}.items():
        document.add(name, value)
    for kind, hashes in parts.items():
        table = tomlkit.table()
        for key, digest in hashes.items():
            table.add(key, digest)
        document.add(tomlkit.nl())
        document.add(kind, table)
    return (_HEAD.format(**fields) + tomlkit.dumps(document)).encode()
