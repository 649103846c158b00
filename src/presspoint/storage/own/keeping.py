"""A set for now written as a routine of one's own."""

from pathlib import Path

from presspoint.catalogue.routines import Routine
from presspoint.catalogue.tables import Catalogue
from presspoint.errors import PresspointError
from presspoint.own_content.written import routine_file
from presspoint.storage.own.beginning import path_for
from presspoint.storage.own.catalogue import check_files
from presspoint.storage.own.folder import make_own_folder
from presspoint.storage.toml_files import create_file

KEEP = "--keep"  # what a name is typed after


def keep_routine(shipped: Catalogue, routine: Routine, name: str) -> Path:
    """Write a routine as a file of one's own under that id; return its path.

    Raises PresspointError for what is no id, for a file that is there already, and for what no
    own file may hold; StorageError.
    """
    import tomli_w  # few sets are saved

    path = path_for(name, KEEP)
    text = tomli_w.dumps(routine_file(routine, name))
    if faults := check_files(shipped, [path], {path: text}).faults:
        raise PresspointError(f"Not saved: {faults[0]}")
    make_own_folder()
    create_file(path, text.encode())
    return path
