"""The day and the hour where the machine is now (D11): days begin at 04:00, by the zone now."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from datetime import time as time_of_day
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from presspoint import clock
from presspoint.__main__ import run_guarded
from presspoint.storage.settings_file import current_day, current_day_start

ZONES = [
    *("XXX-99", "XXX99", "XXX-24:00:01", "XXX-20", "XXX+23", "XXX-14:30:15", "XXX12:34:56"),
    *("", ":", "A", "Foo/Bar", ":/etc/passwd", "UTC0", "Europe/Berlin", "Pacific/Kiritimati"),
    "SPRING0SUMMER,M11.3.6/0,M12.1.0/0",
]


@pytest.fixture(params=ZONES)
def zone(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    with monkeypatch.context() as patch:
        patch.setenv("TZ", request.param)
        time.tzset()
        yield request.param
    time.tzset()


def test_d11_any_zone_gives_a_day_and_a_moment(zone: str) -> None:
    before = time.time()
    moment = datetime.fromisoformat(clock.iso_now())
    assert abs(moment.timestamp() - before) < 5
    offset = moment.utcoffset()
    assert offset is not None
    assert offset % timedelta(minutes=1) == timedelta()
    for hour in (0, 4, 23):
        start = clock.start_of_today(hour)
        assert start <= time.time() < start + 25.1 * 3600
    if zone == "XXX-99":
        assert clock.iso_now().endswith("+00:00")
        assert clock.today(0) == datetime.now(UTC).date()


@pytest.mark.parametrize("zone", ["XXX-99", "XXX-14:30:15"], indirect=True)
@pytest.mark.usefixtures("zone")
def test_d11_every_command_goes_on_in_an_odd_zone(capsys: pytest.CaptureFixture[str]) -> None:
    for command in ("plan lower-back", "profile", "routine", "check --no-red-flags"):
        assert run_guarded(command.split()) == 0
    assert "fault" not in capsys.readouterr().err


@pytest.mark.parametrize(
    ("now", "begins", "day", "start"),
    [
        ("2026-11-22T03:59:59", 4, "2026-11-21", "2026-11-21T04:00:00+01:00"),
        ("2026-11-22T04:00:00", 4, "2026-11-22", "2026-11-22T04:00:00+01:00"),
        ("2026-11-22T00:30:00", 0, "2026-11-22", "2026-11-22T00:00:00+01:00"),
        ("2026-11-22T11:00:00", 12, "2026-11-21", "2026-11-21T12:00:00+01:00"),
        # The clocks go forward, and back, within the day.
        ("2026-03-29T03:30:00", 4, "2026-03-28", "2026-03-28T04:00:00+01:00"),
        ("2026-10-25T12:00:00", 4, "2026-10-25", "2026-10-25T04:00:00+01:00"),
        ("2026-10-25T03:30:00", 4, "2026-10-24", "2026-10-24T04:00:00+02:00"),
    ],
)
def test_a_day_begins_at_its_hour_by_the_zone_now(
    monkeypatch: pytest.MonkeyPatch, now: str, begins: int, day: str, start: str
) -> None:
    local = datetime.fromisoformat(now).replace(tzinfo=ZoneInfo("Europe/Berlin"))
    monkeypatch.setattr(clock, "_local_now", lambda: local)
    with monkeypatch.context() as patch:
        patch.setenv("TZ", "Europe/Berlin")
        time.tzset()
        assert clock.today(begins) == date.fromisoformat(day)
        assert clock.start_of_today(begins) == datetime.fromisoformat(start).timestamp()
    time.tzset()


def test_the_hour_at_which_days_begin_is_a_setting(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    local = datetime(2026, 11, 22, 5, 30, tzinfo=UTC)
    monkeypatch.setattr(clock, "_local_now", lambda: local)
    assert current_day() == date(2026, 11, 22)
    for typed in ("6", "06", "6:00", "06:00"):
        assert run_guarded(["settings", "day-starts", typed]) == 0
        assert "day-starts: 6 o'clock." in capsys.readouterr().out
    assert current_day() == date(2026, 11, 21)
    assert current_day_start() == datetime(2026, 11, 21, 6, tzinfo=UTC).timestamp()
    for typed in ("24", "-1", "04:30", "noon", "4.0", "٤"):
        assert run_guarded(["settings", "--", "day-starts", typed]) == 2
    assert "Choose a whole number from 0 to 23." in capsys.readouterr().err
    assert run_guarded(["settings", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["settings"]["day-starts"] == 6
    (home / "config" / "settings.toml").write_text("day-starts = 24\n")
    assert current_day() == date(2026, 11, 22), "a check is done all the same"
    assert run_guarded(["plan", "lower-back"]) == 1


@pytest.mark.parametrize(
    ("started", "day"),
    [
        ("2026-11-29T03:59:59+01:00", date(2026, 11, 28)),
        ("2026-11-29T04:00:00+01:00", date(2026, 11, 29)),
        ("2026-11-29T23:30:00+13:00", date(2026, 11, 29)),  # the day where it was, not by UTC
        ("2026-11-29T23:30:00-09:00", date(2026, 11, 29)),
        ("0001-01-01T00:00:00+00:00", None),
        ("yesterday", None),
    ],
)
def test_a_session_belongs_to_the_day_that_it_was_where_it_was(
    started: str, day: date | None
) -> None:
    assert clock.lived_day(started, 4) == day


@pytest.fixture
def berlin(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Make it noon on the day after the clocks went back in Berlin."""
    noon = datetime(2026, 10, 26, 12, tzinfo=ZoneInfo("Europe/Berlin"))
    with monkeypatch.context() as patch:
        patch.setenv("TZ", "Europe/Berlin")
        patch.setattr(clock, "_local_now", lambda: noon)
        time.tzset()
        yield
    time.tzset()


@pytest.mark.usefixtures("berlin")
@pytest.mark.parametrize(
    ("day", "at", "moment"),
    [
        ("2026-10-24", "21:30", "2026-10-24T21:30:00+02:00"),
        ("2026-10-25", "21:30", "2026-10-25T21:30:00+01:00"),
        ("2026-10-25", "02:30", "2026-10-25T02:30:00+02:00"),  # the first of the two
        ("2026-10-25", None, "2026-10-25T23:59:00+01:00"),
        (None, "11:00", "2026-10-26T11:00:00+01:00"),
        (None, "13:00", "2026-10-25T13:00:00+01:00"),
        ("2026-10-26", "13:00", None),
    ],
)
def test_a_past_moment_has_the_zone_that_was_then(
    day: str | None, at: str | None, moment: str | None
) -> None:
    typed_day = date.fromisoformat(day) if day else None
    typed_time = time_of_day.fromisoformat(at) if at else None
    assert clock.past_moment(typed_day, typed_time) == moment


@pytest.mark.usefixtures("berlin")
def test_a_time_that_the_clocks_left_out_is_an_hour_before_or_after_it() -> None:
    half_past_two = clock.past_moment(date(2026, 3, 29), time_of_day(2, 30))
    assert half_past_two in {"2026-03-29T01:30:00+01:00", "2026-03-29T03:30:00+02:00"}
