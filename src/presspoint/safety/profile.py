"""What a person answered about themselves, and what is saved of it between sessions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Literal, NamedTuple

from presspoint.catalogue.conditions import Condition, condition
from presspoint.catalogue.pain_answers import Feeling
from presspoint.catalogue.safety_warnings import Level
from presspoint.catalogue.tables import Catalogue

BodySide = Literal["left", "right"]
SIDES: tuple[BodySide, ...] = ("left", "right")
CHECK_DAYS, WORD_DAYS = 30, 30


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

    def join(self, earlier: Rest) -> Rest:
        """Return this rest on top of an earlier one of its place: the longer, graver and wider."""
        until = max(self.until, earlier.until)
        side = self.side if self.side == earlier.side else ""
        if earlier.is_of_nerve and not self.is_of_nerve:
            return earlier._replace(until=until, side=side)
        return self._replace(until=until, side=side)


class Flags(NamedTuple):
    """What a person says for one run only: red flags that apply now, conditions, permissions.

    `provider_agreed` is a clinician's word for the gates; `again_today` presses a place once
    more than its number of sessions a day.
    """

    red_flags: tuple[str, ...] = ()
    conditions: tuple[ConditionAnswer, ...] = ()
    provider_agreed: bool = False
    again_today: bool = False


class Profile(NamedTuple):
    """What is saved of a person between sessions.

    `urgency` is how soon the sign needs help that the check of the day `checked_on` found, never
    which sign it was; None where it found none. A check that was offered on the day
    `check_skipped_on` is offered again on the next one. `words` are a clinician's, each for one of
    the conditions.
    """

    checked_on: date | None = None
    urgency: Level | None = None
    check_skipped_on: date | None = None
    conditions: tuple[ConditionAnswer, ...] = ()
    rests: tuple[Rest, ...] = ()
    words: tuple[ClinicianWord, ...] = ()
    advice: tuple[AdviceAnswer, ...] = ()

    @property
    def is_stopped(self) -> bool:
        """Whether nothing plays until a later check ends the stop."""
        return self.urgency is not None

    def check_is_old(self, today: date) -> bool:
        """Whether to ask about the warning signs again, after 30 days or a date still to come."""
        return has_ended(self.checked_on or today, CHECK_DAYS + 1, today)

    def wants_check(self, day: date) -> bool:
        """Whether to offer a check: there was none, and none was skipped on this day."""
        return self.checked_on is None and self.check_skipped_on != day

    def skip_check(self, day: date) -> Profile:
        """Return the profile of somebody who wants no check on this day."""
        return self._replace(check_skipped_on=day)

    def rests_on(self, today: date) -> tuple[Rest, ...]:
        """Return the rests that have not ended on this day; none ends before it is answered."""
        return tuple(each for each in self.rests if each.until > today or each.is_unanswered(today))

    def rests_to_ask_about(self, today: date) -> tuple[Rest, ...]:
        """Return the rests after a nerve sign of which nobody said that the feeling is back."""
        return tuple(each for each in self.rests if each.is_unanswered(today))

    def with_check(self, today: date, urgency: Level | None = None) -> Profile:
        """Return the profile after a check that found a sign of this urgency, or none.

        A sign ends every clinician's word: it was given before anybody knew of the sign.
        """
        words = () if urgency else self.words
        return self._replace(checked_on=today, urgency=urgency, check_skipped_on=None, words=words)

    def with_sign(self, today: date, urgency: Level) -> Profile:
        """Return the profile stopped by one sign, no less urgently than it already is.

        Nobody was asked about the others.
        """
        both = filter(None, (urgency, self.urgency))
        return self.with_check(today, min(both, key=lambda each: each.gravity))

    def with_words(self, names: Iterable[str], today: date) -> Profile:
        """Return the profile with a clinician's word of today for these of its conditions."""
        new = {
            each.name: ClinicianWord(each.name, today, each.where)
            for each in self.conditions
            if each.name in set(names)
        }
        others = tuple(each for each in self.words if each.name not in new)
        return self._replace(words=(*others, *new.values()))

    def without_ended_words(self, today: date) -> Profile:
        """Return the profile with only those words that still cover one of its conditions."""
        words = tuple(word for word in self.words if self.still_counts(word, today))
        return self._replace(words=words)

    def still_counts(self, word: ClinicianWord, today: date) -> bool:
        """Whether a clinician's word covers its condition as it was last answered."""
        return word.covers((each for each in self.conditions if each.name == word.name), today)

    def with_answers(self, answers: Iterable[ConditionAnswer]) -> Profile:
        """Return the profile with these conditions, each in place of its earlier answer."""
        new = {each.name: each for each in answers}
        others = tuple(each for each in self.conditions if each.name not in new)
        return self._replace(conditions=(*others, *new.values()))

    def with_rest(self, rest: Rest) -> Profile:
        """Return the profile with a place at rest, never for less than before."""
        for earlier in (each for each in self.rests if each.code == rest.code):
            rest = rest.join(earlier)
        others = tuple(each for each in self.rests if each.code != rest.code)
        return self._replace(rests=(*others, rest))

    def with_feeling_back(self, codes: Iterable[str], today: date) -> Profile:
        """Return the profile with the feeling at these places back; they rest out their days."""
        answered = set(codes)
        rests = (
            each._replace(feeling_back=today) if each.code in answered else each
            for each in self.rests
        )
        return self._replace(rests=tuple(rests))

    def without(self, names: Iterable[str]) -> Profile:
        """Return the profile without these conditions and rests.

        The result of a check stays, and a rest of which nobody said that the feeling is back.
        """
        removed = set(names)
        return self._replace(
            conditions=tuple(each for each in self.conditions if each.name not in removed),
            rests=tuple(each for each in self.rests if each.asks or each.code not in removed),
            words=tuple(each for each in self.words if each.name not in removed),
        )

    def without_all(self) -> Profile:
        """Return an empty profile, but for a stop, and rests that ask if the feeling is back."""
        rests = tuple(each for each in self.rests if each.asks)
        if not self.is_stopped:
            return Profile(rests=rests)
        return Profile(self.checked_on, self.urgency, rests=rests)


def has_ended(on: date, days: int, today: date) -> bool:
    """Return whether what began on a day, and lasts so many days, is over; so is a day to come."""
    return not timedelta() <= today - on < timedelta(days=days)


def answers_to_renew(
    catalogue: Catalogue, profile: Profile | None, today: date
) -> Iterator[tuple[ConditionAnswer, Condition]]:
    """Yield each answer in force that is to be asked about again. Raises CatalogueError."""
    for answer in profile.conditions if profile else ():
        rule = condition(catalogue, answer.name)
        if answer.has_expired(rule.expires_days, today):
            yield answer, rule
