"""A routine as one page for a phone, which plays it without the program and without a network."""
