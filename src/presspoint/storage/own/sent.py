"""A routine that came as the text of a QR code: found, and made a file of one's own."""

from pathlib import Path

from presspoint.catalogue.tables import Catalogue
from presspoint.own_content.qr.routine import SharedRoutine, read_shared
from presspoint.own_content.qr.text import is_qr_text
from presspoint.storage.own.adding import Addition, check_text, target_of
from presspoint.storage.toml_files import OwnFileError, read_text

THE_CODE = "The code"  # what it is called where a file has a name


def find_shared(shipped: Catalogue, sent: Path) -> SharedRoutine | None:
    """Return the routine of a QR code's text, typed in the stead of a file or in the file.

    None for any other file, and for one that cannot be read. Raises PresspointError for a damaged
    text.
    """
    if is_qr_text(str(sent)):
        return read_shared(shipped, str(sent))
    try:
        text = read_text(sent)
    except OwnFileError:
        return None
    return read_shared(shipped, text) if is_qr_text(text) else None


def check_shared(shipped: Catalogue, shared: SharedRoutine) -> Addition:
    """Return a routine as the file that would be added, checked as any.

    Raises PresspointError where no file can be.
    """
    import tomli_w  # files need none of it

    text = tomli_w.dumps(shared.file)
    addition = check_text(shipped, target_of(shared.name), text, THE_CODE)
    return addition._replace(faults=tuple(each._replace(line=None) for each in addition.faults))
