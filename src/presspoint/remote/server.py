"""The session's end of the socket: who may come in, without ever waiting for anybody."""

import os
import selectors
import socket
from collections.abc import Iterator
from contextlib import suppress
from itertools import chain
from pathlib import Path

from presspoint.remote.address import SOCKET, address, is_ours, make_room
from presspoint.remote.clients import MOST_CLIENTS, Clients
from presspoint.session.actions import Action

NOBODY_ELSE = 0o177  # the umask that makes the socket 0600


class Server:
    """Listens in a folder, whose lock the caller holds, in place of what a killed session left."""

    def __init__(self, folder: Path) -> None:
        """Listen. Raises OSError."""
        self.path = folder / SOCKET
        self.selector = selectors.DefaultSelector()
        self.clients = Clients(self.selector)
        self.listener = socket.socket(socket.AF_UNIX)
        try:
            make_room(self.path)
            _bind(self.listener, folder)
            self.listener.listen(MOST_CLIENTS)
            self.listener.settimeout(0)
            self.selector.register(self.listener, selectors.EVENT_READ)
        except OSError:
            self.listener.close()
            self.selector.close()
            raise

    def fileno(self) -> int:
        """Return the one descriptor that is readable while `take` has something to do."""
        number: int = self.selector.fileno()
        return number

    @property
    def is_listening(self) -> bool:
        """Whether new clients can come in: nobody took the socket away, and it is still open."""
        return self._is_open and self.path.exists()

    def take(self) -> list[Action]:
        """Return the actions that came; whoever sent one, or STATUS, waits for an answer."""
        requests = [self.clients.actions(client) for client in self._clients_to_read()]
        actions = chain.from_iterable(requests)
        return [action for action in actions if action is not Action.STATUS]

    def leave(self) -> None:
        """Take the socket away and listen no more, while the lock is still held."""
        with suppress(OSError):
            self.path.unlink()
        self.take()
        self._stop_listening()

    def close(self) -> None:
        """Reply to whoever still waits that the session is over."""
        self.clients.answer({"running": False})
        self.clients.close()
        self._stop_listening()
        self.selector.close()

    @property
    def _is_open(self) -> bool:
        return self.listener.fileno() != -1

    def _clients_to_read(self) -> Iterator[socket.socket]:
        """Clients that may have something to say, new ones among them."""
        for key, _ in self.selector.select(0):
            if key.fileobj is self.listener:
                yield from self._accept()
            elif key.data in self.clients.words:
                yield key.data

    def _accept(self) -> Iterator[socket.socket]:
        """Let in new clients of this user, some at a time."""
        for _ in range(MOST_CLIENTS):
            try:
                client, _ = self.listener.accept()
            except (BlockingIOError, ConnectionError):
                return
            except OSError:
                # No descriptor is left; a client that cannot be let in would keep us awake.
                self._stop_listening()
                return
            if _is_welcome(client):
                self.clients.add(client)
                yield client
            else:
                client.close()

    def _stop_listening(self) -> None:
        if self._is_open:
            self.selector.unregister(self.listener)
            self.listener.close()


def _bind(listener: socket.socket, folder: Path) -> None:
    with address(folder) as where:
        before = os.umask(NOBODY_ELSE)
        try:
            listener.bind(where)
        finally:
            os.umask(before)


def _is_welcome(client: socket.socket) -> bool:
    try:
        return is_ours(client)
    except OSError:
        return False
