"""What a sheet may claim of its words: whose approvals hold for them."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations, product

from pipeline.project.sources import Sources
from pipeline.records.person import same_person
from pipeline.records.typography import is_pseudo, parents_of
from pipeline.values.approval import Approval, Evidence, Translator, Wording
from pipeline.values.article import Article
from pipeline.values.finding import Finding, Severity, has_errors
from pipeline.values.message import Catalog
from pipeline.values.policy import Needs, Policy
from pipeline.vouch.wording import Stated, stated_words, wording_of


@dataclass(frozen=True, slots=True, kw_only=True)
class TextStanding:
    """What may be said of an article's words in a locale."""

    wording: Wording
    approvals: tuple[Approval, ...]
    """Those that hold for these very words, the newest of each role."""
    void: tuple[tuple[Approval, tuple[str, ...]], ...]
    """Those that do not, and what has changed since they were given."""
    translators: tuple[Translator, ...]
    evidence: tuple[Evidence, ...]
    """How these very words were tried."""
    outlived: tuple[Evidence, ...]
    """How others were tried, which these words have taken the place of."""
    is_approved: bool
    findings: tuple[Finding, ...]
    """What is wrong with approvals and credits."""
    translator_names: tuple[str, ...]
    """Who has worked on the texts, after the credits and the catalogs' headers."""
    needs: Needs
    """The roles that the publisher's policy asks for, each by another person."""
    lacks: tuple[str, ...]
    """What of that is missing, such as ``reviser`` or ``editor or clinician``."""
    new_words: frozenset[tuple[str, str]] = frozenset()
    """The sheet's own words, by context and text, that came with a newer program than one of the
    people had who make the text approved: a sheet on which one of them stands is a proof."""

    @property
    def newest(self) -> Approval | None:
        """The newest of the approvals that make the words approved, a clinician's before others."""
        roles = {role for group in self.needs for role in group}
        own = [one for one in self.approvals if one.role in roles]
        return max(own, key=lambda one: (one.on, one.role == "clinician"), default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Given:
    """What people have given for an article in a locale and in its parents, good or not."""

    approvals: Sequence[Approval]
    evidence: Sequence[Evidence]
    translators: Sequence[Translator]
    faults: Sequence[Finding]
    """What is wrong with approvals and evidence."""
    credit_faults: Sequence[Finding]
    """What is wrong with the credits: nobody knows then who translated."""


def _given(sources: Sources, article: Article, locale: str) -> _Given:
    """Gather what was given; a pseudo-locale has nothing."""
    approvals: list[Approval] = []
    evidence: list[Evidence] = []
    translators: list[Translator] = []
    faults: list[Finding] = []
    credit_faults: list[Finding] = []
    for name in () if is_pseudo(locale) else (locale, *parents_of(locale)):
        own = sources.given(name)
        tried, found_evidence = sources.evidence(name)
        credited, found_credits = sources.credits(name)
        approvals += own.of(article.id)
        evidence += [one for one in tried if one.article == article.id]
        translators += [one for one in credited if not one.articles or article.id in one.articles]
        faults += [*found_evidence, *own.findings]
        credit_faults += [*found_credits, *_unknown_articles(sources, name, credited)]
    return _Given(
        approvals=approvals,
        evidence=evidence,
        translators=translators,
        faults=faults,
        credit_faults=credit_faults,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Judged:
    """Which approvals hold for a text, which do not, and what is wrong with others."""

    holding: list[Approval]
    void: list[tuple[Approval, tuple[str, ...]]]
    """Those of the locale itself for other words, with what has changed; none whose role is held
    by another."""
    faults: list[Finding]


def _judge(
    given: Iterable[Approval],
    stated: Sequence[Stated],
    wording: Wording,
    *,
    locale: str,
    is_source: bool,
    makers: Collection[str],
    states: Mapping[str, Sequence[str]],
    today: date,
) -> _Judged:
    """Judge approvals, the newest first; ``makers`` are the names of those who translated.

    ``states`` are what the policy asks each role to state.
    """
    judged = _Judged(holding=[], void=[], faults=[])
    for one in sorted(given, key=lambda approval: approval.on, reverse=True):
        silent = [name for name in states.get(one.role, ()) if not one.states(name)]
        if not is_source and any(same_person(one.by, name) for name in makers):
            judged.faults.append(_own_work(one))
        elif one.on > today:
            judged.faults.append(_ahead(one))
        elif not _holds(one, stated, wording, is_source=is_source):
            if one.locale == locale:
                judged.void.append((one, tuple(changes(one, wording)) or (_REPEATED,)))
        elif silent:
            judged.faults.append(_silent(one, silent))
        else:
            judged.holding.append(one)
    held = {one.role for one in judged.holding}
    judged.void[:] = [pair for pair in judged.void if pair[0].role not in held]
    return judged


def judge_text(
    sources: Sources, article: Article, catalog: Catalog, words: Catalog, today: date
) -> TextStanding:
    """Find the approvals that hold for an article in a locale, on a day.

    A locale that says the same as its parent shares the parent's approvals; a pseudo-locale has
    none.
    """
    is_source = catalog.locale == article.language
    stated = stated_words(sources, article, catalog, words)
    wording = wording_of(stated, is_source=is_source)
    given = _given(sources, article, catalog.locale)
    makers = [*(one.by for one in given.translators), *catalog.translators, *words.translators]
    judged = _judge(
        given.approvals,
        stated,
        wording,
        locale=catalog.locale,
        is_source=is_source,
        makers=makers,
        states=sources.policy.states,
        today=today,
    )
    new = {one.path: _new_words(one, stated, wording) for one in judged.holding}
    holding = sorted(judged.holding, key=lambda one: len(new[one.path]))
    needs = _needs(sources.policy, given.translators, is_source=is_source)
    # While nobody knows who translated, nobody can be known for another person.
    filled, lacks = fill(needs, [] if has_errors(given.credit_faults) else holding)
    gained = [one for one in filled if new[one.path]] if not lacks else []
    return TextStanding(
        wording=wording,
        approvals=_one_of_each_role([*filled, *holding]),
        void=tuple(judged.void),
        translators=tuple(given.translators),
        evidence=tuple(one for one in given.evidence if one.is_of(wording) and one.on <= today),
        outlived=tuple(one for one in given.evidence if not one.is_of(wording)),
        is_approved=not lacks,
        findings=(
            *given.faults,
            *given.credit_faults,
            *judged.faults,
            *(_older(one, new[one.path]) for one in gained),
            *(_void(one, changed) for one, changed in judged.void),
        ),
        translator_names=tuple(makers),
        needs=needs,
        lacks=lacks,
        new_words=frozenset[tuple[str, str]]().union(*(new[one.path] for one in gained)),
    )


def _holds(
    approval: Approval, stated: Sequence[Stated], wording: Wording, *, is_source: bool
) -> bool:
    """Say whether an approval holds for a text, words that it cannot have known aside.

    One that names no hash without the sheet's own words holds where those that it knew are still
    there, in the same order.
    """
    if approval.is_of(wording):
        return True
    own = [one for one in wording.parts if one.kind == "words" and approval.knows(one)]
    then = approval.parts.get("words", {})
    if any(then[key] != digest for key, digest in map(approval.name_of, own)):
        return False
    if approval.text:
        return approval.text == wording.text
    known = [
        one
        for one, part in zip(stated, wording.parts, strict=True)
        if part.kind != "words" or approval.knows(part)
    ]
    return len(known) < len(stated) and approval.is_of(wording_of(known, is_source=is_source))


def _new_words(
    approval: Approval, stated: Sequence[Stated], wording: Wording
) -> frozenset[tuple[str, str]]:
    """Return the sheet's own words that an approval does not speak of."""
    return frozenset(
        (key[0], key[-1])
        for (_, key, _, _), part in zip(stated, wording.parts, strict=True)
        if part.kind == "words" and not approval.knows(part)
    )


def _needs(policy: Policy, translators: Sequence[Translator], *, is_source: bool) -> Needs:
    """Return the roles that a text needs; a machine's work, or nobody knows whose, needs more."""
    if is_source:
        return policy.source
    by_people = translators and not any(one.machine for one in translators)
    return policy.translation if by_people else policy.machine


def fill(needs: Needs, given: Sequence[Approval]) -> tuple[list[Approval], tuple[str, ...]]:
    """Fill as many needs as can be, each by another person; return who, and what is missing."""
    best: list[Approval | None] = []
    choices = [[*(one for one in given if one.role in group), None] for group in needs]
    for chosen in product(*choices):
        people = [one for one in chosen if one]
        alone = not any(same_person(a.by, b.by) for a, b in combinations(people, 2))
        if alone and len(people) > sum(one is not None for one in best):
            best = [*chosen]
    best = best or [None] * len(needs)
    return (
        [one for one in best if one],
        tuple(" or ".join(group) for group, one in zip(needs, best, strict=True) if one is None),
    )


def _one_of_each_role(approvals: Iterable[Approval]) -> tuple[Approval, ...]:
    found: dict[str, Approval] = {}
    for one in approvals:
        found.setdefault(one.role, one)
    return tuple(found.values())


def _unknown_articles(
    sources: Sources, locale: str, translators: Iterable[Translator]
) -> Iterator[Finding]:
    """Report credits for articles that there are none of: their translator would go unseen."""
    known = sources.names
    for one in translators:
        for name in one.articles:
            if name not in known:
                yield Finding(
                    code="CAT022",
                    severity=Severity.ERROR,
                    path=f"locales/{locale}/credits.toml",
                    message=f"articles: there is no article '{name}'",
                    fix=f"known: {' '.join(sorted(known))}",
                    locale=locale,
                )


def changes(approval: Approval, wording: Wording) -> Iterator[str]:
    """Yield in words what differs between what was approved and what is there now."""
    # A text may stand in several places: it is one line of the approval.
    now: dict[str, dict[str, str]] = {}
    for part in wording.parts:
        key, digest = approval.name_of(part)
        now.setdefault(part.kind, {})[key] = digest
        then = approval.parts.get(part.kind, {}).get(key)
        if then != digest:
            verb = "new" if then is None else "changed"
            where = f" (line {part.line} of the article)" if part.line else ""
            yield f"{verb}: {_WORDS[part.kind]} “{_glimpse(part.shown)}”{where}"
    for kind, parts in approval.parts.items():
        gone = len(parts.keys() - now.get(kind, {}).keys())
        if gone:
            yield f"gone: {gone} × {_WORDS[kind]}"
    orders = {
        kind: [list(parts), list(now.get(kind, {}))] for kind, parts in approval.parts.items()
    }
    if any(sorted(then) == sorted(after) and then != after for then, after in orders.values()):
        yield "changed: the order of the text"


_REPEATED = "changed: how often a part of the text stands, or in which order"

_WORDS = {
    "facts": "the article’s",
    "unit": "the text",
    "picture": "the picture",
    "words": "the sheet’s word",
    "citation": "the printed citation",
    "term": "the glossary’s term",
}


def _glimpse(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 60 else text[:60].rsplit(" ", 1)[0] + " …"


def approved_ahead(sources: Sources, article: Article, locale: str, today: date) -> list[date]:
    """Return the days of a text's approvals that are after a day: that day may be wrong."""
    given = (sources.given(name).of(article.id) for name in (locale, *parents_of(locale)))
    return [one.on for approvals in given for one in approvals if one.on > today]


def _ahead(approval: Approval) -> Finding:
    return _finding(
        approval,
        "CAT024",
        f"the approval of {approval.by} is dated {approval.on}, which is still to come",
        "see whether this computer has the right day; if it has, ask them to approve again",
        Severity.WARNING,
    )


def _own_work(approval: Approval) -> Finding:
    return _finding(
        approval,
        "CAT023",
        f"{approval.by} translated this text and cannot be its {approval.role}",
        "let another person read and approve it, and delete this file",
    )


def _silent(approval: Approval, missing: Sequence[str]) -> Finding:
    return _finding(
        approval,
        "CAT026",
        f"the approval of {approval.by} ({approval.role}) does not state: {', '.join(missing)}",
        f"the publisher's policy asks for it: let {approval.by} approve again with "
        + " and ".join(f'--{name} "…"' for name in missing),
        Severity.WARNING,
    )


def _void(approval: Approval, changed: Sequence[str]) -> Finding:
    count = f"{len(changed)} thing{'' if len(changed) == 1 else 's'}"
    return _finding(
        approval,
        "CAT024",
        f"the {approval.role} {approval.by} approved other words on {approval.on}: {count} "
        f"changed since, first {changed[0] if changed else 'the order of the text'}",
        f"'polyleaf status {approval.locale}' lists them; ask {approval.by} to approve again",
        Severity.WARNING,
    )


def _older(approval: Approval, new: Collection[tuple[str, str]]) -> Finding:
    first = min(text for _, text in new)
    return _finding(
        approval,
        "CAT024",
        f"since {approval.by} approved on {approval.on}, sheets have gained {len(new)} "
        f"word{'' if len(new) == 1 else 's'} of their own, such as “{_glimpse(first)}”: a sheet on "
        "which one stands is a proof",
        f"ask {approval.by} to read the new words and to approve again",
        Severity.WARNING,
    )


def _finding(
    approval: Approval, code: str, message: str, fix: str, severity: Severity = Severity.ERROR
) -> Finding:
    return Finding(
        code=code,
        severity=severity,
        path=approval.path,
        message=message,
        fix=fix,
        locale=approval.locale,
        article=approval.article,
    )


def review_overdue(article: Article, today: date) -> Iterator[Finding]:
    """Warn of an article that its publisher should have looked at again."""
    if today > article.review_by:
        yield Finding(
            code="SRC023",
            severity=Severity.WARNING,
            path=article.path,
            message=f"review-by: {article.review_by} has passed, so no sheet of it is approved",
            fix="look at the text again, set a new day, and have it approved",
            article=article.id,
            source_path=article.path,
        )
