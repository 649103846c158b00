"""The errors that a person may meet: each is one sentence and an exit code."""

from enum import IntEnum

ANY_PLACE = "*"  # in counts of sessions by place: those of which the places cannot be read
NOT_STARTED = "Not started."


class ExitCode(IntEnum):
    """How the program ended, for whoever started it; a signal has its own number, 128 + N."""

    DONE = 0
    REFUSED = 1
    USAGE = 2
    NOT_PLAYED = 3
    STORAGE = 4
    OWN_FAULT = 70
    READER_GONE = 141


class PresspointError(Exception):
    """An unknown or ambiguous name, or a file that is refused; its words are one sentence."""

    exit_code = ExitCode.REFUSED


class WarningFirstError(PresspointError):
    """Words of a warning sign or a condition, whose `id` it is: what to do is an answer.

    `level` is how grave it is, as in the documents.
    """

    def __init__(
        self,
        sentence: str,
        id: str,  # noqa: A002  # as in JSON
        level: str,
        exit_code: ExitCode = ExitCode.REFUSED,
    ) -> None:
        super().__init__(sentence)
        self.id, self.level, self.exit_code = id, level, exit_code


class UsageError(PresspointError):
    """A value that an option does not take."""

    exit_code = ExitCode.USAGE


class StorageError(PresspointError):
    """Reading or saving failed."""

    exit_code = ExitCode.STORAGE


class PartlyReadError(StorageError):
    """Some holds of a day could not be read; `counts` are each place's sessions by the others.

    Under ANY_PLACE is the number of sessions that may have pressed any place.
    """

    def __init__(self, sentence: str, counts: dict[str, int]) -> None:
        super().__init__(sentence)
        self.counts = counts


class NotPlayed(Exception):  # noqa: N818  # nothing went wrong: a rule or an answer ended the run
    """The end of a run before its first phase, and why, for stdout: a line or two, or none."""

    def __init__(self, sentence: str = "", exit_code: ExitCode = ExitCode.NOT_PLAYED) -> None:
        super().__init__(sentence)
        self.sentence, self.exit_code = sentence, exit_code
