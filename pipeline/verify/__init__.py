"""The finished paper, read back: what a reader's eyes find on it."""
