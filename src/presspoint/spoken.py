"""Shown words -> words that a voice says and a listener knows: "BL23" is "Bladder 23"."""

from __future__ import annotations

import re
from collections.abc import Mapping

CODE = re.compile(r"\b([A-Z]{2})(\d{1,2})\b(?=( [A-Z])?)")


def spoken(text: str, channels: Mapping[str, str]) -> str:
    """Return the text with codes spelled out by channel names (letters -> name).

    A name that follows a code is set off by a comma: "Bladder 23, Kidney Shu".
    """

    def said(found: re.Match[str]) -> str:
        letters, number, name = found.groups()
        if letters not in channels:
            return found[0]
        return f"{channels[letters]} {number}{',' if name else ''}"

    return CODE.sub(said, text)
