"""What goes into a JSON document as it is."""

from typing import Any

WARNING_FIELDS = ("id", "level", "text")


def fields(entry: object, *names: str) -> dict[str, Any]:
    """Return attributes of an entry under their names, in this order."""
    return {name: getattr(entry, name) for name in names}
