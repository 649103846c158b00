"""What a session leaves: its record, what it adds up to, and what a look at all records finds."""
