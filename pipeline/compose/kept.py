"""Compiled templates, kept beside Python's own compiled files: whatever is kept can be made again.

They lie in the program's folder, as trusted as the program itself, and never in a project, which
may be a stranger's.
"""

import sys
from contextlib import suppress
from importlib.util import cache_from_source

from jinja2 import FileSystemBytecodeCache
from jinja2.bccache import Bucket

from pipeline.records.installed import version


class Kept(FileSystemBytecodeCache):
    """Keeps what a template was compiled to, until its text, Jinja or Python is another.

    Where the folder is not to be written to, nothing is kept, as Python does.
    """

    def __init__(self) -> None:
        folder = cache_from_source(__file__).replace("\\", "/").rpartition("/")[0]
        super().__init__(folder, f"jinja-{version('jinja2')}-%s.pyc")

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take what is kept, if anything is; a folder within an archive keeps nothing."""
        with suppress(OSError):
            super().load_bytecode(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled, if it can be kept."""
        if not sys.dont_write_bytecode:
            with suppress(OSError):
                super().dump_bytecode(bucket)
