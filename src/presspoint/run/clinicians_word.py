"""The word of a clinician that the gates of a run ask for."""

from presspoint.run.asking import ask_before_start
from presspoint.run.request import Run
from presspoint.safety.screening import Screening
from presspoint.words import join_words


def ask_for_word(run: Run, screening: Screening) -> Run:
    """Return the run, with the word where the person says that a clinician agrees.

    Raises NotPlayed where the person leaves.
    """
    whom = join_words(screening.whom, "or")
    question = f"Does {whom} know about this, and agree to acupressure?"
    answer = ask_before_start({"y": "yes", "n": "no"}, question, "y: yes. n: no. q: quit.")
    return run.with_word(agreed=answer == "yes")
