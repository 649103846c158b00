"""The commands for what sessions and answers add up to."""
