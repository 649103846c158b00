"""What was answered before a run, saved in the profile, or reported where that fails."""

from collections.abc import Callable

from presspoint.catalogue.tables import Catalogue
from presspoint.errors import StorageError
from presspoint.safety.profile import Profile
from presspoint.storage.profile_file import change_profile
from presspoint.terminal.output import report


def save_or_report(
    catalogue: Catalogue, profile: Profile, change: Callable[[Profile], Profile]
) -> Profile:
    """Return the profile changed.

    A change that cannot be saved is reported, and is for this run only. Raises PresspointError for
    a damaged profile.
    """
    try:
        return change_profile(catalogue, change)
    except StorageError as problem:
        report(f"your answer is not saved: {problem}")
        return change(profile)


def change_or_report(
    catalogue: Catalogue, profile: Profile, change: Callable[[Profile], Profile]
) -> Profile:
    """Return the profile changed as above, unless it is stopped."""
    return save_or_report(catalogue, profile, lambda now: now if now.is_stopped else change(now))


def change_unless_stopped(
    catalogue: Catalogue, profile: Profile, change: Callable[[Profile], Profile]
) -> Profile:
    """Return the profile changed as above; print the stop of one that is stopped."""
    profile = change_or_report(catalogue, profile, change)
    if profile.is_stopped:
        from presspoint.run.check import print_stop  # few runs need it, and none before its frame

        print_stop(catalogue, profile)
    return profile
