"""A person led to places by touch; nothing of it counts as pressed."""
