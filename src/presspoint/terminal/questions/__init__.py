"""Questions on a terminal that one key answers, and the questions of the check."""
