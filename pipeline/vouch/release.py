"""Freezing an approved version, keeping it, withdrawing it: ``polyleaf release``."""

import csv
import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from io import StringIO
from pathlib import Path

from pipeline.catalog import po
from pipeline.catalog.messages import SHEET
from pipeline.project import disk
from pipeline.project.releases import KEPT, RECORD
from pipeline.project.sources import Released, Sources, locale_texts, sheet_catalog
from pipeline.records.glossary import COLUMNS, Term, terms_of
from pipeline.records.release import VERSION, kept_file, release_file
from pipeline.records.table import toml_value
from pipeline.records.toml import TableError, read_toml
from pipeline.records.typography import parents_of
from pipeline.records.withdrawn import read_withdrawn
from pipeline.translate.pictures import versions_of
from pipeline.values.article import Article, walk_inlines
from pipeline.values.errors import PolyleafError
from pipeline.values.finding import has_errors
from pipeline.values.release import Kept, Release
from pipeline.vouch.hold import changes_of_substance, digest_of
from pipeline.vouch.person import refuse_name
from pipeline.vouch.standing import TextStanding, judge_text


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A release that was written."""

    release: Release
    folder: Path
    fresh: tuple[str, ...]
    """The locales that it did not have before, or not with these words."""


def make_release(sources: Sources, article: Article, version: str, *, today: date) -> Made:
    """Freeze what is approved of an article on a day, in every locale in which its words are.

    A release that is there already takes in the locales that were approved since; its article
    stays what it was, byte for byte. A `PolyleafError` says why there is nothing to freeze.
    """
    if version != article.version:
        raise PolyleafError(
            f"{article.id} is at version {article.version}, not {version}: to release it, write "
            f"polyleaf release {article.id} {article.version}"
        )
    if not re.fullmatch(VERSION, version):
        raise PolyleafError(
            f"{article.path}: a version that is released names a folder: write letters, digits, "
            f"points and hyphens, such as 1.0, instead of '{version}'"
        )
    approved = dict(_approved(sources, article, today))
    if not approved:
        raise PolyleafError(
            f"nothing of {article.id} is approved in any locale, so there is nothing to release: "
            "polyleaf status says what is missing"
        )
    folder = sources.project.release_folder(article.id, version)
    before = _earlier(sources, article, version)
    earlier = before.release if before else None
    files = dict(_frozen(sources, article, approved, before.sources.terms if before else ()))
    marks = {name: standing.wording.mark for name, standing in approved.items()}
    kept_files = _kept_files(earlier, files, marks)
    release = Release(
        path=sources.project.name(folder / RECORD),
        article=article.id,
        version=version,
        revision=article.revision,
        on=earlier.on if earlier else today,
        locales={**(earlier.locales if earlier else {}), **marks},
        files={**kept_files, **{name: _sha256(content) for name, content in files.items()}},
    )
    written = {folder / name: content for name, content in files.items()}
    written[folder / RECORD] = release_file(release)
    disk.write_files(sources.project.root, written)
    known = earlier.locales if earlier else {}
    fresh = [name for name, mark in marks.items() if known.get(name) != mark]
    return Made(release=release, folder=folder, fresh=tuple(sorted(fresh)))


def _approved(
    sources: Sources, article: Article, today: date
) -> Iterator[tuple[str, TextStanding]]:
    """Yield the locales in which an article's words are approved on a day."""
    for locale in sources.locales:
        texts = locale_texts(sources, article, locale)
        if texts.catalog and texts.words and not has_errors(texts.findings):
            standing = judge_text(sources, article, texts.catalog, texts.words, today)
            if standing.is_approved:
                yield locale, standing


def _earlier(sources: Sources, article: Article, version: str) -> Released | None:
    """Return the release of that version, if there is one and it is of the same text."""
    releases, findings = sources.releases(article.id)
    for fault in findings:
        raise PolyleafError(f"{fault.path}: {fault.message}; {fault.fix}")
    for one in releases:
        if one.release.version == version:
            if one.release.revision != article.revision:
                raise PolyleafError(
                    f"version {version} of {article.id} was released on {one.release.on} with "
                    f"another text: give the article a new version in {article.path}, and have it "
                    "approved"
                )
            return one
    return None


def _kept_files(
    earlier: Release | None,
    files: Mapping[str, bytes],
    marks: Mapping[str, str],
) -> dict[str, str]:
    """Return the hashes of what an earlier release has and stays; refuse what would harm it.

    A locale that was released and is not approved now rests on its parents' catalogs too.
    """
    if not earlier:
        return {}
    kept = {name: digest for name, digest in earlier.files.items() if name not in files}
    changed = {
        name
        for name, content in files.items()
        if earlier.files.get(name, _sha256(content)) != _sha256(content)
    }
    for locale in earlier.locales.keys() - marks.keys():
        own = {f"locales/{name}/" for name in (locale, *parents_of(locale))}
        if hit := sorted(name for name in changed if name.startswith(tuple(own))):
            raise PolyleafError(
                f"{locale} was released with another {hit[0]}, and is not approved as it is now: "
                f"have {locale} approved first, or give the article a new version"
            )
    return kept


def _frozen(
    sources: Sources,
    article: Article,
    approved: Mapping[str, TextStanding],
    earlier: Iterable[Term],
) -> Iterator[tuple[str, bytes]]:
    """Yield the files of a release by their names in it.

    ``earlier`` are the terms that it has already; those of other locales stay.
    """
    project = sources.project
    chain = sorted({part for name in approved for part in (name, *parents_of(name))})
    names = [article.path, *(f"source/{name}" for name in _pictures(sources, article, chain))]
    for locale in chain:
        names += [f"locales/{locale}/LC_MESSAGES/{part}.po" for part in (article.id, SHEET)] + [
            f"locales/{locale}/credits.toml"
        ]
    for standing in approved.values():
        names += [one.path for one in standing.approvals]
        names += [one.path for one in standing.evidence]
    for name in dict.fromkeys(names):
        if disk.is_there(project.root / name):
            yield name, disk.read(project.root / name, name, project.root)
    if project.takes_over:
        for locale in approved:
            if words := _words(sources, locale):
                yield f"locales/{locale}/LC_MESSAGES/{SHEET}.po", words
    works = {cite.key for one in article.citations() for cite in one.cites}
    if works:
        records = [sources.references[key].record for key in sorted(works)]
        text = json.dumps(records, ensure_ascii=False, indent=2, sort_keys=True)
        yield "source/references.json", f"{text}\n".encode()
    terms = [one for one in earlier if one.locale not in chain]
    terms += [one for name in approved for one in terms_of(sources.terms, name)]
    if terms:
        yield "locales/glossary.csv", _glossary(dict.fromkeys(terms))


def _words(sources: Sources, locale: str) -> bytes:
    """Write all of a locale's own words, wherever they come from; empty where they are English."""
    catalog, _ = sheet_catalog(sources, locale)
    if not catalog or not catalog.exists or locale == "en":
        return b""
    head = {
        "Last-Translator": next(iter(catalog.translators), ""),
        "Language": locale,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
    }
    entries = [
        po.new_entry(replace(message, comments=()), catalog.usable(message.key) or "")
        for message in sources.sheet_words
    ]
    return po.write([po.header(head), *entries]).encode()


def _pictures(sources: Sources, article: Article, locales: Iterable[str]) -> Iterator[str]:
    """Yield the pictures of an article, its cover's and those for some locales too."""
    own = [
        one.target
        for block in article.blocks()
        for one in walk_inlines(block.content)
        if one.kind == "image"
    ]
    for name in filter(None, (*own, article.cover)):
        yield name
        for locale in locales:
            yield from (one for one in versions_of(name, locale) if one in sources.images)


def _glossary(terms: Iterable[Term]) -> bytes:
    file = StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(COLUMNS)
    for one in terms:
        lists = ("; ".join(one.variants), "; ".join(one.forbidden))
        writer.writerow((one.term, one.locale, one.preferred, *lists, one.standing, one.note))
    return file.getvalue().encode()


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def find_release(sources: Sources, article: str, version: str) -> Released:
    """Return a release by its name; a `PolyleafError` lists those that there are."""
    found, findings = sources.releases(article)
    for one in found:
        if one.release.version == version:
            return one
    for fault in findings:
        raise PolyleafError(f"{fault.path}: {fault.message}; {fault.fix}")
    known = " ".join(one.release.version for one in found) or "(none)"
    raise PolyleafError(f"{article} has no release '{version}'; there are: {known}")


def keep_release(
    sources: Sources, released: Released, *, by: str, why: str, on: date
) -> tuple[Path, int]:
    """Write down that a release may be handed out though its original changed in substance.

    It holds for the changes that there are now, and for no others. Return the file and how many
    changes they are.
    """
    by, why = refuse_name(by), _refuse_reason(why)
    name = released.release.article
    if not sources.articles.fact(name):
        raise PolyleafError(
            f"{name} cannot be read, so nobody can tell what has changed: mend it first"
        )
    now = sources.articles.named(name)
    changes = changes_of_substance(released.article, now)
    if not changes:
        raise PolyleafError(
            f"nothing holds {now.id} {released.release.version} back: the original has not changed "
            "in substance"
        )
    one = Kept(by=by, why=why, on=on, changes=digest_of(changes))
    folder = sources.project.release_folder(now.id, released.release.version)
    content = kept_file((*released.kept, one))
    disk.write_files(sources.project.root, {folder / KEPT: content})
    return folder / KEPT, len(changes)


def withdraw_release(
    sources: Sources, released: Released, *, locale: str, by: str, why: str, on: date
) -> Path:
    """Withdraw a release, or one locale of it, for good: it is never printed again.

    An entry is added to ``source/withdrawn.toml``; nothing else in it changes.
    """
    by, why = refuse_name(by), _refuse_reason(why)
    release, project = released.release, sources.project
    marks = {"article": release.article, "version": release.version, "revision": release.revision}
    if locale:
        if locale not in release.locales:
            known = " ".join(sorted(release.locales))
            raise PolyleafError(f"the release has no locale '{locale}'; it has: {known}")
        marks["locale"] = locale
        if locale != released.article.language:
            marks["translation"] = release.locales[locale]
    fields = {"reason": f"{why} ({by})", "on": on, **marks}
    file = project.source / "withdrawn.toml"
    name = project.name(file)
    before = disk.read(file, name, project.root).decode() if disk.is_there(file) else ""
    entry = "".join(f"{name} = {toml_value(value)}\n" for name, value in fields.items())
    gap = "" if not before or before.endswith("\n\n") else "\n" if before.endswith("\n") else "\n\n"
    after = f"{before}{gap}[[withdrawn]]\n{entry}"
    if not _adds_one(before, after, name):
        raise PolyleafError(
            f"{name} is laid out in a way that cannot be added to; write by hand at its end:\n"
            f"[[withdrawn]]\n{entry}"
        )
    disk.write_files(project.root, {file: after.encode()})
    return file


def _adds_one(before: str, after: str, path: str) -> bool:
    """Say whether a file says what it said, and one withdrawal besides."""
    try:
        old, faults = read_withdrawn(read_toml(before), path)
        new, found = read_withdrawn(read_toml(after), path)
    except TableError:
        return False
    return not faults and not found and new[:-1] == old and len(new) == len(old) + 1


def _refuse_reason(why: str) -> str:
    given, why = why, " ".join(why.split())
    if sum(map(str.isalpha, why)) < 3 or not why.isprintable():
        raise PolyleafError(f"--why {given!r} says nothing: write why, in a few words")
    return why
