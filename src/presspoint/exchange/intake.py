"""What an import came to: what is new, what was here already, and what was left alone."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from presspoint.exchange.line import OWN_FILE, PROFILE
from presspoint.words import join_words

# One and several of each kind.
NOUNS = {
    "session": ("session", "sessions"),
    "learned": ("try to find a place", "tries to find a place"),
    "mark": ("mark on a place", "marks on places"),
    "note": ("note", "notes"),
    "pain": ("pain entry", "pain entries"),
    "score": ("score", "scores"),
    "total": ("questionnaire total", "questionnaire totals"),
    "course": ("course entry", "course entries"),
    "undone": ("undo", "undos"),
}


@dataclass
class Intake:
    """Counts of the records of a file.

    `new` by kind; `continued` are sessions that went on elsewhere; `same` were here already; those
    that `differ` have an id that is here with other content, which stays. `not_used` are profiles
    and own files, by kind. `later` are new sessions dated in the future, `numb` new ones after
    which feeling may not be back.
    """

    new: Counter[str] = field(default_factory=Counter)
    not_used: Counter[str] = field(default_factory=Counter)
    continued: int = 0
    same: int = 0
    differ: int = 0
    later: int = 0
    numb: int = 0

    def answer(self) -> str:
        """Return what was brought, in a sentence."""
        if not (self.new or self.continued or self.same or self.differ):
            return "There is no session and no entry in it. Nothing was changed."
        parts = [_count(number, kind) for kind in NOUNS if (number := self.new[kind])]
        brought = sum(self.new.values())
        words = f"{join_words(tuple(parts))} {_be(brought)} new" if parts else "Nothing is new"
        return f"{words}; {self.same} {_was(self.same)} here already." if self.same else f"{words}."

    def remarks(self) -> Iterator[str]:
        """Yield what else there is to know, a sentence or two each."""
        if self.continued:
            yield f"Went on elsewhere, and is whole now: {_count(self.continued, 'session')}."
        if self.differ:
            yield (
                f"{self.differ} {_be(self.differ)} here with other content under the same id. "
                "What was here stays."
            )
        if self.later:
            yield (
                f"Dated in the future: {_count(self.later, 'session')}. It counts for today, as a "
                "clock may have been wrong."
            )
        if self.numb:
            yield (
                "In a session that is new here a place went numb, or pain spread. Answer "
                "presspoint check before you press again."
            )
        if self.not_used[PROFILE]:
            yield "The profile in it was not used: what you answered here stays."
        if self.not_used[OWN_FILE]:
            yield "Files of your own in it were not added. presspoint catalogue add FILE adds one."


def _count(number: int, kind: str) -> str:
    return f"{number} {NOUNS[kind][number != 1]}"


def _be(number: int) -> str:
    return "is" if number == 1 else "are"


def _was(number: int) -> str:
    return "was" if number == 1 else "were"
