"""What is known of figures over time: their yardsticks, and what may be said about them."""
