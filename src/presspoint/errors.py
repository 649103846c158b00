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


class PartlyReadError(StorageError):
    """A part of the day's holds could not be read; `counts` is what the others add up to."""

    def __init__(self, sentence: str, counts: dict[str, int]) -> None:
        """Take what is told, and in how many sessions each place was pressed."""
        super().__init__(sentence)
        self.counts = counts
