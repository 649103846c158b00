"""The machine that a session runs on: kept from sleeping and locking meanwhile."""
