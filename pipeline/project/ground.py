"""Where the names of a project really lie, so that no link leads out of its folder.

A project may come from a stranger. What stands in it is read, written and removed below its real
root; a link that stays inside is followed as far as the folder, never the last name of a file that
is written.
"""

import os
from pathlib import Path

from pipeline.values.errors import PolyleafError


def real_place(root: Path, path: Path) -> Path:
    """Return where a file of a project is to be written or removed: its folder without links.

    Its own name may be a link; it is replaced or removed, not followed. A folder behind a link that
    leads out of the project is refused.
    """
    base = _real(root)
    name = _below(root, path)
    folder = _real(base / name.parent)
    if not folder.is_relative_to(base):
        raise PolyleafError(
            f"{path}: {_link_in(base, name)} is a link that leads out of the project; put a folder "
            "in its place"
        )
    return folder / name.name


def named_place(root: Path, path: Path) -> Path:
    """Return a place that somebody named for writing, anywhere; what the project has there counts.

    One that is named in the project lies in it: a link there that leads out is refused, and so is
    what is neither a file nor a folder.
    """
    base, name = Path(os.path.abspath(root)), Path(os.path.abspath(path))  # noqa: PTH100 - as named
    if not name.is_relative_to(base):
        return path
    if not is_within(base, name):
        link = _link_in(_real(root), name.relative_to(base) / "x")
        raise PolyleafError(
            f"{path}: {link} is a link that leads out of the project; name a place elsewhere, or "
            "remove the link"
        )
    if name.exists() and not (name.is_file() or name.is_dir()):
        raise PolyleafError(f"{path} is neither a file nor a folder; name another place")
    return path


def is_within(root: Path, path: Path) -> bool:
    """Say whether a name of a project leads to a place in it, whatever links there are."""
    return _has_no_link(root, path) or _real(path).is_relative_to(_real(root))


def _has_no_link(root: Path, path: Path) -> bool:
    """Say whether no part of a name below a root is a link, so that it leads where it says."""
    parts, own = path.parts, root.parts
    if parts[: len(own)] != own or ".." in parts:
        return False
    below = str(path)
    for _ in parts[len(own) :]:
        if os.path.islink(below):  # noqa: PTH114 - a name that is too long for any file is none
            return False
        below = os.path.dirname(below)  # noqa: PTH120 - as a text, which takes a tenth of the time
    return True


def _real(path: Path) -> Path:
    return Path(os.path.realpath(path))


def _below(root: Path, path: Path) -> Path:
    if path.is_relative_to(root) and ".." not in (name := path.relative_to(root)).parts:
        return name
    raise PolyleafError(f"{path} is not in the project {root}")


def _link_in(base: Path, name: Path) -> str:
    """Return the first folder of a name that leads out."""
    folders = [folder for folder in reversed(name.parents) if folder.parts]
    out = (folder for folder in folders if not _real(base / folder).is_relative_to(base))
    return str(next(out, name.parent))
