"""Drawings as this person may see them."""
