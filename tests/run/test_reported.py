"""What was done without the timer: no place that is left out, and it counts for the day."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from presspoint import clock
from presspoint.catalogue.pain_answers import Feeling
from presspoint.catalogue.safety_warnings import Level
from presspoint.errors import PresspointError
from presspoint.run.arguments.routines import find_routine
from presspoint.run.history.reported import report_session
from presspoint.run.preparation import plan_of
from presspoint.run.request import Run
from presspoint.safety.answers import ConditionAnswer, Flags, Rest
from presspoint.safety.profile import Profile
from presspoint.storage.catalogue_file import load
from presspoint.storage.history.recent import count_recent_presses
from presspoint.storage.settings_file import current_day
from support.histories import save_session

CATALOGUE = load()
TODAY = current_day()
STARTED = "2026-11-20T21:30:00+00:00"
conditions = st.lists(st.sampled_from(CATALOGUE.ids("conditions")), max_size=3, unique=True)
rests = st.lists(
    st.builds(
        Rest,
        st.sampled_from(["LI4", "BL23", "BL40", "GB21"]),
        st.integers(-3, 5).map(lambda days: TODAY + timedelta(days=days)),
        st.just(""),
        st.sampled_from([None, *Feeling]),
        st.sampled_from(["left", "right", ""]),
    ),
    max_size=2,
    unique_by=lambda each: each.code,
)


def run_of(profile: Profile, routine: str, **counts: int) -> Run:
    flags = Flags()
    return Run(find_routine(CATALOGUE, routine), {}, flags, profile, TODAY, pressed_today=counts)


@given(
    conditions,
    rests,
    st.sampled_from(CATALOGUE.ids("routines")),
    st.sampled_from([None, *Level]),
)
@settings(max_examples=40)
def test_no_hold_is_added_on_a_place_that_is_left_out(
    names: list[str], resting: list[Rest], routine: str, urgency: Level | None
) -> None:
    answers = tuple(ConditionAnswer(each, TODAY) for each in names)
    profile = Profile(TODAY, None, None, answers, tuple(resting))
    left_out = plan_of(CATALOGUE, run_of(profile, routine).with_word(agreed=True)).screening
    stopped = run_of(profile._replace(urgency=urgency), routine, LI4=9, BL23=9)
    try:
        record = report_session(CATALOGUE, stopped, STARTED, (None, None))
    except PresspointError:
        return
    out = {(each.code, each.side) for each in left_out.left_out}
    for hold in record.holds:
        for code in (*hold.points, *hold.zones):
            sides = {"left", "right"} if hold.side == "both" else {hold.side or ""}
            assert (code, "") not in out
            assert not out & {(code, side) for side in sides}


def test_what_is_added_counts_for_the_number_a_day() -> None:
    now = clock.epoch_seconds()
    before = count_recent_presses(now, now)
    record = report_session(CATALOGUE, run_of(Profile(), "lower-back"), clock.iso_now(), (6, 4))
    save_session(record._replace(holds=()), *record.holds)
    assert before == {}
    assert count_recent_presses(now, now + 60)["LI4"] == 1
