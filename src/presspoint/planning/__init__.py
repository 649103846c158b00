"""A routine and a person made into what will be played."""
