"""Which sessions are read of a history."""

from datetime import date

from presspoint.named_tuple import NamedTuple


class Filters(NamedTuple):
    """What the sessions that are read have in common; an empty value leaves out none.

    They were done on the day `since` or later, where a day begins at `day_starts` o'clock; are of
    the routine of this name, in any case; have a hold on the place with this `code`; and have an id
    that begins with `prefix`. Those that a person has undone are read only `with_undone`.
    """

    since: date | None = None
    day_starts: int = 0
    routine: str = ""
    code: str = ""
    prefix: str = ""
    with_undone: bool = False

    @property
    def first_moment(self) -> str:
        """The first moment of the day `since`, as a session's start begins; empty for any."""
        return f"{self.since}T{self.day_starts:02}" if self.since else ""
