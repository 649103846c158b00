"""What only a key, a signal or the end of a session needs, imported once its first frame is shown.

An upgrade that replaces the files of the program while it plays takes none of this away.
"""

from importlib import import_module

NEEDED_LATER = (
    "encodings.utf_8_sig",
    "textwrap",
    "tomllib",
    "tomli_w",
    "presspoint.listing.history",
    "presspoint.run.goodbye",
    "presspoint.safety.profile_table",
    "presspoint.session.status",
    "presspoint.storage.history.writing",
    "presspoint.storage.toml_files",
    "presspoint.terminal.key_parser",
    "presspoint.terminal.questions.pain_strength",
)


def import_what_keys_need() -> None:
    """Import all of it. Raises ImportError or OSError."""
    for name in NEEDED_LATER:
        import_module(name)
