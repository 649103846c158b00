"""The first minute of a kit's sound: the signs, what is of today, how often, and the warnings."""

from collections.abc import Iterator

from presspoint.catalogue.safety_warnings import Level
from presspoint.kit.kit import Kit
from presspoint.words import as_sentence

BEGINNING = "Safety first."
STOP_NOW = "Stop the player now, and get help, if you have one of these."
STOP_TODAY = "Stop it too after alcohol, strong painkillers or a heavy meal, or with a fever."
WHILE_YOU_PRESS = (
    "If a place goes numb, if pain spreads, or if you feel faint: stop pressing, and stop the "
    "player. Answer the safety check of presspoint before the next time."
)
NOW = "Now the routine."


def preface(kit: Kit) -> Iterator[str]:
    """Yield what is heard before a kit's session, in its order; each is said in one go.

    What the session says at the places themselves is left to it.
    """
    yield f"{BEGINNING} {kit.made_for}"
    yield f"{STOP_NOW} {' '.join(map(as_sentence, kit.notice.signs))}"
    yield STOP_TODAY
    yield f"{kit.times} {kit.notice.ending}".rstrip()
    for warning in (*kit.personal_warnings, *kit.warnings):
        if warning.id not in kit.spoken_cautions:
            yield warning.text if warning.level is Level.CARE else warning.line
    yield WHILE_YOU_PRESS
    yield NOW
