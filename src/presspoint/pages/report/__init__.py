"""The page for a clinician: its plots, and the page itself."""
