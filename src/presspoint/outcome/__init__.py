"""What the sessions add up to: sums, days, pain over time, and verdicts on them."""
