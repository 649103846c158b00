"""Lists, cards, maps and curves as a terminal shows them."""
