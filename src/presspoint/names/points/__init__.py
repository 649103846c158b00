"""The point, or the points, that a typed code or name can mean."""
