"""The commands for a person's own files: checked, added, begun."""
