"""What usually goes wrong in a text file, in plain words, each with what to type instead."""
