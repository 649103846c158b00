"""Documents made into what leaves the terminal: HTML pages, calendar files, codes to scan."""
