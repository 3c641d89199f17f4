"""Every rule: those that judge a text and its translation, and those found elsewhere."""

from pipeline.check.rule import Rule
from pipeline.check.rules import (
    article_read,
    brackets_unbalanced,
    catalog_read,
    catalog_whole,
    character_control,
    citation_added,
    citation_changed,
    citation_doubled,
    citation_literal,
    citation_malformed,
    citation_missing,
    citation_typed,
    citation_unknown,
    crisis_address,
    crisis_cut,
    crisis_english,
    emphasis_lost,
    footnote_lost,
    html_raw,
    language_other,
    letters_damaged,
    letters_mixed,
    link_added,
    link_lost,
    link_misleading,
    number_added,
    number_changed,
    number_recorded,
    number_small,
    number_typed,
    opposite_said,
    placeholder_lost,
    printed,
    records_read,
    release_read,
    remark_left,
    script_wrong,
    services_read,
    signs_printed,
    surname_lost,
    surname_misread,
    surname_unknown,
    term_forbidden,
    term_missing,
    text_cut,
    text_english,
    text_long,
    wording_unsafe,
)

PAIR_RULES: tuple[Rule, ...] = tuple(
    module.RULE
    for module in (
        placeholder_lost,
        number_typed,
        number_added,
        number_recorded,
        link_misleading,
        number_small,
        crisis_address,
        crisis_english,
        crisis_cut,
        wording_unsafe,
        surname_misread,
        citation_missing,
        citation_malformed,
        citation_added,
        citation_unknown,
        citation_changed,
        citation_typed,
        citation_doubled,
        surname_lost,
        surname_unknown,
        citation_literal,
        html_raw,
        footnote_lost,
        link_lost,
        link_added,
        number_changed,
        opposite_said,
        emphasis_lost,
        signs_printed,
        text_english,
        text_cut,
        script_wrong,
        language_other,
        brackets_unbalanced,
        text_long,
        character_control,
        letters_mixed,
        letters_damaged,
        remark_left,
        term_missing,
        term_forbidden,
    )
)
"""In the order in which findings are told."""

_DESCRIBED = (
    article_read,
    catalog_read,
    catalog_whole,
    records_read,
    release_read,
    services_read,
    printed,
)

RULES: tuple[Rule, ...] = tuple(
    sorted(
        (*PAIR_RULES, *(rule for module in _DESCRIBED for rule in module.RULES)),
        key=lambda rule: rule.code,
    )
)
"""All that Polyleaf can find, by code."""

RULES_BY_CODE = {rule.code: rule for rule in RULES}

RENAMED = {old: rule.code for rule in RULES for old in rule.formerly}
"""The codes that rules had before, each with the one that it has now."""


def code_now(code: str) -> str:
    """Return the code that a rule has now; one that never changed stays as it is."""
    return RENAMED.get(code, code)
