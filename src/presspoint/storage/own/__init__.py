"""A person's own catalogue files: where they are, what they hold, what is wrong with them."""
