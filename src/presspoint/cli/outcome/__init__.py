"""The commands that say what sessions and scores add up to."""
