"""What of a session hurt or was pressed, by the part of the body."""

from collections.abc import Iterable

from presspoint.catalogue.places import spoken_name
from presspoint.catalogue.tables import Catalogue
from presspoint.session.record.records import FAINT, Reaction
from presspoint.words import join_words

# What a person says happened, by the answer that was saved, the gravest first.
FEELINGS = {
    FAINT: "felt faint",
    "numb": "went numb",
    "spreading": "spreading pain",
    "sharp": "sharp pain",
    "sore": "sore",
    None: "it hurt",
}
BODY_SIDES = {"left", "right"}


def place_name(catalogue: Catalogue, codes: tuple[str, ...], side: str | None) -> str:
    """Return "Back of the knee, left leg"; codes as they are where no file has one of them now."""
    if not all(map(catalogue.has_place, codes)):
        return ", ".join((join_words(codes), *({side or ""} & BODY_SIDES)))
    places = [catalogue.point(code) for code in codes]
    return spoken_name(places, side, catalogue.region(places[0].region).limb)


def reaction_words(catalogue: Catalogue, reaction: Reaction) -> str:
    """Return "Back of the knee, left leg: sharp pain", "felt faint" or "in a movement: sore"."""
    feeling = FEELINGS.get(reaction.answer, FEELINGS[None])
    if reaction.answer == FAINT:
        return feeling
    codes = (*reaction.points, *reaction.zones)
    if not codes:
        return f"in a movement: {feeling}"
    return f"{place_name(catalogue, codes, reaction.side)}: {feeling}"


def reactions_words(catalogue: Catalogue, reactions: Iterable[Reaction]) -> str:
    """Return what hurt, one after the other; empty for nothing."""
    return "; ".join(reaction_words(catalogue, each) for each in reactions)
