"""Catalogs: what is to be translated, and the PO files that hold the translations."""
