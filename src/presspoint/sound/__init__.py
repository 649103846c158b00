"""Tones, voices and the programs that make them heard."""
