"""A person's own catalogue file for tests: a good one, and ways to spoil it."""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path
from typing import Any

import tomli_w

from presspoint.catalogue.tables import Catalogue
from presspoint.storage.catalogue_file import load
from presspoint.storage.own.catalogue import CheckedFiles, check_files

SHIPPED = load()
GOOD: dict[str, Any] = {
    "schema": 1,
    "sources": {"physio": {"title": "My physiotherapist, 12 November"}},
    "points": {
        "shin": {
            "at": "ST36",
            "name": "Beside the shin",
            "region": "lower-leg",
            "place": "a hand's width below the kneecap, outside the shin",
            "find": "Lay four fingers under the outer dip of the kneecap.",
            "press": "Press in with your thumb until you feel a dull ache.",
            "positions": ["seated"],
            "tools": ["thumb"],
            "hold": {"seconds": [30, 60], "cap": 60, "repeats": 2},
            "sources": ["physio"],
        }
    },
    "zones": {
        "waist-edge": {
            "name": "Edge of the waist muscle",
            "region": "lower-back",
            "place": "the outer edge of the long back muscle",
            "find": "Hands on the waist, thumbs backwards.",
            "press": "Lean into the thumbs.",
            "positions": ["seated"],
            "tools": ["thumb"],
            "sides": "together",
            "hold": {"seconds": [20, 30], "cap": 30},
        }
    },
    "cautions": {"go-easy": {"text": "Go easy on the shin this month.", "on": ["shin"]}},
    "routines": {
        "physio": {
            "title": "From my physiotherapist",
            "summary": "Four places, once a day.",
            "steps": [
                {
                    "title": "Hands",
                    "position": "seated",
                    "presses": [{"points": ["LI4"], "seconds": 40}],
                },
                {
                    "title": "Waist and leg",
                    "position": "seated",
                    "presses": [
                        {"points": ["waist-edge"], "seconds": 30},
                        {"points": ["shin"], "seconds": 45, "rounds": 2},
                        {"points": ["BL40"], "seconds": 20},
                    ],
                },
            ],
        }
    },
}
HAND: dict[str, Any] = {
    **GOOD["points"]["shin"],
    "at": "LI4",
    "name": "Web of the hand",
    "region": "hand",
    "place": "the web between thumb and index finger",
    "find": "Feel the web of this hand with your other thumb.",
}


def changed(path: tuple[str | int, ...], value: object) -> dict[str, Any]:
    """Return the good file with the value at `path` replaced, or added."""
    content = deepcopy(GOOD)
    inner: Any = content
    for each in path[:-1]:
        inner = inner.setdefault(each, {}) if isinstance(inner, dict) else inner[each]
    inner[path[-1]] = value
    return content


def written(folder: Path, content: dict[str, Any], name: str = "own.toml") -> Path:
    """Write a file of these tables and return its path."""
    path = folder / name
    path.write_text(tomli_w.dumps(content), encoding="utf-8")
    return path


def check(folder: Path, content: dict[str, Any]) -> CheckedFiles:
    """Check a file of these tables."""
    return check_files(SHIPPED, [written(folder, content)])


def with_own(folder: Path, content: dict[str, Any]) -> Catalogue:
    """Return the catalogue with the file, which has to be in order."""
    result = check(folder, content)
    assert result.faults == ()
    return result.catalogue


def zone(region: str, tools: list[str], positions: list[str], **more: Any) -> dict[str, Any]:  # noqa: ANN401  # the other keys of a place
    """Return a zone of a region whose words lead nowhere, held 30 seconds once."""
    words = {"name": "Mine", "place": "a sore place", "find": "Feel for it.", "press": "Softly."}
    place = {**words, "region": region, "tools": tools, "positions": positions}
    reach = "self" if {"thumb", "fingertips", "palm", "both-hands"} & set(tools) else "tool"
    return {**place, "reach": reach, "hold": dose(30), **more}


def dose(cap: int, rounds: int = 1) -> dict[str, Any]:
    """Return a dose of up to `cap` seconds."""
    return {"seconds": [1, cap], "cap": cap, "repeats": rounds}


def with_routine_of(zones: dict[str, Any], *presses: dict[str, Any]) -> dict[str, Any]:
    """Return a file of these zones, and a routine "mine" with these presses, each in its step."""
    steps = [
        {
            "title": "Step",
            "position": zones[press["points"][0]]["positions"][0],
            "tools": [each for each in zones[press["points"][0]]["tools"] if "ball" in each],
            "presses": [press],
        }
        for press in presses
    ]
    mine = {"title": "Mine", "summary": "Mine.", "steps": steps}
    return {"schema": 1, "zones": zones, "routines": {"mine": mine}}
