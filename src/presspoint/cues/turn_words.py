"""What is said and shown of a turn: its place, how it ends, how to get off it, and what follows."""

from presspoint import phrases
from presspoint.planning.course import Phase, Turn
from presspoint.words import as_sentence


def next_words(following: Turn | None) -> str:
    """Return "Next: Thumb web, right hand." or that the end comes next."""
    if following is None:
        return phrases.NEXT_END
    return phrases.NEXT.format(name=following.name_and_round)


def next_briefly(following: Turn | None) -> str:
    """Return the same without the round, where there is no room for more."""
    return phrases.NEXT.format(name=following.name) if following else phrases.NEXT_END


def stays_out(turn: Turn) -> str:
    """Return the sentence that a place, or a movement, which hurts is left out from now on."""
    title = turn.step_title
    return phrases.STAYS_OUT.format(place=turn.part or title[:1].lower() + title[1:])


def where(turn: Turn) -> str:
    """Return what is pressed, and where that is; of a movement, that nothing is pressed."""
    return f"{as_sentence(turn.name)} {turn.place or phrases.NO_PLACE}"


def let_go(turn: Turn) -> str:
    """Return what is said at the end of a hold, or of a movement."""
    return turn.end if turn.is_hold else phrases.ENOUGH


def off(turn: Turn) -> str:
    """Return what to do at once where a place, or a movement, hurts: off what lies under it too."""
    if not turn.is_hold:
        return phrases.STOP_MOVING
    now = phrases.LET_GO_NOW if turn.end == phrases.LET_GO else turn.end
    return f"{now} {turn.posture.off}".rstrip()


def off_briefly(turn: Turn) -> str:
    """Return the same where there is no room for more."""
    if not turn.is_hold:
        return phrases.STOP_MOVING
    by_hand = turn.end == phrases.LET_GO
    return phrases.LET_GO_BRIEFLY if by_hand else phrases.GET_OFF_BRIEFLY


def is_on_something(phase: Phase, turn: Turn) -> bool:
    """Whether something lies under the person, which they have to get off first."""
    return bool(turn.posture.off) and not phase.leaves_position
