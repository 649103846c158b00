"""A routine on one sheet of paper."""
