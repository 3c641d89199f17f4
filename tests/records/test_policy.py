"""``source/policy.toml``, field by field."""

from pipeline.records.policy import read_policy
from pipeline.values.finding import Severity
from pipeline.values.policy import Policy
from tests.rows import each_row


def test_a_policy_that_says_nothing_is_the_programs_own() -> None:
    assert read_policy({}, "source/policy.toml") == (Policy(), [])
    assert Policy().machine == (("reviser",), ("clinician",))


def test_each_field_is_read() -> None:
    policy, findings = read_policy(
        {
            "confirmed_within": 90,
            "needs": {"source": ["editor or clinician"], "machine": ["reviser", "community"]},
            "states": {"reviser": ["qualification"]},
            "finding": [{"code": "TRM002", "severity": "ignored", "reason": "our readers know it"}],
        },
        "source/policy.toml",
    )
    assert not findings
    assert policy.confirmed_within == 90
    assert policy.source == (("editor", "clinician"),)
    assert policy.machine == (("reviser",), ("community",))
    assert policy.translation == Policy().translation
    assert policy.states == {"reviser": ("qualification",)}
    assert policy.levels["TRM002"].severity is Severity.IGNORED


@each_row(
    ("data", "message"),
    [
        ({"confirmed_within": 900}, "confirmed_within: is 900 days"),
        ({"confirmed_within": "long"}, "confirmed_within: is not a whole number"),
        ({"needs": {"machine": ["reviewer"]}}, "needs.machine: 'reviewer' is not a role"),
        ({"needs": {"machine": []}}, "needs.machine: is empty"),
        ({"needs": {"computer": ["reviser"]}}, "needs.computer: is unknown"),
        ({"states": {"reviser": ["shoe size"]}}, "states.reviser: 'shoe size' cannot be asked for"),
        ({"states": {"nurse": ["languages"]}}, "states.nurse: is unknown"),
        ({"finding": [{"code": "TRM002", "severity": "off"}]}, "finding[0].severity: 'off' is"),
        ({"finding": [{"code": "TRM002", "severity": "error"}]}, "finding[0].reason: is missing"),
        ({"strict": True}, "strict: is unknown"),
    ],
)
def test_a_wrong_field_is_named(data: dict[str, object], message: str) -> None:
    _, findings = read_policy(data, "source/policy.toml")
    assert any(finding.message.startswith(message) for finding in findings), findings
    assert {finding.code for finding in findings} == {"SRC026"}
