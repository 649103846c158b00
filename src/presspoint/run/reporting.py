"""What goes wrong beside a session is said, each sentence once; the session goes on."""

from __future__ import annotations

from collections.abc import Callable


class Reporter:
    """Says each sentence once; `say` is where, and changes while a session has the screen."""

    def __init__(self, say: Callable[[str], None]) -> None:
        """Take where sentences are said at first."""
        self.say = say
        self.sentences: set[str] = set()

    def __call__(self, sentence: str) -> None:
        """Say a sentence, unless it was said before."""
        if sentence not in self.sentences:
            self.sentences.add(sentence)
            self.say(sentence)
