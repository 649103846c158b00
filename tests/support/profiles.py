"""A full profile of one day for tests, and ways to write and keep a profile."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import pytest

from presspoint.catalogue.safety_warnings import Level
from presspoint.safety.answers import BodyPlace, ConditionAnswer, Rest
from presspoint.safety.profile import Profile
from presspoint.storage.catalogue_file import load
from presspoint.storage.profile_file import change_profile

CATALOGUE = load()
TODAY = date(2026, 11, 21)
FULL = Profile(
    checked_on=TODAY,
    urgency=Level.SAME_DAY,
    check_skipped_on=TODAY,
    conditions=(
        ConditionAnswer(
            "varicose-veins",
            TODAY,
            (BodyPlace("left"), BodyPlace("left", "knee"), BodyPlace("", "BL23")),
        ),
        ConditionAnswer("pregnancy", date(2026, 1, 2)),
    ),
    rests=(Rest("BL23", date(2026, 11, 24), "bruised"), Rest("my-knee", date(2026, 12, 1))),
)


def profile_file(home: Path, content: str | bytes = "") -> Path:
    path = home / "config" / "profile.toml"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def keep(profile: Profile) -> Profile:
    return change_profile(CATALOGUE, lambda _: profile)


def at_home(monkeypatch: pytest.MonkeyPatch, **folders: str) -> None:
    """Give the program these variables and no other that says where home is."""
    for name in ("PRESSPOINT_HOME", "HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        monkeypatch.delenv(name, raising=False)
    for name, where in folders.items():
        monkeypatch.setenv(name, where)
    monkeypatch.setattr(sys, "platform", "linux")
