"""A set for now: the places that fit an occasion, chosen and made into a routine."""
