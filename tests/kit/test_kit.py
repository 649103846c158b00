"""A kit: what is in it for whom, and its session played to nobody."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from presspoint.cues.sink import Clip
from presspoint.kit.kit import Kit, make_kit
from presspoint.kit.preface import preface
from presspoint.kit.rehearsal import Rehearsal, Voicing, rehearse
from presspoint.kit.script import script
from presspoint.planning.phase_kind import LEADS, PhaseKind
from presspoint.planning.plan import Plan
from presspoint.safety.answers import Flags
from presspoint.safety.profile import Profile
from support.plans import planned, telling
from support.played import CATALOGUE, PLAN

MADE = date(2026, 11, 29)
CHANNELS = {name: CATALOGUE.title("meridians", name) for name in CATALOGUE.ids("meridians")}
HEAVY = telling("osteoporosis", provider_agreed=True)


def kit_of(plan: Plan = PLAN) -> Kit:
    return make_kit(CATALOGUE, plan, Profile(), Flags(), MADE)


def rehearsed(kit: Kit, words_a_minute: float = 150, *, has_voice: bool = True) -> Rehearsal:
    def seconds_of(clip: Clip) -> float:
        return 0.3 + len(clip.words.split()) * 60 / words_a_minute * has_voice

    return rehearse(kit, Voicing(seconds_of, has_voice, CHANNELS))


def test_it_says_for_whom_it_is_until_when_and_how_often() -> None:
    kit = kit_of()
    assert kit.made_for == (
        "Made for one person on Sunday 29 November 2026. "
        "Do not use it after Monday 28 December 2026."
    )
    assert kit.times == "Three times a day at most."
    assert kit.gear == ("two tennis balls", "mat", "chair")


def test_it_says_nothing_of_keys() -> None:
    kit = kit_of()
    heard = [*preface(kit), *(each.clip.words for each in rehearsed(kit).clips)]
    assert not [words for words in heard if "key" in words or "Space" in words]


def test_every_phase_begins_when_the_plan_has_it_where_speech_takes_no_longer() -> None:
    kit = kit_of()
    at, moments = 0.0, []
    for phase in kit.course.phases:
        moments.append(at)
        at += phase.seconds
    session = rehearsed(kit, 400)
    assert [begins for begins, _ in session.beginnings] == pytest.approx(moments, abs=0.05)
    assert [phase for _, phase in session.beginnings] == list(kit.course.phases)


def test_where_speech_takes_longer_the_rest_shifts_and_every_hold_has_its_time() -> None:
    kit = kit_of()
    slow = rehearsed(kit, 60)
    assert slow.seconds > kit.course.total_seconds + 60
    ends = [*(at for at, _ in slow.beginnings[1:]), slow.seconds]
    for (begins, phase), end in zip(slow.beginnings, ends, strict=True):
        if phase.kind is PhaseKind.HOLD:
            assert end - begins == pytest.approx(phase.seconds, abs=0.05)
        elif phase.kind in LEADS:
            assert end - begins >= phase.seconds - 0.05


@pytest.mark.parametrize("name", ["lower-back", "pulsed", "relaxing"])
def test_its_script_is_what_is_heard(name: str) -> None:
    kit = kit_of(planned(CATALOGUE, name))
    heard = [each.clip for each in rehearsed(kit).clips]
    for phase in script(kit.course, kit.stop_rule, CHANNELS):
        assert Clip(phase.tone, phase.words) in heard
        assert not phase.halfway or Clip("halfway", phase.halfway) in heard


def test_no_two_clips_are_heard_at_once() -> None:
    clips = rehearsed(kit_of(), 100).clips
    for before, after in pairwise(clips):
        assert after.at >= before.at + before.seconds - 0.001


def test_without_a_voice_the_tones_come_when_the_plan_has_them() -> None:
    session = rehearsed(kit_of(), has_voice=False)
    assert session.clips[0].clip.tone == "start"
    assert all(each.clip.tone for each in session.clips)
    assert [begins for begins, _ in session.beginnings][-1] < PLAN.course.total_seconds


def test_what_a_person_has_is_apart_from_what_is_pressed() -> None:
    kit = kit_of(planned(CATALOGUE, profile=HEAVY))
    assert {each.id for each in kit.personal_warnings} == {"osteoporosis"}
    assert "osteoporosis" not in {each.id for each in kit.warnings}
    opening, discreet = kit.course.phases[0].text, kit.discreet_course.phases[0].text
    assert "Left out today" in opening
    assert opening.startswith(discreet)
    assert "Left out" not in discreet


def test_the_first_minute_has_the_signs_what_is_of_today_and_how_often() -> None:
    kit = kit_of()
    words = " ".join(preface(kit))
    assert words.startswith("Safety first. Made for one person")
    assert all(sign[1:] in words for sign in kit.notice.signs)
    for each in ("alcohol", "fever", "painkillers", "meal", kit.times):
        assert each in words


@pytest.mark.parametrize("name", CATALOGUE.ids("routines"))
def test_every_routine_can_be_rehearsed(name: str) -> None:
    kit = kit_of(planned(CATALOGUE, name))
    session = rehearsed(kit)
    assert [phase for _, phase in session.beginnings] == list(kit.course.phases)
    assert session.seconds >= kit.course.total_seconds
    assert session.clips[-1].clip.words.startswith("Done.")
    assert 1 <= kit.times_a_day <= 3
