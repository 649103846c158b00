"""Whether a routine may be taken away: the same screening and questions as before a session.

What the Enter of a session asks is asked by what is taken, each time it is used.
"""

from presspoint.catalogue.tables import Catalogue
from presspoint.planning.briefing import lines_on_expired_answers, old_check_lines
from presspoint.planning.plan import Plan
from presspoint.run.play import NO_CHECK, asks, begin, end_unplayed, refuse_unsuitable, with_word
from presspoint.run.preparation import Printer, plan_of, show
from presspoint.run.questions.beforehand import ask_beforehand
from presspoint.run.questions.choices import ask_choices
from presspoint.run.request import Run
from presspoint.terminal.output import can_ask, print_paragraph, print_paragraphs


def ask_permission(catalogue: Catalogue, run: Run) -> tuple[Run, Plan]:
    """Return the run and its plan, which has phases, once nothing stands against it.

    Prints what a session prints before it starts. Raises NotPlayed where a rule or an answer ends
    it.
    """
    run, printer = begin(catalogue, run), Printer()
    refuse_unsuitable(catalogue, run, plan_of(catalogue, run), printer)
    if asks(run):
        run = ask_beforehand(catalogue, run)
        refuse_unsuitable(catalogue, run, plan_of(catalogue, run), printer)
        run = ask_choices(catalogue, run)
    elif not (run.profile and run.profile.checked_on):
        print_paragraph(NO_CHECK)
    plan = plan_of(catalogue, run)
    if plan.screening.whom and not can_ask():
        end_unplayed(catalogue, run, plan, printer)
    print_paragraphs(lines_on_expired_answers(catalogue, run.profile, run.today))
    print_paragraphs(old_check_lines(catalogue, run.profile, run.today))
    show(catalogue, run, printer, is_asked=False)
    return with_word(catalogue, run, printer)
