"""A routine made to be done away from the laptop, by one person until a day."""
