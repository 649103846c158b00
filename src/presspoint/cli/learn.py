"""The learn command: places found by touch, again and again until they are known."""

from presspoint.catalogue.places import Point
from presspoint.catalogue.selection import PlaceFilter
from presspoint.catalogue.tables import Catalogue
from presspoint.cli.parsing.option import Complaint, Drawn, Json, Region, WithoutOwnFiles
from presspoint.errors import NotPlayed, PresspointError
from presspoint.listing.learning import learning_document
from presspoint.listing.wish import wish_fields
from presspoint.names.everyday.wish import Wish
from presspoint.run.arguments.complaints import find_complaint, find_regions
from presspoint.run.arguments.places import nothing_for, places_for
from presspoint.run.learning.leading import lead, refuse_what_is_stopped
from presspoint.run.learning.lessons import lessons, read_learner
from presspoint.storage.catalogue_file import load_for_playing
from presspoint.terminal.output import print_document, print_paragraphs


def learn(
    complaint: Complaint = None,
    region: Region = None,
    picture: Drawn = None,
    without_own_files: WithoutOwnFiles = False,
    json: Json = False,
) -> None:
    """Find places by touch, until you know them.

    At most five at a time; a place that you found comes again after 1, 3 and 7 days. Nothing counts
    as pressed.
    """
    catalogue = load_for_playing(without_own=without_own_files)
    learner = read_learner(catalogue)
    refuse_what_is_stopped(learner, json=json)
    wish = find_complaint(catalogue, complaint)
    found = lessons(catalogue, learner, _places(catalogue, region, wish))
    if json:
        document = learning_document(*found, found.coming, found.next_day)
        print_document(document | wish_fields(wish))
        if not found.places:
            raise NotPlayed
        return
    print_paragraphs(wish.preface)
    lead(catalogue, learner, found, picture)


def _places(catalogue: Catalogue, region: str | None, wish: Wish) -> list[Point]:
    """The places to choose from. Raises PresspointError where there are none."""
    like = PlaceFilter(find_regions(catalogue, region), wish.complaint)
    if places := places_for(catalogue, like, wish):
        return places
    raise PresspointError(nothing_for(catalogue, like, wish, takes_all=False))
