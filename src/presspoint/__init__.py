"""presspoint: a guided, timed self-acupressure routine in the terminal."""

__version__ = "0.1.0"
