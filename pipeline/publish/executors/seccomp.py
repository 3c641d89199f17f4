"""A filter of system calls, by which Linux keeps a process from every kind of network since 4.17.

Landlock knows TCP alone, and that from Linux 6.7 on; this closes the rest, and older systems. The
only library, libseccomp, is under the LGPL; what is needed of it are a dozen instructions.
Source: Linux, Documentation/userspace-api/seccomp_filter.rst, include/uapi/linux/filter.h and
seccomp.h, and each processor's table of system calls.
"""

import ctypes
import errno
import os
import struct
import sys
from dataclasses import dataclass

_NO_NEW_PRIVILEGES = 38
_SET_FILTER = 1
_ALL_THREADS, _AT_FULL_SPEED = 1 << 0, 1 << 2
"""Without the second, older systems make the whole process slower."""

_LOAD, _IF_EQUAL, _IF_AT_LEAST, _ANSWER = 0x20, 0x15, 0x35, 0x06
_NUMBER, _PROCESSOR = 0, 4
"""Where in ``struct seccomp_data`` the number of the call stands, and for which processor."""

_ALLOW, _FAIL = 0x7FFF0000, 0x00050000


@dataclass(frozen=True, slots=True, kw_only=True)
class _Processor:
    """The numbers of one kind of processor."""

    mark: int
    """``AUDIT_ARCH_…``."""
    seccomp: int
    forbidden: tuple[int, ...]
    """Of ``socket``, ``io_uring_setup``, which opens sockets as well, ``ptrace``,
    ``process_vm_readv`` and ``process_vm_writev``, which reach into other processes, and
    ``truncate``, which Landlock lets through before its third version."""
    others: int = 0
    """From which number on calls are those of another binary interface; 0 where there is none."""


_PROCESSORS = {
    "x86_64": _Processor(
        mark=0xC000003E, seccomp=317, forbidden=(41, 425, 101, 310, 311, 76), others=0x40000000
    ),
    "aarch64": _Processor(mark=0xC00000B7, seccomp=277, forbidden=(198, 425, 117, 270, 271, 45)),
    "riscv64": _Processor(mark=0xC00000F3, seccomp=277, forbidden=(198, 425, 117, 270, 271, 45)),
}


class _Program(ctypes.Structure):
    """``struct sock_fprog``."""

    _fields_ = (("length", ctypes.c_ushort), ("instructions", ctypes.c_char_p))


def _processor() -> _Processor | None:
    """Return the processor that this program is made for, where its numbers are known."""
    if not sys.platform.startswith("linux") or sys.maxsize < 1 << 32:
        return None
    return _PROCESSORS.get(os.uname().machine)


def can_filter() -> bool:
    """Say whether this system can filter calls."""
    processor = _processor()
    if not processor:
        return False
    # A filter at no address is refused as such only where filters are known.
    system = ctypes.CDLL(None, use_errno=True)
    system.syscall(processor.seccomp, _SET_FILTER, _AT_FULL_SPEED, None)
    return ctypes.get_errno() == errno.EFAULT


def close_sockets() -> bool:
    """Keep this process, and all that it starts, from making sockets for good; say whether it is.

    Such a call fails with ``EACCES``, and so does one that reaches into another process.
    """
    if not (processor := _processor()):
        return False
    program = _program(processor)
    filtered = _Program(len(program) // 8, program)
    system = ctypes.CDLL(None)
    if system.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0):
        return False
    flags = _ALL_THREADS | _AT_FULL_SPEED
    return not system.syscall(processor.seccomp, _SET_FILTER, flags, ctypes.byref(filtered))


def _program(processor: _Processor) -> bytes:
    """Return the filter's instructions, each a ``struct sock_filter``: eight bytes."""
    count = len(processor.forbidden)
    refusals = count + bool(processor.others)
    lines = [(_LOAD, 0, 0, _PROCESSOR), (_IF_EQUAL, 0, refusals + 2, processor.mark)]
    lines += [(_LOAD, 0, 0, _NUMBER)]
    if processor.others:
        lines += [(_IF_AT_LEAST, refusals, 0, processor.others)]
    lines += [(_IF_EQUAL, count - at, 0, call) for at, call in enumerate(processor.forbidden)]
    lines += [(_ANSWER, 0, 0, _ALLOW), (_ANSWER, 0, 0, _FAIL | errno.EACCES)]
    return b"".join(struct.pack("=HBBI", *line) for line in lines)
