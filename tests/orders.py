"""Orders for tests and measurements."""

from datetime import date
from typing import Any

from pipeline.project import Project
from pipeline.publish.order import Order, make_order

TODAY = date(2026, 11, 28)
"""The day of an order that names none."""


def order_of(project: Project, **asked: Any) -> Order:
    """Return an order of the handout that who asks for nothing gets, but for what is asked."""
    order, findings = make_order(project, **{"today": TODAY, **asked})
    assert order, findings
    return order
