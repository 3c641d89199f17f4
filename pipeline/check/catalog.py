"""What a catalog must have before a sheet can be printed from it."""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

from pipeline.catalog.damaged import nearest_text
from pipeline.check.passage import Passages
from pipeline.check.policy import under_codes_now, weighed
from pipeline.check.recorded import OnDemand
from pipeline.check.rule import Fault, Floor, Pair, Rule
from pipeline.check.rules import PAIR_RULES, RENAMED, RULES_BY_CODE, code_now
from pipeline.check.sameness import everyday_words
from pipeline.check.standing import called_alike
from pipeline.check.uniform import bare_words, lost_marks, mixed_address, mixed_terms
from pipeline.records.characters import UNPARTED, says_something
from pipeline.records.glossary import Term
from pipeline.records.language import language_named
from pipeline.translate.links import links_of
from pipeline.values.article import Article, Unit
from pipeline.values.citation import Reference
from pipeline.values.finding import Finding, Severity
from pipeline.values.language import Language
from pipeline.values.lazy_regex import lazy_regex
from pipeline.values.message import Catalog, Message, Translation
from pipeline.values.policy import Level

_CODE = r"[A-Z]{3}\d{3}"
_IGNORE = lazy_regex(
    rf"#\s*polyleaf\s*[:：]\s*ignore\s+({_CODE}(?:\s*(?:[,，、;/&+]|and\b)\s*{_CODE})*|\w+)\b"
    r"[\s:：–-]*(.*)",
    re.IGNORECASE,
)
"""A comment that names one finding or several, and why they are none."""
_MEANT = lazy_regex(r"#\s*polyleaf(?:\s*[:：]|\s+ig\w+\s)", re.IGNORECASE)
"""A comment that was meant to be one."""
_SIGNED = lazy_regex(r"\S@\S|,\s?\d{4}\.?\s*$")
"""A line that names a translator, as gettext has it, and is no reason."""


def check_catalog(
    article: Article,
    catalog: Catalog,
    references: Mapping[str, Reference] | None = None,
    terms: Sequence[Term] = (),
    crisis_numbers: OnDemand = dict,
    levels: Mapping[str, Level] | None = None,
) -> Iterator[Finding]:
    """Report what is missing or fuzzy, and what the rules say of each translation.

    ``references`` are the works that may be cited, ``terms`` the locale's rows of the glossary,
    ``crisis_numbers`` the numbers of all regions' records, ``levels`` what a publisher's policy
    weighs more or less.
    """
    works = references or {}
    first: dict[tuple[str, str], Unit] = {}
    for unit in article.units():
        first.setdefault(unit.key, unit)
    judged = _Judged(
        catalog=catalog,
        language=language_named(catalog.locale, terms),
        source_language=language_named(article.language),
        article=article.id,
        path=article.path,
        references=works,
        cited=tuple(dict.fromkeys(cite.key for one in article.citations() for cite in one.cites)),
        literal=article.literal_citations,
        definitions=article.definitions,
        links=links_of(article, catalog.locale),
        everyday=everyday_words(tuple(unit.text for unit in first.values())),
        crisis_numbers=crisis_numbers,
        levels=under_codes_now(levels or {}),
        passages=Passages(article),
        strange=_strange(catalog, first),
    )
    for unit in first.values():
        judged.look_at(unit.key, unit.role, unit.line)
    judged.compare()
    yield from judged.findings()


def check_sheet(
    messages: Iterable[Message],
    catalog: Catalog,
    crisis_numbers: OnDemand = dict,
    levels: Mapping[str, Level] | None = None,
) -> Iterator[Finding]:
    """Report the same of the sheet's own words."""
    messages = [*messages]
    judged = _Judged(
        catalog=catalog,
        language=language_named(catalog.locale),
        source_language=language_named("en"),
        article="sheet",
        path="",
        is_sheet=True,
        crisis_numbers=crisis_numbers,
        levels=under_codes_now(levels or {}),
        strange=_strange(catalog, {message.key for message in messages}),
    )
    for message in messages:
        judged.look_at(message.key, "words", 0)
    judged.compare()
    yield from judged.findings()
    for key, says in called_alike(catalog.translations, catalog.locale):
        place = _Place(key, 0, catalog.translations[key])
        yield judged.finding(RULES_BY_CODE["SAF005"], place, Fault(message=says))


Check = Callable[[Pair], Iterator[Fault]]


@dataclass(frozen=True, slots=True)
class _Place:
    """A text, where it stands in the article, and its entry in the catalog."""

    key: tuple[str, str]
    line: int
    entry: Translation | None


@dataclass(slots=True, kw_only=True)
class _Judged:
    """One catalog while its texts are looked at, one after the other."""

    catalog: Catalog
    language: Language
    source_language: Language
    article: str
    path: str
    references: Mapping[str, Reference] = field(default_factory=dict)
    cited: tuple[str, ...] = ()
    literal: bool = False
    definitions: Mapping[str, Any] = field(default_factory=dict)
    links: Mapping[str, str] = field(default_factory=dict)
    everyday: frozenset[str] = frozenset()
    is_sheet: bool = False
    crisis_numbers: OnDemand = dict
    levels: Mapping[str, Level] = field(default_factory=dict)
    passages: Passages | None = None
    strange: Sequence[tuple[str, str]] = ()
    """The few texts of the catalog that the article does not have."""
    found: list[tuple[Rule, _Place, Fault]] = field(default_factory=list)
    pairs: list[tuple[Pair, _Place]] = field(default_factory=list)
    rules: dict[frozenset[str], Sequence[tuple[Rule, Check]]] = field(default_factory=dict)
    """Those that look at pairs with some features, as they are asked for."""
    places: list[_Place] = field(default_factory=list)
    """Those whose entries have comments for the rules."""

    def look_at(self, key: tuple[str, str], role: str, line: int) -> None:
        """Judge one text, and note what is found."""
        entry = self.catalog.translations.get(key)
        place = _Place(key, line, entry)
        if entry and entry.notes:
            self.places.append(place)
        gap = _gap(key[0], entry)
        if not entry and (nearly := self._nearly(key)):
            place = _Place(key, line, self.catalog.translations[nearly])
            gap = _code_of_gap(key[0]), _damaged(nearly[1])
        if gap:
            code, fault = gap
            self.found.append((RULES_BY_CODE[code], place, fault))
        if entry is None or gap:
            return
        pair = Pair(
            text=key[1],
            translation=entry.text,
            role=role,
            context=key[0],
            is_sheet=self.is_sheet,
            language=self.language,
            source_language=self.source_language,
            references=self.references,
            literal=self.literal,
            definitions=self.definitions,
            links=self.links,
            everyday=self.everyday,
            crisis_numbers=self.crisis_numbers,
            cited_works=self.cited,
            passage=partial(_passage, self.passages, self.catalog, key),
        )
        self.pairs.append((pair, place))
        for rule, check in self._rules_for(pair.features):
            for fault in check(pair):
                self.found.append((rule, place, fault))

    def _rules_for(self, features: frozenset[str]) -> Sequence[tuple[Rule, Check]]:
        """Return the rules that look at pairs with some features, in their order."""
        if features not in self.rules:
            self.rules[features] = [
                (rule, rule.check)
                for rule in PAIR_RULES
                if rule.check and (not rule.needs or rule.needs in features)
            ]
        return self.rules[features]

    def _nearly(self, key: tuple[str, str]) -> tuple[str, str] | None:
        """Return the text of the catalog that may be one that it lacks, with another letter."""
        texts = [text for context, text in self.strange if context == key[0]]
        nearest = nearest_text(key[1], texts)
        return (key[0], nearest) if nearest else None

    def compare(self) -> None:
        """Judge all texts together, and note what one says in another way than the others."""
        pairs = [pair for pair, _ in self.pairs]
        for code, found in (
            ("TXT016", mixed_address(pairs)),
            ("TRM004", mixed_terms(pairs)),
            ("TXT015", lost_marks(pairs)),
            ("TXT015", bare_words(pairs)),
        ):
            rule = RULES_BY_CODE[code]
            self.found += [(rule, self.pairs[place][1], fault) for place, fault in found]

    def findings(self) -> Iterator[Finding]:
        """Yield what was found; what a translator has said is no fault as that, with the reason."""
        moved = list(self._moved())
        hidden = {(id(place), code) for place, code, _ in moved}
        used: set[tuple[int, str]] = set()
        refused: set[tuple[int, str]] = set()
        for there, _, fault in moved:
            yield self.finding(RULES_BY_CODE["CIT005"], there, fault)
        for rule, place, fault in self.found:
            if rule.code in ("CIT001", "CIT003") and any(
                (id(place), name) in hidden for name in re.findall(r"\[-?@[^\]]*\]", fault.message)
            ):
                continue
            found, reason = self.finding(rule, place, fault), _ignored(place.entry).get(rule.code)
            level = self.levels.get(rule.code)
            if not reason and level:
                floor = fault.floor or rule.floor
                yield weighed(
                    found,
                    level,
                    may_be_lowered=_may_be_ignored(floor, in_note=self.is_note(place)),
                )
            elif not reason:
                yield found
            elif _may_be_ignored(fault.floor or rule.floor, in_note=self.is_note(place)):
                used.add((id(place.entry), rule.code))
                yield replace(found, severity=Severity.IGNORED, reason=reason)
            else:
                refused.add((id(place.entry), rule.code))
                yield found
        for place in self.places:
            yield from self._suppressions(place, used, refused)

    def is_note(self, place: _Place) -> bool:
        """Say whether a text stands in a crisis note or, as the sheet's own words do, beside it."""
        return self.is_sheet or place.key[0] == "crisis"

    def _suppressions(
        self, place: _Place, used: set[tuple[int, str]], refused: set[tuple[int, str]]
    ) -> Iterator[Finding]:
        """Report suppressions that are not allowed, give no reason, or suppress nothing.

        One under a name that the rule had before still counts, and is named.
        """
        for code, message, fix in self._of_comments(place, used, refused):
            yield self.finding(RULES_BY_CODE[code], place, Fault(message=message, fix=fix))

    def _of_comments(
        self, place: _Place, used: set[tuple[int, str]], refused: set[tuple[int, str]]
    ) -> Iterator[tuple[str, str, str]]:
        """Yield a code, a message and a fix for each comment that hides nothing, or may not.

        The fix is empty where the rule itself says what to do.
        """
        for note in _not_understood(place.entry):
            fix = "write it so: # polyleaf: ignore TXT007 because in my language …"
            yield "CAT015", f"this comment is not understood, and hides nothing: {note}", fix
        for old in _codes_ignored(place.entry) & RENAMED.keys():
            now = code_now(old)
            yield "CAT014", f"{old} is called {now} now", f"write {now} in the comment"
        for code, reason in _ignored(place.entry).items():
            rule, name = RULES_BY_CODE.get(code), (id(place.entry), code)
            if name in used:
                continue
            in_note = self.is_note(place)
            if name in refused or not rule or not _may_be_ignored(rule.floor, in_note=in_note):
                may_elsewhere = rule and rule.floor is Floor.OUTSIDE_NOTES and in_note
                where = " in a crisis note or the sheet’s own words" if may_elsewhere else ""
                fix = "delete the comment, and mend what is found"
                yield "CAT015", f"{code} cannot be ignored{where}", fix
            elif not reason:
                fix = f"write why: # polyleaf: ignore {code} because in my language …"
                yield "CAT015", f"no reason is given why {code} is to be ignored", fix
            else:
                yield "CAT014", f"there is no {code} here to ignore", ""

    def _moved(self) -> Iterator[tuple[_Place, str, Fault]]:
        """Yield citations that one text has lost and another has gained, at both places."""
        lost: dict[str, list[_Place]] = defaultdict(list)
        gained: dict[str, list[_Place]] = defaultdict(list)
        for pair, place in self.pairs:
            wanted, found = pair.source.citations, pair.target.citations
            for code in (wanted - found).elements():
                lost[code].append(place)
            for code in (found - wanted).elements():
                gained[code].append(place)
        for code, places in lost.items():
            for place, other in zip(places, gained.get(code, ()), strict=False):
                yield (
                    place,
                    code,
                    Fault(
                        message=f"the citation {code} has moved to another text",
                        fix=f"move {code} back here from line {other.entry.line}"
                        if other.entry
                        else f"move {code} back",
                    ),
                )
                yield (
                    other,
                    code,
                    Fault(
                        message=f"the citation {code} belongs to another text",
                        fix=f"move {code} to line {place.entry.line}"
                        if place.entry
                        else f"take {code} out",
                    ),
                )

    def fix(self, rule: Rule, place: _Place, fault: Fault) -> str:
        """Say what to do, and where a finding can be ignored how."""
        fix = fault.fix or rule.fix
        if not place.entry or not _may_be_ignored(
            fault.floor or rule.floor, in_note=self.is_note(place)
        ):
            return fix
        return f"{fix}; if it is right, say why over the entry: # polyleaf: ignore {rule.code} …"

    def finding(self, rule: Rule, place: _Place, fault: Fault) -> Finding:
        """Return what was found as a finding, with both texts and where they stand."""
        entry = place.entry
        return Finding(
            code=rule.code,
            severity=rule.told_as if rule.trial else fault.severity or rule.severity,
            path=(entry and entry.path) or self.catalog.path,
            line=entry.line if entry else 0,
            message=fault.message or rule.name,
            fix=self.fix(rule, place, fault),
            locale=self.catalog.locale,
            article=self.article,
            source_path=self.path,
            source_line=place.line,
            source=place.key[1],
            target=entry.text if entry else "",
        )


def _passage(passages: Passages | None, catalog: Catalog, key: tuple[str, str]) -> str:
    """Return what stands around a text, in the article and in the translation."""
    if not passages:
        return ""
    texts = {name: entry.text for name, entry in catalog.translations.items()}
    return passages.text(key, texts)


def is_never_ignored(code: str, *, in_note: bool) -> bool:
    """Say whether no comment may say of a finding that it is no fault."""
    rule = RULES_BY_CODE.get(code)
    return rule is not None and not _may_be_ignored(rule.floor, in_note=in_note)


MOST_STRANGE = 10
"""So many texts that the article lacks may be slips; where there are more, it has changed."""


def _strange(catalog: Catalog, wanted: Collection[tuple[str, str]]) -> Sequence[tuple[str, str]]:
    """List the texts of a catalog that nobody asks for, where they are few and translated."""
    found = [key for key, one in catalog.translations.items() if one.text and key not in wanted]
    return found if len(found) <= MOST_STRANGE else ()


def _damaged(text: str) -> Fault:
    return Fault(
        message=f"the catalog lacks this text; on this line it has nearly the same: “{text}”",
        fix="if somebody changed that English in the catalog, put the article's back there; if "
        "the article has changed, run 'make messages', then bring the translation up to date",
    )


def _code_of_gap(context: str) -> str:
    return "SAF006" if context == "crisis" else "CAT010"


def _gap(context: str, entry: Translation | None) -> tuple[str, Fault] | None:
    """Say what a text lacks before it can be judged: an entry, a translation, or a second look."""
    crisis = context == "crisis"
    if not entry:
        return _code_of_gap(context), Fault(
            message="the catalog lacks this text", fix="run 'make messages', then translate it"
        )
    if not says_something(entry.text):
        return _code_of_gap(context), Fault(
            message="not translated", fix="translate it in the catalog"
        )
    if entry.fuzzy:
        return "SAF006" if crisis else "CAT011", Fault(
            message="marked as fuzzy: the English has changed, or somebody was not sure",
            fix="compare it with the English, correct it, and take the mark 'fuzzy' away",
        )
    return None


def _may_be_ignored(floor: Floor, *, in_note: bool) -> bool:
    return floor is Floor.REASON or (floor is Floor.OUTSIDE_NOTES and not in_note)


def _ignored(entry: Translation | None) -> dict[str, str]:
    """Return the codes that a translator wants ignored at an entry, with their reasons.

    They are those that the rules have now, whatever they were called then.
    """
    return {code_now(code): _reason(said) for codes, said in _comments(entry) for code in codes}


def _codes_ignored(entry: Translation | None) -> set[str]:
    """Return the codes that a translator wants ignored at an entry, as they stand there."""
    return {code for codes, _ in _comments(entry) for code in codes}


def _comments(entry: Translation | None) -> Iterator[tuple[Sequence[str], str]]:
    """Yield the codes that each comment of an entry names, and what it says besides.

    A reason may stand on the next line, or go on there.
    """
    notes = entry.notes if entry else ()
    for match, after in zip(map(_IGNORE.match, notes), (*notes[1:], ""), strict=False):
        if not match:
            continue
        codes, said = re.findall(_CODE, match[1].upper()), match[2]
        if not _reason(said) and not (_MEANT.match(after) or _SIGNED.search(after)):
            said = f"{said} {after.removeprefix('#').strip()}".strip()
        yield codes or [match[1].upper()], said


def _not_understood(entry: Translation | None) -> Iterator[str]:
    """Yield the comments of an entry that somebody meant for the rules, with a slip in them."""
    for note in entry.notes if entry else ():
        if _MEANT.match(note) and not _IGNORE.match(note):
            yield note.strip()


_REASON = 3
"""Words of a reason, each another."""

_LETTERS_OF_REASON = 6
"""Letters of one in a script that does not part words."""

_UNPARTED = lazy_regex(f"[{UNPARTED}]")


def _reason(text: str) -> str:
    """Return a reason; a word or two, one word over and over, or another code, are none."""
    words = {word.casefold() for word in re.findall(r"[^\W\d_]{2,}", text)}
    is_said = len(words) >= _REASON or len({*_UNPARTED.findall(text)}) >= _LETTERS_OF_REASON
    return text.strip() if is_said and not re.match(rf"\s*{_CODE}", text) else ""
