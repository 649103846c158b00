"""Lists that are made short enough for a page."""

from collections.abc import Sequence

from presspoint.words import printable


def first_and_rest(items: Sequence[str], most: int) -> tuple[str, ...]:
    """Return at most so many items; where there are more, the last one is "3 more"."""
    if len(items) <= most:
        return tuple(items)
    return (*items[:most], f"{len(items) - most} more")


def cut(text: str, most: int) -> str:
    """Return a text in one line, made printable, of at most so many characters.

    One that is longer ends in an ellipsis.
    """
    return printable(printable(" ".join(text.split())), most)  # an escape is longer than it was
