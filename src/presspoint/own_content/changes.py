"""What becomes of an own file beside presspoint's own content, and why: said before it is used."""

from collections.abc import Iterator, Mapping

from presspoint.catalogue.tables import PLACE_KINDS, Catalogue, Table
from presspoint.own_content.limits import dose_at
from presspoint.words import join_words, quantity

MOST_NAMED = 4


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
            yield from _left_out(shipped, catalogue, name, entry)


def _sessions(shipped: Catalogue, catalogue: Catalogue, name: str, entry: Table) -> Iterator[str]:
    """Where a place may be pressed in fewer sessions a day than its file says."""
    asked, hold = entry["hold"].get("per_day", 0), catalogue.point(name).hold
    if hold and hold.per_day < asked:
        whose = entry["at"] if dose_at(shipped, entry) else f"the {entry['region']}"
        yield f"{name}: {quantity(hold.per_day, 'session')} a day, not {asked}, as for {whose}."


def _left_out(shipped: Catalogue, catalogue: Catalogue, name: str, entry: Table) -> Iterator[str]:
    """The conditions that leave a place out although its file does not name them."""
    added = [each for each in catalogue.point(name).avoid if each not in entry.get("avoid", ())]
    titles = [
        shipped.title("conditions", each).lower()
        for each in added
        if not shipped.tables["conditions"][each].get("from_sign")
    ]
    if not titles:
        return
    shown = titles[:MOST_NAMED]
    more = len(titles) - len(shown)
    shown += [f"{more} more (presspoint point {name} names all)"] if more else []
    why = (
        f"as {entry['at']} is"
        if dose_at(shipped, entry)
        else f"as other places in the {entry['region']} are"
    )
    yield f"{name} is left out with {join_words(tuple(shown))}, {why}."
