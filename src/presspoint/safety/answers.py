"""What a person answered about themselves: conditions, a clinician's word, places at rest."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Literal

from presspoint.catalogue.pain_answers import Feeling
from presspoint.named_tuple import NamedTuple

BodySide = Literal["left", "right"]
SIDES: tuple[BodySide, ...] = ("left", "right")
WORD_DAYS = 30
WORD_IS_SAVED = f"Yes is saved for {WORD_DAYS} days."


class BodyPlace(NamedTuple):
    """One place that a condition is at: a side, a region or a code, or both ("left knee")."""

    side: BodySide | Literal[""] = ""
    place: str = ""

    @property
    def words(self) -> str:
        """The place as it is typed and saved ("left knee")."""
        return " ".join(filter(None, self))


class ConditionAnswer(NamedTuple):
    """A condition (its id) that a person has as of a day, and where it is, if at certain places."""

    name: str
    on: date
    where: tuple[BodyPlace, ...] = ()

    def has_expired(self, days: int, today: date) -> bool:
        """Whether it is to be asked about again: after so many days, never with 0 days.

        An answer of a day to come has expired too, as the clock was wrong then or is wrong now.
        """
        return days > 0 and has_ended(self.on, days, today)


class ClinicianWord(NamedTuple):
    """A clinician's word for one condition as it was on a day, at these places and no other."""

    name: str
    on: date
    where: tuple[BodyPlace, ...] = ()

    def covers(self, answers: Iterable[ConditionAnswer], today: date) -> bool:
        """Whether it still counts, and all answers name the condition and the places it is for.

        An answer of a later day is of a condition that the clinician may not have seen as it is.
        """
        answers = tuple(answers)
        same = all(
            each.name == self.name and set(each.where) == set(self.where) and each.on <= self.on
            for each in answers
        )
        return bool(answers) and same and not has_ended(self.on, WORD_DAYS, today)


class AdviceAnswer(NamedTuple):
    """Something (its id) that a check answered with advice on a day."""

    name: str
    on: date


class Flags(NamedTuple):
    """What a person says for one run only: red flags that apply now, conditions, permissions.

    `provider_agreed` is a clinician's word for the gates; `again_today` presses a place once
    more than its number of sessions a day.
    """

    red_flags: tuple[str, ...] = ()
    conditions: tuple[ConditionAnswer, ...] = ()
    provider_agreed: bool = False
    again_today: bool = False


class Rest(NamedTuple):
    """A place that is left out until a day, which is the first one it may be pressed again.

    `answer` is how it hurt, if that was said, and `side` the only side that rests, empty for both.
    After a nerve sign (numb, spreading) the limb of that side rests too, and the next run asks
    whether the feeling is back: `feeling_back` is the day when the person said so. `code` is a
    region's id where a movement, and no press, brought the sign.
    """

    code: str
    until: date
    because: str = ""
    answer: Feeling | None = None
    side: BodySide | Literal[""] = ""
    feeling_back: date | None = None

    @property
    def is_of_nerve(self) -> bool:
        """Whether it rests after a nerve sign."""
        return self.answer is not None and self.answer.is_nerve_sign

    @property
    def asks(self) -> bool:
        """Whether nobody ever said that the feeling is back: an answer ends that, no clearing."""
        return self.is_of_nerve and self.feeling_back is None

    def is_unanswered(self, today: date) -> bool:
        """Whether it is still to be asked if the feeling is back; a day to come is no answer."""
        return self.is_of_nerve and (self.feeling_back is None or self.feeling_back > today)

    def join(self, earlier: "Rest") -> "Rest":
        """Return this rest on top of an earlier one of its place: the longer, graver and wider."""
        until = max(self.until, earlier.until)
        side = self.side if self.side == earlier.side else ""
        if earlier.is_of_nerve and not self.is_of_nerve:
            return earlier._replace(until=until, side=side)
        return self._replace(until=until, side=side)


def has_ended(on: date, days: int, today: date) -> bool:
    """Whether what began on a day, and lasts so many days, is over; so is a day to come."""
    return not timedelta() <= today - on < timedelta(days=days)
