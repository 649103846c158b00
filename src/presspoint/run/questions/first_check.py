"""The offer of a safety check to somebody who never had one, and what skipping it asks."""

from presspoint.catalogue.tables import Catalogue
from presspoint.run.questions.asking import ask_before_start
from presspoint.run.saving import change_unless_stopped
from presspoint.safety.profile import Profile
from presspoint.storage.settings_file import current_day
from presspoint.terminal.questions.key_question import ENTER

OFFER = (
    "First time? A two-minute safety check finds what to leave out. "
    "Enter: do it now, s: skip for today."
)
WEIGHTIEST = (
    "Any of these: pregnancy, blood thinners, a clot, weak bones, cancer, a recent operation, "
    "under 18? n: none of these, c: check now."
)


def offer_check(catalogue: Catalogue, profile: Profile) -> Profile:
    """Offer the check, unless it was done or skipped today; return the profile after that.

    One that is stopped has been printed. Raises NotPlayed where the person leaves.
    """
    if not profile.wants_check(current_day()):
        return profile
    answer = ask_before_start({ENTER: "check", "c": "check", "s": "skip"}, OFFER)
    if answer == "skip":
        answer = ask_before_start({"n": "none", "c": "check"}, WEIGHTIEST)
    if answer == "check":
        from presspoint.run.check import ask_check  # few runs need it, and none before its frame

        return ask_check(catalogue, current_day())
    return change_unless_stopped(catalogue, profile, lambda now: now.skip_check(current_day()))
