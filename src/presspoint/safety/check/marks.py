"""What a person has marked in the check: conditions, the groups they are in, and their places."""

from presspoint.catalogue.conditions import condition, condition_groups
from presspoint.catalogue.tables import Catalogue

Mark = tuple[str, str]  # the condition it is about ("" for a condition or group itself), the item
Marks = frozenset[Mark]


def add_mark(catalogue: Catalogue, marks: Marks, mark: Mark) -> Marks:
    """Return the marks with this one, and with the group of a condition, which then asks for it."""
    about, name = mark
    groups = {} if about else condition_groups(catalogue)
    return marks | {mark} | {("", each) for each, group in groups.items() if name in group.members}


def take_mark(catalogue: Catalogue, marks: Marks, mark: Mark) -> Marks:
    """Return the marks without this one, what is in it where it is a group, and their places."""
    about, name = mark
    if about:
        return marks - {mark}
    names = {name, *members_of(catalogue, name)}
    return frozenset(each for each in marks if (each[0] or each[1]) not in names)


def members_of(catalogue: Catalogue, name: str) -> tuple[str, ...]:
    """Return what a line of the check asks about: the members of a group, or itself alone."""
    group = condition_groups(catalogue).get(name)
    return group.members if group else (name,)


def exact_words(catalogue: Catalogue, mark: Mark, words: str) -> str:
    """Return the full question of a condition; the words of its line for a group or a place."""
    about, name = mark
    is_condition = not about and name not in condition_groups(catalogue)
    return condition(catalogue, name).question if is_condition else f"{words}."
