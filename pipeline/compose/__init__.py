"""A translated article, a region and an edition to HTML, and to what the paper must show."""
