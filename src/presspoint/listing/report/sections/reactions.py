"""What hurt in a period, and when: as many lines as have room, the gravest ones always."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from presspoint.catalogue.tables import Catalogue
from presspoint.listing.history.places import FEELINGS, place_name
from presspoint.listing.report.contents import DatedSession
from presspoint.listing.report.shortened import cut
from presspoint.named_tuple import NamedTuple
from presspoint.session.record.records import FAINT, Reaction
from presspoint.words import as_sentence, join_words, short_date

MOST, LONGEST_PLACE, LONGEST_CODES = 6, 48, 24
NONE = "Nothing hurt in these sessions."


class ReactionOfDay(NamedTuple):
    """What hurt, in which session."""

    session: DatedSession
    reaction: Reaction

    @property
    def gravity(self) -> int:
        """The place in the order of FEELINGS, 0 for the gravest; of no such answer the last."""
        answers = list(FEELINGS)
        answer = self.reaction.answer
        return answers.index(answer if answer in FEELINGS else None)

    @property
    def feeling(self) -> str:
        """What the person said happened."""
        return list(FEELINGS.values())[self.gravity]


def reactions_of(sessions: Iterable[DatedSession]) -> Iterator[ReactionOfDay]:
    """Yield every reaction, by day."""
    for session in sessions:
        for each in session.record.reactions or ():
            yield ReactionOfDay(session, each)


def reaction_sentences(catalogue: Catalogue, sessions: tuple[DatedSession, ...]) -> Iterator[str]:
    """Yield a line for each of the gravest by day, and one that counts the others."""
    every = list(reactions_of(sessions))
    gravest = sorted(every, key=lambda each: each.gravity)
    shown, rest = gravest[:MOST], gravest[MOST:]
    if sessions and not every:
        yield NONE
    for each in sorted(shown, key=lambda each: each.session.day):
        yield f"{short_date(each.session.day)}. {_sentence(catalogue, each)}"
    if rest:
        counted = Counter(each.feeling for each in rest)
        kinds = ", ".join(f"{feeling} ({number})" for feeling, number in counted.items())
        yield f"And {len(rest)} more: {kinds}."


def _sentence(catalogue: Catalogue, each: ReactionOfDay) -> str:
    """Return "Back of the knee, left leg (BL40): went numb."."""
    codes = (*each.reaction.points, *each.reaction.zones)
    if each.reaction.answer == FAINT:
        return as_sentence(each.feeling)
    if not codes:
        return f"In a movement: {each.feeling}."
    place = cut(place_name(catalogue, codes, each.reaction.side), LONGEST_PLACE)
    return f"{place} ({cut(join_words(codes), LONGEST_CODES)}): {each.feeling}."
