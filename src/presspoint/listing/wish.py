"""What is said before a list, as keys of its JSON document."""

from collections.abc import Iterable
from typing import Any

from presspoint.catalogue.safety_warnings import SafetyWarning
from presspoint.names.everyday.wish import Wish, WordsWarning


def wish_fields(wish: Wish, stops: Iterable[SafetyWarning] = ()) -> dict[str, Any]:
    """Return `note` and `warnings`, each where there is something to say; those of a stop first."""
    note = {"note": wish.note} if wish.note else {}
    warnings: list[SafetyWarning | WordsWarning] = [*stops]
    warnings += [wish.warning] if wish.warning else []
    said = [{"id": each.id, "level": each.level, "text": each.text} for each in warnings]
    return note | ({"warnings": said} if said else {})
