"""Putting a locale's translations into an article's tree."""
