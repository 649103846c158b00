"""Turns as the page's script has them: their phases, and every way that leads from one to another.

What leads where after a place hurt or was passed over is laid out here by the rules of a session;
the script only looks it up.
"""

from presspoint import phrases
from presspoint.cues.turn_words import off, stays_out
from presspoint.pages.phone.phases import JSON, PhaseTable
from presspoint.planning.course import Course, Turn
from presspoint.planning.phase_kind import LEADS
from presspoint.session.remaining import lead_in, lead_out
from presspoint.session.state import Session, start
from presspoint.words import as_sentence


def turn_rows(course: Course, table: PhaseTable) -> list[JSON]:
    """Return a row for each turn of a course; the phases in it are numbers in the table."""
    session = start(course, 0.0)
    return [
        _words(turn) | _phases(course, number, table) | _ways(session, number, table)
        for number, turn in enumerate(course.turns)
    ]


def _words(turn: Turn) -> JSON:
    details = " ".join(filter(None, (turn.details, turn.lost)))
    return {
        "isHold": turn.is_hold,
        "step": phrases.STEP_SHOWN.format(number=turn.step, count=turn.last_step),
        "name": turn.name,
        "sentence": as_sentence(turn.name),
        "part": turn.part,
        "round": turn.round,
        "side": turn.side or "",
        "details": details,
        "caution": turn.caution,
        "places": sorted(turn.places_or_movement),
        "begin": turn.begin,
        "letGo": turn.end if turn.is_hold else phrases.STOP_MOVING,
        "wayOff": turn.posture.off,
        "gettingUp": turn.posture.after,
        "hurts": [off(turn), stays_out(turn)],
    }


def _phases(course: Course, number: int, table: PhaseTable) -> JSON:
    """What leads to a turn as planned, and the turn's own phases."""
    own = [phase for phase in course.phases[1:] if phase.turn == number]
    leads = [each for each in own if each.kind in LEADS and not each.leaves_position]
    return {
        "leads": table.on_a_way(leads),
        "phases": table.on_a_way(each for each in own if each.kind not in LEADS),
    }


def _ways(session: Session, number: int, table: PhaseTable) -> JSON:
    """What leads to a turn from anywhere, from after each turn, and anew from its position."""
    before = session.course.turns[:number]
    following = number + 1 if number + 1 < len(session.course.turns) else None
    return {
        "fromAnywhere": table.on_a_way(lead_in(session, number, None)),
        "after": [table.on_a_way(lead_in(session, number, each)) for each in before],
        "anewAfter": [
            table.on_a_way(lead_in(session, number, each._replace(approach=""))) for each in before
        ],
        "outToNext": table.on_a_way(lead_out(session, number, following)),
        "outToEnd": table.on_a_way(lead_out(session, number, None)),
    }
