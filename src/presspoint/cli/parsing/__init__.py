"""What was typed: options, arguments, and what was meant by a word that is no command."""
