"""The modes of a session: what its clock does, and what that mode needs to know."""

from presspoint.named_tuple import NamedTuple
from presspoint.session.events import EventKind

# A pause that nobody ends: reminders after one minute and then every three, the end after thirty.
EVERY_SECONDS, END_SECONDS = 180, 1800
REMINDERS = tuple(range(60, END_SECONDS, EVERY_SECONDS))
MOMENTS = (*REMINDERS, END_SECONDS)
UNSEEN_SECONDS = 2.0


class Silence(NamedTuple):
    """The time `since` the last key while the clock stands; of its MOMENTS, how many have come."""

    since: float
    moments_past: int = 0

    @property
    def due(self) -> float | None:
        """When the next reminder comes, or the end; None once the end has come."""
        return self.since + MOMENTS[self.moments_past] if self.moments_past < len(MOMENTS) else None

    def advance(self, now: float) -> "tuple[Silence, EventKind | None]":
        """Return the silence at `now`, and REMINDER or ABANDONED if that is due.

        Where nobody watched when it was due (the machine slept), that time does not count: it
        reminds once, and the next moment comes as long after that as ever.
        """
        if self.due is None or now < self.due:
            return self, None
        if now - self.due > UNSEEN_SECONDS:
            reminder = min(self.moments_past, len(REMINDERS) - 1)
            return Silence(now - REMINDERS[reminder], reminder + 1), EventKind.REMINDER
        kind = EventKind.REMINDER if self.moments_past < len(REMINDERS) else EventKind.ABANDONED
        return self._replace(moments_past=self.moments_past + 1), kind


class Running(NamedTuple):
    """The clock runs; the phases began at `began` (clock seconds).

    From `held_back_at` on it stands at the end of a phase whose words are still being heard.
    """

    began: float
    held_back_at: float | None = None


class PressingIn(NamedTuple):
    """A pause in a hold is over, and the person leans in again until then (clock seconds)."""

    seconds_played: float
    until: float


class Paused(NamedTuple):
    """The clock stands with `seconds_played` seconds of the phases gone by."""

    seconds_played: float
    silence: Silence


class WaitingForKey(NamedTuple):
    """The clock stands right before a phase (by its number) that a key begins."""

    phase: int
    silence: Silence


class AskingAboutPain(NamedTuple):
    """The clock stands at the start of the phases until it is answered how a turn hurts.

    From `numb_at` (clock seconds) on no answer counts as numb; without it, it waits.
    """

    turn: int
    silence: Silence
    numb_at: float | None = None


Standing = Paused | WaitingForKey | AskingAboutPain
Mode = Running | PressingIn | Standing
