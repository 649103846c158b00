"""The word of a clinician that the gates of a run ask for."""

from presspoint.catalogue.conditions import whom_to_ask
from presspoint.catalogue.tables import Catalogue
from presspoint.run.questions.asking import says_yes
from presspoint.run.request import Run
from presspoint.run.saving import change_or_report
from presspoint.safety.answers import WORD_IS_SAVED
from presspoint.safety.clinicians_word import conditions_for_word
from presspoint.safety.profile import Profile
from presspoint.safety.screening import Screening


def ask_for_word(run: Run, screening: Screening) -> Run:
    """Return the run, with the word where the person says that a clinician agrees.

    Raises NotPlayed where the person leaves.
    """
    this = "all of this" if len(screening.whom) > 1 else "this"
    question = f"Does {whom_to_ask(screening.whom)} know about {this}, and agree to acupressure?"
    if _names(run, screening):
        question += f" {WORD_IS_SAVED}"
    return run.with_word(agreed=says_yes(question))


def save_word(catalogue: Catalogue, run: Run, screening: Screening) -> Run:
    """Return the run, its word saved for the open gates of the profile, if there is one."""
    names = _names(run, screening)
    if not (run.profile and run.flags.provider_agreed and names):
        return run
    profile = change_or_report(catalogue, run.profile, lambda now: now.with_words(names, run.today))
    return run._replace(profile=profile)


def _names(run: Run, screening: Screening) -> tuple[str, ...]:
    """The conditions of the profile that the word is saved for."""
    return conditions_for_word(run.profile or Profile(), run.flags, screening)
