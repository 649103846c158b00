"""The Enter that starts a session: no sign is there, and nothing of today."""

from collections.abc import Callable, Iterable

from presspoint.catalogue.conditions import Condition, conditions_of_today
from presspoint.catalogue.tables import Catalogue
from presspoint.named_tuple import NamedTuple
from presspoint.planning.plan import Plan
from presspoint.run.questions.asking import ask_before_start
from presspoint.run.questions.choices import ask_choices, choices_line, open_choices
from presspoint.run.request import Run
from presspoint.run.saving import change_or_report
from presspoint.safety.of_today import flags_with_today
from presspoint.storage.settings_file import current_day
from presspoint.terminal.output import print_paragraphs
from presspoint.terminal.questions.key_question import ENTER

START = (
    "Enter: start (none of the signs, nothing of today: alcohol, fever, strong painkillers, "
    "a heavy meal). t: one of today's. ?: details. q: quit."
)
KEYS = {ENTER: "start", "t": "today", "?": "details"}
WHICH = "Which is it today?"
NONE = "none"


class Shown(NamedTuple):
    """What the person sees of a run before it starts: print what is new of it, and the details.

    `new` prints it and returns its plan; it raises NotPlayed where nothing is played. `lack` is
    what is missing of its sound, and that the machine may sleep, in a few words, the first time.
    """

    new: Callable[[Run], Plan]
    details: Callable[[Plan], Iterable[str]]
    lack: Callable[[], str]


def ask_to_start(catalogue: Catalogue, run: Run, shown: Shown) -> Run:
    """Return the run as Enter starts it, with what the person says of today and what they choose.

    Enter saves that no sign is there, where the check is old. Raises NotPlayed where the person
    leaves.
    """
    while True:
        plan = shown.new(run)
        choices = choices_line(run, plan)
        answers = KEYS | ({"c": "choose"} if open_choices(run) else {})
        match ask_before_start(answers, *filter(None, (choices, shown.lack(), START))):
            case "start":
                renew_check(catalogue, run)
                return run
            case "today":
                run = _with_today(catalogue, run)
            case "choose":
                run = ask_choices(catalogue, run)
            case _:
                print_paragraphs(shown.details(plan))


def renew_check(catalogue: Catalogue, run: Run) -> None:
    """Save that all signs were asked about today and none was there, if the check is old."""
    if run.profile and run.profile.check_is_old(run.today):
        change_or_report(catalogue, run.profile, lambda profile: profile.with_check(run.today))


def _with_today(catalogue: Catalogue, run: Run) -> Run:
    """The run with what the person has today."""
    name = _ask_which(conditions_of_today(catalogue))
    if name == NONE:
        return run
    return run._replace(flags=flags_with_today(catalogue, run.flags, name, current_day()))


def _ask_which(of_today: dict[str, Condition]) -> str:
    """The id of the condition that the person has today, or NONE."""
    numbered = {str(number): name for number, name in enumerate(of_today, 1)}
    items = tuple(f"{number}: {of_today[name].brief}." for number, name in numbered.items())
    keys = f"1-{len(numbered)}: that one. n: none of these. q: quit."
    return ask_before_start(numbered | {"n": NONE}, WHICH, *items, keys)
