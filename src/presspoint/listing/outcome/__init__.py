"""What sessions and scores add up to, as lines of text and as JSON."""
