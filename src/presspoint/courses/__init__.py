"""A course of days: a routine done again and again over some weeks, and what of it is due."""
