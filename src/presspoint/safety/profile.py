"""What is saved of a person between sessions, and how that changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from presspoint.catalogue.conditions import Condition, condition
from presspoint.catalogue.safety_warnings import Level
from presspoint.catalogue.tables import Catalogue
from presspoint.named_tuple import NamedTuple
from presspoint.safety.answers import AdviceAnswer, ClinicianWord, ConditionAnswer, Rest, has_ended

CHECK_DAYS = 30


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

    def without_ended_rests(self, today: date) -> Profile:
        """Return the profile with only those rests that have not ended on this day."""
        return self._replace(rests=self.rests_on(today))

    def with_rests(self, rests: Iterable[Rest]) -> Profile:
        """Return the profile with these places at rest, none of them for less than before."""
        by_code = {each.code: each for each in self.rests}
        for each in rests:
            earlier = by_code.pop(each.code, None)
            by_code[each.code] = each.join(earlier) if earlier else each
        return self._replace(rests=tuple(by_code.values()))

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


def answers_to_renew(
    catalogue: Catalogue, profile: Profile | None, today: date
) -> Iterator[tuple[ConditionAnswer, Condition]]:
    """Yield each answer in force that is to be asked about again. Raises CatalogueError."""
    for answer in profile.conditions if profile else ():
        rule = condition(catalogue, answer.name)
        if answer.has_expired(rule.expires_days, today):
            yield answer, rule
