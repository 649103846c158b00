"""The history command: what was done."""

from presspoint.cli.option import Json
from presspoint.listing.history import empty_sessions_sentence, history_document, history_rows
from presspoint.storage.history.reading import check_whole, read_history
from presspoint.terminal.output import print_document, print_paragraphs, print_rows, remark


def show_history(json: Json = False) -> None:
    """List the sessions played, the newest last."""
    sessions = read_history()
    if json:
        print_document(history_document(sessions))
    elif sessions:
        if rows := list(history_rows(sessions)):
            print_rows(rows)
        print_paragraphs(filter(None, [empty_sessions_sentence(sessions)]))
    else:
        remark("No session yet. presspoint routine lower-back plays the first.")
    check_whole(sessions)
