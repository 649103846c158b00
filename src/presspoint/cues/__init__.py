"""What of a session is heard, and when."""
