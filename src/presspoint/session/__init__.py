"""Where a session stands, and what keys do to it."""
