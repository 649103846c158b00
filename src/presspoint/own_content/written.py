"""A routine as the tables of a file of one's own, which is read and checked as any other."""

from typing import Any

from presspoint.catalogue.routines import Press, Routine, Step, Way


def routine_file(routine: Routine, name: str) -> dict[str, Any]:
    """Return a file with one routine under another name; what is as usual is not written."""
    return {"schema": 1, "routines": {name: routine_entry(routine)}}


def routine_entry(routine: Routine) -> dict[str, Any]:
    """Return a routine's entry, without its sources, its notes and its cautions."""
    return {
        "title": routine.title,
        "summary": routine.summary,
        "helps": list(routine.helps),
        "steps": [_step(each) for each in routine.steps],
    }


def _step(step: Step) -> dict[str, Any]:
    """A step as a file has it: the keys of a single way that is not asked for beside the title."""
    if len(step.ways) == 1 and not step.ways[0].when:
        return {"title": step.title, **_way(step.ways[0])}
    return {"title": step.title, "ways": [_way(each) for each in step.ways]}


def _way(way: Way) -> dict[str, Any]:
    presses = [_press(each) for each in way.presses]
    strains = {"strains": list(way.strains)} if way.strains is not None else {}
    values = {
        "when": dict(way.when),
        "position": way.position,
        "tools": list(way.tools),
        "setup": way.setup,
        "exercise": way.exercise,
        "text": way.text,
        "warn": list(way.warn),
        "presses": presses,
    }
    return {key: value for key, value in values.items() if value} | strains


def _press(press: Press) -> dict[str, Any]:
    values = {
        "option": press.option,
        "rhythm": press.rhythm,
        "find": press.find,
        "press": press.press,
        "side": press.side or "",
    }
    between = {} if press.between == "other-round" else {"between": press.between}
    needed = {"points": list(press.points), "seconds": press.seconds, "rounds": press.rounds}
    return needed | between | {key: value for key, value in values.items() if value}
