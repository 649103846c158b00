"""Routines and plans as lines of text and as JSON."""
