"""What is done during the first words of a session."""

from __future__ import annotations

from support.played import PLAN, Played


def test_next_during_the_opening_still_leads_into_the_position() -> None:
    played = Played(PLAN)
    played.wait(2.0)
    played.press("next")
    first = played.session.phases[0]
    assert first.kind == "move"
    assert "Lie on your back" in first.text
    assert played.turn.points == ("LI4",)


def test_back_during_the_opening_leads_to_the_first_turn_in_full() -> None:
    played = Played(PLAN)
    played.wait(2.0)
    played.press("back")
    assert "Lie on your back" in played.session.phases[0].text
