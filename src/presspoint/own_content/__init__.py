"""What a person's own catalogue files may hold."""
