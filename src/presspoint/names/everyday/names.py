"""Every name that leads somewhere, or to what to do, and where each one leads."""

from collections.abc import Iterator

from presspoint.catalogue.names.everyday import EverydayWords, everyday_words
from presspoint.catalogue.tables import Catalogue
from presspoint.named_tuple import NamedTuple


class ComplaintReading(NamedTuple):
    """Where words lead: to a complaint, or to regions; else to `advice`, or nowhere.

    They are a name of just that if `is_own`; else presspoint has nothing for the words themselves,
    and this is the nearest. Advice that has a `level` is for now. `is_exact` if they stand word for
    word in a table. They may be those of a condition to `check` first.
    """

    complaint: str = ""
    regions: tuple[str, ...] = ()
    advice: str = ""
    level: str = ""
    check: str = ""
    is_own: bool = False
    is_exact: bool = False

    @property
    def leads(self) -> bool:
        """Whether there is a complaint or a region to list something for."""
        return bool(self.complaint or self.regions)


NOTHING = ComplaintReading()


def every_name(catalogue: Catalogue, names: Catalogue) -> Iterator[tuple[str, ComplaintReading]]:
    """Yield every name of the complaints and of the everyday words, with where it leads."""
    for name, spellings in catalogue.spellings("complaints"):
        for spelling in spellings:
            yield spelling, ComplaintReading(complaint=name, is_own=True)
    for entry in everyday_words(names):
        for spelling in entry.words:
            yield spelling, reading_of(entry)


def every_region(catalogue: Catalogue) -> Iterator[tuple[str, ComplaintReading]]:
    """Yield every name of the regions, with where it leads."""
    for name, spellings in catalogue.spellings("regions"):
        for spelling in spellings:
            yield spelling, ComplaintReading(regions=(name,))


def reading_of(entry: EverydayWords) -> ComplaintReading:
    """Return where the words of an entry lead."""
    complaint, is_own = entry.complaint or entry.near, bool(entry.complaint)
    return ComplaintReading(
        complaint, entry.regions, entry.advice, entry.level, entry.check, is_own
    )
