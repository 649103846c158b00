"""The history: a SQLite database of sessions and their holds."""
