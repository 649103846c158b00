"""A file of one's own begun: a routine that is right as it stands, to be changed."""

import re
from pathlib import Path

from presspoint.catalogue.tables import Catalogue
from presspoint.errors import PresspointError
from presspoint.own_content.template import new_routine, title_of
from presspoint.storage.own.catalogue import check_files
from presspoint.storage.own.folder import make_own_folder, own_folder
from presspoint.storage.strays import ENDING
from presspoint.storage.toml_files import create_file

LONGEST_NAME = 40
NAME = re.compile(rf"[a-z0-9][a-z0-9_-]{{0,{LONGEST_NAME - 1}}}")


def begin_routine(shipped: Catalogue, name: str) -> Path:
    """Write a file with a routine of that id; return its path.

    Raises PresspointError for what is no id, StorageError for a file that is there already.
    """
    path = path_for(name, "presspoint routine new")
    text = new_routine(name, title_of(name))
    if check_files(shipped, [path], {path: text}).faults:  # words that no routine may say
        text = new_routine(name)
    make_own_folder()
    create_file(path, text.encode())
    return path


def path_for(name: str, command: str) -> Path:
    """Return where a new file of that name goes. Raises PresspointError as `begin_routine` does.

    `command` is what a name is typed after.
    """
    if not NAME.fullmatch(name):
        raise PresspointError(_no_name(name, command))
    path = own_folder() / f"{name}{ENDING}"
    if path.parent.is_dir() and _names_alike(path):
        raise PresspointError(f"{path} is there already. Choose another name, or change that file.")
    return path


def _names_alike(path: Path) -> bool:
    """Whether there is anything of that name, in small letters or capitals."""
    return any(each.name.casefold() == path.name.casefold() for each in path.parent.iterdir())


def _no_name(name: str, command: str) -> str:
    words = re.sub("[^a-z0-9_]+", "-", name.casefold()).strip("-_")[:LONGEST_NAME]
    hint = f' Type "{command} {words}".' if words else ""
    return f"A name has up to {LONGEST_NAME} small letters, digits and -, without spaces.{hint}"
