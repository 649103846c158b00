"""Where each thing stands on a screen: by its size only, so that no line moves in a session."""

from enum import StrEnum
from functools import cache

from presspoint.named_tuple import NamedTuple

LEAST_COLUMNS, LEAST_LINES = 30, 8
MOST_COLUMNS = 120
PICTURE_COLUMNS, PICTURE_SHARE, GAP = 30, 0.37, 2


class Slot(StrEnum):
    """What a row is for, by its letter in TEMPLATES."""

    COUNTDOWN = "C"  # in block digits, with its label beside it
    HEADLINE = "H"  # the countdown and its label as text
    PLACE = "P"
    TITLE = "T"  # the code and name of the place
    GUIDE = "G"  # the breath or the beat of a hold, or what is waited for
    WORDS = "W"  # what to do; they take all rows that are left
    PICTURE = "V"  # below the words, where it is not beside them
    RULE = "R"  # when to stop
    NEXT = "N"
    SESSION = "S"
    REMARKS = "M"
    KEYS = "K"


# From so many columns and lines on, the roomiest first. A slot without a row stands elsewhere, or
# nowhere: the words begin with the guide and the rule, and remarks take the session's row.
Templates = tuple[tuple[int, int, str], ...]
TEMPLATES: Templates = (
    (118, 36, " CCCCCCCCCC  PT G W R N S MM K"),
    (76, 34, " CCCCC  PT G W R N S MM K"),
    (76, 28, " CCCCC PT GW RNS MMK"),
    (76, 24, "CCCCC PT GWRNSMK"),
    (76, 20, "H PT GWRNSMK"),
    (58, 36, " CCCCC PT G WWWWWWWW V RR NS MM K"),
    (58, 24, "CCCCC PT GWRRNSMK"),
    (58, 18, "H PT GWRRNSMK"),
    (40, 36, " CCCCC PT G WWWWWWWWWWW V NS MM K"),
    (40, 24, "CCCCC PTWNSMMK"),
    (0, 18, "HPTWNSMMK"),
    (0, 12, "HPWSK"),
    (0, 0, "HPWK"),
)
BESIDE_FROM = 76  # columns: the picture stands beside the words
# The same where the picture is enlarged; on less it cannot be.
ENLARGED: Templates = ((76, 20, "CCCCCHTPPWMK"), (58, 24, "HPWWWVMK"), (34, 12, "HPVK"))
DIGITS_COLUMNS = 26  # of "0:38" in block digits


class Area(NamedTuple):
    """A part of the screen, its rows and columns counted from 0."""

    top: int
    left: int
    rows: int
    columns: int


class Layout(NamedTuple):
    """The slot of each row, by its letter; a space is an empty one.

    What goes all the way across is `columns` wide, the words beside the picture `words_columns`;
    all begin at `left`.
    """

    letters: str
    left: int
    columns: int
    words_columns: int

    def rows(self, slot: Slot) -> range:
        """Return the numbers of the rows of a slot, from 0 on."""
        first = self.letters.find(slot)
        return range(first, first + self.letters.count(slot)) if first >= 0 else range(0)

    def has(self, slot: Slot) -> bool:
        """Return whether a slot has rows of its own."""
        return slot in self.letters

    @property
    def top(self) -> int:
        """The number of empty rows above everything."""
        return len(self.letters) - len(self.letters.lstrip())

    @property
    def picture(self) -> Area | None:
        """The area that is kept for the picture of the place; None where there is no room."""
        below = self.rows(Slot.PICTURE)
        if below:
            return Area(below[0], self.left, len(below), self.columns)
        if self.words_columns == self.columns:
            return None
        left = self.left + self.words_columns + GAP
        rows = self.rows(Slot.WORDS).stop - self.top
        return Area(self.top, left, rows, self.columns - self.words_columns - GAP)


def is_tiny(size: tuple[int, int]) -> bool:
    """Whether a screen of (columns, lines) has room for one line only."""
    return size[0] < LEAST_COLUMNS or size[1] < LEAST_LINES


@cache
def layout_of(size: tuple[int, int]) -> Layout:
    """Return the layout for a screen of (columns, lines) that is not tiny."""
    least, template = _first_fitting(TEMPLATES, size)
    width = _width(size)
    beside = max(PICTURE_COLUMNS, int(width * PICTURE_SHARE)) + GAP
    return _layout(template, size, width - beside if least >= BESIDE_FROM else width)


@cache
def enlarged_layout_of(size: tuple[int, int]) -> Layout | None:
    """Return the layout where the picture is enlarged; None where the screen is too small."""
    if size[0] < ENLARGED[-1][0] or size[1] < ENLARGED[-1][1]:
        return None
    least, template = _first_fitting(ENLARGED, size)
    return _layout(template, size, DIGITS_COLUMNS if least >= BESIDE_FROM else _width(size))


def _first_fitting(templates: Templates, size: tuple[int, int]) -> tuple[int, str]:
    """The columns and letters of the first template for which a screen has room."""
    return next(
        (least_columns, letters)
        for least_columns, least_lines, letters in templates
        if size[0] >= least_columns and size[1] >= least_lines
    )


def _layout(template: str, size: tuple[int, int], words_columns: int) -> Layout:
    grows = Slot.PICTURE if Slot.PICTURE in template else Slot.WORDS
    letters = template.replace(grows, grows * (size[1] - len(template) + 1), 1)
    width = _width(size)
    return Layout(letters, (size[0] - width) // 2, width, words_columns)


def _width(size: tuple[int, int]) -> int:
    """The columns of what goes all the way across."""
    margin = 2 if size[0] >= 100 else int(size[0] >= 58)
    return min(size[0], MOST_COLUMNS) - 2 * margin
