"""Which files whoever makes, checks or inspects sheets needs, and no others.

Landlock allows what is named, and nothing else, so this is the list of all that Python, its
libraries and fonts read. What stands here and is not on a computer does no harm.
"""

import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pipeline
from pipeline.publish.executors.fence import Reach

if TYPE_CHECKING:
    from pipeline.project import Project
    from pipeline.project.sources import Sources
    from pipeline.publish.review import Commission
    from pipeline.publish.run import Batch
    from pipeline.typeset.fonts import FontSet

_PROGRAMS = (
    *("/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64", "/opt/homebrew"),
    *("/nix/store", "/gnu/store", "/run/current-system", "/run/opengl-driver"),
)
"""Where systems keep programs, libraries, locales and time zones; what lies there anybody reads."""

_SETTINGS = (
    *("/etc/ld.so.cache", "/etc/ld.so.conf", "/etc/ld.so.conf.d", "/etc/ld.so.preload"),
    *("/etc/localtime", "/etc/timezone", "/etc/locale.alias", "/etc/mime.types"),
    *("/etc/passwd", "/etc/nsswitch.conf", "/etc/ssl/openssl.cnf", "/etc/alternatives"),
    *("/dev/urandom", "/dev/random", "/dev/zero"),
    *("/proc/self", "/proc/filesystems", "/proc/meminfo", "/proc/cpuinfo", "/proc/stat"),
    "/sys/devices/system/cpu",
)


def to_print(batch: "Batch") -> Reach:
    """Return what the making of sheets reaches, which puts them into ``build/`` and a store."""
    project, stores = batch.sources.project, [batch.store.folder] if batch.store else []
    return _reach(project, [*_shelf(project), *stores, batch.folder])


def to_review(commission: "Commission") -> Reach:
    """Return what the making of a review reaches, which puts it into ``build/``."""
    project = commission.sources.project
    return _reach(project, [*_shelf(project), commission.folder])


def to_inspect(common: tuple["Sources", date, Path]) -> Reach:
    """Return what a look at a PDF reaches: nothing that it could write but configurations."""
    sources, _, folder = common
    return _reach(sources.project, [folder])


def to_check(common: tuple["Sources", date, "FontSet | None"]) -> Reach:
    """Return what checks of catalogs reach: nothing that they could write."""
    return _reach(common[0].project)


def _shelf(project: "Project") -> list[Path]:
    """Return ``build/``, made if it is not there, and what links in it lead to, inside."""
    from pipeline.project.disk import make_folder
    from pipeline.project.ground import real_place

    real_place(project.root, project.build / "es")  # refused here, where it can say so
    make_folder(project.root, project.build)
    root = Path(os.path.realpath(project.root))
    rooms = [project.build, *(one for one in project.build.iterdir() if one.is_symlink())]
    return [one for one in rooms if Path(os.path.realpath(one)).is_relative_to(root)]


def _reach(project: "Project", changes: Iterable[Path] = ()) -> Reach:
    from pipeline.typeset.fonts import font_places

    return Reach(
        runs=(*_PROGRAMS, *_paths(_python()), *_paths(_fc_list())),
        reads=(*_SETTINGS, *_paths([project.root, *_program(), *font_places()])),
        changes=(os.devnull, *_paths(changes)),
    )


def _paths(paths: Iterable[Path]) -> Iterator[str]:
    return (os.path.realpath(path) for path in paths)


def _program() -> Iterator[Path]:
    """Yield where this program lies; in a checkout its records and catalogs are links."""
    package = Path(pipeline.__file__).parent
    yield package
    yield from (package / "base").glob("*")


def _python() -> Iterator[Path]:
    """Yield where Python and its libraries lie.

    Where somebody stands, and the program's own checkout, are on the path too; unless the libraries
    lie there, nothing that belongs to a sheet does.
    """
    yield from map(Path, (sys.prefix, sys.base_prefix, sys.exec_prefix, sys.base_exec_prefix))
    at_hand = {os.path.realpath(one) for one in ("", Path(pipeline.__file__).parent.parent)}
    for place in map(Path, filter(None, sys.path)):
        if os.path.realpath(place) not in at_hand or (place / "weasyprint").is_dir():
            yield place
    yield from map(Path, filter(None, os.environ.get("LD_LIBRARY_PATH", "").split(":")))


def _fc_list() -> Iterator[Path]:
    if found := shutil.which("fc-list"):
        yield Path(os.path.realpath(found)).parent
