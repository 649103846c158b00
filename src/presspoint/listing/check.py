"""The check as lines of text and as a JSON document."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from presspoint.catalogue.conditions import lasting_conditions
from presspoint.catalogue.safety_warnings import SafetyWarning, red_flags
from presspoint.catalogue.tables import Catalogue
from presspoint.listing.fields import WARNING_FIELDS, fields
from presspoint.listing.profile import profile_document
from presspoint.safety.check.pages import CONDITIONS_HEADING, sign_heading
from presspoint.safety.profile import Profile


def question_lines(catalogue: Catalogue) -> Iterator[str]:
    """Yield every question under its urgency, with the name that answers it as an option."""
    level = None
    for name, flag in red_flags(catalogue):
        if flag.level is not level:
            level = flag.level
            yield sign_heading(level)
        yield f"  {name}: {flag.full}"
    yield CONDITIONS_HEADING
    for name, each in lasting_conditions(catalogue).items():
        yield f"  {name}: {each.question}"


def check_document(
    catalogue: Catalogue, profile: Profile, today: date, warnings: Iterable[SafetyWarning] = ()
) -> dict[str, Any]:
    """Return the document of `check --json`: what the profile holds of it, and the warnings."""
    held = profile_document(catalogue, profile, today)["profile"]
    return {name: held[name] for name in ("checked", "found", "conditions")} | {
        "warnings": [fields(each, *WARNING_FIELDS) for each in warnings]
    }
