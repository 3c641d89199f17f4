"""What is said of a file in which git left two versions that it could not join."""

import re

MESSAGE = "a merge conflict was left in the file"

FIX = "keep one of the two sides and delete the lines <<<<<<<, ======= and >>>>>>>"

LEFT = re.compile(r"<{7}|={7}|>{7}")
"""What git leaves where it could not join two versions of a file, at the beginning of a line."""
