"""Control of a session by other programs of the same person; `socket` is used only here."""
