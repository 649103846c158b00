"""What becomes of an own file beside presspoint's own content, and why: said before it is used."""

from collections.abc import Iterator, Mapping

from presspoint.catalogue.conditions import condition
from presspoint.catalogue.tables import PLACE_KINDS, Catalogue, Table
from presspoint.own_content.limits import dose_at
from presspoint.words import join_words, quantity

MOST_NAMED = 3


def changes(
    shipped: Catalogue, catalogue: Catalogue, tables: Table, words: Mapping[str, str]
) -> Iterator[str]:
    """Yield a sentence for each thing that is read or limited otherwise than the file has it.

    `catalogue` is presspoint's with the file in it, `words` are those that are read as an id.
    """
    if words:
        pairs = tuple(f'"{word}" is {name}' for word, name in words.items())
        yield f"Read as: {join_words(pairs)}."
    for name in tables.get("routines", {}):
        if shipped.has("routines", name):
            title = shipped.title("routines", name)
            yield (
                f'Routine {name} stands in place of presspoint\'s own, "{title}". '
                "The cautions of that one stay."
            )
    for kind in PLACE_KINDS:
        for name, entry in tables.get(kind, {}).items():
            yield from _sessions(shipped, catalogue, name, entry)
            yield from _exclusions(shipped, catalogue, name, entry)


def _sessions(shipped: Catalogue, catalogue: Catalogue, name: str, entry: Table) -> Iterator[str]:
    """Where a place may be pressed in fewer sessions a day than its file says."""
    asked, hold = entry["hold"].get("per_day", 0), catalogue.point(name).hold
    if hold and hold.per_day < asked:
        whose = entry["at"] if dose_at(shipped, entry) else f"the {_region(shipped, entry)}"
        yield f"{name}: {quantity(hold.per_day, 'session')} a day, not {asked}, as for {whose}."


def _exclusions(shipped: Catalogue, catalogue: Catalogue, name: str, entry: Table) -> Iterator[str]:
    """The conditions that leave a place out although its file does not name them."""
    added = [each for each in catalogue.point(name).avoid if each not in entry.get("avoid", ())]
    rules = [rule for each in added if not (rule := condition(shipped, each)).from_sign]
    if not rules:
        return
    titles = [f"{rule.title[:1].lower()}{rule.title[1:]}" for rule in rules[:MOST_NAMED]]
    if more := len(rules) - len(titles):
        titles.append(f"and {quantity(more, 'more condition')}")
    timed = dose_at(shipped, entry)
    why = f"{entry['at']} is" if timed else f"other places in the {_region(shipped, entry)} are"
    yield f"{name} is left out, as {why}, with {'; '.join(titles)}."


def _region(shipped: Catalogue, entry: Table) -> str:
    return shipped.region(entry["region"]).title.lower()
