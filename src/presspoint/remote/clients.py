"""The clients of a session, none waited for: one short word from each, one line of JSON back."""

import json
import selectors
import socket
from collections.abc import Mapping
from contextlib import suppress

from presspoint.session.actions import REMOTE_ACTIONS, Action, parse_request
from presspoint.words import join_words

MOST_CLIENTS = 32
MOST_BYTES = 64
REFUSED = {"ok": False, "error": f"That is no action. Choose {join_words(REMOTE_ACTIONS, 'or')}."}


class Clients:
    """Clients whose word is not all there yet, with its bytes so far, and those who wait."""

    def __init__(self, selector: selectors.BaseSelector) -> None:
        self.selector = selector
        self.words: dict[socket.socket, bytes] = {}
        self.waiting: list[socket.socket] = []

    def add(self, client: socket.socket) -> None:
        """Wait for the word of one more; the oldest whose word is not there yet makes room."""
        if len(self.words) == MOST_CLIENTS:
            self._forget(oldest := next(iter(self.words)))
            oldest.close()
        client.settimeout(0)
        self.words[client] = b""
        self.selector.register(client, selectors.EVENT_READ, client)

    def actions(self, client: socket.socket) -> tuple[Action, ...]:
        """Return the actions that a client asks for, who then waits for `answer`; else none."""
        try:
            data = client.recv(MOST_BYTES + 1 - len(self.words[client]))
        except BlockingIOError:
            return ()
        except OSError:
            data = b""
        line = self.words[client] = self.words[client] + data
        if data and b"\n" not in line and len(line) <= MOST_BYTES:
            return ()
        self._forget(client)
        words = line.partition(b"\n")[0].strip().decode("ascii", "replace")
        if (actions := parse_request(words)) and _is_there(client):
            self.waiting.append(client)
            return actions
        if line:
            _reply(client, REFUSED)
        client.close()
        return ()

    def answer(self, status: Mapping[str, object]) -> None:
        """Reply to everybody who waits for it where the session stands."""
        for client in self.waiting:
            _reply(client, {"ok": True, **status})
        self.waiting.clear()

    def close(self) -> None:
        """Hang up on those whose word is not there yet."""
        for client in self.words:
            client.close()

    def _forget(self, client: socket.socket) -> None:
        del self.words[client]
        self.selector.unregister(client)


def _is_there(client: socket.socket) -> bool:
    """Whether a client is still there: a session that was stopped obeys none that gave up."""
    try:
        client.send(b"")
    except OSError:
        return False
    return True


def _reply(client: socket.socket, answer: Mapping[str, object]) -> None:
    """Send one line and hang up; a client that went away misses it."""
    with client, suppress(OSError):
        client.send(f"{json.dumps(answer)}\n".encode())
