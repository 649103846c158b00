"""Records of other machines brought into the history: all of a file, or nothing of it."""

from collections.abc import Iterator
from contextlib import closing
from tempfile import TemporaryFile
from typing import IO

from presspoint.exchange.intake import Intake
from presspoint.exchange.line import PROFILE, OwnText, Record, read_line
from presspoint.exchange.shapes import RecordError
from presspoint.storage.exchange.lines import open_source, read_lines, refusal
from presspoint.storage.exchange.merging import Merge
from presspoint.storage.history.file.connection import storage_errors
from presspoint.storage.history.writing import open_history
from presspoint.storage.paths import HISTORY, private_folder

PATIENT_SECONDS = 60.0  # for other imports; nobody waits at a session meanwhile


def import_file(name: str) -> Intake:
    """Bring the records of a file, or of stdin for "-", into the history; return what came of it.

    The file is read to its end before the history is touched, so that no session waits for a slow
    pipe. Nothing is brought where PresspointError is raised for a record, or StorageError.
    """
    path = private_folder("data") / HISTORY
    with storage_errors(path), TemporaryFile(dir=path.parent) as checked:
        intake = Intake()
        if not _check_all(name, checked, intake):
            return intake
        checked.seek(0)
        with closing(open_history(PATIENT_SECONDS)) as history, storage_errors(path):
            Merge(history.connection, intake).bring(_records(checked))
    return intake


def _check_all(name: str, checked: IO[bytes], intake: Intake) -> int:
    """Write the records that can be brought to a file that has no name; return how many."""
    number = 0
    with open_source(name) as source:
        for line in read_lines(source, name):
            try:
                record = read_line(line.text)
            except RecordError as problem:
                raise refusal(name, line.number, str(problem)) from None
            if isinstance(record, OwnText):
                intake.profiles += record.kind == PROFILE
                intake.own_files += record.kind != PROFILE
                continue
            checked.write(f"{line.text}\n".encode())
            number += 1
    return number


def _records(checked: IO[bytes]) -> Iterator[Record]:
    return (read_line(line.decode()) for line in checked)
