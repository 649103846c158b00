"""The history command: what was done."""

from presspoint.cli.option import Json
from presspoint.listing.history import history_document, history_rows
from presspoint.storage.history.reading import check_whole, read_history
from presspoint.terminal.output import print_document, print_rows, remark


def show_history(json: Json = False) -> None:
    """List the sessions played, the newest last."""
    sessions = read_history()
    if json:
        print_document(history_document(sessions))
    elif sessions:
        print_rows(history_rows(sessions))
    else:
        remark("No session yet. presspoint routine lower-back plays the first.")
    check_whole(sessions)
