"""What a clinician is to know of the person: conditions, and when warning signs were asked."""

from collections.abc import Iterator

from presspoint.catalogue.safety_warnings import Level
from presspoint.catalogue.tables import Catalogue
from presspoint.listing.report.contents import Contents
from presspoint.safety.answers import ConditionAnswer
from presspoint.safety.profile import Profile
from presspoint.words import join_words, long_date, short_date

MOST_CONDITIONS, MOST_PLACES = 5, 2
FOUND = {
    None: "none was there",
    Level.EMERGENCY: "one that is an emergency",
    Level.SAME_DAY: "one that needs help the same day",
    Level.SOON: "one that needs a doctor soon",
}


def person_sentences(catalogue: Catalogue, contents: Contents) -> Iterator[str]:
    """Yield when the warning signs were asked, and the conditions unless they stay out."""
    yield signs_sentence(contents.profile)
    if not contents.with_conditions:
        return
    answers = contents.profile.conditions
    if not answers:
        yield "No conditions were named."
    for answer in answers[:MOST_CONDITIONS]:
        yield _condition_words(catalogue, answer)
    if answers[MOST_CONDITIONS:]:
        yield f"And {len(answers) - MOST_CONDITIONS} more."


def signs_sentence(profile: Profile) -> str:
    """Return when the warning signs were last asked, and how soon one needed help."""
    if profile.checked_on is None:
        return "The full check of warning signs was never done."
    found = FOUND.get(profile.urgency, "one was there")
    return f"Warning signs last asked on {long_date(profile.checked_on)}: {found}."


def _condition_words(catalogue: Catalogue, answer: ConditionAnswer) -> str:
    title = catalogue.title("conditions", answer.name)
    places = tuple(each.words for each in answer.where)
    more = (*places[:MOST_PLACES], "more") if len(places) > MOST_PLACES else places
    where = f", {join_words(more)}" if more else ""
    return f"{title}{where} ({short_date(answer.on)} {answer.on.year})."
