"""The check: warning signs and conditions asked about, and what comes of the answers."""
