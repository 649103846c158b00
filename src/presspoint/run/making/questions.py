"""What is asked for a set that was not typed, one key each, and how each place was afterwards."""

from presspoint.catalogue.positions import tool
from presspoint.catalogue.situations import situation
from presspoint.catalogue.tables import Catalogue
from presspoint.making.uses import gear
from presspoint.names.spelling import key
from presspoint.run.arguments.names import match_id
from presspoint.run.making.typed import MINUTES, SITUATION, Typed
from presspoint.run.questions.asking import ask_before_start
from presspoint.terminal.questions.key_question import ENTER

KEYS = "123456789abcdefghijklmnop"
WHAT = "What is it for?"
HOW_LONG = f"How many minutes? 2 to 9. t: ten. Enter: {MINUTES}. q: quit."
LENGTHS = {**{str(each): str(each) for each in range(2, 10)}, "t": "10", ENTER: str(MINUTES)}
WHERE = "Where are you?"
WITH = "What do you have at hand?"
HANDS = "hands"


def ask_for(catalogue: Catalogue, typed: Typed) -> Typed:
    """Return what is wished for, once what was not typed is asked.

    Raises NotPlayed where the person leaves, UsageError for an unknown place to be.
    """
    if typed.complaint is None:
        typed = typed._replace(complaint=_ask_complaint(catalogue))
    if typed.minutes is None:
        typed = typed._replace(minutes=int(ask_before_start(LENGTHS, HOW_LONG)))
    if typed.where is None:
        typed = typed._replace(where=_ask_where(catalogue))
    if not typed.tools and (offered := _tools_for(catalogue, typed.where or SITUATION)):
        typed = typed._replace(tools=(_ask_tool(offered),))
    return typed


def _ask_complaint(catalogue: Catalogue) -> str:
    """A complaint that a place with a time of its own is named for."""
    places = [each for each in catalogue.points() if each.is_coached]
    named = {each for place in places for each in place.helps}
    offered = [each for each in catalogue.ids("complaints") if each in named]
    keys = dict(zip(KEYS, offered, strict=False))
    items = (f"{each}: {catalogue.title('complaints', name)}." for each, name in keys.items())
    return ask_before_start(keys, WHAT, *items, f"1-{list(keys)[-1]}: that one. q: quit.")


def _ask_where(catalogue: Catalogue) -> str:
    there = {name: situation(catalogue, name) for name in catalogue.ids("situations")}
    keys = {each.key: name for name, each in there.items()}
    items = " ".join(f"{each.key}: {each.brief}." for each in there.values())
    return ask_before_start(keys, f"{WHERE} {items} q: quit.")


def _tools_for(catalogue: Catalogue, where: str) -> dict[str, str]:
    """The tools that are of use there, by their keys."""
    there = situation(catalogue, match_id(catalogue, "situations", where, "--at"))
    places = [each for each in (*catalogue.points(), *catalogue.zones()) if each.is_coached]
    useful = {
        name
        for each in places
        if not {*each.positions}.isdisjoint(there.positions)
        for name in gear(catalogue, each.tools) - {*there.tools_out}
    }
    names = [each for each in catalogue.ids("tools") if each in useful]
    return {
        f"{tool(catalogue, name).gear}": name for name in names if key(name) not in there.tools_out
    }


def _ask_tool(offered: dict[str, str]) -> str:
    """One of the tools, or bare hands."""
    keys = {str(number): name for number, name in enumerate(offered.values(), 1)}
    items = " ".join(f"{number}: {words}." for number, words in enumerate(offered, 1))
    return ask_before_start({ENTER: HANDS, **keys}, f"{WITH} {items} Enter: bare hands. q: quit.")
