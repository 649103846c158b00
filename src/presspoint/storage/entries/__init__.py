"""What the history has beside sessions: tries to find places, and notes on them."""
