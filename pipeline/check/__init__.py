"""What can be said of an article, its catalogs and its region without typesetting anything."""
