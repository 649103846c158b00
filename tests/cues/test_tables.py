"""The tables of events, phases and actions: each kind has its entry."""

from __future__ import annotations

from presspoint.cues.event_table import EVENTS
from presspoint.cues.phase_table import PHASES
from presspoint.cues.sentences import sentence
from presspoint.planning.phase_kind import PhaseKind
from presspoint.session.actions import ACTIONS, Action
from presspoint.session.events import Event, EventKind
from support.cases import every
from support.played import PLAN


def test_every_kind_of_event_has_an_entry() -> None:
    assert set(EventKind) - set(EVENTS) == set()


def test_every_kind_of_phase_has_an_entry() -> None:
    assert set(PhaseKind) - set(PHASES) == set()


@every("kind", EventKind)
def test_the_words_of_every_entry_can_be_made(kind: EventKind) -> None:
    for phase in PLAN.course.phases:
        words = sentence(Event(kind, phase, PLAN.course.turn(phase), 1.0, "Text."), "")
        assert not {"{", "}", "  "} & {*words, words}


def test_every_action_has_an_entry() -> None:
    assert set(Action) - set(ACTIONS) == set()


def test_no_two_actions_share_a_key() -> None:
    keys = [key for entry in ACTIONS.values() for key in entry.keys]
    assert len(keys) == len(set(keys))
