"""The styles that the program writes in, and what a terminal is sent for them.

They are Rich's names and Rich's codes, as a test holds them; to load Rich for these six would take
a twelfth of the time to the first frame of a session.
"""

import os
from typing import Literal

Style = Literal["", "bold", "dim", "reverse", "bold reverse", "bold bright_red"]
CODES: dict[Style, str] = {
    "": "",
    "bold": "1",
    "dim": "2",
    "reverse": "7",
    "bold reverse": "1;7",
    "bold bright_red": "1;91",
}
WITHOUT_COLOUR: dict[Style, Style] = {"bold bright_red": "bold"}


def write_in(style: Style, text: str) -> str:
    """Return a text as a terminal shows it in a style; NO_COLOR leaves the colour out."""
    if os.environ.get("NO_COLOR"):
        style = WITHOUT_COLOUR.get(style, style)
    return f"\x1b[{CODES[style]}m{text}\x1b[0m" if style else text
