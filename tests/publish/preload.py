"""Loaded by each worker of a drill's cluster before its first sheet: its typesetter is a stub."""

import os
import signal

from tests.publish.fleet import put_stub

put_stub()

if deadly := os.environ.get("POLYLEAF_DEADLY", ""):
    from pipeline.publish import sheet

    printing = sheet.__dict__["typeset"]

    def typeset(html: str, fonts: object, path: str, *rest: object) -> object:
        """Die on one sheet, as a typesetter may."""
        if path.endswith(deadly):
            os.kill(os.getpid(), signal.SIGKILL)
        return printing(html, fonts, path, *rest)

    sheet.__dict__["typeset"] = typeset
