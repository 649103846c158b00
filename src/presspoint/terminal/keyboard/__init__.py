"""What a terminal sends: keys, read and named."""
