"""Whether a worker can be kept from the network, and how: by Landlock, which Linux has since 6.7.

What a worker handles may come from strangers, and nothing that it does needs the network. The few
calls are made here: no library for them is kept by more than one person.
Source: Linux, Documentation/userspace-api/landlock.rst; the numbers of the calls are the same on
every processor.
"""

import ctypes
import sys

_CREATE, _RESTRICT = 444, 446
_TELL_VERSION = 1
_WITH_NETWORK = 4
"""The version of Landlock from which on it knows of the network."""

_BIND_AND_CONNECT = 3
"""Both kinds of access to TCP: what is named and not allowed is refused."""

_NO_NEW_PRIVILEGES = 38


class _Rules(ctypes.Structure):
    """``struct landlock_ruleset_attr``, as far as version 4 has it."""

    _fields_ = (("files", ctypes.c_uint64), ("network", ctypes.c_uint64))


def can_close_network() -> bool:
    """Say whether this system can keep a process from the network."""
    if not sys.platform.startswith("linux"):
        return False
    version = ctypes.CDLL(None).syscall(_CREATE, None, ctypes.c_size_t(0), _TELL_VERSION)
    return int(version) >= _WITH_NETWORK


def close_network() -> bool:
    """Keep this thread, and all that is started from it, from TCP for good; say whether it is.

    To be called before there is another thread.
    """
    if not can_close_network():
        return False
    system = ctypes.CDLL(None)
    rules = _Rules(0, _BIND_AND_CONNECT)
    handle = system.syscall(_CREATE, ctypes.byref(rules), ctypes.c_size_t(ctypes.sizeof(rules)), 0)
    if handle < 0 or system.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0):
        return False
    return int(system.syscall(_RESTRICT, handle, 0)) == 0
