"""The notice before a session: every emergency in few words, fewer after a check of today."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from presspoint.catalogue.safety_warnings import Level, red_flags
from presspoint.catalogue.tables import Catalogue
from presspoint.planning.notice import Notice, standing_notice
from presspoint.safety.profile import Profile
from presspoint.terminal.cells import cell_width
from presspoint.terminal.notice import print_notice, sign_rows

TODAY = date(2026, 11, 21)
MOST_WORDS = 60


def words(notice: Notice) -> int:
    return len(" ".join((notice.heading, *notice.signs, notice.ending)).split())


def test_every_emergency_is_named_and_of_the_rest_only_a_newly_swollen_leg(
    catalogue: Catalogue,
) -> None:
    named = {name: flag for name, flag in red_flags(catalogue) if flag.notice}
    emergencies = {name for name, flag in red_flags(catalogue) if flag.level is Level.EMERGENCY}
    assert set(named) == emergencies | {"swollen-leg"}
    assert named["swollen-leg"].notice.endswith("(today)")
    notice = standing_notice(catalogue, None, TODAY)
    assert notice.signs == tuple(flag.notice for flag in named.values())


@pytest.mark.parametrize(
    "profile",
    [
        None,
        Profile(check_skipped_on=TODAY),
        Profile(TODAY - timedelta(days=1)),
        Profile(TODAY, Level.SAME_DAY),
    ],
)
def test_the_whole_notice_has_sixty_words_at_most(
    catalogue: Catalogue, profile: Profile | None
) -> None:
    notice = standing_notice(catalogue, profile, TODAY)
    assert notice.signs
    assert bool(notice.ending) is not bool(profile and profile.checked_on)
    assert words(notice) <= MOST_WORDS


def test_after_a_clean_check_of_today_one_line_still_names_the_gravest(
    catalogue: Catalogue,
) -> None:
    notice = standing_notice(catalogue, Profile(TODAY), TODAY)
    assert (notice.signs, notice.ending) == ((), "")
    assert cell_width(notice.heading) < 80
    for sign in ("chest pain", "pee or poo", "saddle", "legs"):
        assert sign in notice.heading


@pytest.mark.parametrize("columns", [20, 40, 62, 80, 120, 500])
def test_the_signs_stand_in_columns_where_two_fit_and_each_stands_there_once(
    catalogue: Catalogue, columns: int
) -> None:
    signs = standing_notice(catalogue, None, TODAY).signs
    rows = sign_rows(signs, columns)
    assert all(len(row) <= columns for row in rows)
    assert bool(rows) is (columns > 62)
    if rows:
        said = " ".join(" ".join(rows).split())
        assert [said.count(sign) for sign in signs] == [1] * len(signs)


def test_on_a_terminal_the_first_two_words_are_bold(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    notice = standing_notice(catalogue, None, TODAY)
    print_notice(notice)
    assert capsys.readouterr().out.startswith("Get help now for:\n  chest pain")
    for room in ("notice", "output"):
        monkeypatch.setattr(f"presspoint.terminal.{room}.on_terminal", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    print_notice(notice)
    assert capsys.readouterr().out.startswith("\x1b[1mGet help\x1b[22m now for:\n  chest pain")
    monkeypatch.setenv("ACCESSIBLE", "1")
    print_notice(notice)
    assert capsys.readouterr().out.splitlines()[1:3] == [
        "  chest pain, trouble breathing",
        "  faint with sudden pain",
    ]
    monkeypatch.delenv("ACCESSIBLE")
    monkeypatch.setenv("COLUMNS", "40")
    monkeypatch.setenv("TERM", "dumb")
    print_notice(notice)
    assert capsys.readouterr().out.startswith("Get help now for: chest pain, trouble\n")
