"""A kit's sound as text: what is to be known first, and what is said in each phase, and when."""

from collections.abc import Iterator, Mapping

from presspoint.kit.kit import Kit
from presspoint.kit.preface import preface
from presspoint.kit.script import script
from presspoint.kit.soundtrack import Soundtrack
from presspoint.words import clock_time, printable

LONGEST = 2000  # characters of a line


def transcript(kit: Kit, sound: Soundtrack, channels: Mapping[str, str]) -> Iterator[str]:
    """Yield what is said before a kit's session, and each phase that has words, with its time.

    `channels` are the channels' names by their letters.
    """
    yield from (printable(each, LONGEST) for each in preface(kit))
    phases = script(kit.course, kit.stop_rule, channels)
    for (at, _), phase in zip(sound.beginnings, phases, strict=True):
        if phase.words:
            yield printable(f"{clock_time(at)}  {phase.words}", LONGEST)
    yield printable(f"{kit.aftercare} {kit.again}".rstrip(), LONGEST)
