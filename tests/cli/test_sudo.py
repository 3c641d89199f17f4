"""``sudo`` out of habit."""

import os
from pathlib import Path

import pytest

from pipeline.cli.sudo import refuse_sudo
from pipeline.values.errors import PolyleafError

USER, ROOT = 1000, 0


@pytest.mark.parametrize(
    ("me", "caller", "owner", "refused"),
    [
        (ROOT, "1000", USER, True),
        (ROOT, "1000", ROOT, False),
        (ROOT, "0", USER, False),
        (ROOT, None, USER, False),
        (USER, "1000", USER, False),
    ],
    ids=["sudo", "root's own folder", "root's sudo", "a container", "no sudo"],
)
def test_sudo_is_refused_in_a_folder_that_is_not_root_s(
    me: int,
    caller: str | None,
    owner: int,
    refused: bool,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: me)
    monkeypatch.delenv("SUDO_UID", raising=False)
    if caller is not None:
        monkeypatch.setenv("SUDO_UID", caller)
    found = os.stat_result((0o40755, 0, 0, 1, owner, owner, 0, 0, 0, 0))
    monkeypatch.setattr(Path, "is_dir", lambda _: True)
    monkeypatch.setattr(Path, "stat", lambda _: found)
    if refused:
        with pytest.raises(PolyleafError, match="without sudo"):
            refuse_sudo(tmp_path)
    else:
        refuse_sudo(tmp_path)
