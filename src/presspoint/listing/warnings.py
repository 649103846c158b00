"""Warnings in a JSON document."""

from collections.abc import Iterable
from typing import Any

from presspoint.catalogue.safety_warnings import SafetyWarning
from presspoint.listing.fields import fields


def warning_list(warnings: Iterable[SafetyWarning]) -> list[dict[str, Any]]:
    """Return each warning with its id, its level and its text."""
    return [fields(each, "id", "level", "text") for each in warnings]
