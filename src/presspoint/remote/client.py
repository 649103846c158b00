"""The other end: one word to the session that is running, and its answer."""

import socket
from functools import partial
from itertools import islice
from typing import Any

from presspoint.errors import PresspointError
from presspoint.remote.address import SOCKET, address, is_ours
from presspoint.remote.reply import parse_reply
from presspoint.storage.paths import folder

PATIENCE_SECONDS = 2.0
PART_BYTES, MOST_PARTS = 4096, 16


def ask(word: str) -> dict[str, Any] | None:
    """Return where the session stands after what `parse_request` takes; None where none runs.

    Raises PresspointError where it does not answer or refuses, StorageError without a folder.
    """
    place = folder("run")
    try:
        with socket.socket(socket.AF_UNIX) as connection, address(place) as where:
            connection.settimeout(PATIENCE_SECONDS)
            connection.connect(where)
            if not is_ours(connection):
                raise PresspointError(f"{place / SOCKET} belongs to another user.")
            connection.sendall(f"{word}\n".encode())
            parts = iter(partial(connection.recv, PART_BYTES), b"")
            line = b"".join(islice(parts, MOST_PARTS))
    except (FileNotFoundError, NotADirectoryError, ConnectionRefusedError):
        return None
    except (TimeoutError, BlockingIOError):
        seconds = f"{PATIENCE_SECONDS:.0f} seconds"
        raise PresspointError(f"The session did not answer within {seconds}.") from None
    except ConnectionError:
        line = b""
    except OSError as problem:
        raise PresspointError(f"{place / SOCKET}: {problem.strerror or problem}.") from None
    return parse_reply(line)
