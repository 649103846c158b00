"""The commands for what is done off the laptop: files, reminders, and whether a session is due."""
