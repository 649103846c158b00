"""What an own file holds, or what is wrong with it, printed."""

from datetime import date
from itertools import islice

from presspoint.catalogue.tables import Catalogue
from presspoint.faults import FileFault
from presspoint.listing.own_files import (
    content_lines,
    fault_count,
    fault_lines,
    shorten,
)
from presspoint.own_content.changes import changes
from presspoint.safety.profile import Profile
from presspoint.storage.own.catalogue import CheckedFiles, FileContent
from presspoint.terminal.output import print_paragraph, report_all, say

MOST_FAULTS = 40
INDENT = 4
NOBODY = Profile()


def print_content(
    shipped: Catalogue,
    checked: CheckedFiles,
    content: FileContent,
    profile: Profile = NOBODY,
    today: date = date.min,
) -> None:
    """Print what a file holds, what stands against it for a person, and what becomes of it."""
    lines = (
        *content_lines(checked.catalogue, content.tables, profile, today),
        *shorten(changes(shipped, checked.catalogue, content.tables, content.words)),
    )
    for line in lines:
        print_paragraph(f"  {line}", indent=INDENT)


def report_faults(faults: tuple[FileFault, ...]) -> None:
    """Print how many faults there are, and report the first ones; nothing where there is none."""
    if faults:
        say(fault_count(faults))
        report_all(islice(fault_lines(faults), MOST_FAULTS))
