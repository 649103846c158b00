"""The commands that look something up, and play nothing."""
