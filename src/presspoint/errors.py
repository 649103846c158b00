"""The errors a person may meet: each is one sentence and an exit code."""

from __future__ import annotations


class PresspointError(Exception):
    """Told in one sentence, exit 1: an unknown or ambiguous name, a file that is refused."""

    exit_code = 1


class UsageError(PresspointError):
    """A value that an option does not take, exit 2."""

    exit_code = 2


class StorageError(PresspointError):
    """Reading or saving failed, exit 4."""

    exit_code = 4
