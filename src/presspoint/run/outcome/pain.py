"""Pain at some moment, saved; where the words of its place are a warning, that comes first."""

from presspoint import clock
from presspoint.catalogue.tables import Catalogue
from presspoint.errors import ExitCode, StorageError
from presspoint.listing.history.sessions import undo_sentence
from presspoint.listing.outcome.pains import pain_sentence, pains_document
from presspoint.names.everyday.wish import WordsWarning
from presspoint.outcome.scores import Pain
from presspoint.run.arguments.days import match_when
from presspoint.storage.catalogue_file import load
from presspoint.storage.entries.pains import LONGEST_PLACE, save_pain
from presspoint.storage.settings_file import current_day
from presspoint.terminal.output import print_document, print_paragraph, print_paragraphs, remark


def record_pain(strength: int, where: str | None, when: str | None, *, json: bool) -> ExitCode:
    """Save how strong the pain is, say so, and return the exit code.

    Words of a warning sign are answered first, with what to do; the number is saved all the same,
    as it is of use to whoever looks at it. Raises UsageError, StorageError.
    """
    moment = match_when(when, current_day()) if when is not None else clock.iso_now()
    pain, warning = Pain(moment, strength), None
    if where is not None:
        from presspoint.run.outcome.words import own_words, warning_of_pain  # few pains have one

        catalogue, words = load(), own_words(where, LONGEST_PLACE, "--where")
        warning, pain = warning_of_pain(catalogue, words), _at(catalogue, pain, words)
    if warning and not json:
        print_paragraph(warning.text)
    _save(pain, warning, json=json)
    return ExitCode.NOT_PLAYED if warning and warning.stops else ExitCode.DONE


def _at(catalogue: Catalogue, pain: Pain, where: str) -> Pain:
    from presspoint.run.outcome.words import regions_and_side  # as above

    regions, side = regions_and_side(catalogue, where)
    return pain._replace(where=where, regions=regions, side=side)


def _save(pain: Pain, warning: WordsWarning | None, *, json: bool) -> None:
    """Save it, and say so: beside a warning that stops on stderr, where nothing hides it."""
    try:
        saved = save_pain(pain)
    except StorageError:
        if json and warning:
            print_document(pains_document((), warning))
        raise
    if json:
        print_document(pains_document([saved], warning))
    elif warning and warning.stops:
        remark(pain_sentence(saved))
    else:
        print_paragraphs((pain_sentence(saved), undo_sentence(saved.id)))
