"""The history show command: everything of one session."""

from typing import Annotated

from presspoint.cli.parsing.option import Json, argument
from presspoint.listing.history.document import session_json
from presspoint.listing.history.session import hold_rows, session_card
from presspoint.run.arguments.sessions import LAST, find_session
from presspoint.storage.catalogue_file import load_for_looking_up
from presspoint.storage.entries.notes import read_session_notes
from presspoint.terminal.lists.listings import print_sections
from presspoint.terminal.output import print_card, print_pieces

SessionId = Annotated[
    str, argument("ID", "The first letters of its id in the list, or last.", "choices:sessions")
]


def show(session: SessionId = LAST, json: Json = False) -> None:
    """Show everything of one session."""
    record = find_session(session)
    note = read_session_notes().get(record.id)
    if json:
        print_pieces([f'{{"session": {session_json(record, note)}}}\n'])
        return
    catalogue = load_for_looking_up().catalogue
    print_card(session_card(catalogue, record, note or ""))
    if rows := list(hold_rows(catalogue, record)):
        print_sections({"Holds": rows})
