"""Where a head parts: it says what it means behind its colon."""

import re

COLON = re.compile(r"(?:[:?\u061f](?=\s)|[\uff1a\uff1f])(?=.*\w)", re.DOTALL)
"""The colon after which a head says what it means by what stands before, or the mark of a question
that is answered."""

COMMA = re.compile(r"[\u3001\uff0c](?=.*\w)", re.DOTALL)
"""The comma of Chinese and Japanese, behind which a head parts well, too."""
