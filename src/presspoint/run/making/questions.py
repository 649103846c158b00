"""What is asked for a set that was not typed, one key each, and how each place was afterwards."""

from presspoint.catalogue.positions import tool
from presspoint.catalogue.situations import situation
from presspoint.catalogue.tables import Catalogue
from presspoint.making.candidates import tools_for
from presspoint.run.arguments.complaints import find_complaint
from presspoint.run.making.typed import MINUTES, Typed, parse_occasion
from presspoint.run.questions.asking import ask_before_start
from presspoint.terminal.cells import flow
from presspoint.terminal.output import screen_size
from presspoint.terminal.questions.key_question import ENTER

KEYS = "123456789abcdefghijklmnop"
WHAT = "What is it for?"
HOW_LONG = f"How many minutes? 2 to 9. t: ten. Enter: {MINUTES}. q: quit."
LENGTHS = {**{str(each): str(each) for each in range(2, 10)}, "t": "10", ENTER: str(MINUTES)}
QUESTION_LINES = 3  # what is asked, the keys, and where the cursor is
WHERE = "Where are you?"
WITH = "What do you have at hand?"
HANDS = "hands"


def ask_for(catalogue: Catalogue, typed: Typed) -> Typed:
    """Return what is wished for, once what was not typed is asked.

    Raises NotPlayed where the person leaves, and as `parse_occasion` does.
    """
    if typed.complaint is None:
        typed = typed._replace(complaint=_ask_complaint(catalogue))
    if typed.minutes is None:
        typed = typed._replace(minutes=int(ask_before_start(LENGTHS, HOW_LONG)))
    if typed.where is None:
        typed = typed._replace(where=_ask_where(catalogue))
    occasion = parse_occasion(catalogue, typed, find_complaint(catalogue, typed.complaint))
    if not typed.tools and (useful := tools_for(catalogue, occasion)):
        typed = typed._replace(tools=(_ask_tool(catalogue, useful),))
    return typed


def _ask_complaint(catalogue: Catalogue) -> str:
    """A complaint that a place with a time of its own is named for; a line each if all fit."""
    places = [each for each in catalogue.points() if each.is_coached]
    named = {each for place in places for each in place.helps}
    offered = [each for each in catalogue.ids("complaints") if each in named]
    keys = dict(zip(KEYS, offered, strict=False))
    items = [f"{each}: {catalogue.title('complaints', name)}." for each, name in keys.items()]
    columns, lines = screen_size()
    if len(items) + QUESTION_LINES > lines:  # the question itself would leave the screen
        items = flow(items, columns, 0)
    return ask_before_start(keys, WHAT, *items, f"1 to {list(keys)[-1]}: choose one. q: quit.")


def _ask_where(catalogue: Catalogue) -> str:
    there = {name: situation(catalogue, name) for name in catalogue.ids("situations")}
    keys = {each.key: name for name, each in there.items()}
    items = " ".join(f"{each.key}: {each.brief}." for each in there.values())
    return ask_before_start(keys, f"{WHERE} {items} q: quit.")


def _ask_tool(catalogue: Catalogue, useful: tuple[str, ...]) -> str:
    """One of the tools, or bare hands."""
    keys = dict(zip(KEYS, useful, strict=False))
    items = " ".join(f"{each}: {tool(catalogue, name).gear}." for each, name in keys.items())
    return ask_before_start({ENTER: HANDS, **keys}, f"{WITH} {items} Enter: bare hands. q: quit.")
