"""What the page's script plays: a handout as JSON values."""

from presspoint.pages.handout import Handout
from presspoint.pages.phone.answers import REFUSALS, WORDS, pain_rows
from presspoint.pages.phone.phases import JSON, PhaseTable
from presspoint.pages.phone.turns import turn_rows
from presspoint.session.modes import END_SECONDS, UNSEEN_SECONDS
from presspoint.words import printable

LONGEST = 4000  # characters of a text on a page


def routine_document(handout: Handout) -> JSON:
    """Return the routine that the script plays, as JSON values; every text in it is harmless."""
    kit, course = handout.kit, handout.course
    table = PhaseTable(course, kit.stop_rule, handout.channels)
    plan, turns = table.plan_numbers(), turn_rows(course, table)
    document: JSON = {
        "name": kit.name,
        "title": kit.title,
        "madeAt": handout.made_at,
        "made": kit.made.isoformat(),
        "until": kit.until.isoformat(),
        "timesADay": kit.times_a_day,
        "dayStarts": handout.day_starts,
        "unseenSeconds": UNSEEN_SECONDS,
        "longestPause": END_SECONDS,
        "plan": plan,
        "phases": table.rows,
        "turns": turns,
        "answers": pain_rows(course),
        "faint": course.pain_answers.faint,
        "afterwards": [each for each in (kit.aftercare, kit.again) if each],
        "words": WORDS,
        "refusals": REFUSALS,
    }
    return {key: _harmless(value) for key, value in document.items()}


def _harmless(value: object) -> object:
    """A JSON value whose texts have nothing invisible in them, and nothing that turns them."""
    if isinstance(value, dict):
        return {key: _harmless(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_harmless(each) for each in value]
    return printable(value, LONGEST) if isinstance(value, str) else value
