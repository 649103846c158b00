"""The commands of a course of days."""
