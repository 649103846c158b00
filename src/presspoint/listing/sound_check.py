"""What a session will sound like, as a JSON document."""

from __future__ import annotations

from typing import Any, NamedTuple


class SoundState(NamedTuple):
    """What makes voice and tones: names of programs, empty for none, and whether they work."""

    speech: str
    speech_works: bool
    player: str
    player_works: bool
    bell: bool
    advice: str


def sound_check_document(state: SoundState) -> dict[str, Any]:
    """Return the document of `sound-check --json`; whether it was heard, nobody was asked."""
    return {
        "voice": {"engine": state.speech or None, "works": state.speech_works},
        "tones": {"player": state.player or None, "works": state.player_works},
        "bell": state.bell,
        "advice": state.advice or None,
        "heard": None,
    }
