"""Imports when nobody waits for them: while a person reads, and after the first frame."""

from importlib import import_module

# What draws a session, where the person is asked first.
DRAWING = ("presspoint.terminal.screen.painter", "presspoint.terminal.screen.frame")
# What only a key, a signal or the end of a session needs: an upgrade that replaces the files of the
# program while it plays takes none of this away.
NEEDED_LATER = (
    "encodings.utf_8_sig",
    "textwrap",
    "tomllib",
    "tomli_w",
    "presspoint.listing.history.sessions",
    "presspoint.pictures.characters",
    "presspoint.pictures.drawing",
    "presspoint.run.goodbye",
    "presspoint.safety.tables.profile",
    "presspoint.safety.tables.rests",
    "presspoint.session.status",
    "presspoint.storage.history.writing",
    "presspoint.storage.toml_files",
    "presspoint.terminal.keyboard.parser",
    "presspoint.terminal.questions.pain_strength",
    "presspoint.terminal.screen.enlarged",
    "presspoint.terminal.screen.question",
)


def import_what_draws() -> None:
    """Import what the first frame needs. Raises ImportError or OSError."""
    for name in DRAWING:
        import_module(name)


def import_what_keys_need() -> None:
    """Import what is needed once the first frame is shown. Raises ImportError or OSError."""
    for name in NEEDED_LATER:
        import_module(name)
