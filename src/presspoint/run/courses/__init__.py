"""Courses of days as commands need them: read, begun, held against what a person may do."""
