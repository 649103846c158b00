"""A set for now asked for on a terminal, made, played, and its places marked afterwards."""

from presspoint.catalogue.tables import Catalogue
from presspoint.errors import ExitCode, NotPlayed
from presspoint.making.occasion import Occasion
from presspoint.run.arguments.complaints import find_complaint
from presspoint.run.making.sets import UNKNOWN, make_set, may_be_made, screening_once_agreed
from presspoint.run.making.typed import Typed, parse_occasion
from presspoint.run.options import Options
from presspoint.run.play import begin, play, play_begun
from presspoint.run.request import Run, request
from presspoint.terminal.output import can_ask, print_paragraphs, report


def play_set(catalogue: Catalogue, options: Options, typed: Typed) -> ExitCode:
    """Ask what was not typed, make the set and play it; return how it ended.

    Raises NotPlayed and PresspointError as `play` does, and PresspointError where nothing fits.
    """
    run = request(catalogue, options, report, UNKNOWN)
    asks = can_ask() and not options.yes
    if not may_be_made(screening_once_agreed(catalogue, run)) and not asks:
        return play(catalogue, run)
    if typed.complaint is not None or not asks:
        _occasion(catalogue, typed)  # what is wrong with it is said before anything is asked
    if asks:
        run, typed = _ask(catalogue, begin(catalogue, run), typed)
    wish = find_complaint(catalogue, typed.complaint)
    print_paragraphs(wish.preface)
    occasion = parse_occasion(catalogue, typed, wish)
    made = make_set(catalogue, run, occasion, typed)
    run = run._replace(routine=made.routine)
    if occasion.quiet:
        run = run._replace(options=run.options._replace(mute=True))
    code = play_begun(catalogue, run) if asks else play(catalogue, run)
    if asks and code is ExitCode.DONE:
        from presspoint.run.making.afterwards import ask_marks  # after the session

        ask_marks(catalogue, made.routine.name)
    return code


def _ask(catalogue: Catalogue, run: Run, typed: Typed) -> tuple[Run, Typed]:
    """What is asked of the person before a set is made, and what the set is for."""
    from presspoint.run.making.questions import ask_for  # not where everything was typed
    from presspoint.run.questions.beforehand import ask_beforehand

    run = ask_beforehand(catalogue, run)
    if not may_be_made(screening_once_agreed(catalogue, run)):
        play_begun(catalogue, run)
        raise NotPlayed
    return run, ask_for(catalogue, typed)


def _occasion(catalogue: Catalogue, typed: Typed) -> Occasion:
    return parse_occasion(catalogue, typed, find_complaint(catalogue, typed.complaint))
