"""The file that holds the history: the way into it, its tables, and copies of it."""
