"""Lines that let cron, systemd or launchd ask whether a session is due; they install nothing."""

from collections.abc import Callable, Iterator, Mapping
from datetime import time
from shlex import join, quote
from xml.sax.saxutils import escape

from presspoint.named_tuple import NamedTuple

SAYS = "A session is due."
DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
ON_MAC = f'osascript -e \'display notification "{SAYS}" with title "presspoint"\''


class Timer(NamedTuple):
    """The command that asks, in its words; when, on which `weekdays` (Monday 0), on all without."""

    command: tuple[str, ...]
    times: tuple[time, ...]
    weekdays: tuple[int, ...] = ()


def cron_lines(timer: Timer) -> Iterator[str]:
    """Yield lines for a crontab."""
    yield "# crontab -e opens the file that these lines go into."
    days = ",".join(str(each + 1) for each in timer.weekdays) or "*"
    command = f"{join(timer.command)} && notify-send presspoint {quote(SAYS)}"
    for at in timer.times:
        yield f"{at.minute} {at.hour} * * {days} {command.replace('%', chr(92) + '%')}"


def systemd_lines(timer: Timer) -> Iterator[str]:
    """Yield a service and its timer, and what starts it."""
    yield "# ~/.config/systemd/user/presspoint-due.service"
    yield "[Unit]"
    yield "Description=Say when a session is due"
    yield "[Service]"
    yield "Type=oneshot"
    yield f"ExecCondition={' '.join(map(_unit_word, timer.command))}"
    yield f"ExecStart=/usr/bin/env notify-send presspoint {_unit_word(SAYS)}"
    yield ""
    yield "# ~/.config/systemd/user/presspoint-due.timer"
    yield "[Timer]"
    days = ",".join(DAYS[each] for each in timer.weekdays)
    for at in timer.times:
        yield f"OnCalendar={f'{days} ' if days else ''}*-*-* {at:%H:%M}:00"
    yield "Persistent=true"
    yield "[Install]"
    yield "WantedBy=timers.target"
    yield ""
    yield "# Then: systemctl --user enable --now presspoint-due.timer"


def launchd_lines(timer: Timer) -> Iterator[str]:
    """Yield a property list, and what loads it."""
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield "<!-- ~/Library/LaunchAgents/presspoint.due.plist; then: launchctl bootstrap gui/$UID -->"
    yield '<plist version="1.0"><dict>'
    yield "  <key>Label</key><string>presspoint.due</string>"
    yield "  <key>ProgramArguments</key><array>"
    for word in ("/bin/sh", "-c", f"{join(timer.command)} && {ON_MAC}"):
        yield f"    <string>{escape(word)}</string>"
    yield "  </array>"
    yield "  <key>StartCalendarInterval</key><array>"
    for at in timer.times:
        for day in timer.weekdays or (None,):
            yield f"    <dict>{_interval(at, day)}</dict>"
    yield "  </array>"
    yield "</dict></plist>"


def _unit_word(word: str) -> str:
    """A word of a unit's command line, in which nothing has a meaning of its own."""
    for mark, written in (("\\", "\\\\"), ('"', '\\"'), ("%", "%%"), ("$", "$$")):
        word = word.replace(mark, written)
    return f'"{word}"'


def _interval(at: time, day: int | None) -> str:
    weekday = {} if day is None else {"Weekday": day + 1}
    values = {"Hour": at.hour, "Minute": at.minute, **weekday}
    return "".join(f"<key>{name}</key><integer>{value}</integer>" for name, value in values.items())


LINES: Mapping[str, Callable[[Timer], Iterator[str]]] = {
    "cron": cron_lines,
    "systemd": systemd_lines,
    "launchd": launchd_lines,
}
