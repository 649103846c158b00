"""A profile as lines of text and as a JSON document."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from presspoint.catalogue.conditions import condition
from presspoint.catalogue.tables import Catalogue
from presspoint.safety.answers import WORD_DAYS, ClinicianWord, ConditionAnswer, Rest
from presspoint.safety.check.report import ENDS
from presspoint.safety.nerve_rests import places_and_codes
from presspoint.safety.profile import Profile
from presspoint.words import long_date


def profile_lines(catalogue: Catalogue, profile: Profile, today: date) -> Iterator[str]:
    """Yield lines on the check, the conditions and the places that rest today, or on none of it."""
    rests = profile.rests_on(today)
    if profile.checked_on:
        yield _check_line(profile, profile.checked_on)
    elif not profile.conditions and not rests:
        yield (
            "Nothing is saved about you. presspoint check asks what you should leave out; "
            "presspoint profile set NAME saves one condition."
        )
    else:
        yield "No safety check yet: presspoint check."
    for answer in profile.conditions:
        yield _condition_line(catalogue, answer, today)
    for rest in rests:
        yield _rest_line(catalogue, rest, today)
    for word in profile.words:
        yield _word_line(catalogue, word, ended=not profile.still_counts(word, today))
    for name, on in profile.advice:
        yield f"{catalogue.title('advice', name)}: you said so on {long_date(on)}."


def _check_line(profile: Profile, day: date) -> str:
    if not profile.is_stopped:
        return f"Last check on {long_date(day)}: nothing found."
    if not profile.urgency:
        return ""
    stop = f"Stopped on {long_date(day)} ({profile.urgency.urgency.lower()})"
    return f"{stop}: no routine starts {ENDS[profile.urgency]}."


def lasting_words(profile: Profile) -> Iterator[str]:
    """Yield what outlasts all clearing: the stop of a check, and rests after a nerve sign."""
    if profile.is_stopped and profile.checked_on:
        day = long_date(profile.checked_on)
        yield f"The stop of {day} stays until a later check ends it: presspoint check."
    if any(each.asks for each in profile.rests):
        yield (
            "A place that went numb, or from which pain spread, rests until you say that the "
            "feeling is back: presspoint check asks."
        )


def profile_document(catalogue: Catalogue, profile: Profile, today: date) -> dict[str, Any]:
    """Return the document of every profile command; a place whose rest has ended is not in it."""
    return {
        "profile": {
            "checked": profile.checked_on and f"{profile.checked_on}",
            "found": (profile.urgency or "nothing") if profile.checked_on else None,
            "declined": profile.check_skipped_on is not None,
            "skipped": profile.check_skipped_on and f"{profile.check_skipped_on}",
            "conditions": [
                {
                    "id": answer.name,
                    "told": f"{answer.on}",
                    "where": [where.words for where in answer.where],
                    "expired": _has_expired(catalogue, answer, today),
                }
                for answer in profile.conditions
            ],
            "rests": [
                {
                    "code": rest.code,
                    "until": f"{rest.until}",
                    "because": rest.because,
                    "answer": rest.answer,
                    "side": rest.side or None,
                    "feeling_back": rest.feeling_back and f"{rest.feeling_back}",
                }
                for rest in profile.rests_on(today)
            ],
            "words": [
                {
                    "id": word.name,
                    "agreed": f"{word.on}",
                    "where": [where.words for where in word.where],
                    "ended": not profile.still_counts(word, today),
                }
                for word in profile.words
            ],
            "advice": [{"id": name, "on": f"{on}"} for name, on in profile.advice],
        }
    }


def _condition_line(catalogue: Catalogue, answer: ConditionAnswer, today: date) -> str:
    title = catalogue.title("conditions", answer.name)
    where = f": {', '.join(each.words for each in answer.where)}" if answer.where else ""
    again = (
        " The next routine asks about it again." if _has_expired(catalogue, answer, today) else ""
    )
    return f"{title} ({answer.name}){where}. Saved on {long_date(answer.on)}.{again}"


def _rest_line(catalogue: Catalogue, rest: Rest, today: date) -> str:
    title = places_and_codes(catalogue, (rest.code,))
    title = title[:1].upper() + title[1:]
    side = f", {rest.side}," if rest.side else ""
    because = f": {rest.because}" if rest.because else ""
    more = " All along its nerve rests too." if rest.is_of_nerve else ""
    if rest.is_unanswered(today):
        more += " The next routine asks whether the feeling is back."
    return f"{title}{side} rests until {long_date(rest.until)}{because}.{more}"


def _word_line(catalogue: Catalogue, word: ClinicianWord, *, ended: bool) -> str:
    title = catalogue.title("conditions", word.name)
    where = f" ({', '.join(each.words for each in word.where)})" if word.where else ""
    again = "The next routine asks again." if ended else f"That counts for {WORD_DAYS} days."
    return f"{title}{where}: a clinician agrees, you said on {long_date(word.on)}. {again}"


def _has_expired(catalogue: Catalogue, answer: ConditionAnswer, today: date) -> bool:
    return answer.has_expired(condition(catalogue, answer.name).expires_days, today)
