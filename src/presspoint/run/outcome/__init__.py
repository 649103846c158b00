"""What a person says of how they are: taken, saved, and held against the rules."""
