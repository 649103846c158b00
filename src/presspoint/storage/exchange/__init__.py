"""The history written to other machines and read from them."""
