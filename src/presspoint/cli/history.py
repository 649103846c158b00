"""The history command: what was done."""

from collections.abc import Iterator

from presspoint.cli.option import Json
from presspoint.listing.history import empty_sessions_sentence, history_json, history_rows
from presspoint.session.records import SessionRecord
from presspoint.storage.history.reading import check_whole, read_history, read_sessions
from presspoint.terminal.output import print_paragraphs, print_pieces, print_rows, remark


def show_history(json: Json = False) -> None:
    """List the sessions played, the newest last."""
    if json:
        _stream_history()
        return
    sessions = read_history()
    if sessions:
        if rows := list(history_rows(sessions)):
            print_rows(rows)
        print_paragraphs(filter(None, [empty_sessions_sentence(sessions)]))
    else:
        remark("No session yet. presspoint routine lower-back plays the first.")
    check_whole(sum(not each.whole for each in sessions))


def _stream_history() -> None:
    """Print the document while it is read. Raises StorageError once what could be read is there."""
    damaged = 0

    def read() -> Iterator[SessionRecord]:
        nonlocal damaged
        for each in read_sessions():
            damaged += not each.whole
            yield each

    print_pieces(history_json(read()))
    check_whole(damaged)
