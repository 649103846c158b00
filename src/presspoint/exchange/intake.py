"""What an import came to: what is new, what was here already, and what was left alone."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

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
NUMB = (
    "In a new session a place went numb, or pain spread. Answer presspoint check before you press "
    "again."
)
PROFILE = "The profile in it was not used: what you answered here stays."
OWN_FILES = "Files of your own in it were not added. presspoint catalogue add FILE adds one."
# What is said of one and of several, by the name of the count.
REMARKS = {
    "continued": (
        "1 session went on elsewhere, and is whole now.",
        "{} sessions went on elsewhere, and are whole now.",
    ),
    "differ": (
        "1 record differs from the one that you have. Yours stays.",
        "{} records differ from those that you have. Yours stay.",
    ),
    "undid": (
        "It undoes 1 session that was here. presspoint history --undone lists it.",
        "It undoes {} sessions that were here. presspoint history --undone lists them.",
    ),
    "later": (
        "1 session is dated in the future. It counts for today: a clock may be wrong.",
        "{} sessions are dated in the future. They count for today: a clock may be wrong.",
    ),
    "numb": (NUMB, NUMB),
    "profiles": (PROFILE, PROFILE),
    "own_files": (OWN_FILES, OWN_FILES),
}


@dataclass
class Intake:
    """Counts of the records of a file.

    `new` by kind; `continued` are sessions that went on elsewhere; `same` were here already; those
    that `differ` have an id that is here with other content, which stays. It `undid` sessions that
    were here before. `later` are new sessions dated in the future, `numb` new ones after which
    feeling may not be back. `profiles` and `own_files` were not used.
    """

    new: Counter[str] = field(default_factory=Counter)
    continued: int = 0
    same: int = 0
    differ: int = 0
    undid: int = 0
    later: int = 0
    numb: int = 0
    profiles: int = 0
    own_files: int = 0

    def answer(self) -> str:
        """Return what was brought, in a sentence."""
        if not (self.new or self.continued or self.same or self.differ):
            return "There is nothing in it to import. Nothing was changed."
        parts = [_count(number, kind) for kind in NOUNS if (number := self.new[kind])]
        brought = sum(self.new.values())
        words = f"{join_words(tuple(parts))} {_be(brought)} new" if parts else "Nothing is new"
        return f"{words}; {self.same} {_was(self.same)} here already." if self.same else f"{words}."

    def remarks(self) -> Iterator[str]:
        """Yield what else there is to know, a sentence or two each."""
        for name, (one, several) in REMARKS.items():
            if number := getattr(self, name):
                yield one if number == 1 else several.format(number)


def _count(number: int, kind: str) -> str:
    return f"{number} {NOUNS[kind][number != 1]}"


def _be(number: int) -> str:
    return "is" if number == 1 else "are"


def _was(number: int) -> str:
    return "was" if number == 1 else "were"
