"""What of a run is heard, and whether it is."""
