"""What everyday words ask a list for."""

from presspoint.named_tuple import NamedTuple


class WordsWarning(NamedTuple):
    """What to do first about words that name a warning sign or a condition, by its id.

    `level` is how grave it is, as in the documents. What `stops` leaves nothing to list beside it.
    """

    id: str
    text: str
    level: str
    stops: bool = True


class Wish(NamedTuple):
    """What a list is asked for: one complaint, or some regions; anything where both are None.

    A `warning` comes before the list, then the `note`: why it is this list. A `refusal` says why
    there is none, and what to do; the words may also be `is_unknown`, with a `hint` at the nearest.
    """

    complaint: str | None = None
    regions: frozenset[str] | None = None
    warning: WordsWarning | None = None
    note: str = ""
    refusal: str = ""
    is_unknown: bool = False
    hint: str = ""

    @property
    def preface(self) -> tuple[str, ...]:
        """What is said before the list."""
        return tuple(filter(None, (self.warning and self.warning.text, self.note)))

    def refuse(self, sentence: str) -> str:
        """Return why a list is empty, after what is to be checked first."""
        return f"{self.warning.text} {sentence}" if self.warning else sentence
