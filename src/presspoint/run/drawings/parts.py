"""Where on the body the parts and sides are that the check asks about."""

from presspoint.catalogue.tables import Catalogue
from presspoint.safety.check.pages import Page
from presspoint.terminal.output import say

OWN_SIDES = "Left and right are your own."


def show_on_body(catalogue: Catalogue, page: Page) -> None:
    """Draw the body with the number of each item of a page, or say whose left and right it is."""
    from presspoint.errors import PresspointError
    from presspoint.pictures.sheet import overview_sheets
    from presspoint.run.drawings.places import picture_form
    from presspoint.storage.pictures_file import load
    from presspoint.terminal.lists.maps import print_overview

    letters = picture_form(None)
    try:
        atlas = load()
    except PresspointError:
        letters = None
    if letters is None:
        say(OWN_SIDES)
        return
    numbers = {
        region: str(number)
        for number, (part, _) in enumerate(page.items, 1)
        for region in catalogue.regions_of_part(part)
    }
    print_overview(overview_sheets(atlas, numbers), [OWN_SIDES], letters)
