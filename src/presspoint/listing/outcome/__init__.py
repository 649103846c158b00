"""What sessions and answers add up to, as lines of text and as JSON."""
