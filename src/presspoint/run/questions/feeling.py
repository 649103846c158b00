"""After a nerve sign: the emergency signs once more, and whether the feeling is back."""

from datetime import date, timedelta

from presspoint.catalogue.pain_answers import pain_answer
from presspoint.catalogue.safety_warnings import Level
from presspoint.catalogue.tables import Catalogue
from presspoint.errors import NotPlayed
from presspoint.run.questions.asking import says_yes
from presspoint.run.saving import save_or_report
from presspoint.safety.answers import Rest
from presspoint.safety.nerve_rests import sign_words, together
from presspoint.safety.profile import Profile
from presspoint.safety.screening import stop_warning
from presspoint.terminal.output import print_paragraph
from presspoint.words import as_sentence, long_date

ANY_SIGN = "Do you have one of the signs above now?"


def ask_about_signs(catalogue: Catalogue, profile: Profile, today: date) -> None:
    """Ask whether an emergency sign, as printed before, is there.

    Raises NotPlayed where one is, which is saved as a stop, and where the person leaves.
    """
    if not says_yes(ANY_SIGN):
        return
    stopped = profile.with_check(today, Level.EMERGENCY)
    for warning in stop_warning(catalogue, stopped):
        print_paragraph(warning.line)
    save_or_report(catalogue, profile, lambda now: now.with_check(today, Level.EMERGENCY))
    raise NotPlayed


def ask_about_feeling(catalogue: Catalogue, profile: Profile, today: date) -> Profile:
    """Return the profile in which the feeling is back wherever a nerve sign was.

    Raises NotPlayed where it is not, what to do about that being printed and the place at rest
    anew, and where the person leaves.
    """
    for rests in together(profile.rests_to_ask_about(today)):
        answer = rests[0].answer
        question = pain_answer(catalogue, answer).ask_again if answer else ""
        if not says_yes(f"{as_sentence(sign_words(catalogue, rests))} {question}".strip()):
            _rest_anew(catalogue, profile, rests, today)
            raise NotPlayed
        codes = tuple(each.code for each in rests)

        def add_answer(now: Profile, codes: tuple[str, ...] = codes) -> Profile:
            return now.with_feeling_back(codes, today)

        profile = save_or_report(catalogue, profile, add_answer)
    return profile


def _rest_anew(
    catalogue: Catalogue, profile: Profile, rests: tuple[Rest, ...], today: date
) -> None:
    """Print what to do where the feeling is not back, and let it rest as long again."""
    answer = rests[0].answer
    days = pain_answer(catalogue, answer).rest_days if answer else 0
    until = today + timedelta(days=days)
    text = catalogue.text("feeling-not-back").replace("{day}", long_date(until))
    print_paragraph(f"{Level.SAME_DAY.label}: {text}")
    anew = [each._replace(until=until, feeling_back=None) for each in rests]
    save_or_report(catalogue, profile, lambda now: now.with_rests(anew))
