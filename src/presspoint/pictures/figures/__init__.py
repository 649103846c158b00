"""Views of the body as lines and landmarks, and where places are on them."""
