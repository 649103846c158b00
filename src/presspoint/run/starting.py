"""The Enter that starts a session: no sign is there, and nothing of today."""

from presspoint.catalogue.conditions import Condition, conditions_of_today
from presspoint.catalogue.tables import Catalogue
from presspoint.run.asking import ask_before_start
from presspoint.run.request import Run
from presspoint.run.saving import change_or_report
from presspoint.safety.of_today import flags_with_today
from presspoint.storage.settings_file import current_day
from presspoint.terminal.questions.key_question import ENTER

START = (
    "Enter: start (none of the signs, nothing of today: alcohol, fever, strong painkillers, "
    "a heavy meal). t: one of these today. q: quit."
)
WHICH = "Which is it today?"
NONE = "none"


def ask_to_start(catalogue: Catalogue, run: Run) -> Run:
    """Return the run as it is once Enter starts it, or with what the person says of today.

    Enter saves that no sign is there, where the check is old. Raises NotPlayed where the person
    leaves.
    """
    while ask_before_start({ENTER: "start", "t": "today"}, START) == "today":
        name = _ask_which(conditions_of_today(catalogue))
        if name != NONE:
            flags = flags_with_today(catalogue, run.flags, name, current_day())
            return run._replace(flags=flags)
    renew_check(catalogue, run)
    return run


def renew_check(catalogue: Catalogue, run: Run) -> None:
    """Save that all signs were asked about today and none was there, if the check is old."""
    if run.profile and run.profile.check_is_old(run.today):
        change_or_report(catalogue, run.profile, lambda profile: profile.with_check(run.today))


def _ask_which(of_today: dict[str, Condition]) -> str:
    """The id of the condition that the person has today, or NONE."""
    numbered = {str(number): name for number, name in enumerate(of_today, 1)}
    items = tuple(f"{number}: {of_today[name].brief}." for number, name in numbered.items())
    keys = f"1-{len(numbered)}: that one. n: none of these. q: quit."
    return ask_before_start(numbered | {"n": NONE}, WHICH, *items, keys)
