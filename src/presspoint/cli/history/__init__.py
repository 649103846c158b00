"""The history commands: what was done, looked at, noted, undone and added to by hand."""
