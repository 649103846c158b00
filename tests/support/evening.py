"""Somebody who sits down to play a routine on a terminal, without one and without sound."""

from __future__ import annotations

from datetime import date

import pytest

from presspoint import clock
from presspoint.catalogue.tables import Catalogue
from presspoint.errors import ExitCode
from presspoint.run import play as playing
from presspoint.run.options import Options
from presspoint.run.play import play
from presspoint.run.playback import Playback
from presspoint.run.request import request
from presspoint.safety.profile import Profile
from presspoint.sound.speaker import Speaker
from presspoint.storage.profile_file import change_profile
from support.typist import typing


class Evening:
    """One run on a terminal: what is played of it, if anything, and which keys were pressed."""

    def __init__(self, catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch, today: date) -> None:
        self.catalogue = catalogue
        self.typist = typing(monkeypatch)
        self.played: list[Playback] = []
        monkeypatch.setattr(clock, "today", lambda _: today)
        monkeypatch.setattr(playing, "can_ask", lambda: True)
        self.lack, self.sleeps = "", False  # of sound; whether the machine may sleep
        monkeypatch.setattr(playing, "nothing_keeps_awake", lambda: self.sleeps)
        monkeypatch.setattr(
            "presspoint.run.sounds.sound.RunSound.summary", lambda *_: "Tones only."
        )
        monkeypatch.setattr(Speaker, "get_ready", lambda *_: None)
        monkeypatch.setattr(Speaker, "lack", property(lambda _: self.lack))

        def note(playback: Playback, _: object) -> ExitCode:
            self.played.append(playback)
            return ExitCode.DONE

        monkeypatch.setattr(Playback, "play", note)

    def run(self, options: Options, profile: Profile | None = None) -> ExitCode:
        """Play with these options. Raises NotPlayed."""
        if profile:
            change_profile(self.catalogue, lambda _: profile)
        code = play(self.catalogue, request(self.catalogue, options, lambda _: None))
        assert not self.typist.keys
        return code
