"""A routine taken off the laptop: screened as any, and written into files."""
