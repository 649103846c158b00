"""The player of a session, made once its first frame is shown: what that frame does not need."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from presspoint import clock
from presspoint.cues.narrator import Narrator
from presspoint.player.loop import Player
from presspoint.ports import Ports
from presspoint.run.drawings.session import show_drawings
from presspoint.run.late_imports import import_what_keys_need
from presspoint.run.sounds.sound import RunSound
from presspoint.session.actions import Action
from presspoint.session.state import Session
from presspoint.terminal.display import Screen
from presspoint.terminal.keyboard.keyboard import Waiting

if TYPE_CHECKING:
    from presspoint.run.playback import Playback

TRYING_SECONDS = 1.0


def player_of(
    playback: Playback, session: Session, inputs: Waiting[Action], sound: RunSound
) -> Player:
    """Return what plays a session, with the ports of a playback."""
    narrator = _narrator(playback)
    edges = inputs, playback.display, playback.log, narrator, playback.awake
    resumes = playback.run.resumes
    return Player(
        session,
        clock.monotonic,
        Ports(*edges, sound.report),
        lambda: _open_rest(playback, narrator, inputs, sound),
        (resumes.reactions if resumes else None) or (),
    )


def _narrator(playback: Playback) -> Narrator:
    """What says where the session stands, not yet to be heard."""
    catalogue, settings = playback.catalogue, playback.settings
    names = {name: catalogue.title("meridians", name) for name in catalogue.ids("meridians")}
    breath = playback.run.options.breath or settings.breath == "on"
    return Narrator(playback.stop_rule, names, breath=breath, off=settings.cues_off)


def _open_rest(
    playback: Playback, narrator: Narrator, inputs: Waiting[Action], sound: RunSound
) -> Iterator[str]:
    """Open what could wait until the first frame is shown; yield what is to be shown of it."""
    import_what_keys_need()
    playback.awake.enter()
    summary = sound.summary(TRYING_SECONDS)
    narrator.open(sound.speaker)
    is_known = bool(sound.lack_before_start)
    if playback.run.options.yes or not (sound.speaker.is_audible or is_known):
        yield summary
    yield from filter(None, [inputs.let_in(playback.remote), _show_drawings(playback)])


def _show_drawings(playback: Playback) -> str:
    """Let the screen show the places; return why it cannot, if so."""
    if not isinstance(playback.display, Screen):
        return ""
    wanted = playback.run.options.picture or playback.settings.picture
    return show_drawings(playback.display, playback.catalogue, playback.plan.course, wanted)
