"""What Tab offers: the names that fit, each with a few words, in the form of each shell."""
