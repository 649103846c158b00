"""The check command: warning signs and conditions asked about once, or answered by options."""

from datetime import date
from typing import Annotated

import typer

from presspoint.catalogue.tables import Catalogue
from presspoint.cli.parsing.option import Conditions, Json, RedFlags
from presspoint.errors import NotPlayed, UsageError
from presspoint.planning.suitability import routine_to_play
from presspoint.run.arguments.names import find_duplicate, parse_condition, parse_signs
from presspoint.run.check import ask_check, delay_signals, save_answers, save_stop
from presspoint.safety.answers import ConditionAnswer
from presspoint.safety.check.answers import CheckAnswers
from presspoint.safety.check.report import next_line
from presspoint.safety.profile import Profile
from presspoint.storage.catalogue_file import load_for_looking_up
from presspoint.storage.settings_file import current_day
from presspoint.terminal.output import print_paragraph, report, report_all

NOT_USED = "a warning sign ends the check, so --no-red-flags and --condition were not used."


def run_check(
    no_red_flags: Annotated[
        bool, typer.Option("--no-red-flags", help="You have none of the warning signs.")
    ] = False,
    red_flag: RedFlags = None,
    condition: Conditions = None,
    json: Json = False,
) -> None:
    """Answer two minutes of safety questions.

    With --no-red-flags or --red-flag nothing is asked. A sign that you give always counts.
    """
    if condition and not (no_red_flags or red_flag):
        raise UsageError(
            "The warning signs come first: add --no-red-flags if you have none of them."
        )
    (catalogue, remarks), today = load_for_looking_up(), current_day()
    report_all(remarks)
    if json and not (red_flag or no_red_flags):
        raise UsageError("With --json nothing is asked: add --no-red-flags, or --red-flag NAME.")
    if red_flag:
        profile = _save_signs(catalogue, red_flag, today, json=json)
        if no_red_flags or condition:
            report(NOT_USED)
    elif no_red_flags:
        answers = CheckAnswers(_answers(catalogue, condition or [], today))
        profile = save_answers(catalogue, answers, today, json=json)
        if answers.postpone(catalogue):
            raise NotPlayed
    else:
        profile = ask_check(catalogue, today)
    if profile.is_stopped:
        raise NotPlayed
    if not json:
        routine = routine_to_play(catalogue, profile, today)
        print_paragraph(next_line(catalogue, profile.conditions, routine))


def _save_signs(catalogue: Catalogue, typed: list[str], today: date, *, json: bool) -> Profile:
    """The profile once it is stopped; a signal waits for that."""
    with delay_signals():
        return save_stop(catalogue, _signs(catalogue, typed), today, json=json)


def _signs(catalogue: Catalogue, typed: list[str]) -> tuple[str, ...]:
    """The signs that were typed; an unknown name beside a known one is reported, no more.

    Raises UsageError where none is known.
    """
    signs: list[str] = []
    problems: list[UsageError] = []
    for each in typed:
        try:
            signs += parse_signs(catalogue, (each,))
        except UsageError as problem:
            problems.append(problem)
    if not signs:
        raise problems[0]
    report_all(map(str, problems))
    return tuple(signs)


def _answers(catalogue: Catalogue, typed: list[str], today: date) -> tuple[ConditionAnswer, ...]:
    """The conditions that were typed, once each. Raises UsageError."""
    each_typed = (parse_condition(catalogue, each, "--condition", today) for each in typed)
    answers = tuple(dict.fromkeys(each_typed))
    if name := find_duplicate(answers):
        raise UsageError(
            f"--condition {name} is there twice. Give it once, with all its places: NAME=knee,BL23."
        )
    return answers
