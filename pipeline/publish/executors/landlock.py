"""Landlock, by which Linux keeps a process from files and from the network: since 5.13 and 6.7.

The few calls are made here: no library for them is kept by more than one person. Their numbers are
the same on every processor.
Source: Linux, Documentation/userspace-api/landlock.rst and include/uapi/linux/landlock.h.
"""

import ctypes
import os
import stat
import struct
import sys
from collections.abc import Iterable
from contextlib import suppress
from functools import cache

_CREATE, _ADD, _RESTRICT = 444, 445, 446
_TELL_VERSION = 1
_BENEATH_PATH = 1

WITH_FILES = 2
"""The version from which on files may still be renamed from folder to folder."""

WITH_NETWORK = 4

_EXECUTE, _WRITE, _READ, _LIST = 1 << 0, 1 << 1, 1 << 2, 1 << 3
_REMOVE = 1 << 4 | 1 << 5
"""Folders and files."""

_MAKE = 1 << 7 | 1 << 8
"""Folders and files; what else can be made, from links to devices, nobody may make."""

_RENAME, _TRUNCATE = 1 << 13, 1 << 14

READ = _READ | _LIST
RUN = READ | _EXECUTE
CHANGE = READ | _WRITE | _REMOVE | _MAKE | _RENAME | _TRUNCATE

_OF_A_FILE = _EXECUTE | _WRITE | _READ | _TRUNCATE
"""What can be allowed of something that is no folder."""

_KNOWN = {2: (1 << 14) - 1, 3: (1 << 15) - 1}
"""All kinds of access to files that a version can forbid."""

_BIND_AND_CONNECT = 3
"""Both kinds of access to TCP: what is named and not allowed is refused."""

_NO_NEW_PRIVILEGES = 38


@cache
def version() -> int:
    """Return the version of Landlock that this system has, 0 where it has none."""
    if not sys.platform.startswith("linux"):
        return 0
    return max(0, _call(_CREATE, None, ctypes.c_size_t(0), _TELL_VERSION))


def close_tcp() -> bool:
    """Keep this thread, and all that it starts, from TCP for good; say whether it is."""
    if version() < WITH_NETWORK:
        return False
    handle = _create(0, _BIND_AND_CONNECT)
    return handle >= 0 and _restrict(handle)


def close_files(allowed: Iterable[tuple[str, int]]) -> bool:
    """Keep this thread, and all that it starts, from all files but some; say whether it is.

    Each is a path, with what is allowed of it and of all beneath it: `READ`, `RUN` or `CHANGE`.
    What is not there, or cannot be opened, is left out.
    """
    if version() < WITH_FILES:
        return False
    known = _KNOWN[min(version(), max(_KNOWN))]
    handle = _create(known, 0)
    if handle < 0:
        return False
    for path, access in allowed:
        with suppress(OSError):
            _allow(handle, path, access & known)
    return _restrict(handle)


def _allow(rules: int, path: str, access: int) -> None:
    """Allow access to what a name leads to, unless Landlock does not know that kind of place."""
    handle = os.open(path, os.O_PATH | os.O_CLOEXEC)
    try:
        if not stat.S_ISDIR(os.fstat(handle).st_mode):
            access &= _OF_A_FILE
        # struct landlock_path_beneath_attr
        _call(_ADD, rules, _BENEATH_PATH, struct.pack("=Qi", access, handle), 0)
    finally:
        os.close(handle)


def _create(files: int, network: int) -> int:
    # struct landlock_ruleset_attr; version 3 and earlier know its first field alone.
    rules = struct.pack("=QQ", files, network) if network else struct.pack("=Q", files)
    return _call(_CREATE, rules, ctypes.c_size_t(len(rules)), 0)


def _restrict(handle: int) -> bool:
    try:
        if ctypes.CDLL(None).prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0):
            return False
        return _call(_RESTRICT, handle, 0) == 0
    finally:
        os.close(handle)


def _call(number: int, *arguments: object) -> int:
    return int(ctypes.CDLL(None).syscall(number, *arguments))
