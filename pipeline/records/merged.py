"""What is said of a file in which git left two versions that it could not join."""

MESSAGE = "a merge conflict was left in the file"

FIX = "keep one of the two sides and delete the lines <<<<<<<, ======= and >>>>>>>"
