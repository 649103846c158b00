"""Codes as they are said: a channel's name, and the number."""

import re
from collections.abc import Mapping

CODE = re.compile(r"\b([A-Z]{2})(\d{1,2})\b(?=( [A-Z])?)")


def spell_out_codes(text: str, channels: Mapping[str, str]) -> str:
    """Return the text with codes spelled out by channel names (letters -> name).

    A name that follows a code is set off by a comma: "Bladder 23, Kidney Shu".
    """

    def spell_out(match: re.Match[str]) -> str:
        letters, number, name = match.groups()
        if letters not in channels:
            return match[0]
        return f"{channels[letters]} {number}{',' if name else ''}"

    return CODE.sub(spell_out, text)
