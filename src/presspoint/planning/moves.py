"""What leads from one turn to the next: getting into a position and out of it, and what is said."""

from presspoint import phrases
from presspoint.planning import course
from presspoint.planning.course import Phase, Turn
from presspoint.planning.phase_kind import PhaseKind
from presspoint.words import join_words


def way_in(turn: Turn, before: Turn | None, pace: str) -> tuple[Phase, ...]:
    """Return the move into a turn's position from that of `before`, or from anywhere.

    Its words are how to get up, what to put aside, what to fetch, how to lie or sit; nothing where
    none changes. What `way_out` says already is not said again.
    """
    is_out = before is not None and bool(way_out(before, turn, pace))
    rise = _rise(before, turn) if before and not is_out else ""
    aside = "" if is_out or before is None else _aside(before, turn)
    gear_before = before.gear if before else ()
    fetch = join_words(tuple(each for each in turn.gear if each not in gear_before))
    is_there = before is not None and before.approach == turn.approach
    is_down = before is not None and before.posture.lies_down
    down = "" if is_there or is_down else turn.posture.down
    approach = "" if is_there else turn.approach
    take = phrases.TAKE.format(gear=fetch) if fetch else ""
    words = _join(rise, aside, take, down, approach)
    if not words:
        return ()
    goes_there = bool(fetch or approach)
    least = max(turn.posture.enter, course.speaking_seconds(turn.approach)) if goes_there else 0
    least += turn.posture.down_seconds if down else 0
    least += before.posture.rise_seconds if before and rise else 0
    move = speech_phase(PhaseKind.MOVE, words, least, pace=pace)
    return (move._replace(gets_into_position=goes_there),)


def way_out(turn: Turn, after: Turn | None, pace: str) -> tuple[Phase, ...]:
    """Return the move off what lies under the person, and up where `after` is not on the floor.

    It belongs to the turn that it ends; nothing where nothing lies there, or where it stays.
    """
    posture = turn.posture
    if not posture.off or (after and after.position == turn.position):
        return ()
    rise = _rise(turn, after)
    seconds = posture.off_seconds + (posture.rise_seconds if rise else 0)
    words = _join(posture.off, _aside(turn, after), rise)
    move = speech_phase(PhaseKind.MOVE, words, seconds, pace=pace)
    return (move._replace(leaves_position=True),)


def instruction_phase(turn: Turn, pace: str) -> Phase:
    """Return the phase that says the turn's instruction, and lasts as long as that takes."""
    return speech_phase(PhaseKind.FIND, turn.instruction, pace=pace)._replace(is_instruction=True)


def speech_phase(kind: PhaseKind, text: str, least: int = 0, *, pace: str) -> Phase:
    """Return a phase that lasts as long as its words take, and `least` seconds, at a pace."""
    seconds = course.seconds_at_pace(max(least, course.speaking_seconds(text)), text, pace)
    return Phase(kind, 0, seconds, text)


def step_words(turn: Turn, phase: Phase, seconds_to_go: float) -> str:
    """Return which step begins with a phase, how long there is to go in all, and what comes.

    The first turn of a course needs no time, which its opening says, and a routine of one step no
    number. What an instruction names itself is not said before it.
    """
    number, count = phrases.number_word(turn.step), phrases.number_word(turn.last_step)
    phrase = phrases.STEP if phase.turn else phrases.FIRST_STEP
    step = phrase.format(number=number, count=count, time=phrases.time_to_go(seconds_to_go))
    now = phrases.NOW_MOVEMENT.format(title=turn.step_title[:1].lower() + turn.step_title[1:])
    if turn.is_hold:
        now = "" if phase.is_instruction else phrases.NOW_PLACE.format(place=turn.part)
    return _join(step if turn.last_step > 1 else "", now)


def open_step(phase: Phase, turn: Turn, seconds_to_go: float, pace: str) -> Phase:
    """Return the phase as the first of its step, long enough to say that too."""
    words = _join(step_words(turn, phase, seconds_to_go), phase.text)
    seconds = max(phase.seconds, speech_phase(phase.kind, words, pace=pace).seconds)
    return phase._replace(seconds=seconds, opens_step=True)


def _rise(turn: Turn, after: Turn | None) -> str:
    """The words to get up from the floor, where the next turn is done somewhere else."""
    return turn.posture.rise if after and not after.posture.lies_down else ""


def _aside(turn: Turn, after: Turn | None) -> str:
    gear_after = after.gear if after else ()
    aside = join_words(tuple(each for each in turn.gear if each not in gear_after))
    return phrases.PUT_ASIDE.format(gear=aside) if aside else ""


def _join(*parts: str) -> str:
    return " ".join(filter(None, parts))
