"""One run of a routine, from the request to the goodbye."""
