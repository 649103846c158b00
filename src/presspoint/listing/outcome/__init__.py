"""What a person answered on how they are, as lines and as JSON."""
