"""The disk: a project's files, read, written and checked."""
