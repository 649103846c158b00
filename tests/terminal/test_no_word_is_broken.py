"""Everything printed fits a terminal of any width, and no word of it is broken (finding A19)."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable, Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from presspoint.__main__ import run_guarded
from presspoint.catalogue.routines import routines
from presspoint.run.learning.leading import SMALL
from presspoint.storage.catalogue_file import load
from presspoint.terminal import output
from presspoint.terminal.cells import cell_width
from support.cases import every
from support.profiles import FULL, keep

CATALOGUE = load()
LOOK_UPS = (
    "point LI4", "point GB30", "point BL40 --sources", "point B48", "point ST9", "point SI15",
    "points", "points --for headache", "points --all --region knee", "points --region nose",
    "routine", "routine --for neck", "routine --for neck --minutes 5", "routine --for headache",
    "routine --minutes 1 --position lying", "plan desk", "plan whole-set --sources",
    "plan lower-back --pain leg --upper-back", "conditions", "conditions kidney-condition",
    "guide", "sources", "settings", "settings pace", "profile", "history", "catalogue check",
    "ctl pause", "check", "help", "--help", "routine --help", "help routine", "routine new",
    "map", "map back", "map foot --all", "points --search valley", "points --reach tool", "learn",
    "course", "course list", "make --for neck --minutes 6 --at desk",
)  # fmt: skip
REFUSALS = (
    "plan lower-back --pregnant", "plan lower-back --condition cancer",
    "plan desk --condition fever",
    "plan lower-back --red-flag bladder-bowel", "routine lower-back --pregnant",
    "routine lower-back", "routine --red-flag fever",
    "plan stress --condition osteoporosis=nowhere",
)  # fmt: skip
ERRORS = (
    "lower-back", "list", "poitn LI4", "point L14", "point Zhongzhu", "point", "point LI4 --colour",
    "points --for migrane", "points --region bakc", "points --reach far", "routine lowr-back",
    "routine --minutes five", "plan", "plan --condition",
    "settings voise on", "settings pace quick",
    "profile set no-such-thing", "profile rest BL23 --days 1000", "profile clear --json",
    "help no-such-thing",
    "history --limit 0", "history --json check", "conditions kidney", "ctl dance",
)  # fmt: skip
RECORDS = (
    "history", "history show last", "history --point BL23", "stats", "report", "score", "pain",
    "course",
)  # fmt: skip
WIDTHS = (30, 40, 60, 80, 100, 120, 200)
DRAWN = re.compile("[\u2800-\u28ff]")
NARROW_ONLY = f"To see where it is, type presspoint map {SMALL}"  # in place of a drawing
Print = Callable[..., str]


@pytest.fixture
def printed(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Print:
    """Run a command; return what a terminal of so many columns, or None a pipe, shows of it."""

    def run(command: str, columns: int | None) -> str:
        is_terminal = columns is not None
        monkeypatch.setattr(output, "_is_terminal", lambda stream: stream and is_terminal)
        monkeypatch.setenv("COLUMNS", f"{columns or 80}")
        monkeypatch.setattr(output, "can_ask", lambda: False)
        run_guarded(shlex.split(command))
        shown = capsys.readouterr()
        return re.sub(r"\x1b\[[\d;]*m", "", f"{shown.out}{shown.err}")

    return run


def broken(printed: Print, command: str, widths: tuple[int, ...]) -> Iterator[str]:
    """Yield what is wrong with a command's output at these widths."""
    whole = words(printed(command, None)) | words(printed(command, 500)) | words(NARROW_ONLY)
    for columns in widths:
        shown = printed(command, columns)
        assert shown
        yield from (
            f"{columns}: {line}" for line in shown.splitlines() if cell_width(line) > columns
        )
        long = " ".join(each for each in whole if cell_width(each) > columns - 12)
        yield from (f"{columns}: {each}" for each in words(shown) - whole if each not in long)


def words(text: str) -> set[str]:
    """The words of a text, no lines of a drawing, no stops between signs side by side."""
    return {each.strip(";.:,") for each in text.split() if not DRAWN.search(each)}


@every("command", (*LOOK_UPS, *REFUSALS, *ERRORS))
@pytest.mark.long
def test_no_word_is_broken_at_any_width(printed: Print, command: str) -> None:
    assert not [*broken(printed, command, WIDTHS)]


@pytest.mark.long
@settings(max_examples=15)
@given(st.sampled_from((*LOOK_UPS, *REFUSALS, *ERRORS)), st.integers(30, 200))
def test_every_list_fits_any_width(printed: Print, command: str, columns: int) -> None:
    assert not [*broken(printed, command, (columns,))]


def test_what_sessions_add_up_to_fits_any_width(printed: Print) -> None:
    for added in (
        "history did lower-back --when yesterday --pain-before 6 --pain-after 4",
        'pain 6 --where "left buttock"',
        "score rmdq 14",
        "course start lower-back --weeks 2",
    ):
        printed(added, None)
    for command in RECORDS:
        assert not [*broken(printed, command, (*WIDTHS[:4], 103, 200))]
    for line in filter(str.strip, printed("stats", 40).splitlines()):
        assert line.split()[-1] not in {"x", "!", "-"}, "a sign left its words"


@pytest.mark.long
@every("command", (*LOOK_UPS, *REFUSALS))
def test_no_word_is_broken_where_it_is_read_out(
    printed: Print, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.setenv("ACCESSIBLE", "1")
    assert not [*broken(printed, command, (50,))]


@every("command", ("profile", "routine", "plan desk"))
def test_no_word_is_broken_of_what_concerns_one_person(printed: Print, command: str) -> None:
    keep(FULL._replace(urgency=None))
    assert not [*broken(printed, command, (40, 60, 80))]


def test_the_list_of_routines_fits_every_width(printed: Print) -> None:
    for columns in (30, 32, 37, 45, 53, 66, 72, 79, 81, 100, 120, 200):
        lines = printed("routine", columns).splitlines()
        assert max(map(cell_width, lines)) <= columns
        names = [line.split()[0] for line in lines if line.startswith("  ") and line[2] != " "]
        assert sorted(names) == sorted(each.name for each in routines(CATALOGUE))
        times = {line.index(":") for line in lines if line.startswith("  ") and line[2] != " "}
        assert len(times) == 1
