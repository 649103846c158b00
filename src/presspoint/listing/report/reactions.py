"""What hurt in a period, and when: as many lines as have room, the gravest ones always."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from presspoint.listing.report.contents import DatedSession
from presspoint.listing.report.period import short_date
from presspoint.listing.report.shortened import cut
from presspoint.session.record.records import FAINT, Reaction
from presspoint.words import join_words

MOST, LONGEST = 6, 24
# What a person says happened, the gravest first.
WORDS = {
    FAINT: "felt faint",
    "numb": "went numb",
    "spreading": "pain spread",
    "sharp": "sharp pain",
    "sore": "sore",
    None: "hurt, and how was not answered",
}
NONE = "Nothing hurt in these sessions."


class ReactionOfDay(NamedTuple):
    """What hurt, in which session."""

    session: DatedSession
    reaction: Reaction

    @property
    def gravity(self) -> int:
        """The place in the order of WORDS, 0 for the gravest."""
        answers = list(WORDS)
        answer = self.reaction.answer
        return answers.index(answer) if answer in WORDS else len(answers)

    @property
    def feeling(self) -> str:
        """What the person said happened."""
        return WORDS.get(self.reaction.answer, WORDS[None])

    @property
    def words(self) -> str:
        """The day, what happened, where, and in which routine."""
        routine = cut(self.session.record.routine, LONGEST)
        what = ", ".join((self.feeling, *self._where()))
        return f"{short_date(self.session.day)}: {what} ({routine})."

    def _where(self) -> Iterator[str]:
        """The places and the side; nothing for somebody who felt faint."""
        if self.reaction.answer == FAINT:
            return
        codes = (*self.reaction.points, *self.reaction.zones)
        yield cut(join_words(codes), LONGEST) or "in a movement"
        if self.reaction.side in {"left", "right"}:
            yield self.reaction.side


def reactions_of(sessions: tuple[DatedSession, ...]) -> Iterator[ReactionOfDay]:
    """Yield every reaction, by day."""
    for session in sessions:
        for each in session.record.reactions or ():
            yield ReactionOfDay(session, each)


def reaction_sentences(sessions: tuple[DatedSession, ...]) -> Iterator[str]:
    """Yield a line for each of the gravest by day, and one that counts the others."""
    every = list(reactions_of(sessions))
    gravest = sorted(every, key=lambda each: each.gravity)
    shown, rest = gravest[:MOST], gravest[MOST:]
    if sessions and not every:
        yield NONE
    yield from (each.words for each in sorted(shown, key=lambda each: each.session.day))
    if rest:
        counted = Counter(each.feeling for each in rest)
        kinds = ", ".join(f"{number} {feeling}" for feeling, number in counted.items())
        yield f"And {len(rest)} more: {kinds}."
