"""What a person answered about themselves, and what it leaves out."""
