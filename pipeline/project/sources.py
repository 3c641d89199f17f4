"""Everything that a project holds, read once and checked."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import PurePosixPath

from pipeline.catalog.inherit import inherit
from pipeline.catalog.messages import SHEET, article_messages, kept_messages
from pipeline.check.article import check_article
from pipeline.check.catalog import check_catalog, check_sheet
from pipeline.check.garbled import check_letters
from pipeline.check.picture import (
    damaged_picture,
    foreign_picture,
    picture_fault,
    pictures_of,
    texts_in_picture,
    words_in_picture,
)
from pipeline.check.policy import check_policy
from pipeline.check.recorded import OnDemand
from pipeline.check.typed import (
    check_references,
    check_typed,
    typed_in_drawing,
    typed_in_picture,
)
from pipeline.check.withdrawn import NO_REGION, check_withdrawn
from pipeline.compose.sheet import template_sources
from pipeline.project import Project
from pipeline.project.approvals import Given
from pipeline.project.crisis_numbers import CrisisNumbers
from pipeline.project.digests import Digests
from pipeline.project.facts import facts_of
from pipeline.project.frozen import Frozen
from pipeline.project.reading import KEPT, Articles
from pipeline.project.sound import Sound
from pipeline.records.glossary import Term, terms_of
from pipeline.records.own_language import OwnLanguages
from pipeline.records.typography import (
    is_pseudo,
    parents_of,
)
from pipeline.translate.pictures import local_pictures
from pipeline.translate.pseudo import pseudo_catalog
from pipeline.translate.source import source_catalog
from pipeline.values.approval import Evidence, Translator, Withdrawal
from pipeline.values.article import Article
from pipeline.values.citation import Reference
from pipeline.values.errors import PolyleafError
from pipeline.values.finding import Finding, Severity
from pipeline.values.message import Catalog, Message
from pipeline.values.policy import Policy
from pipeline.values.release import Kept, Release

GAPS = ("CAT005", "CAT010", "CAT011", "SAF006")
"""Findings that a draft lives with: what is not translated yet."""


_WORDS = 4
"""Of how many locales the sheet's own words stay in memory: of one, its parents, and English."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """The articles of a project and what they need, with all findings about them."""

    project: Project
    articles: Articles
    """Those that can be printed."""
    broken: Mapping[str, str]
    """The ids of those that cannot, by their files' names."""
    faulty: Mapping[str, Article] = field(default_factory=dict)
    """Those among the broken that can be read, by id: a release of them may still be printed."""
    names: Collection[str]
    """The ids of all articles of the project, whichever of them were asked for."""
    references: Mapping[str, Reference]
    images: Collection[str]
    """The pictures that exist, by the names that articles use."""
    sheet_words: Sequence[Message]
    terms: Sequence[Term]
    withdrawn: Sequence[Withdrawal]
    findings: Sequence[Finding]
    languages: Sequence[str]
    """The languages in which articles are written, those of broken ones too."""
    own_languages: OwnLanguages
    """What the project says of languages, beside the program or over it."""
    digests: Digests | None = field(default=None, repr=False, compare=False)
    """The hashes of its files, where they are needed; they also tell which approval is whose."""
    _approvals: dict[str, Given] = field(default_factory=dict, repr=False, compare=False)
    _words: dict[str, tuple[Catalog | None, list[Finding]]] = field(
        default_factory=dict, repr=False, compare=False
    )
    _credits: dict[str, tuple[tuple[Translator, ...], list[Finding]]] = field(
        default_factory=dict, repr=False, compare=False
    )

    _evidence: dict[str, tuple[tuple[Evidence, ...], list[Finding]]] = field(
        default_factory=dict, repr=False, compare=False
    )

    def given(self, locale: str) -> Given:
        """Return a locale's approvals, looked for when they are first asked for."""
        if locale not in self._approvals:
            self._approvals[locale] = Given(self.project, locale, self.digests)
        return self._approvals[locale]

    def words_of(
        self, locale: str, read: Callable[[], tuple[Catalog | None, list[Finding]]]
    ) -> tuple[Catalog | None, list[Finding]]:
        """Return a locale's words of the sheet, read once for the sheets that follow each other."""
        if locale not in self._words:
            while len(self._words) >= _WORDS:
                del self._words[next(iter(self._words))]
            self._words[locale] = read()
        catalog, findings = self._words[locale]
        return catalog, [*findings]

    def evidence(self, locale: str) -> tuple[tuple[Evidence, ...], list[Finding]]:
        """Return how a locale's texts were tried, read when it is first asked for."""
        if locale not in self._evidence:
            self._evidence[locale] = self.project.evidence(locale)
        return self._evidence[locale]

    def credits(self, locale: str) -> tuple[tuple[Translator, ...], list[Finding]]:
        """Return who made a locale's translations, read when they are first asked for."""
        if locale not in self._credits:
            self._credits[locale] = self.project.credits(locale)
        return self._credits[locale]

    _released: dict[str, tuple[list["Released"], list[Finding]]] = field(
        default_factory=dict, repr=False, compare=False
    )

    def releases(self, article: str) -> tuple[list["Released"], list[Finding]]:
        """Return the releases of an article, the newest first, and what is wrong with others.

        They are read when they are first asked for.
        """
        if article not in self._released:
            self._released[article] = _read_released(self, article)
        return self._released[article]

    policy: Policy
    """What the publisher asks of a text before a sheet may call itself approved."""
    is_partly_unread: bool
    """Whether an article could not be read far enough to know its language."""
    crisis_numbers: OnDemand = dict
    """Reads the numbers of all regions' records, once, when a text has one that could be theirs."""

    @property
    def locales(self) -> list[str]:
        """The locales that can be printed: those with catalogs, and the articles' own."""
        return sorted({*self.languages, *self.project.locales()})


def read_sources(project: Project, digests: Digests | None = None) -> Sources:
    """Read the articles and references of a project and check them against each other.

    A fault in one article keeps that one from being printed, a fault in the references or the
    withdrawals all. Where hashes are at hand, articles that were found sound before, and rest on
    nothing that has changed, are read only when they are asked for.
    """
    names, locales, images = project.article_names(), project.locales(), project.images()
    crisis_numbers = CrisisNumbers(project)
    sound = Sound(digests, locales, images, crisis_numbers) if digests else None
    known = sound.known(names) if sound else {}
    articles, findings = project.articles(leave_out=known)
    cited = {key for one in known.values() for key in one.cites}
    cited |= {cite.key for one in articles for code in one.citations() for cite in code.cites}
    references, found = project.references(cited)
    is_read = references or not any(one.is_error for one in found)
    terms, found_terms = project.terms()
    withdrawn, found_withdrawn = project.withdrawn()
    policy, found_policy = project.policy()
    found += [*found_withdrawn, *found_policy, *check_policy(policy, "source/policy.toml")]
    found += check_references(references, crisis_numbers, cited)
    check = _Check(project, references if is_read else None, images, locales, crisis_numbers)
    for article in articles:
        found += check(article)
    findings += found
    facts = {**known, **{one.path: facts_of(one) for one in articles}}
    findings += check_withdrawn(
        withdrawn,
        articles=[*(one.id for one in facts.values()), *map(_stem, names)],
        locales={*locales, *(one.language for one in facts.values())},
        regions=[*project.region_codes(), NO_REGION],
    )
    at_fault = {finding.path for finding in findings if finding.is_error}
    shared_fault = bool(at_fault - set(names))
    if sound and not shared_fault:
        sound.learn(articles, {finding.path for finding in findings})
    return Sources(
        project=project,
        articles=Articles(
            [
                facts[name]
                for name in names
                if name in facts and name not in at_fault and not shared_fault
            ],
            check.read,
            {article.id: article for article in articles},
            KEPT if digests else len(names),
        ),
        broken={name: _stem(name) for name in names if name in at_fault or shared_fault},
        faulty={} if shared_fault else {one.id: one for one in articles if one.path in at_fault},
        names=frozenset(map(_stem, names)),
        references=references,
        images=images,
        sheet_words=_sheet_words(),
        terms=terms,
        withdrawn=withdrawn,
        policy=policy,
        findings=[
            *findings,
            *found_terms,
            *project.unknown_locales(),
            *project.stray_languages([*locales, *(one.language for one in facts.values())]),
            *project.stray_catalogs({*map(_stem, names), SHEET}, lambda: _texts(project)),
        ],
        own_languages=project.own_languages(),
        languages=sorted({one.language for one in facts.values() if one.language}),
        is_partly_unread=len([one for one in facts.values() if one.language]) < len(names),
        crisis_numbers=crisis_numbers,
        digests=digests,
    )


@dataclass(frozen=True, slots=True)
class _Check:
    """Checks articles against what all of them share."""

    project: Project
    references: Mapping[str, Reference] | None
    """The works; ``None`` where they cannot be read: then no key is wrong for that."""
    images: Collection[str]
    locales: Sequence[str]
    crisis_numbers: OnDemand

    def __call__(self, article: Article) -> Iterator[Finding]:
        """Report what is wrong with an article."""
        yield from check_article(article, self.references, self.images)
        yield from self.pictures(article)
        yield from check_typed(article, self.crisis_numbers)
        yield from check_letters(article)

    def pictures(self, article: Article) -> Iterator[Finding]:
        """Report each picture of an article, and each version of one, that is at fault.

        It cannot be read, or shows a crisis number.
        """
        lines = dict(pictures_of(article))
        pictures = {name: (line, article.language) for name, line in lines.items()}
        for locale in self.locales:
            for name, version in local_pictures(lines, locale, self.images).items():
                pictures[version] = lines[name], locale
        for name, (line, locale) in pictures.items():
            if name not in self.images:
                continue
            content = self.project.image(name)
            if fault := picture_fault(name, content):
                yield damaged_picture(article, name, line, fault)
                continue
            for typed in typed_in_drawing(
                texts_in_picture(name, content), locale, self.crisis_numbers
            ):
                yield typed_in_picture(article, name, line, typed)

    def read(self, name: str) -> Article:
        """Read an article by its id; it was sound when that was last looked at."""
        article, findings = self.project.article(name)
        findings += self(article) if article else []
        fault = next((one for one in findings if one.is_error), None)
        if fault or not article:
            told = f"{fault.path}:{fault.line}: {fault.message}" if fault else name
            raise PolyleafError(f"{told}; polyleaf check says more")
        return article


def _texts(project: Project) -> dict[str, set[tuple[str, str]]]:
    """Return the texts of each article, and of the sheet's own words, by which they are known."""
    articles = project.articles()[0]
    known = {one.id: {message.key for message in article_messages(one)} for one in articles}
    return {**known, SHEET: {one.key for one in _sheet_words()}}


@dataclass(frozen=True, slots=True, kw_only=True)
class Released:
    """A release that is as it was frozen, with its own texts and the records of today."""

    release: Release
    kept: Sequence[Kept]
    """Who keeps it in print."""
    sources: Sources
    article: Article


def _read_released(sources: Sources, article: str) -> tuple[list[Released], list[Finding]]:
    project = sources.project
    releases, findings = project.releases(article)
    found: list[Released] = []
    for release in releases:
        frozen = Frozen(project.release_folder(article, release.version), project)
        own = read_sources(frozen)
        kept, faults = project.kept(release)
        faults = [*faults, *(one for one in own.findings if one.is_error)]
        findings += faults
        own = replace(
            own,
            withdrawn=sources.withdrawn,
            crisis_numbers=sources.crisis_numbers,
            digests=sources.digests,
        )
        if own.articles and not faults:
            (one,) = own.articles
            found.append(Released(release=release, kept=kept, sources=own, article=one))
    return found, findings


@dataclass(frozen=True, slots=True)
class _ReadFaulty:
    """Reads articles, those at fault too."""

    articles: Articles
    faulty: Mapping[str, Article]

    def __call__(self, name: str) -> Article:
        return self.faulty[name] if name in self.faulty else self.articles.named(name)


def with_faulty(sources: Sources) -> Sources:
    """Return the sources with articles at fault of which there are releases.

    Their working text is never printed; what was released of them stays in print.
    """
    released = set(sources.project.released_articles())
    faulty = {name: one for name, one in sources.faulty.items() if name in released}
    if not faulty:
        return replace(sources, faulty={})
    facts = [*sources.articles.facts, *map(facts_of, faulty.values())]
    return replace(
        sources,
        articles=Articles(
            sorted(facts, key=lambda one: one.path), _ReadFaulty(sources.articles, faulty), faulty
        ),
        broken={name: one for name, one in sources.broken.items() if one not in faulty},
        faulty=faulty,
    )


def only(sources: Sources, article: str) -> Sources:
    """Return the sources with one article alone: what is wrong with others is not told."""
    broken = {name: one for name, one in sources.broken.items() if one == article}
    chosen = sources.articles.only(article)
    known = sorted({*(one.id for one in sources.articles.facts), *sources.broken.values()})
    if not chosen and not broken:
        raise PolyleafError(f"unknown article '{article}'; known: {' '.join(known)}")
    others = {one.path for one in sources.articles.facts if one.id != article}
    others |= {name for name in sources.broken if name not in broken}
    findings = [finding for finding in sources.findings if finding.path not in others]
    return replace(sources, articles=chosen, broken=broken, findings=findings)


@cache
def _sheet_words() -> tuple[Message, ...]:
    """Return the sheet's own words; they are the program's, the same for every project."""
    return tuple(kept_messages(template_sources()))


def _stem(name: str) -> str:
    return PurePosixPath(name).stem


@dataclass(frozen=True, slots=True, kw_only=True)
class LocaleTexts:
    """The catalogs of one article in one locale, with all findings about them."""

    catalog: Catalog | None
    words: Catalog | None
    findings: Sequence[Finding]


def locale_texts(sources: Sources, article: Article, locale: str) -> LocaleTexts:
    """Read and check the catalogs that a sheet needs."""
    words, findings = sheet_catalog(sources, locale)
    catalog, found = article_catalog(sources, article, locale)
    return LocaleTexts(catalog=catalog, words=words, findings=[*found, *findings])


def article_catalog(
    sources: Sources, article: Article, locale: str
) -> tuple[Catalog | None, list[Finding]]:
    """Read and check an article's catalog in a locale; the source is its own catalog."""
    if locale == article.language:
        return source_catalog(article_messages(article), locale, article.path), []
    if is_pseudo(locale):
        return pseudo_catalog(article_messages(article), locale), []
    catalog, findings = _resolved(sources.project, locale, article.id)
    if catalog and not catalog.exists:
        findings = [_no_catalog(catalog, article.id, sources.findings)]
    elif catalog:
        terms = terms_of(sources.terms, locale)
        findings = [
            *findings,
            *check_catalog(
                article,
                catalog,
                sources.references,
                terms,
                sources.crisis_numbers,
                sources.policy.levels,
            ),
            *_foreign_pictures(sources, article, locale),
        ]
    return catalog, findings


def _foreign_pictures(sources: Sources, article: Article, locale: str) -> Iterator[Finding]:
    """Report pictures with words in them that have no version in a locale."""
    pictures = dict(pictures_of(article))
    own = local_pictures(pictures, locale, sources.images)
    for name, line in pictures.items():
        if name in sources.images and name not in own:
            words = words_in_picture(name, sources.project.image(name))
            if words:
                yield foreign_picture(article, locale, name, line, words)


def sheet_catalog(sources: Sources, locale: str) -> tuple[Catalog | None, list[Finding]]:
    """Read and check the catalog of the sheet's own words, which are written in English."""

    def read() -> tuple[Catalog | None, list[Finding]]:
        catalog, findings = _sheet_catalog(sources, locale)
        return catalog, [*sources.project.language_findings(locale), *findings]

    return sources.words_of(locale, read)


def _sheet_catalog(sources: Sources, locale: str) -> tuple[Catalog | None, list[Finding]]:
    if locale == "en":
        return source_catalog(sources.sheet_words, locale, "pipeline/compose"), []
    if is_pseudo(locale):
        return pseudo_catalog(sources.sheet_words, locale), []
    catalog, findings = _resolved(sources.project, locale, SHEET)
    if catalog and not catalog.exists:
        findings = [_no_catalog(catalog, SHEET, sources.findings)]
    elif catalog:
        found = check_sheet(
            _words_asked(sources, catalog), catalog, sources.crisis_numbers, sources.policy.levels
        )
        findings = [*findings, *found]
    return catalog, findings


def _words_asked(sources: Sources, catalog: Catalog) -> Sequence[Message]:
    """Return the sheet's own words that a catalog must have; a release those of its program."""
    if not isinstance(sources.project, Frozen):
        return sources.sheet_words
    return [one for one in sources.sheet_words if one.key in catalog.translations]


def _resolved(project: Project, locale: str, article: str) -> tuple[Catalog | None, list[Finding]]:
    """Read a catalog with its parents', the child's first; ``None`` where one cannot be read."""
    chain: list[Catalog] = []
    findings: list[Finding] = []
    for name in (locale, *parents_of(locale)):
        if name == locale or project.has_locale(name):
            catalog, _, found = project.catalog(name, article)
            findings += found
            if catalog is None:
                return None, findings
            chain.append(catalog)
        if article == SHEET:
            inherited, found = project.inherited_words(name)
            findings += found
            chain += [inherited] if inherited else []
    return inherit(chain), findings


def _no_catalog(catalog: Catalog, article: str, known: Iterable[Finding]) -> Finding:
    """Report a missing catalog, or say that its texts stand under another name."""
    stray = next(
        (
            one
            for one in known
            if (one.code, one.locale, one.article) == ("CAT027", catalog.locale, article)
        ),
        None,
    )
    return Finding(
        code="CAT005",
        severity=Severity.ERROR,
        path=catalog.path,
        message=f"the catalog is missing; its texts stand in {stray.path}"
        if stray
        else "the catalog is missing",
        fix=stray.fix if stray else "run 'make messages', then translate it",
        locale=catalog.locale,
        article=article,
    )
