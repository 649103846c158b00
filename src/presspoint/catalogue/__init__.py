"""What is known: places, routines, conditions, warning signs and their sources."""
