"""Places as cards, rows and JSON, and what stands below a drawing."""
