"""The report: what was typed for it, and all that it is made from, gathered."""
