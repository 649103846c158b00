"""Every sentence that the page may say, so that each can be recorded before."""

from collections.abc import Iterator

from presspoint.pages.phone.phases import JSON

# What of the script's values is said, with all that is in them; other texts are only shown.
SAID = frozenset({"say", "sayFirst", "sayMovement", "sentence", "begin", "letGo", "wayOff"})
SAID_AS_IT_ENDS = frozenset({"hurts", "faint", "words", "gettingUp", "afterwards"})


def sentences_said(routine: JSON) -> tuple[str, ...]:
    """Return the sentences of a routine as the page's script has it, each once."""
    return tuple(dict.fromkeys(filter(None, _sentences(routine, is_said=False))))


def _sentences(value: object, *, is_said: bool) -> Iterator[str]:
    if isinstance(value, str) and is_said:
        yield value
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from _sentences(each, is_said=is_said or key in SAID | SAID_AS_IT_ENDS)
    elif isinstance(value, list):
        for each in value:
            yield from _sentences(each, is_said=is_said)
