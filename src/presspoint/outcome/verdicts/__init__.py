"""What is to be said plainly: no better, worse, or a nerve sign. docs/outcome.md has the rules."""
