"""Texts of places with centimetres beside finger-widths, for the fingers of one person.

Four fingers side by side are three cun; nearly three finger-widths stand for two cun.
"""

import re

# Finger-widths as texts have them, and how much of the width of four fingers they are, in twelfths.
TWELFTHS = {"one": 3, "two": 6, "nearly three": 8, "three": 9, "four": 12}
_WIDTH = "|".join(sorted(TWELFTHS, key=len, reverse=True))
FINGER_WIDTHS = re.compile(rf"\b(?:({_WIDTH}) to )?({_WIDTH}) finger-widths?\b")


def with_centimetres(text: str, ruler: float) -> str:
    """Return a text with centimetres after each measure: "two finger-widths (3.8 cm)".

    Where the width of the person's four fingers, `ruler`, is not known (0), the text is as it is.
    """
    if not ruler:
        return text

    def with_lengths(found: re.Match[str]) -> str:
        lengths = [_centimetres(each, ruler) for each in found.groups() if each]
        return f"{found[0]} ({' to '.join(lengths)} cm)"

    return FINGER_WIDTHS.sub(with_lengths, text)


def _centimetres(widths: str, ruler: float) -> str:
    """So many finger-widths in centimetres, to the nearest millimetre, a half upwards."""
    millimetres = (2 * round(ruler * 10) * TWELFTHS[widths] + 12) // 24
    return f"{millimetres / 10:g}"
