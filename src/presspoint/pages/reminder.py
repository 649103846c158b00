"""What somebody is reminded of, and when."""

from datetime import date, time

from presspoint.named_tuple import NamedTuple


class Reminding(NamedTuple):
    """A moment to remind at, or the first of so many `times`: daily, or on `weekdays`.

    Monday is 0.
    """

    day: date
    at: time
    times: int = 1
    weekdays: tuple[int, ...] = ()


class Reminder(NamedTuple):
    """What somebody is reminded of: its `title`, the `command` that starts it, and its minutes.

    `name` makes the ids of its events, so that a file that is made again doubles none of them.
    """

    name: str
    title: str
    command: str
    minutes: int
    moments: tuple[Reminding, ...]
