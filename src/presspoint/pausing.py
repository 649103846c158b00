"""A pause that is forgotten: when it is told again, and when it ends the session."""

from __future__ import annotations

from typing import NamedTuple

FIRST_SECONDS = 60
EVERY_SECONDS = 180
END_SECONDS = 1800
REMINDERS = tuple(range(FIRST_SECONDS, END_SECONDS, EVERY_SECONDS))
MOMENTS = (*REMINDERS, END_SECONDS)
UNSEEN_SECONDS = 2.0


class Quiet(NamedTuple):
    """A clock that stands, and nothing heard of the person since then; `given` were reminded."""

    since: float
    given: int = 0

    @property
    def due(self) -> float | None:
        """When the next reminder comes, or the end; None once that has come."""
        return self.since + MOMENTS[self.given] if self.given < len(MOMENTS) else None

    def passed(self, now: float) -> tuple[Quiet, str]:
        """Return what is left at `now`, and "reminder" or "abandoned" if that is due, or nothing.

        Where nobody watched when it was due (the machine slept), that time does not count: it
        reminds once, and the next moment comes as long after that as ever.
        """
        if self.due is None or now < self.due:
            return self, ""
        if now - self.due > UNSEEN_SECONDS:
            reminder = min(self.given, len(REMINDERS) - 1)
            return Quiet(now - REMINDERS[reminder], reminder + 1), "reminder"
        kind = "reminder" if self.given < len(REMINDERS) else "abandoned"
        return self._replace(given=self.given + 1), kind
