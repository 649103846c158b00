"""How each place of a set was, asked once a session ended well, one key each."""

from presspoint import clock
from presspoint.catalogue.tables import Catalogue
from presspoint.errors import StorageError
from presspoint.making.occasion import Mark
from presspoint.run.questions.asking import ask_key
from presspoint.storage.entries.marks import save_marks
from presspoint.storage.history.recent import find_earlier
from presspoint.terminal.output import can_ask, print_paragraph, report
from presspoint.terminal.questions.key_question import ENTER, LEAVE
from presspoint.words import as_heading

SKIP = "skip"
ANSWERS: dict[str, Mark] = {"m": "more", "s": "same", "l": "less", "n": "never"}
INTRO = "Which of these places next time? Enter skips one, q all."
QUESTION = "{place}: m: more. s: the same. l: less. n: never. Enter: skip."


def ask_marks(catalogue: Catalogue, routine: str) -> None:
    """Ask how each place of the last session of a set was, if that ended well, and save it."""
    earlier = find_earlier(routine, clock.epoch_seconds())
    if not (can_ask() and earlier and earlier[0].status == "finished"):
        return
    if earlier[0].reactions:
        return
    codes = dict.fromkeys(code for hold in earlier[0].holds for code in (*hold.points, *hold.zones))
    print_paragraph(INTRO)
    marks = _ask(catalogue, [each for each in codes if catalogue.has_place(each)])
    try:
        save_marks(marks)
    except (StorageError, OSError) as problem:
        report(f"what you marked is NOT saved: {problem}")


def _ask(catalogue: Catalogue, codes: list[str]) -> dict[str, Mark]:
    marks: dict[str, Mark] = {}
    for code in codes:
        place = catalogue.point(code)
        answer = ask_key(
            {**ANSWERS, ENTER: SKIP}, QUESTION.format(place=as_heading(place.short or place.name))
        )
        if answer == LEAVE:
            break
        if mark := next((each for each in ANSWERS.values() if each == answer), None):
            marks[code] = mark
    return marks
