"""The words that are both spoken and shown, and how long saying them takes."""

from __future__ import annotations

from datetime import date
from math import ceil

WORDS_A_MINUTE = 130
BREATH_IN, BREATH_OUT = 4, 6


def spoken_seconds(text: str) -> int:
    """Return the whole seconds that saying `text` takes: 130 words a minute, plus one second."""
    return ceil(len(text.split()) * 60 / WORDS_A_MINUTE + 1)


def where(side: str, limb: str) -> str:
    """Return "left hand", "both sides" or "the middle" for a side of the body."""
    return {"both": "both sides", "midline": "the middle"}.get(side, f"{side} {limb}")


def sentence(words: str) -> str:
    """Return words as a sentence: a capital first, a full stop last."""
    return words[:1].upper() + words[1:].rstrip(".") + "."


def seconds_left(seconds: float) -> str:
    """Return "40 seconds left" as a person says it."""
    whole = ceil(seconds)
    return "one second left" if whole == 1 else f"{whole} seconds left"


def still_waiting(name: str) -> str:
    """Return the words for a hold or a movement that nobody has begun for a while."""
    return f"Still waiting. {sentence(name)} Any key begins."


def volume(per_cent: int) -> str:
    """Return "Volume 60 per cent." as an answer to louder or quieter."""
    return f"Volume {per_cent} per cent."


def breath(seconds: float) -> tuple[str, int]:
    """Return the breath's direction and whole seconds left of it, `seconds` into a hold."""
    into = seconds % (BREATH_IN + BREATH_OUT)
    if into < BREATH_IN:
        return "in", ceil(BREATH_IN - into)
    return "out", ceil(BREATH_IN + BREATH_OUT - into)


def beat(seconds: float, press: int, release: int) -> tuple[str, int]:
    """Return what a pulsed hold asks for, and its whole seconds left, `seconds` into the hold."""
    into = seconds % (press + release)
    if into < press:
        return "Press", ceil(press - into)
    return "Let go", ceil(press + release - into)


def day(when: date) -> str:
    """Return "Saturday 21 November 2026"."""
    return f"{when:%A} {when.day} {when:%B} {when.year}"
