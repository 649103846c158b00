"""What a person may not press, and what they add to the texts of places."""
