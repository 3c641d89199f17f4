"""The words that the shipped catalogs use, by language: a short text shows its language by them."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from pipeline.records.in_force import shipped
from pipeline.records.typography import language_name, script_of
from pipeline.values.locale import language_of


@cache
def vocabulary(locale: str) -> frozenset[str]:
    """Return the words that are known of a locale's language, none where it is not shipped."""
    name = language_of(locale)
    if script_of(name) != script_of(locale):
        return frozenset()
    row = shipped("vocabulary").get(name, "")
    shares = shipped("languages").get(name, {}).get("shares", ())
    return common_words(name).union(row.split(), shares) if row else frozenset()


@cache
def common_words(name: str) -> frozenset[str]:
    """Return the commonest words of a language."""
    return frozenset(shipped("languages").get(name, {}).get("words", ()))


@cache
def telling_words(locale: str) -> Mapping[str, frozenset[str]]:
    """Return a language's commonest words that each other language has not, by what it is called.

    Danish and Norwegian have most in common: what tells them apart is hva and hvad.
    """
    own = common_words(language_of(locale))
    return MappingProxyType(
        {called(name): own - common_words(name) for name in shipped("languages")} if own else {}
    )


@cache
def other_vocabularies(locale: str) -> Mapping[str, frozenset[str]]:
    """Return the words of every other language that is written as a locale's is, by its locale."""
    own, script = language_of(locale), script_of(locale)
    return MappingProxyType(
        {
            name: vocabulary(name)
            for name in shipped("vocabulary")
            if name != own and script_of(name) == script
        }
    )


@cache
def called(locale: str) -> str:
    """Return what messages call a language."""
    return language_name(locale, "en")
