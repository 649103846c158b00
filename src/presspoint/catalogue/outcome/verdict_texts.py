"""What is said of a verdict, and whom to see."""

from presspoint.catalogue.tables import Catalogue
from presspoint.named_tuple import NamedTuple


class VerdictText(NamedTuple):
    """The sentence of a verdict, and the `advice` on what to do.

    The `text` of a nerve sign has a {number} and a {day}; it is `once` where there was one.
    """

    text: str
    advice: str
    sources: tuple[str, ...]
    once: str = ""


def verdict_text(catalogue: Catalogue, name: str) -> VerdictText:
    """Return what is said of a verdict, by its id. Raises CatalogueError."""
    return catalogue.make(VerdictText, "verdicts", name)
