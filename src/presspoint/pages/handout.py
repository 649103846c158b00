"""A handout: a kit with its pictures, as it goes onto a page for a phone and onto a sheet."""

from collections.abc import Mapping

from presspoint.catalogue.sources import sources
from presspoint.catalogue.tables import Catalogue
from presspoint.kit.kit import Kit
from presspoint.named_tuple import NamedTuple
from presspoint.pictures.sheet import Sheet
from presspoint.planning.briefing import warning_lines
from presspoint.planning.course import Course


class Handout(NamedTuple):
    """A kit, and the picture of each turn that has one, by number.

    `made_at` is when it was made, in seconds since 1970: a later page has a greater one.

    `cautions` are lines on what to take care of; those on the person are among them only where the
    person wants them shown. A day begins at the hour `day_starts`. `sources` are named in words.
    `channels` has the names of the channels by their letters, as they are spoken.
    """

    kit: Kit
    pictures: Mapping[int, Sheet]
    made_at: float
    day_starts: int
    cautions: tuple[str, ...]
    sources: tuple[str, ...]
    channels: Mapping[str, str]

    @property
    def course(self) -> Course:
        """The course in words that name no condition, unless the person wants them shown."""
        return self.kit.course if self.kit.shows_conditions else self.kit.discreet_course


def make_handout(
    catalogue: Catalogue,
    kit: Kit,
    pictures: Mapping[int, Sheet],
    made_at: float,
    day_starts: int,
) -> Handout:
    """Return the handout of a kit. Raises CatalogueError."""
    personal = kit.personal_warnings if kit.shows_conditions else ()
    titles = {name: source.title for name, source in sources(catalogue)}
    return Handout(
        kit=kit,
        pictures=pictures,
        made_at=made_at,
        day_starts=day_starts,
        cautions=tuple(warning_lines(catalogue, (*personal, *kit.warnings))),
        sources=tuple(titles[name] for name in kit.course.routine.sources if name in titles),
        channels={name: catalogue.title("meridians", name) for name in catalogue.ids("meridians")},
    )
