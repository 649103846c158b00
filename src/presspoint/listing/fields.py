"""What goes into a JSON document as it is."""

from typing import Any


def fields(entry: object, *names: str) -> dict[str, Any]:
    """Return attributes of an entry under their names, in this order."""
    return {name: getattr(entry, name) for name in names}
