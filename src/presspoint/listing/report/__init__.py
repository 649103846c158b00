"""One page for a clinician: what it says, as sentences, as lines of text and as JSON."""
