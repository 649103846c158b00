"""A history made beside the one that is there, whole before it gets its name."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from uuid import uuid4

from presspoint.storage.history.file.connection import connect
from presspoint.storage.paths import private_file


@contextmanager
def new_history(path: Path) -> Iterator[tuple[Path, sqlite3.Connection]]:
    """Give the path of an empty history beside `path`, private, and a connection to it.

    It is committed, and on disk, after the block; where that fails it is gone again.
    """
    beside = path.with_name(f".{path.name}.{uuid4().hex}")
    private_file(beside)
    try:
        with closing(connect(beside)) as connection, connection:
            yield beside, connection
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def name_anew(path: Path, name: Path) -> None:
    """Give a file a second name, never one that is taken. Raises FileExistsError, or OSError."""
    try:
        os.link(path, name)
    except FileExistsError:
        raise
    except OSError:  # a file system without links
        if os.path.lexists(name):
            raise FileExistsError(name) from None
        path.rename(name)
