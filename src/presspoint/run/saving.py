"""What was answered before a run, saved in the profile; a stop made meanwhile stays in force."""

from collections.abc import Callable

from presspoint.catalogue.tables import Catalogue
from presspoint.errors import StorageError
from presspoint.safety.profile import Profile
from presspoint.storage.profile_file import change_profile
from presspoint.terminal.output import report


def change_or_report(
    catalogue: Catalogue, profile: Profile, change: Callable[[Profile], Profile]
) -> Profile:
    """Return the profile changed, unless it is stopped.

    A change that cannot be saved is reported, and is for this run only. Raises PresspointError for
    a damaged profile.
    """
    try:
        return change_profile(catalogue, lambda now: now if now.is_stopped else change(now))
    except StorageError as problem:
        report(f"your answer is not saved: {problem}")
        return change(profile)


def change_unless_stopped(
    catalogue: Catalogue, profile: Profile, change: Callable[[Profile], Profile]
) -> Profile:
    """Return the profile changed as above; print the stop of one that is stopped."""
    profile = change_or_report(catalogue, profile, change)
    if profile.is_stopped:
        from presspoint.run.check import print_stop  # few runs need it, and none before its frame

        print_stop(catalogue, profile)
    return profile
