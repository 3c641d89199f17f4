"""Which rules cannot judge a locale: what nobody has recorded is not judged, and that is said."""

from collections.abc import Iterable, Iterator, Sequence

from pipeline.check.article import DANGER_IN
from pipeline.check.rules import PAIR_RULES, RULES_BY_CODE
from pipeline.records.glossary import Term
from pipeline.records.language import lists_missing
from pipeline.values.article import Article
from pipeline.values.finding import NotJudged
from pipeline.values.locale import language_of


def not_judged(locale: str, terms: Sequence[Term]) -> Iterator[NotJudged]:
    """Yield the rules that see nothing in a locale's translations, by code.

    ``terms`` are its rows of the glossary.
    """
    missing = lists_missing(locale, terms)
    for rule in sorted(PAIR_RULES, key=lambda one: one.code):
        for name in rule.rests_on:
            if name in missing:
                yield NotJudged(code=rule.code, locale=locale, reason=missing[name])
                break


def not_judged_in(article: Article) -> Iterator[NotJudged]:
    """Yield the rules that see nothing in an article because of its language."""
    if article.language and language_of(article.language) not in DANGER_IN:
        yield NotJudged(
            code="SAF009",
            locale=article.language,
            reason="the words after which a section needs a crisis note are on record for "
            f"{', '.join(DANGER_IN)} only: look yourself for passages on suicide and self-harm",
        )


def in_short(rows: Iterable[NotJudged]) -> Iterator[str]:
    """Yield each rule that was silent as one line for people, with the locales."""
    locales: dict[str, dict[str, None]] = {}
    for one in rows:
        locales.setdefault(one.code, {})[one.locale] = None
    for code, told in locales.items():
        yield f"{code} {RULES_BY_CODE[code].name}: {' '.join(told)}"


def in_words(rows: Iterable[NotJudged]) -> Iterator[str]:
    """Yield what was not judged as lines for people: a locale and a missing list once."""
    codes: dict[tuple[str, str], dict[str, None]] = {}
    for one in rows:
        codes.setdefault((one.locale, one.reason), {})[one.code] = None
    for (locale, reason), told in codes.items():
        rules = ", ".join(f"{code} {RULES_BY_CODE[code].name}" for code in told)
        yield f"{locale}: {rules}"
        yield f"    {reason}"
