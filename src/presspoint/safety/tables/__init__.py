"""The tables of a profile in its file, read strictly and written."""
