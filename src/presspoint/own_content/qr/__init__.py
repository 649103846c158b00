"""A routine as the text of a QR code: it holds the routine, and nothing of the person."""
