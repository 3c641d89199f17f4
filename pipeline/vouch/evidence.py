"""Writing down how a translation was tried: ``polyleaf evidence``."""

from datetime import date
from pathlib import Path
from typing import Any

from pipeline.project.disk import write_files
from pipeline.project.sources import Sources, locale_texts
from pipeline.records.approval import approval_seal
from pipeline.records.table import toml_value
from pipeline.values.article import Article
from pipeline.values.errors import PolyleafError
from pipeline.values.finding import Finding, has_errors
from pipeline.vouch.approve import name_in_file
from pipeline.vouch.person import refuse_name
from pipeline.vouch.standing import judge_text

_HEAD = """\
# {kind} of {article} in {locale}, recorded for {by} on {on}.
# Written by `polyleaf evidence`; a line changed by hand makes it void.
"""


def record_evidence(
    sources: Sources,
    article: Article,
    locale: str,
    *,
    kind: str,
    by: str,
    named: bool,
    readers: int,
    found: str,
    on: date,
    today: date,
) -> tuple[Path | None, list[Finding]]:
    """Record how exactly these words were tried, or what makes their translator fit.

    Return the file, or what is wrong with the texts. A `PolyleafError` says what is missing.
    """
    by, found = refuse_name(by), " ".join(found.split())
    if on > today:
        raise PolyleafError(f"nothing can have been tried on {on}, which is still to come")
    if locale == article.language and kind != "field-test":
        raise PolyleafError(f"{article.id} is written in {locale}: there is no translation to try")
    if sum(map(str.isalpha, found)) < 3 or not found.isprintable():
        raise PolyleafError(
            f"--found {found!r} says nothing: write what came of it, in a few words"
        )
    if (kind == "field-test") != (readers > 0):
        raise PolyleafError(
            "say with how many readers: --readers 12"
            if kind == "field-test"
            else "--readers is for a field test alone"
        )
    texts = locale_texts(sources, article, locale)
    if has_errors(texts.findings) or not texts.catalog or not texts.words:
        return None, [*texts.findings]
    wording = judge_text(sources, article, texts.catalog, texts.words, today).wording
    fields: dict[str, Any] = {
        "article": article.id,
        "locale": locale,
        "kind": kind,
        "by": by,
        "named": named,
        "on": on,
        **({"readers": readers} if readers else {}),
        "found": found,
        "wording": wording.digest,
        "bound": wording.bound,
        "text": wording.text,
    }
    sealed = {**fields, "seal": approval_seal(fields)}
    lines = [_HEAD.format(**fields)]
    lines += [f"{name} = {toml_value(value)}\n" for name, value in sealed.items()]
    name = f"{article.id}-{kind}-{name_in_file(by)}-{on}.toml"
    path = sources.project.evidence_folder(locale) / name
    write_files(sources.project.root, {path: "".join(lines).encode()})
    return path, []
