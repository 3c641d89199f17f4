"""HTML to PDF, with the fonts that a locale names and no others."""
