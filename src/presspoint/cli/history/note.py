"""The history note command: a few words of one's own on a session."""

from typing import Annotated

from presspoint.cli.history.show import SessionId
from presspoint.cli.parsing.option import argument
from presspoint.errors import UsageError
from presspoint.run.arguments.sessions import find_session
from presspoint.storage.entries.notes import LONGEST_SESSION_NOTE, save_session_note
from presspoint.terminal.output import print_paragraph


def save_note(
    session: SessionId,
    words: Annotated[list[str], argument("TEXT", 'Your words; "" removes the note.')],
) -> None:
    """Save a note on a session.

    It is shown in the list, and never spoken. A new one replaces it.
    """
    record = find_session(session)
    typed = " ".join(" ".join(words).split())
    text = typed.encode(errors="backslashreplace").decode()
    if len(text) > LONGEST_SESSION_NOTE:
        raise UsageError(
            f"A note can have {LONGEST_SESSION_NOTE} characters, and this one has {len(text)}: "
            "shorten it."
        )
    save_session_note(record.id, text)
    print_paragraph(f"Saved. Your note: {text}" if text else "There is no note on it now.")
