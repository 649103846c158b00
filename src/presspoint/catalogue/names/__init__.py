"""The names and words by which the catalogue is found."""
