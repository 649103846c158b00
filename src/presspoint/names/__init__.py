"""What a person typed, and the point that it can mean."""
