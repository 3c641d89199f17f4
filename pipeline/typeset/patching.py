"""A function of our own in the place of one of WeasyPrint's."""

from collections.abc import Callable
from types import ModuleType
from typing import Any


def replace_everywhere(
    package: ModuleType, own: Callable[..., Any], new: Callable[..., Any]
) -> None:
    """Put a function in the place of another in all modules of a package that import that one."""
    for module in vars(package).values():
        if isinstance(module, ModuleType) and getattr(module, own.__name__, None) is own:
            setattr(module, own.__name__, new)
