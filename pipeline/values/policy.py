"""What a publisher asks of a text before a sheet may call itself approved."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from pipeline.values.finding import Severity

Needs = tuple[tuple[str, ...], ...]
"""Roles that must all be filled, each by another person; of those in one group one is enough."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """How much a finding weighs for this publisher, and why."""

    severity: Severity
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """A project's ``source/policy.toml``; what it does not say is as here.

    A machine's translation needs a linguist beside the clinician: 45 CFR 92.201(c)(3) asks that a
    qualified human translator reviews it where the text is critical, accuracy essential or the
    language technical. ISO 17100, which is about people's translations alone, asks that another
    than the translator compares them with their source.
    """

    source: Needs = (("editor", "clinician"),)
    """For an article in its own language."""
    translation: Needs = (("clinician",),)
    """For what a named person translated."""
    machine: Needs = (("reviser",), ("clinician",))
    """For what a machine translated, alone or with people, or nobody knows who."""
    states: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By role, what its approval must say of the person: ``qualification``, ``languages``."""
    confirmed_within: int = 180
    """Days for which a confirmation of a service holds."""
    levels: Mapping[str, Level] = field(default_factory=dict)
    """By code, how much a finding about a translation weighs."""
