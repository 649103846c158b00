"""A person's own catalogue files: found, read and checked."""
