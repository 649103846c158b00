"""What is said before a list, as keys of its JSON document."""

from typing import Any

from presspoint.names.everyday.wish import Wish


def wish_fields(wish: Wish) -> dict[str, Any]:
    """Return `note` and `warnings`, each where there is something to say."""
    note = {"note": wish.note} if wish.note else {}
    if not wish.warning:
        return note
    warning = {"id": wish.warning.id, "level": wish.warning.level, "text": wish.warning.text}
    return note | {"warnings": [warning]}
