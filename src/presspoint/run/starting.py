"""The Enter that starts a session: no sign is there, and nothing of today."""

from presspoint import clock
from presspoint.catalogue.conditions import Condition, conditions
from presspoint.catalogue.safety_warnings import red_flags
from presspoint.catalogue.tables import Catalogue
from presspoint.run.asking import ask_before_start
from presspoint.run.request import Run
from presspoint.run.saving import change_or_report
from presspoint.safety.profile import ConditionAnswer
from presspoint.terminal.key_question import ENTER

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
        name = _ask_which(of_today(catalogue))
        if name != NONE:
            return with_today(catalogue, run, name)
    renew_check(catalogue, run)
    return run


def renew_check(catalogue: Catalogue, run: Run) -> None:
    """Save that all signs were asked about today and none was there, if the check is old."""
    if run.profile and run.profile.check_is_old(run.today):
        change_or_report(catalogue, run.profile, lambda profile: profile.with_check(run.today))


def of_today(catalogue: Catalogue) -> dict[str, Condition]:
    """Return the conditions of one day, by id."""
    return {name: each for name, each in conditions(catalogue) if each.of_today}


def with_today(catalogue: Catalogue, run: Run, name: str) -> Run:
    """Return the run with a condition of today; one that is a warning sign too stops it as that."""
    flags = run.flags
    if any(name == sign for sign, _ in red_flags(catalogue)):
        return run._replace(flags=flags._replace(red_flags=(*flags.red_flags, name)))
    answer = ConditionAnswer(name, clock.today())
    return run._replace(flags=flags._replace(conditions=(*flags.conditions, answer)))


def _ask_which(of_one_day: dict[str, Condition]) -> str:
    """The id of the condition that the person has today, or NONE."""
    numbered = {str(number): name for number, name in enumerate(of_one_day, 1)}
    items = tuple(f"{number}: {of_one_day[name].brief}." for number, name in numbered.items())
    keys = f"1-{len(numbered)}: that one. n: none of these. q: quit."
    return ask_before_start(numbered | {"n": NONE}, WHICH, *items, keys)
