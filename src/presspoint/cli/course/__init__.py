"""The commands of a course of days, and whether a session of it is due."""
