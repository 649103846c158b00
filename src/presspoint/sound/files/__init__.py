"""The sound of a whole session as one file, made without waiting."""
