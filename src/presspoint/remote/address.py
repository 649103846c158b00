"""Where the control socket is, who may be at its other end, and how a long path to it is used."""

import os
import socket
import stat
import struct
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from errno import EEXIST, ENAMETOOLONG
from pathlib import Path

SOCKET = "control.sock"
LONGEST_PATH = 103  # bytes that the address of a socket has room for on every system
PEER = "iII"  # on Linux: process, user, group; on macOS: version, user, and much more
MACOS_PEER_BYTES = 76


@contextmanager
def address(folder: Path) -> Iterator[str]:
    """Yield an address of the socket in a folder; a long one leads through it. Raises OSError."""
    path = str(folder / SOCKET)
    if len(os.fsencode(path)) <= LONGEST_PATH:
        yield path
        return
    opened = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        way = Path("/proc/self/fd", str(opened))
        if not way.exists():
            raise OSError(ENAMETOOLONG, "The path is too long for a socket")
        yield str(way / SOCKET)
    finally:
        os.close(opened)


def make_room(path: Path) -> None:
    """Take away a socket that a killed session left, with the lock held. Raises OSError."""
    with suppress(FileNotFoundError):
        if not stat.S_ISSOCK(path.lstat().st_mode):
            raise OSError(EEXIST, "Something else has this name. Move it away")
        path.unlink()


def check_folder(folder: Path) -> None:
    """Refuse a folder in which other users could put a socket of theirs. Raises OSError."""
    status = folder.stat()
    if status.st_uid != os.geteuid() or status.st_mode & (stat.S_IWGRP | stat.S_IWOTH):
        raise PermissionError(0, "Other users may write there")


def is_ours(connection: socket.socket) -> bool:
    """Whether the other end belongs to this user. Raises OSError."""
    if sys.platform == "darwin":
        peer = connection.getsockopt(0, socket.LOCAL_PEERCRED, MACOS_PEER_BYTES)
    else:
        peer = connection.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, struct.calcsize(PEER))
    user: int = struct.unpack_from(PEER, peer)[1]
    return user == os.geteuid()
