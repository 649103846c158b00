"""What was done."""

from presspoint.cli.options import Json


def show_history(json: Json = False) -> None:
    """List the sessions played, the newest last."""
    from presspoint.listing.history import history_document, history_lines
    from presspoint.storage.history.reading import check_whole, read_history
    from presspoint.terminal.output import document, print_rows, remark

    sessions = read_history()
    if json:
        document(history_document(sessions))
    elif sessions:
        print_rows(history_lines(sessions))
    else:
        remark("No session yet. presspoint routine lower-back plays the first.")
    check_whole(sessions)
