"""What a check that no sign stopped has answered, and the profile that comes of it."""

from datetime import date

from presspoint.catalogue.conditions import condition
from presspoint.catalogue.tables import Catalogue
from presspoint.named_tuple import NamedTuple
from presspoint.safety.answers import AdviceAnswer, ConditionAnswer
from presspoint.safety.of_today import split_by_day
from presspoint.safety.profile import Profile


class CheckAnswers(NamedTuple):
    """The conditions that apply, and what was said of signs.

    `gates` are those of the conditions that a sign became which a doctor or physiotherapist has
    looked at. `advice` has what was answered with advice; None where nobody asked.
    """

    conditions: tuple[ConditionAnswer, ...]
    gates: tuple[str, ...] = ()
    advice: tuple[str, ...] | None = None

    def postpone(self, catalogue: Catalogue) -> bool:
        """Whether nothing plays while one of the conditions lasts. Raises CatalogueError."""
        return any(condition(catalogue, each.name).postpone for each in self.conditions)

    def put_in(self, profile: Profile, catalogue: Catalogue, today: date) -> Profile:
        """Return the profile with these answers in place of earlier ones. Raises CatalogueError.

        What is of today is never saved, and one of an old profile was not asked: it stays. A sign
        ends every clinician's word but the one that was given for it here.
        """
        of_today, _ = split_by_day(catalogue, profile.conditions)
        _, lasting = split_by_day(catalogue, self.conditions)
        profile = profile._replace(conditions=of_today).with_check(today).with_answers(lasting)
        profile = profile._replace(words=()) if self.gates else profile.without_ended_words(today)
        if self.advice is not None:
            said = tuple(AdviceAnswer(name, today) for name in self.advice)
            profile = profile._replace(advice=said)
        return profile.with_words(self.gates, today)
