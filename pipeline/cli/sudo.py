"""Keep ``sudo`` from leaving files of root's in a person's own project."""

import os
from pathlib import Path

from pipeline.values.errors import PolyleafError


def refuse_sudo(project: Path) -> None:
    """Refuse to work as root, by ``sudo``, in a folder that is not root's.

    The person could neither replace nor remove what was printed. Root alone, as in a container,
    has no ``SUDO_UID``.
    """
    if os.geteuid() or os.environ.get("SUDO_UID", "0") == "0" or not project.is_dir():
        return
    if project.stat().st_uid:
        raise PolyleafError(
            "type the same without sudo: else what is written belongs to root, and you cannot "
            "print over it any more"
        )
