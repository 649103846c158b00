"""Words of warning signs and of conditions that people look for as if they were complaints."""

from collections.abc import Iterator

from presspoint.catalogue.tables import Catalogue
from presspoint.named_tuple import NamedTuple


class WarningWords(NamedTuple):
    """Words, and the warning sign, the condition or the advice that they may mean, by their ids.

    `brief` is what they can be, where the sign's own words are about something else.
    """

    words: tuple[str, ...]
    sources: tuple[str, ...]
    red_flag: str = ""
    condition: str = ""
    advice: str = ""
    brief: str = ""


def warning_words(catalogue: Catalogue) -> Iterator[WarningWords]:
    """Yield the words, in the file's order. Raises CatalogueError."""
    for name in catalogue.ids("warning_words"):
        yield catalogue.make(WarningWords, "warning_words", name)
