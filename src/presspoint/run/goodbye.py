"""The last words of a session: how it ended and what to do now, then the pain and the record."""

from contextlib import suppress

from presspoint.catalogue.tables import Catalogue
from presspoint.listing.history.sessions import goodbye_sentences
from presspoint.session.record.pain import pain_sentence
from presspoint.session.record.records import SessionRecord
from presspoint.storage.history.session_log import SessionLog
from presspoint.terminal.output import print_paragraph, report


def print_end(catalogue: Catalogue, record: SessionRecord, aftercare: str) -> None:
    """Print how a session ended, and the aftercare; a terminal that went away needs nothing."""
    with suppress(OSError):
        print_paragraph(goodbye_sentences(catalogue, record))
        if aftercare:
            print_paragraph(aftercare)


def print_record(log: SessionLog, earlier: str, again: str) -> None:
    """Print the pain before and after, now and `earlier`, that it is saved, and when `again`.

    `again` says what to do instead where it should not be done again so soon.
    """
    saved = "This session is NOT saved." if log.problem else "Saved."
    try:
        words = (pain_sentence(log.record), earlier, saved, again)
        print_paragraph(" ".join(filter(None, words)))
    except OSError:
        return
    if log.problem:
        report(f"This session is NOT saved. {log.problem}")
    if log.rest_problem:
        report(f"The days of rest are NOT saved. {log.rest_problem}")
