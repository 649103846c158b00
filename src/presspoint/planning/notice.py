"""The notice before every session: the signs that need help now, before anything else is said."""

from datetime import date

from presspoint.catalogue.safety_warnings import red_flags
from presspoint.catalogue.tables import Catalogue
from presspoint.named_tuple import NamedTuple
from presspoint.safety.profile import Profile


class Notice(NamedTuple):
    """A `heading`, which stands out, the `signs` as a short list, and what else is said once."""

    heading: str
    signs: tuple[str, ...] = ()
    ending: str = ""


def faint_notice(time: str) -> str:
    """Return what is said first on a day on which a session ended as the person felt faint."""
    return (
        f"In a session today, at {time}, you felt faint. Start only when that has fully passed. "
        "If you passed out, do not start. Get medical advice today."
    )


def standing_notice(catalogue: Catalogue, profile: Profile | None, today: date) -> Notice:
    """Return the notice for a person: one line after a check of today that found no sign.

    Whoever never had a check also reads what this is, and is not.
    """
    if profile and profile.checked_on == today and not profile.is_stopped:
        return Notice(catalogue.text("standing-checked"))
    signs = tuple(flag.notice for _, flag in red_flags(catalogue) if flag.notice)
    is_new = not (profile and profile.checked_on)
    ending = catalogue.text("disclaimer") if is_new else ""
    return Notice(catalogue.text("standing-intro"), signs, ending)
