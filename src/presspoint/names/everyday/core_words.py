"""The words of a complaint made comparable, and without what people write around them."""

import re

from presspoint.names.spelling import key

SPELLINGS = (("ae", "e"), ("oe", "e"), ("our", "or"))  # British, American
PLURALS = {"feet": "foot", "teeth": "tooth", "calves": "calf"}
JOINS = frozenset({"and", "or"})
ACHE_OF = re.compile(r"(?<=\w\w)(?<!\bhead)(?=aches?\b)")  # "backache" is two words; "headache" one
KEEPS_ITS_S = ("ss", "us", "is", "as", "os")  # abscess, sinus, pelvis, psoas


def _fold_all(words: str) -> frozenset[str]:
    return frozenset(map(_fold, words.split()))


def words_of(typed: str) -> tuple[str, ...]:
    """Return the words in the order typed: small letters, no accents, American, in the singular."""
    plain = typed[:200].casefold().replace("\u2019", "'")
    for written, meant in (
        ("can't", "cannot"),
        ("cant ", "cannot "),
        ("n't", " not"),
        ("'s", ""),
        ("woke up", "woke"),
        *((f"worse {each} ", f"{each} ") for each in ("at", "in", "on", "when", "after")),
    ):
        plain = plain.replace(written, meant)
    letters = "".join(each if each.isalnum() else " " for each in plain)
    return tuple(filter(None, map(_fold, ACHE_OF.sub(" ", letters).split())))


def without_fillers(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words without those that say nothing of what or where: "my", "bad", "left"."""
    return _without(FILLERS, words)


def core_of(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words without those, and without the words for pain: what is left is a place."""
    return _without(FILLERS | ACHES, words)


def without_occasion(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words without what people do all day, and for how long it hurts: "3 weeks"."""
    return _without(OCCASIONS, tuple(DURATION.sub("", " ".join(words)).split()))


def has_ache(words: tuple[str, ...]) -> bool:
    """Whether a word for pain or stiffness is among the words."""
    return not ACHES.isdisjoint(words)


def _without(fillers: frozenset[str], words: tuple[str, ...]) -> tuple[str, ...]:
    """The words without the fillers, and without an "and" that nothing is left to join."""
    left = [each for each in words if each not in fillers]
    while left and left[0] in JOINS:
        left.pop(0)
    while left and left[-1] in JOINS:
        left.pop()
    return tuple(left)


def _fold(word: str) -> str:
    word = PLURALS.get(word, word)
    if len(word) > 4 and word.endswith("ies"):
        word = f"{word[:-3]}y"
    elif len(word) > 3 and word.endswith("s") and not word.endswith(KEEPS_ITS_S):
        word = word[:-1]
    folded = key(word)
    for british, american in SPELLINGS if len(folded) > 4 else ():  # "four" is no "for"
        folded = folded.replace(british, american)
    return folded


ACHES = _fold_all(
    "pain painful ache aching achy achey sore soreness hurt hurting stiff stiffness tight tightness"
    " tense tension spasm cramp cramping discomfort tired tender knot kills killing throb throbbing"
)
# What people do all day, and when it hurts. Walking and breathing may be signs, and are none of it.
OCCASIONS = _fold_all(
    "when while after during since because by every all day night long morning evening today"
    " yesterday week weekend work working job sit sitting stand standing bend bending over lift"
    " lifting drive driving running cycling biking gym sport sports training gardening garden"
    " housework cleaning carrying shopping bags desk computer laptop phone screen tv sofa couch bed"
    " mattress pillow wake waking woke sleeping slept moving travel cough coughing sneeze"
    " sneezing lying laying going stairs upstairs downstairs climbing kneeling squatting"
    " ago last hour month year"
    " monday tuesday wednesday thursday friday saturday sunday"
)
# How long it has hurt; how old somebody is may matter.
DURATION = re.compile(
    r"\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|few|several|couple)"
    r" (?:of )?(?:hour|day|night|week|month|year)\b(?! old)"
)
FILLERS = _fold_all(
    "a an the my your our their his her i im ive me am is are be been have has had having got get"
    " getting feel feels feeling what why does do how can this that it some something there around"
    " in of at on from to for with left right both side area region part muscle muscles health"
    " really very so too bad terrible awful horrible chronic acute mild slight minor nagging dull"
    " deep inner outer"
    " old persistent please help fix relief relieve relieving reduce reduction improve improved"
    " better quality treat treatment exercise exercises massage acupressure point points routine"
    " problem trouble issue"
)
