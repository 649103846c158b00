"""All that is heard of a kit, as one sound: first the warnings, then its session, in chapters."""

from collections.abc import Callable, Iterable, Iterator

from presspoint.cues.sink import Clip
from presspoint.kit.kit import Kit
from presspoint.kit.preface import BEGINNING, preface
from presspoint.kit.rehearsal import Rehearsal, Voicing, rehearse
from presspoint.kit.timeline import TimedClip
from presspoint.named_tuple import NamedTuple
from presspoint.planning.course import Phase

FIRST_SECONDS, LAST_SECONDS = 0.5, 2.0  # of silence, before and after all
SENTENCE_SECONDS, SESSION_SECONDS = 0.7, 2.0  # between what is said first, and before the session


class Chapter(NamedTuple):
    """Where a chapter begins, in whole seconds, and what it is called."""

    at: int
    title: str


class Soundtrack(NamedTuple):
    """The clips of a sound, when each phase begins in it, its chapters, and how long it is."""

    clips: tuple[TimedClip, ...]
    beginnings: tuple[tuple[float, Phase], ...]
    chapters: tuple[Chapter, ...]
    seconds: float


def lay_out_soundtrack(kit: Kit, voicing: Voicing) -> Soundtrack:
    """Return when what of a kit is heard; the warnings come first where words are spoken."""
    first = tuple(_one_after_another(preface(kit), voicing.seconds_of)) if voicing.has_voice else ()
    begins = first[-1].at + first[-1].seconds + SESSION_SECONDS if first else FIRST_SECONDS
    session = rehearse(kit, voicing)
    beginnings = tuple((begins + at, phase) for at, phase in session.beginnings)
    return Soundtrack(
        (*first, *_moved_by(session, begins)),
        beginnings,
        (*([Chapter(0, BEGINNING.rstrip("."))] if first else []), *_steps(kit, beginnings)),
        begins + session.seconds + LAST_SECONDS,
    )


def _one_after_another(
    sentences: Iterable[str], seconds_of: Callable[[Clip], float]
) -> Iterator[TimedClip]:
    """Each sentence as a clip, with a pause after it."""
    at = FIRST_SECONDS
    for words in sentences:
        clip = Clip(words=words)
        seconds = seconds_of(clip)
        yield TimedClip(at, clip, seconds)
        at += seconds + SENTENCE_SECONDS


def _moved_by(session: Rehearsal, seconds: float) -> Iterator[TimedClip]:
    return (each._replace(at=each.at + seconds) for each in session.clips)


def _steps(kit: Kit, beginnings: Iterable[tuple[float, Phase]]) -> Iterator[Chapter]:
    """A chapter for each step, from its first phase on."""
    step = 0
    for at, phase in beginnings:
        turn = kit.course.turn(phase)
        if turn.step != step:
            step = turn.step
            yield Chapter(int(at), turn.step_title)  # a part of a second is rounded up in Ogg
