"""What can be read of a damaged history, and a sound one made from it."""
