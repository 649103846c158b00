"""What a person adds to the texts of places: their own note, and how wide their fingers are."""

from collections.abc import Callable, Iterable, Iterator

from presspoint import phrases
from presspoint.errors import PresspointError, StorageError, UsageError
from presspoint.listing.measures import with_centimetres
from presspoint.named_tuple import NamedTuple
from presspoint.storage.entries import notes
from presspoint.storage.settings_file import read_settings

Report = Callable[[str], None]


class OwnTexts(NamedTuple):
    """Notes by the codes of their places, and the width of four fingers in cm; 0 if unknown."""

    notes: dict[str, str]
    ruler: float = 0.0

    def rows(self, code: str, rows: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
        """Yield the labels and texts of a place's card with its measures, and last its note."""
        for label, text in rows:
            yield label, with_centimetres(text, self.ruler)
        if note := self.note(code):
            yield phrases.YOUR_NOTE, note

    def note(self, code: str) -> str:
        """Return the note on a place, made printable; empty where there is none."""
        return self.notes.get(code, "")

    def save_note(self, code: str, typed: str) -> str:
        """Save the note on a place, or remove it where it is empty; return a sentence about it.

        Raises UsageError where it is too long, StorageError where it cannot be saved.
        """
        text = " ".join(typed.split()).encode(errors="backslashreplace").decode()
        if len(text) > notes.LONGEST_NOTE:
            raise UsageError(f"A note can have {notes.LONGEST_NOTE} characters: shorten it.")
        self.notes[code] = notes.save_note(code, text)
        return f"Saved. Your note on {code}: {text}" if text else f"There is no note on {code} now."


def save_own_texts(
    report: Report, code: str, note: str | None, mark: str | None
) -> tuple[OwnTexts, str]:
    """Save a note and a mark on a place, if they were typed; return all texts, and what to say.

    Raises UsageError and StorageError as below.
    """
    own = read_own_texts(report)
    about_mark = save_mark(code, mark) if mark is not None else ""
    about_note = own.save_note(code, note) if note is not None else ""
    return own, f"{about_note} {about_mark}".strip()


def save_mark(code: str, typed: str) -> str:
    """Save the mark on a place for `presspoint make`; return a sentence about it.

    Raises UsageError for an unknown mark, StorageError where it cannot be saved.
    """
    from presspoint.run.arguments.names import match_name  # few look-ups save one
    from presspoint.storage.entries import marks

    name = match_name({str(each): str(each) for each in marks.MARKS}, typed, "--mark")
    mark = next(each for each in marks.MARKS if each == name)
    marks.save_marks({code: mark})
    return f"Saved. Your mark on {code}: {mark}."


def read_own_texts(report: Report) -> OwnTexts:
    """Return what the person adds. Notes that cannot be read are reported."""
    return OwnTexts(read_notes(report), read_ruler())


def read_notes(report: Report) -> dict[str, str]:
    """Return the notes by the codes of their places. What cannot be read is reported."""
    try:
        return notes.read_notes()
    except StorageError as problem:
        report(f"your own notes cannot be read: {problem}")
        return {}


def read_ruler() -> float:
    """Return the width of the person's four fingers in cm; 0 where it is not set, or unreadable."""
    try:
        return read_settings().ruler
    except PresspointError:
        return 0.0
