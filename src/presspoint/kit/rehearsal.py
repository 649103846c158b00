"""A kit's session played to nobody, in no time: every clip of it, and when it is heard.

It is played by the only loop, so the same rules hold as for a session on the laptop.
"""

from collections.abc import Callable, Collection, Mapping

from presspoint import phrases
from presspoint.cues.narrator import Narrator
from presspoint.cues.sink import Clip
from presspoint.kit.empty_ports import NoAwake, NoDisplay, NoInputs, NoLog
from presspoint.kit.kit import Kit
from presspoint.kit.timeline import TimedClip, Timeline
from presspoint.named_tuple import NamedTuple
from presspoint.planning.course import Phase
from presspoint.player.loop import Player
from presspoint.ports import Ports
from presspoint.session.state import start


class Voicing(NamedTuple):
    """How a kit is heard: how long each clip takes, whether words are spoken, and what is off.

    `channels` are the channels' names by their letters; with `breath` a tone leads the breath.
    """

    seconds_of: Callable[[Clip], float]
    has_voice: bool
    channels: Mapping[str, str]
    breath: bool = False
    off: Collection[str] = ()


class Rehearsal(NamedTuple):
    """The clips of a session in their order, when each phase begins, and when it is over."""

    clips: tuple[TimedClip, ...]
    beginnings: tuple[tuple[float, Phase], ...]
    seconds: float


def rehearse(kit: Kit, voicing: Voicing) -> Rehearsal:
    """Return every clip of a kit's session, its last words included, in seconds from 0 on."""
    clock = NoInputs()
    display = NoDisplay(clock)
    narrator = Narrator(kit.stop_rule, voicing.channels, breath=voicing.breath, off=voicing.off)
    timeline = Timeline(clock, voicing.seconds_of, has_voice=voicing.has_voice)
    narrator.open(timeline)
    ports = Ports(clock, display, NoLog(), narrator, NoAwake(), lambda _: None)
    player = Player(start(kit.course, 0.0), clock, ports)
    player.play()
    player.hear_out(f"{phrases.DONE} {kit.aftercare} {kit.again}".rstrip())
    return Rehearsal(tuple(timeline.clips), tuple(display.beginnings), clock())
