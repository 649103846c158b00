"""The history as lines of JSON that any two machines can exchange, written and read strictly."""
