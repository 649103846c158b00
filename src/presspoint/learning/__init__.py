"""Places found by touch: what was tried, and when a place comes again."""
