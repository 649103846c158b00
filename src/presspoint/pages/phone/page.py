"""The page for a phone: one file, in which everything is that it needs."""

from collections.abc import Mapping

from presspoint.pages.handout import Handout
from presspoint.pages.phone.answers import KEEP_SCREEN_ON, NO_VOICE, NOT_SAVED, RESTING
from presspoint.pages.phone.routine import routine_document
from presspoint.pages.pictures import picture_markup, pictures_by_turn
from presspoint.pages.rendering import render
from presspoint.pages.sheet.rows import sheet_values


def phone_page(handout: Handout, clips: Mapping[str, str], code: str = "") -> str:
    """Return the page as HTML; printed, it is the sheet.

    The `clips` are recordings of sentences, as data: addresses; what has none is said by a voice
    of the phone itself, or else only a tone is heard. The `code` is that of the sheet.
    """
    pictures, numbers = pictures_by_turn(handout)
    routine = routine_document(handout)
    return render(
        "phone/page.html",
        routine=routine | {"pictures": numbers},
        clips=dict(clips),
        pictures=[picture_markup(each) for each in pictures],
        titles=[each.title for each in pictures],
        handout=handout,
        kit=handout.kit,
        not_saved=NOT_SAVED,
        no_voice=NO_VOICE,
        resting=RESTING,
        keep_screen_on=KEEP_SCREEN_ON,
        **sheet_values(handout, code),
    )
