"""The choices that a routine offers, asked one key each; what was typed is not asked."""

from presspoint.catalogue.routines import choice
from presspoint.catalogue.tables import Catalogue
from presspoint.planning.plan import Plan
from presspoint.run.questions.asking import ask_before_start
from presspoint.run.request import Run
from presspoint.terminal.questions.key_question import ENTER


def ask_choices(catalogue: Catalogue, run: Run) -> Run:
    """Return the run with an answer to each choice. Raises NotPlayed where the person leaves."""
    for name in open_choices(run):
        offered = choice(catalogue, name)
        value = run.choices.get(name, offered.default)
        answers = {ENTER: value, **offered.keys}
        before = "as last time" if run.earlier else "as before"
        again = f"{offered.ask} Enter: {before}." if name in run.choices else offered.ask
        answer = ask_before_start(answers, again)
        run = run._replace(choices={**run.choices, name: answer})
    return run


def open_choices(run: Run) -> tuple[str, ...]:
    """Return the choices of the routine that may be asked."""
    if run.resumes:
        return ()
    return tuple(name for name in run.routine.choices if name not in run.options.choices)


def choices_line(run: Run, plan: Plan) -> str:
    """Return what is chosen, or may be, with the key for it; empty where nothing is to choose.

    What was just asked is not offered again as long as it is at its default.
    """
    answers = [each for each in plan.choices if each.name in open_choices(run)]
    if briefs := ", ".join(filter(None, (each.brief for each in answers))):
        return f"{briefs[:1].upper()}{briefs[1:]} (c: change)."
    offered = dict.fromkeys(each.choice.short for each in answers if run.earlier)
    return f"c: {', '.join(offered)}." if offered else ""
