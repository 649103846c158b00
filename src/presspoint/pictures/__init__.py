"""The body in line drawings, and every place on it."""
