"""A clinician's word: which conditions ask for one, and what one that was given still covers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from presspoint.safety.answers import Flags
from presspoint.safety.profile import Profile

if TYPE_CHECKING:
    from presspoint.safety.applied_condition import AppliedCondition
    from presspoint.safety.screening import Screening


def open_gates(
    conditions: Iterable[AppliedCondition], flags: Flags, profile: Profile, today: date
) -> Iterator[AppliedCondition]:
    """Yield the gates that have no clinician's word, in this run or saved for these very places."""
    if flags.provider_agreed:
        return
    every = (*profile.conditions, *flags.conditions)
    for each in conditions:
        answers = [answer for answer in every if answer.name == each.name]
        is_agreed = any(word.covers(answers, today) for word in profile.words)
        if each.condition.gate and not is_agreed:
            yield each


def conditions_for_word(profile: Profile, flags: Flags, screening: Screening) -> tuple[str, ...]:
    """Return the conditions that a clinician's word for this run is saved for.

    One that an option gave is left out: what holds for one run only has no word that lasts.
    """
    by_option = {each.name for each in flags.conditions}
    saved = {each.name for each in profile.conditions} - by_option
    return tuple(each.name for each in screening.open_gates if each.name in saved)


def word_still_covers(before: Screening, now: Screening) -> bool:
    """Whether a clinician's word that was given for the gates of before covers those of now."""
    return now.limits.gates <= before.limits.gates
