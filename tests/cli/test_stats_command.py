"""The stats command, as a person calls it: what it prints of no, of few and of many sessions."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from presspoint.__main__ import run_guarded
from presspoint.storage.entries.entry import new_entry, save_entries
from presspoint.storage.history.writing import open_history
from presspoint.storage.settings_file import current_day
from support.sums import record_of

pytestmark = pytest.mark.usefixtures("home")


def keep(number: int, *, hurt: int = 0, first: date | None = None) -> None:
    """Save so many sessions of the days up to today; the last ones hurt."""
    today = first or current_day()
    with closing(open_history(5.0)) as history:
        for each in range(number):
            day = today - timedelta(number - 1 - each)
            record = record_of(day, 6, 4, hurt=each >= number - hurt)
            started = f"{day}T21:00:00+00:00"
            history.save(record._replace(id=f"{each}", started=started))


def shown(capsys: pytest.CaptureFixture[str], *options: str, code: int = 0) -> tuple[str, str]:
    assert run_guarded(["stats", *options]) == code
    printed = capsys.readouterr()
    return printed.out, printed.err


def test_without_a_session_it_says_what_to_type(capsys: pytest.CaptureFixture[str]) -> None:
    assert shown(capsys) == ("", "No session yet. Start with presspoint routine lower-back.\n")


def test_the_document_of_an_empty_history_is_whole(capsys: pytest.CaptureFixture[str]) -> None:
    document = json.loads(shown(capsys, "--json")[0])
    assert (document["sessions"], document["median_change"], document["weeks"]) == (0, None, [])
    assert len(document["calendar"]) == 84


def test_few_sessions_are_called_few(capsys: pytest.CaptureFixture[str]) -> None:
    keep(3)
    out, err = shown(capsys)
    assert "too few to say (3 sessions)" in out
    assert "edian change of pain: " not in out
    assert "\x1b" not in out
    assert err == ""


def test_what_hurt_comes_first_and_never_counts_as_better(
    capsys: pytest.CaptureFixture[str],
) -> None:
    keep(6, hurt=2)
    out, _ = shown(capsys)
    assert out.splitlines()[1] == "Something hurt in 2 of 6 sessions."
    assert "The pain was lower after 4 of 6, and clearly lower after 4: by 2 or more, " in out
    assert "Lower back (BL23)  hurt in 2 of 6  6 min  -2 (-2 to 0), of 6" in out
    assert "A session in which something hurt never counts as better." in out


def test_the_document_has_the_same_figures(capsys: pytest.CaptureFixture[str]) -> None:
    keep(6, hurt=2)
    document = json.loads(shown(capsys, "--json")[0])
    place = document["places"][0]
    assert (place["code"], place["reactions"], place["sessions"]) == ("BL23", 2, 6)
    assert [place[each] for each in ("lower_quartile", "median_change", "upper_quartile")] == [
        *(-2, -2, 0)
    ]
    assert document["streak"]["days"] == 4


def test_what_is_undone_is_in_no_figure(capsys: pytest.CaptureFixture[str]) -> None:
    keep(3)
    save_entries([new_entry("undone", of="1")])
    assert json.loads(shown(capsys, "--json")[0])["sessions"] == 2


def test_sessions_are_chosen_by_day_routine_and_place(capsys: pytest.CaptureFixture[str]) -> None:
    keep(10)
    for options, number in [
        (("--since", "yesterday"), 2),
        (("--point", "UB 23"), 10),
        (("--point", "LI4"), 0),
        (("--routine", "Lower-Back"), 10),
    ]:
        assert json.loads(shown(capsys, *options, "--json")[0])["sessions"] == number


def test_where_none_is_left_it_says_how_to_see_all(capsys: pytest.CaptureFixture[str]) -> None:
    keep(1, first=current_day() - timedelta(200))
    assert "presspoint stats --all counts all of them." in shown(capsys)[1]
    assert "Nothing hurt in 1 session." in shown(capsys, "--all")[0]


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (("--since", "soon"), 2),
        (("--since", "6w", "--all"), 2),
        (("--routine", "lowr-back"), 1),
        (("--point", "LI99"), 1),
    ],
)
def test_what_is_not_known_is_refused(
    capsys: pytest.CaptureFixture[str], options: tuple[str, ...], code: int
) -> None:
    assert shown(capsys, *options, code=code)[0] == ""


def test_days_on_which_a_place_rested_do_not_break_a_row(
    capsys: pytest.CaptureFixture[str],
) -> None:
    keep(2, first=current_day() - timedelta(3))
    assert run_guarded(["profile", "rest", "BL23", "--feels", "sore", "--days", "3"]) == 0
    capsys.readouterr()
    document = json.loads(shown(capsys, "--json")[0])
    assert document["streak"]["days"] == 2
    assert [each["mark"] for each in document["calendar"]].count("rest") == 3


def test_a_day_that_a_course_skipped_is_a_day_of_rest(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_guarded(["course", "start", "lower-back", "--weeks", "2"]) == 0
    assert run_guarded(["course", "skip"]) == 0
    capsys.readouterr()
    days = json.loads(shown(capsys, "--json")[0])["calendar"]
    assert [each["mark"] for each in days if each["day"] == str(current_day())] == ["rest"]


def test_of_a_damaged_session_the_rest_counts(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    keep(6)
    path = home / "data" / "history.db"
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("PRAGMA ignore_check_constraints = 1")
        connection.execute("UPDATE session SET pain_after = 99 WHERE id = '0'")
    out, err = shown(capsys, "--json", code=4)
    document = json.loads(out)
    assert (document["sessions"], document["compared"]) == (6, 5)
    assert "a part of 1 session is damaged" in err
