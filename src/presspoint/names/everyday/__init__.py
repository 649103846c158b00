"""Everyday words for what hurts, and where they lead."""
