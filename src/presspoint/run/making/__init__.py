"""A set for now, from what was typed or asked to what is played, printed or saved."""
