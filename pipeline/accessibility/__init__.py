"""Whether finished PDFs conform to what assistive technology and archives ask of them."""
