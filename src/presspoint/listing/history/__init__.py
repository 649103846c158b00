"""Sessions as lines of text and as JSON."""
