"""Joins a session to clock, keys, sound, display and history."""
