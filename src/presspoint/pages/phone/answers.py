"""What the page asks and says: before it plays, when a place hurts, and at the end."""

from presspoint import phrases
from presspoint.catalogue.pain_answers import QUESTION, PainAnswer
from presspoint.pages.phone.phases import JSON
from presspoint.planning.course import Course, speaking_seconds

WORDS = {
    "paused": phrases.PAUSED,
    "goingOn": phrases.GOING_ON,
    "stopped": phrases.STOPPED,
    "next": phrases.GO_NEXT,
    "nothingLeft": phrases.NOTHING_LEFT,
    "done": phrases.DONE,
    "gap": phrases.STOOD_STILL,
    "abandoned": "Paused for thirty minutes, so this session ends here.",
    "elsewhere": (
        "In another tab, something was numb, pain spread, or you felt faint. "
        "So this session ends here too."
    ),
    "check": "Before the next session, run presspoint check on the laptop.",
    "question": QUESTION,
}
REFUSALS = {
    "ended": (
        "This page has ended: something was numb, pain spread, or you felt faint. "
        "Run presspoint check on the laptop. Then make a new page."
    ),
    "expired": "This page is too old to be used. Make a new one: presspoint take.",
    "early": "The date of this phone is before the day this page was made. Set the date first.",
    "resting": "Every place here is resting, because it hurt before. Come back in a few days.",
    "enough": (
        "That is enough for today. Start again when a new day has begun and 16 hours have passed."
    ),
}
NO_VOICE = (
    "This phone has no voice of its own for English. Tones tell you when, and the words are here."
)
RESTING = "Left out, because it hurt before:"
NOT_SAVED = (
    "This browser saves nothing for this page. Count for yourself how often a day you do it."
)
KEEP_SCREEN_ON = "This page cannot keep the screen on. Set the phone to leave it on."


def pain_rows(course: Course) -> list[JSON]:
    """Return the answers to how a place hurts, with what is said to each."""
    return [
        {
            "feeling": each.feeling,
            "title": each.title,
            "ends": each.ends,
            "restDays": each.rest_days,
            "say": _reply(each, each.say),
            "sayMovement": _reply(each, each.say_movement),
        }
        for each in course.pain_answers.answers
    ]


def _reply(answer: PainAnswer, words: str) -> JSON:
    """The words of an answer, and how long they take: also where nothing is left to do after."""
    if answer.ends:
        return {"words": words}
    last = speaking_seconds(f"{words} {phrases.NOTHING_LEFT}")
    return {"words": words, "seconds": speaking_seconds(words), "secondsAtLast": last}
